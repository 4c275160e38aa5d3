import fc from 'fast-check';
import { PARCEL_STATUSES } from '../../contract/vocabulary';
import { fedexStatus } from './fedex-status';
import { upsStatus } from './ups-status';

describe('status of a parcel', () => {
  it.each([
    ['M', '', 'label_created'],
    ['MV', '', 'cancelled'],
    ['P', '', 'picked_up'],
    ['I', '', 'in_transit'],
    ['O', '', 'out_for_delivery'],
    ['D', '', 'delivered'],
    ['DD', '', 'in_transit'],
    ['RS', '', 'returning'],
    ['X', 'Returning to Sender', 'returning'],
    ['X', 'The receiver was not available for delivery.', 'delivery_attempted'],
    ['X', 'Severe weather conditions have delayed delivery.', 'delayed'],
    ['X', 'Held in customs.', 'customs'],
    ['X', 'The package was damaged.', 'exception'],
    ['NA', '', 'unknown'],
    ['ZZ', '', 'unknown'],
    [undefined, undefined, 'unknown'],
  ])('UPS %s %s is %s', (type, description, status) => expect(upsStatus(type, description)).toBe(status));

  it.each([
    ['OC', false, '', 'label_created'],
    ['PU', false, '', 'picked_up'],
    ['AR', false, '', 'in_transit'],
    ['CD', false, '', 'customs'],
    ['OD', false, '', 'out_for_delivery'],
    ['DL', false, '', 'delivered'],
    ['DE', false, 'Customer not available or business closed', 'delivery_attempted'],
    ['DE', true, 'Local weather delay - Delivery not attempted', 'delayed'],
    ['DE', false, 'Package damaged', 'exception'],
    ['HL', false, '', 'ready_for_pickup'],
    ['RS', false, '', 'returning'],
    ['??', false, '', 'unknown'],
    [undefined, false, '', 'unknown'],
  ])('FedEx %s %s %s is %s', (code, delayed, reason, status) =>
    expect(fedexStatus(code, delayed, reason)).toBe(status),
  );

  it('is one of ours for every code a carrier may invent', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (code, words, delayed) => {
        expect(PARCEL_STATUSES).toContain(upsStatus(code, words));
        expect(PARCEL_STATUSES).toContain(fedexStatus(code, delayed, words));
      }),
    ));
});
