import fc from 'fast-check';
import { getTracking } from 'ts-tracking-number';
import { findDuplicateCharges } from '../../../proxy/src/commerce/stripe/duplicate-charge';
import { readCharge } from '../../../proxy/src/commerce/stripe/charge';
import { chargeView } from '../stripe/charge-view';
import { generatedOrder } from './generated-orders';
import { dayFrom, instantOf } from './scenario-clock';
import {
  chargeById,
  namedOrders,
  orderByExactNumber,
  ordersByEmail,
  ordersByNumber,
  ordersByStripeCustomer,
  parcelByNumber,
} from './scenario-store';
import { fedexNumber, upsNumber } from './tracking-numbers';

const fixed = namedOrders();
const anyNumber = fc.integer({ min: 30_000, max: 39_999 });

describe('the scenario store', () => {
  it('finds each order by its number, its parcels, its charges and its customer', () => {
    for (const order of [...fixed, generatedOrder(30_000)!, generatedOrder(39_999)!]) {
      expect(orderByExactNumber(order.number)).toEqual(order);
      expect(ordersByNumber(order.number)).toContainEqual(order);
      expect(ordersByEmail(order.customer.email.toUpperCase())).toContainEqual(order);
      expect(ordersByStripeCustomer(order.customer.stripeId)).toContainEqual(order);
      for (const shipment of order.shipments)
        expect(parcelByNumber(shipment.trackingNumber)).toEqual({ order, shipment });
      for (const charge of order.charges) expect(chargeById(charge.id)).toEqual({ order, charge });
    }
  });

  it('gives no number, parcel or charge to two orders', () => {
    const ids = fixed.flatMap(({ number, shipments, charges }) => [
      number,
      ...shipments.map(({ trackingNumber }) => trackingNumber),
      ...charges.map(({ id }) => id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('makes the same order from the same number, for its own customer', () =>
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(generatedOrder(number)).toEqual(generatedOrder(number));
        expect(generatedOrder(number)?.customer.email).toBe(`customer${number}@example.com`);
      }),
    ));

  it('knows nothing beyond its orders', () => {
    for (const number of ['99999', '29999', '40000', '1001', '']) expect(orderByExactNumber(number)).toBeUndefined();
    expect(ordersByEmail('nobody@example.com')).toEqual([]);
    expect(parcelByNumber('1Z12345E0205271688')).toBeUndefined();
    expect(chargeById('ch_nothing')).toBeUndefined();
  });

  it('knows order 12345’s parcel by its short number too', () =>
    expect(parcelByNumber('7942657890')?.order.number).toBe('12345'));

  it('charges nobody twice but in the orders that are about it', () => {
    const now = new Date('2026-03-10T12:00:00Z');
    const charges = fixed.flatMap((order) => order.charges.map((charge) => readCharge(chargeView(order, charge, now))));
    const pairs = findDuplicateCharges(charges).map(({ earlier, later }) => [earlier.orderNumber, later.orderNumber]);
    expect(pairs.sort()).toEqual([
      ['12355', '12355'],
      ['12356', '12357'],
    ]);
  });
});

describe('tracking numbers of the scenarios', () => {
  it('are what carriers would give out', () =>
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(9), (order, parcel) => {
        expect(getTracking(upsNumber(order, parcel))?.courier.code).toBe('ups');
        expect(getTracking(fedexNumber(order, parcel))?.courier.code).toBe('fedex');
      }),
    ));
});

describe('the clock of the scenarios', () => {
  it('never puts a scan into the future or out of its day', () =>
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }), (now) => {
        const scan = instantOf(now, 0, '06:12');
        expect(scan.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(scan.toISOString().slice(0, 10)).toBe(dayFrom(now, 0));
      }),
    ));
});
