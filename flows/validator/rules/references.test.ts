import { compose, findingsFor, foreach, messagesOf, scope, until } from '../fixtures/flow-text.fixture';

describe('F006', () => {
  it.each(['outputs', 'body', 'actions', 'result', 'items', 'actionOutputs', 'actionBody', 'OUTPUTS'])(
    'looks at %s()',
    (name) => {
      const fix = findingsFor({ actions: { A: compose(1), B: compose(`@${name}('Nobody')`, 'A') } }).find(
        ({ code }) => code === 'F006',
      );
      expect(fix?.message).toBe(`${name}('Nobody') in 'B' names an action that does not exist.`);
    },
  );
  it('looks inside of text, member names and steps of a path', () => {
    const inputs = { "@{body('X')}": 1, b: "a @{outputs('Y')} c", c: "@triggerBody()?[body('Z')]" };
    expect(messagesOf('F006', { actions: { A: compose(inputs) } }).map((message) => message.split(' ')[0])).toEqual([
      "body('X')",
      "outputs('Y')",
      "body('Z')",
    ]);
  });
  it('leaves computed names and schemas alone', () => {
    const actions = { A: compose({ a: "@outputs(concat('X', 'Y'))", schema: { b: "@outputs('Nobody')" } }) };
    expect(findingsFor({ actions })).toEqual([]);
  });
});

describe('F008', () => {
  const rows = (inputs: object, type: string) => ({
    R: { type, runAfter: {}, inputs: { from: '@createArray(1)', ...inputs } },
  });
  it.each([
    ['item() in a loop', { L: foreach({ A: scope({ B: compose('@item()') }) }) }],
    ['item() of a filter', rows({ where: '@equals(item(), 1)' }, 'Query')],
    ['item() of a selection', rows({ select: { a: '@item()' } }, 'Select')],
    ['item() of a table', rows({ format: 'CSV', columns: [{ header: 'A', value: '@item()' }] }, 'Table')],
    ['items() of an outer loop', { L: foreach({ M: foreach({ B: compose("@items('L')") }) }) }],
    [
      'iterationIndexes() of its loop',
      { U: until("@equals(iterationIndexes('U'), 2)", { A: compose("@iterationIndexes('U')") }) },
    ],
    ['result() of a scope', { S: scope({ A: compose(1) }), B: compose("@result('S')", 'S') }],
  ])('accepts %s', (_what, actions) => expect(findingsFor({ actions })).toEqual([]));

  it.each([
    [
      'items() behind its loop',
      { L: foreach({ A: compose(1) }), B: compose("@items('L')", 'L') },
      /^'B' uses items\('L'\), but 'L' is not around it/,
    ],
    [
      'items() in what its loop walks through',
      { L: { ...foreach({}), foreach: "@items('L')" } },
      /^'L' uses items\('L'\), but 'L' is not around/,
    ],
    [
      'items() of no loop',
      { S: scope({ B: compose("@items('S')") }) },
      /^'B' uses items\('S'\), but 'S' is no Foreach/,
    ],
    [
      'iterationIndexes() of a Foreach',
      { L: foreach({ B: compose("@iterationIndexes('L')") }) },
      /but 'L' is no Until/,
    ],
    [
      'result() of a plain action',
      { A: compose(1), B: compose("@result('A')", 'A') },
      /^result\('A'\) in 'B' names a Compose/,
    ],
    ['item() without a loop', { A: compose('@item()') }, /^'A' uses item\(\), but there is no item/],
    [
      'item() in what a filter reads',
      { R: { type: 'Query', runAfter: {}, inputs: { from: '@item()', where: '@true' } } },
      /^'R' uses item/,
    ],
  ])('refuses %s', (_what, actions, message) => {
    expect(messagesOf('F008', { actions })).toEqual([expect.stringMatching(message)]);
  });

  it('only warns of item() without a loop, which the platform saves', () => {
    expect(findingsFor({ actions: { A: compose('@item()') } }).map(({ code, severity }) => code + severity)).toEqual([
      'F008warning',
    ]);
  });
});
