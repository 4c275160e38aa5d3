import { findingsFor } from '../fixtures/flow-text.fixture';

const A = '/properties/definition/actions/A/inputs/retryPolicy';
const found = (retryPolicy: object) =>
  findingsFor({ actions: { A: { type: 'Http', inputs: { method: 'GET', uri: '@string(1)', retryPolicy } } } })
    .filter(({ severity }) => severity === 'error')
    .map(({ code, pointer }) => `${code} ${pointer}`);
const fixed = (interval: string) => ({ type: 'fixed', count: 3, interval });

describe('F047', () => {
  it.each(['PT4S', 'PT0.5S', 'P2D', 'PT24H1S', 'P1M', 'P1Y'])('finds an interval of %s', (interval) =>
    expect(found(fixed(interval))).toEqual([`F047 ${A}/interval`]),
  );
  it.each(['PT5S', 'P1D', 'PT24H', "@parameters('$authentication')", 'PT@{rand(5, 9)}S'])('accepts %s', (interval) =>
    expect(found(fixed(interval))).toEqual([]),
  );
  it('finds a minimum above the maximum', () => {
    const policy = { ...fixed('PT10S'), type: 'Exponential' };
    expect(found({ ...policy, minimumInterval: 'PT1M', maximumInterval: 'PT59S' })).toEqual([
      `F047 ${A}/minimumInterval`,
    ]);
    expect(found({ ...policy, minimumInterval: 'PT1M', maximumInterval: 'PT60S' })).toEqual([]);
    expect(found({ ...policy, minimumInterval: '@string(1)', maximumInterval: 'PT59S' })).toEqual([]);
  });
  it('leaves policies without intervals alone', () => expect(found({ type: 'none', interval: 'PT1S' })).toEqual([]));
  it('looks at triggers', () => {
    const trigger = { type: 'Request', kind: 'Http', inputs: { retryPolicy: fixed('PT1S') } };
    expect(findingsFor({ trigger })).toEqual([expect.objectContaining({ code: 'F047' })]);
  });
});
