import { readUpsParcel, type UpsTrackAnswer } from './ups-parcel';

const NUMBER = '1ZRC49990300123582';
const read = (given: UpsTrackAnswer) => readUpsParcel(given, NUMBER);
const answer = (parcel: object) => ({ trackResponse: { shipment: [{ package: [parcel] }] } });
const scan = (type: string, description: string, date: string) => ({
  date,
  time: '071356',
  gmtDate: date,
  gmtTime: '61356',
  status: { type, description },
  location: { address: { city: 'FRANKFURT AM MAIN', countryCode: 'DE' } },
});

describe('a UPS answer', () => {
  it('is no parcel when UPS warns that it does not know the number', () =>
    expect(read({ trackResponse: { shipment: [{ warnings: [{ code: 'TW0001' }] }] } })).toBeNull());

  it('prefers the rescheduled day to the scheduled one', () => {
    const days = [
      { type: 'SDD', date: '20260301' },
      { type: 'RDD', date: '20260303' },
    ];
    const facts = read(answer({ activity: [scan('I', 'In transit', '20260228')], deliveryDate: days }));
    expect(facts).toMatchObject({ status: 'in_transit', estimatedDelivery: '2026-03-03', deliveredAt: null });
    expect(facts?.events[0]).toEqual({
      at: '2026-02-28T06:13:56.000Z',
      local_time: '2026-02-28 07:13:56',
      description: 'In transit',
      place: 'Frankfurt Am Main, DE',
    });
  });

  it('does not call a parcel delivered that went back to the sender', () => {
    const activity = [scan('D', 'DELIVERED', '20260303'), scan('RS', 'Returning to Sender', '20260302')];
    expect(read(answer({ activity }))?.status).toBe('returned');
    const inWords = [scan('D', 'DELIVERED', '20260303'), scan('X', 'Returning to sender', '20260302')];
    expect(read(answer({ activity: inWords }))?.status).toBe('returned');
  });

  it('lists what shows the delivery and nothing that does not', () => {
    const activity = [scan('D', 'DELIVERED', '20260303')];
    const weak = { receivedBy: 'RIVERA', deliveryPhoto: { photoCaptureInd: 'N' } };
    const strong = { ...weak, signature: { image: 'aW1hZ2U=' }, deliveryPhoto: { photoCaptureInd: 'Y' } };
    expect(read(answer({ activity, deliveryInformation: weak }))?.proof).toEqual(['Received by RIVERA']);
    expect(read(answer({ activity, deliveryInformation: strong }))?.proof).toEqual([
      'Received by RIVERA',
      'Signature on file',
      'Photo of the delivery on file',
    ]);
  });

  it('tells of the package asked for, not of others in its shipment', () => {
    const parcel = (trackingNumber: string, type: string) => ({
      trackingNumber,
      activity: [scan(type, 'Scan', '20260303')],
    });
    const several = (...packages: object[]) => ({ trackResponse: { shipment: [{ package: packages }] } });
    const [own, other] = [parcel(NUMBER, 'I'), parcel('1ZRC49990310123580', 'D')];
    expect(read(several(other, own))?.status).toBe('in_transit');
    expect(read(several(other))?.status).toBe('delivered');
    expect(() => read(several(other, other))).toThrow(TypeError);
  });

  it('survives a package about which nothing is said', () =>
    expect(read(answer({}))).toMatchObject({ status: 'unknown', events: [] }));

  it('without shipments is unreadable', () => expect(() => read({})).toThrow(TypeError));
});
