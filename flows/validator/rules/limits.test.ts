import { compose, messagesOf, variable } from '../fixtures/flow-text.fixture';

const many = (count: number, action: (i: number) => unknown): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`A${i}`, action(i)]));

describe('F041', () => {
  it('counts actions', () => {
    expect(messagesOf('F041', { actions: many(500, compose) })).toEqual([]);
    expect(messagesOf('F041', { actions: many(501, compose) })).toEqual(['The flow has 501 actions; 500 are allowed.']);
  });
  it('counts variables', () => {
    expect(messagesOf('F041', { actions: many(251, (i) => variable(`v${i}`, 'integer')) })).toEqual([
      'The flow has 251 variables; 250 are allowed.',
    ]);
  });
});

describe('F042', () => {
  const cases = (...values: unknown[]) => ({
    A: {
      type: 'Switch',
      expression: 1,
      cases: Object.fromEntries(values.map((value, i) => [`C${i}`, { case: value, actions: {} }])),
    },
  });
  it('tells 1 from the text 1', () => expect(messagesOf('F042', { actions: cases(1, '1', 'a', 'A') })).toEqual([]));
  it('finds the same value twice', () =>
    expect(messagesOf('F042', { actions: cases(1, 2, 1) })).toEqual([
      "'A' compares with the same value in the cases 'C0' and 'C2'; the second never runs.",
    ]));
});

describe('F043 and F027', () => {
  const trigger = (timeZone?: unknown, schedule?: object) => ({
    type: 'Recurrence',
    recurrence: { frequency: 'Day', interval: 1, timeZone, schedule },
  });
  it.each([[undefined], [null], ['UTC'], ['Romance Standard Time'], ["@parameters('zone')"]])(
    'F043 takes %j',
    (timeZone) => expect(messagesOf('F043', { trigger: trigger(timeZone) })).toEqual([]),
  );
  it('F043 refuses what is no zone', () => expect(messagesOf('F043', { trigger: trigger('CEST') })).toHaveLength(1));
  it('F027 asks for a zone only where there is a schedule', () => {
    expect(messagesOf('F027', { trigger: trigger() })).toEqual([]);
    expect(messagesOf('F027', { trigger: trigger(undefined, { hours: ['8'] }) })).toHaveLength(1);
    expect(messagesOf('F027', { trigger: trigger('UTC', { hours: ['8'] }) })).toEqual([]);
  });
});
