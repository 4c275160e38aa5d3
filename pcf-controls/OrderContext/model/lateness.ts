import type { Parcel } from './order-context';

/** After so long the day has ended everywhere on earth; a carrier tells no zone with the day. */
const DAY_AND_A_HALF = 36 * 3_600_000;
const ARRIVED = ['delivered', 'returning', 'returned', 'cancelled', 'ready_for_pickup'];

/** Whether a parcel should have come already. @param asOf when the facts were collected */
export function isLate({ expected, deliveredAt, status = '' }: Parcel, asOf: Date | undefined): boolean {
  if (expected === undefined || deliveredAt !== undefined || asOf === undefined || ARRIVED.includes(status))
    return false;
  return asOf.getTime() >= Date.parse(`${expected}T00:00:00Z`) + DAY_AND_A_HALF;
}
