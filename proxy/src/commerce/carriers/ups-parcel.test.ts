import { readUpsParcel } from './ups-parcel';

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
    expect(readUpsParcel({ trackResponse: { shipment: [{ warnings: [{ code: 'TW0001' }] }] } })).toBeNull());

  it('prefers the rescheduled day to the scheduled one', () => {
    const days = [
      { type: 'SDD', date: '20260301' },
      { type: 'RDD', date: '20260303' },
    ];
    const facts = readUpsParcel(answer({ activity: [scan('I', 'In transit', '20260228')], deliveryDate: days }));
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
    expect(readUpsParcel(answer({ activity }))?.status).toBe('returned');
    const inWords = [scan('D', 'DELIVERED', '20260303'), scan('X', 'Returning to sender', '20260302')];
    expect(readUpsParcel(answer({ activity: inWords }))?.status).toBe('returned');
  });

  it('lists what shows the delivery and nothing that does not', () => {
    const activity = [scan('D', 'DELIVERED', '20260303')];
    const weak = { receivedBy: 'RIVERA', deliveryPhoto: { photoCaptureInd: 'N' } };
    const strong = { ...weak, signature: { image: 'aW1hZ2U=' }, deliveryPhoto: { photoCaptureInd: 'Y' } };
    expect(readUpsParcel(answer({ activity, deliveryInformation: weak }))?.proof).toEqual(['Received by RIVERA']);
    expect(readUpsParcel(answer({ activity, deliveryInformation: strong }))?.proof).toEqual([
      'Received by RIVERA',
      'Signature on file',
      'Photo of the delivery on file',
    ]);
  });

  it('survives a package about which nothing is said', () =>
    expect(readUpsParcel(answer({}))).toMatchObject({ status: 'unknown', events: [] }));

  it('without shipments is unreadable', () => expect(() => readUpsParcel({})).toThrow(TypeError));
});
