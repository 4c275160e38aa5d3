import { readFedexParcel, type FedexResult } from './fedex-parcel';

const answer = (...trackResults: FedexResult[]) => ({ output: { completeTrackResults: [{ trackResults }] } });

describe('a FedEx answer', () => {
  it('is no parcel when FedEx does not find the number, which it says with status 200', () =>
    expect(readFedexParcel(answer({ error: { code: 'TRACKING.TRACKINGNUMBER.NOTFOUND' } }))).toBeNull());

  it('is an error when FedEx reports something else about the number', () =>
    expect(() => readFedexParcel(answer({ error: { code: 'TRACKING.TRACKINGNUMBER.INVALID' } }))).toThrow(
      expect.objectContaining({ code: 'RCC_UPSTREAM_BAD_RESPONSE' }),
    ));

  it('tells of the parcel shipped last when the number was used before, in whatever order they come', () => {
    const old = {
      latestStatusDetail: { derivedCode: 'DL' },
      dateAndTimes: [{ type: 'SHIP', dateTime: '2025-01-01T00:00:00' }],
    };
    const recent = {
      latestStatusDetail: { derivedCode: 'IT' },
      dateAndTimes: [{ type: 'SHIP', dateTime: '2026-02-01T00:00:00' }],
    };
    expect(readFedexParcel(answer(old, recent))?.status).toBe('in_transit');
    expect(readFedexParcel(answer(recent, old))?.status).toBe('in_transit');
  });

  it('sorts the scans, newest first', () => {
    const scanEvents = ['2026-03-01T08:00:00+01:00', '2026-03-02T08:00:00+01:00'].map((date) => ({ date }));
    const facts = readFedexParcel(answer({ latestStatusDetail: { code: 'IT' }, scanEvents }));
    expect(facts?.events.map((event) => event.at)).toEqual(['2026-03-02T07:00:00.000Z', '2026-03-01T07:00:00.000Z']);
  });

  it('does not call a parcel delivered that went back to the shipper', () => {
    const scanEvents = [{ derivedStatusCode: 'RS', date: '2026-03-01T08:00:00+01:00' }];
    expect(readFedexParcel(answer({ latestStatusDetail: { derivedCode: 'DL' }, scanEvents }))?.status).toBe('returned');
  });

  it('expects the parcel on the local day of the window', () => {
    const window = { begins: '2026-03-01T08:00:00-10:00', ends: '2026-03-01T23:00:00-10:00' };
    const facts = readFedexParcel(
      answer({ latestStatusDetail: { code: 'OD' }, estimatedDeliveryTimeWindow: { window } }),
    );
    expect(facts).toMatchObject({ status: 'out_for_delivery', estimatedDelivery: '2026-03-01' });
  });

  it('survives a result about which nothing is said', () =>
    expect(readFedexParcel(answer({}))).toMatchObject({ status: 'unknown', events: [] }));

  it('without results is unreadable', () => expect(() => readFedexParcel({})).toThrow(TypeError));
});
