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
