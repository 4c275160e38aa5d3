import type { ParcelStatus } from '../../contract/vocabulary';

/** Status types seen in UPS answers; UPS publishes only examples, so others are possible and mean `unknown`. */
const BY_TYPE: Record<string, ParcelStatus> = {
  M: 'label_created',
  MV: 'cancelled',
  P: 'picked_up',
  I: 'in_transit',
  O: 'out_for_delivery',
  D: 'delivered',
  // Arrived at a freight station, not at the customer.
  DO: 'in_transit',
  DD: 'in_transit',
  X: 'exception',
  RS: 'returning',
  W: 'in_transit',
  NA: 'unknown',
};

/** UPS tells exceptions apart in words only; the wording is English because the client asks for en_US. */
const EXCEPTION_WORDS: [RegExp, ParcelStatus][] = [
  [/return(ing|ed)? to (the )?(sender|shipper)/i, 'returning'],
  [/attempt|not available|not home|no one was|missed/i, 'delivery_attempted'],
  [/access point|ready for pick ?up|held for pick ?up/i, 'ready_for_pickup'],
  [/customs|clearance|brokerage/i, 'customs'],
  [/delay|weather|late/i, 'delayed'],
];

/** What a UPS status means in our own words. Never throws: an unknown type is `unknown`. */
export function upsStatus(type: string | undefined, description: string | undefined): ParcelStatus {
  const status = BY_TYPE[type?.trim().toUpperCase() ?? ''] ?? 'unknown';
  if (status !== 'exception') return status;
  return EXCEPTION_WORDS.find(([words]) => words.test(description ?? ''))?.[1] ?? 'exception';
}
