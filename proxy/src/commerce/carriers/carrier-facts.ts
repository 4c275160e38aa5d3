import type { Parcel } from '../../contract/order-context';
import type { ParcelStatus } from '../../contract/vocabulary';
import type { Deadline } from '../../resilience/deadline';

export type CarrierKey = 'ups' | 'fedex';
export const CARRIER_NAMES: Record<CarrierKey, string> = { ups: 'UPS', fedex: 'FedEx' };

/** What a carrier knows of one parcel, in our own words. */
export interface CarrierFacts {
  status: ParcelStatus;
  /** Local day at the destination, `2026-03-01`, or null. */
  estimatedDelivery: string | null;
  /** Instant in UTC, or null when the carrier gave no zone. */
  deliveredAt: string | null;
  /** Local day, `2026-03-01`, or null. */
  deliveredOn: string | null;
  deliveredTo: string | null;
  proof: string[];
  exception: string | null;
  /** Newest first. */
  events: Parcel['events'];
}

export interface CarrierClient {
  /**
   * Looks a parcel up.
   * @returns null when the carrier does not know the number (yet)
   * @throws {VendorError} when the carrier gives no usable answer
   */
  track(trackingNumber: string, deadline: Deadline): Promise<CarrierFacts | null>;
  close(): Promise<void>;
}

/** `Berlin, DE` from a city and a country code, or null. Carriers write cities in capitals; a reply should not shout. */
export function placeOf(city: string | undefined, countryCode: string | undefined): string | null {
  const calm = city && city === city.toUpperCase() ? city.toLowerCase().replace(/(^|[\s-])\p{L}/gu, capital) : city;
  return [calm, countryCode].filter(Boolean).join(', ') || null;
}

const capital = (letter: string) => letter.toUpperCase();
