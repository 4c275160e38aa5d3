import fc from 'fast-check';
import type { CarrierFacts } from '../carriers/carrier-facts';
import type { Shipment } from '../shopify/shop-order';
import { daysIn } from './local-day';
import { joinParcel as join, type CarrierWord } from './parcels';

const joinParcel = (shipment: Shipment, tracking: Shipment['tracking'][number], word: CarrierWord) =>
  join(shipment, tracking, word, daysIn('UTC'));

const row = { company: 'UPS', number: '1Z12345E0205271688', url: 'https://example.com/1Z' };
const shipment = (more: Partial<Shipment> = {}): Shipment => ({
  cancelled: false,
  shopStatus: 'IN_TRANSIT',
  statusAt: null,
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

  it('believes the shop that heard of any newer event, and keeps the day the carrier expects', () => {
    const out = { shopStatus: 'OUT_FOR_DELIVERY', statusAt: '2026-03-06T06:00:00.000Z' };
    expect(joinParcel(shipment(out), row, ups({}))).toMatchObject({
      status: 'out_for_delivery',
      source: 'Shopify',
      as_of: '2026-03-06T06:00:00.000Z',
      estimated_delivery: '2026-03-06',
    });
    const older = { ...out, statusAt: '2026-03-03T08:00:00.000Z' };
    expect(joinParcel(shipment(older), row, ups({}))).toMatchObject({ status: 'in_transit', source: 'UPS' });
  });

  it.each([
    ['2026-03-04 10:00:00', 'in_transit'],
    ['2026-03-03 09:59:00', 'delivered'],
    ['2026-03-04', 'in_transit'],
    ['2026-03-02', 'delivered'],
  ])('compares a scan without a zone (%s) by the latest it can have been: %s', (local_time, status) => {
    const events = [{ at: null, local_time, description: 'Scan', place: null }];
    const shop = shipment({ ...delivered, deliveredAt: '2026-03-04T10:00:00.000Z' });
    expect(joinParcel(shop, row, ups({ events })).status).toBe(status);
  });

  it.each(['delivered', 'returned', 'returning', 'cancelled'] as const)(
    'stays %s, whatever the shop hears afterwards',
    (status) => {
      const later = { shopStatus: 'IN_TRANSIT', statusAt: '2026-03-09T06:00:00.000Z' };
      expect(joinParcel(shipment(later), row, ups({ status })).status).toBe(status);
    },
  );

  it('takes the word of the shop when the carrier’s answer says nothing', () => {
    expect(joinParcel(shipment(), row, ups({ status: 'unknown', events: [] })).status).toBe('in_transit');
    expect(joinParcel(shipment({ shopStatus: null }), row, ups({ status: 'unknown', events: [] })).status).toBe(
      'unknown',
    );
  });

  it('takes the newest word of the two, whenever they were told', () =>
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (carrierMinute, shopMinute) => {
        const at = (minute: number) => new Date(Date.UTC(2026, 2, 3) + minute * 60_000).toISOString();
        const events = [{ at: at(carrierMinute), local_time: null, description: 'Scan', place: null }];
        const shop = shipment({ shopStatus: 'OUT_FOR_DELIVERY', statusAt: at(shopMinute) });
        const parcel = joinParcel(shop, row, ups({ status: 'in_transit', events }));
        expect(parcel.as_of).toBe(at(Math.max(carrierMinute, shopMinute)));
        expect(parcel.source).toBe(shopMinute > carrierMinute ? 'Shopify' : 'UPS');
      }),
    ));

  it('states the days of the shop’s instants where the shop is', () => {
    const shop = shipment({ shopStatus: 'DELIVERED', deliveredAt: '2026-03-04T23:30:00.000Z' });
    expect(join(shop, row, null, daysIn('Europe/Berlin')).delivered_on).toBe('2026-03-05');
    expect(join(shop, row, null, daysIn('America/New_York')).delivered_on).toBe('2026-03-04');
  });

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
