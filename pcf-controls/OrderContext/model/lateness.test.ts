import { isLate } from './lateness';
import type { Parcel } from './order-context';

const parcel = (more: Partial<Parcel> = {}): Parcel => ({
  carrier: 'UPS',
  status: 'in_transit',
  expected: '2026-03-01',
  proof: [],
  scans: [],
  contents: [],
  carrierMismatch: false,
  ...more,
});

it('a parcel is late once its day has ended everywhere on earth', () => {
  expect(isLate(parcel(), new Date('2026-03-02T11:59:59Z'))).toBe(false);
  expect(isLate(parcel(), new Date('2026-03-02T12:00:00Z'))).toBe(true);
});

it.each<[string, Partial<Parcel>]>([
  ['has come', { deliveredAt: new Date('2026-03-03T10:00:00Z') }],
  ['has come at a time nobody knows', { status: 'delivered' }],
  ['waits at a shop', { status: 'ready_for_pickup' }],
  ['goes back', { status: 'returning' }],
  ['has no day', { expected: undefined }],
  ['has a day nobody can read', { expected: 'soon' }],
])('a parcel that %s is not late', (_, more) => {
  expect(isLate(parcel(more), new Date('2026-04-01T00:00:00Z'))).toBe(false);
});

it('nobody can say when the facts have no time', () => {
  expect(isLate(parcel(), undefined)).toBe(false);
});
