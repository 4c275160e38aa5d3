import type { CarrierKey } from './carrier-facts';

const UPS_NUMBER = /^1Z[0-9A-Z]{16}$/;
/** Overlaps with the numbers of postal services, so it suggests FedEx but does not prove it. */
const FEDEX_NUMBER = /^(\d{12}|\d{15}|\d{20}|\d{22})$/;

/** The carrier a shop's free text means (`FedEx Ground`, `United Parcel Service`), or null. */
export function carrierOfCompany(company: string | null | undefined): CarrierKey | null {
  const text = company?.toLowerCase().replace(/[^a-z]/g, '') ?? '';
  if (text.startsWith('fedex') || text.startsWith('federalexpress')) return 'fedex';
  if (text.startsWith('ups') || text.startsWith('unitedparcel')) return 'ups';
  return null;
}

/** The carrier a number looks like, or null. */
export function carrierOfNumber(trackingNumber: string): CarrierKey | null {
  if (UPS_NUMBER.test(trackingNumber)) return 'ups';
  return FEDEX_NUMBER.test(trackingNumber) ? 'fedex' : null;
}

/**
 * Whom to ask about a parcel, in order: the carrier the shop named, then the one the number looks like. A UPS number
 * is unmistakable and goes first. A parcel of another carrier (the shop names one we do not know, and the number is
 * not UPS's) is not asked for at all; a number of no known shape without a company is asked for at both.
 */
export function carriersToAsk(company: string | null, trackingNumber: string): CarrierKey[] {
  const named = carrierOfCompany(company);
  const shaped = carrierOfNumber(trackingNumber);
  if (shaped === 'ups') return named === 'fedex' ? ['ups', 'fedex'] : ['ups'];
  if (named) return shaped && shaped !== named ? [named, shaped] : [named];
  if (company) return [];
  return shaped ? [shaped] : ['ups', 'fedex'];
}
