import { findingsFor, messagesOf } from '../fixtures/flow-text.fixture';

const A = '/properties/definition/actions/A';
const choose = (expression: unknown, ...values: unknown[]) => ({
  A: {
    type: 'Switch',
    expression,
    cases: Object.fromEntries(values.map((value, i) => [`C${i}`, { case: value, actions: {} }])),
  },
});
const text = "@triggerBody()?['text']";

describe('F042', () => {
  it('tells 1 from the text 1', () =>
    expect(messagesOf('F042', { actions: choose(text, 1, '1', 'a', 'A') })).toEqual([]));
  it('finds the same value twice', () =>
    expect(messagesOf('F042', { actions: choose(text, 1, 2, 1) })).toEqual([
      "'A' compares with the same value in the cases 'C0' and 'C2'; the second never runs.",
    ]));
});

describe('F045', () => {
  it.each<[string, unknown, string]>([
    ['a text', 'triggerBody()', 'a constant'],
    ['a number', 1, 'a constant'],
    ['null', null, 'a constant'],
    ['a constant expression', "@'a'", 'a constant'],
    ['an object', { text }, 'an object, which no case can equal'],
    ['a list', [text], 'a list, which no case can equal'],
  ])('finds a Switch that looks at %s', (_what, expression, words) =>
    expect(findingsFor({ actions: choose(expression, 'a') })).toEqual([
      expect.objectContaining({
        code: 'F045',
        severity: 'error',
        pointer: `${A}/expression`,
        message: expect.stringContaining(`'A' looks at ${words}`) as string,
      }),
    ]),
  );

  it.each([[{ a: 1 }], [['a']]])('finds the case %j', (value) =>
    expect(findingsFor({ actions: choose(text, 'a', value) })).toEqual([
      expect.objectContaining({ code: 'F045', pointer: `${A}/cases/C1/case` }),
    ]),
  );

  it('accepts an expression, text with one in it, and plain cases', () => {
    expect(findingsFor({ actions: choose(text, 'a', 1, 1.5, true) })).toEqual([]);
    expect(findingsFor({ actions: choose('a-@{rand(1, 9)}', 'a-1') })).toEqual([]);
  });
});
