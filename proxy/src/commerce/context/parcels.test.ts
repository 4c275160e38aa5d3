import type { CarrierFacts } from '../carriers/carrier-facts';
import type { Shipment } from '../shopify/shop-order';
import { joinParcel, type CarrierWord } from './parcels';

const row = { company: 'UPS', number: '1Z12345E0205271688', url: 'https://example.com/1Z' };
const shipment = (more: Partial<Shipment> = {}): Shipment => ({
  cancelled: false,
  shopStatus: 'IN_TRANSIT',
  createdAt: '2026-03-01T08:00:00.000Z',
  inTransitAt: '2026-03-02T08:00:00.000Z',
  deliveredAt: null,
  estimatedDeliveryAt: '2026-03-05T18:00:00.000Z',
  tracking: [row],
  lineTitles: ['Linen Shirt'],
  ...more,
});
const ups = (more: Partial<CarrierFacts>): CarrierWord => ({
  carrier: 'ups',
  facts: {
    status: 'in_transit',
    estimatedDelivery: '2026-03-06',
    deliveredAt: null,
    deliveredOn: null,
    deliveredTo: null,
    proof: [],
    exception: null,
    events: [{ at: '2026-03-03T08:00:00.000Z', local_time: null, description: 'Scan', place: null }],
    ...more,
  },
});
const delivered = { shopStatus: 'DELIVERED', deliveredAt: '2026-03-04T10:00:00.000Z' };

describe('a parcel joined from shop and carrier', () => {
  it('believes the carrier that has delivered what the shop still sees in transit', () => {
    const facts = { status: 'delivered' as const, estimatedDelivery: null, deliveredOn: '2026-03-04' };
    const parcel = joinParcel(shipment(), row, ups(facts));
    expect(parcel).toMatchObject({ status: 'delivered', source: 'UPS', estimated_delivery: null });
  });

  it('believes the shop that was told of a delivery after the carrier’s last scan', () =>
    expect(joinParcel(shipment(delivered), row, ups({}))).toMatchObject({
      status: 'delivered',
      source: 'Shopify',
      delivered_on: '2026-03-04',
      estimated_delivery: null,
    }));

  it('does not believe a shop that says delivered about a parcel on its way back', () =>
    expect(joinParcel(shipment(delivered), row, ups({ status: 'returning' })).status).toBe('returning'));

  it('is not known yet when the carrier denies it, unless the shop knows it was delivered', () => {
    expect(joinParcel(shipment(), row, 'not_found').status).toBe('not_found');
    expect(joinParcel(shipment(delivered), row, 'not_found').status).toBe('delivered');
  });

  it('is what the shop knows when no carrier answered', () =>
    expect(joinParcel(shipment(), row, null)).toMatchObject({
      status: 'in_transit',
      source: 'Shopify',
      estimated_delivery: '2026-03-05',
    }));

  it('names the carrier that knows the number when the shop named another', () =>
    expect(joinParcel(shipment(), { ...row, company: 'FedEx' }, ups({}))).toMatchObject({
      carrier: 'UPS',
      carrier_mismatch: true,
    }));

  it('without a company has no mismatch', () =>
    expect(joinParcel(shipment(), { ...row, company: null }, ups({})).carrier_mismatch).toBe(false));

  it('without a tracking row is still told of', () =>
    expect(joinParcel(shipment(), { company: null, number: null, url: null }, null)).toMatchObject({
      tracking_number: null,
      carrier: 'unknown',
      status: 'in_transit',
      line_titles: ['Linen Shirt'],
    }));

  it('of a cancelled shipment is cancelled', () =>
    expect(joinParcel(shipment({ cancelled: true }), row, null).status).toBe('cancelled'));
});
