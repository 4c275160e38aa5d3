import type { ParcelStatus } from '../../contract/vocabulary';

/** Status codes in use at FedEx; its specification names only a few as examples, so others mean `unknown`. */
const BY_CODE: Record<string, ParcelStatus> = {
  OC: 'label_created',
  IN: 'label_created',
  PU: 'picked_up',
  AR: 'in_transit',
  DP: 'in_transit',
  AF: 'in_transit',
  IT: 'in_transit',
  CC: 'in_transit',
  CP: 'customs',
  CD: 'customs',
  OD: 'out_for_delivery',
  DL: 'delivered',
  DE: 'exception',
  SE: 'exception',
  DY: 'delayed',
  DD: 'delayed',
  HL: 'ready_for_pickup',
  HP: 'ready_for_pickup',
  RS: 'returning',
  CA: 'cancelled',
};

/** Reasons of a delivery exception that mean the driver was there; "delivery not attempted" means the opposite. */
const ATTEMPTED = /not available|business closed|(?<!not )attempted|unable to deliver/i;

/**
 * What a FedEx status means in our own words. Never throws: an unknown code is `unknown`.
 * @param delayed whether FedEx marks the parcel as delayed beside the code
 * @param reason the reason in words (English, because the client asks for en_US)
 */
export function fedexStatus(code: string | undefined, delayed: boolean, reason: string): ParcelStatus {
  const status = BY_CODE[code?.trim().toUpperCase() ?? ''] ?? 'unknown';
  if (status !== 'exception') return status;
  if (ATTEMPTED.test(reason)) return 'delivery_attempted';
  return delayed ? 'delayed' : 'exception';
}
