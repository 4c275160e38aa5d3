import { findingsFor, messagesOf } from '../fixtures/flow-text.fixture';

const A = '/properties/definition/actions/A';
const text = "@triggerBody()?['text']";
const decide = (expression: unknown) => ({ A: { type: 'If', expression, actions: {} } });
const filter = (where: unknown) => ({ A: { type: 'Query', inputs: { from: text, where } } });
const errorsOf = (actions: Record<string, unknown>) =>
  findingsFor({ actions }).filter(({ severity }) => severity === 'error');

describe('F044', () => {
  it.each<[string, unknown, string, string]>([
    ['an unknown operator', { equal: [text, 1] }, '/equal', "the operator 'equal', which"],
    ['an operator in another case', { and: [{ Equals: [text, 1] }] }, '/and/0/Equals', "the operator 'Equals', which"],
    ['two operators', { equals: [text, 1], less: [text, 2] }, '', "the operators 'equals', 'less' in one object"],
    ['no operator', { not: {} }, '/not', 'no operator'],
    ['three operands', { equals: [text, 1, 2] }, '/equals', 'compares two operands, but has a list of 3'],
    ['one operand', { or: [{ less: [text] }] }, '/or/0/less', 'compares two operands, but has a list of 1'],
    ['operands without a list', { contains: text }, '/contains', 'compares two operands, but has text'],
    ['an and without a list', { and: { equals: [text, 1] } }, '/and', "'and' in the condition of 'A' has no list"],
    ['an or without a list', { or: text }, '/or', "'or' in the condition of 'A' has no list"],
    ['a list to negate', { not: [{ equals: [text, 1] }] }, '/not', 'is a list, which is neither true nor false'],
    ['a plain text', 'done', '', 'is text, which is neither'],
    ['an expression without @', 'equals(1, 2)', '', 'is text, which is neither'],
    ['an expression in braces', '@{equals(1, 2)}', '', 'is text, which is neither'],
    ['a text inside', { and: ['done'] }, '/and/0', 'is text, which is neither'],
    ['a constant', '@1', '', 'is a number, which is neither'],
    [
      'an operand the operator does not take',
      { startsWith: [text, 5] },
      '/startsWith/1',
      'operand 2: text is expected',
    ],
  ])('finds %s', (_what, expression, place, message) =>
    expect(errorsOf(decide(expression))).toEqual([
      expect.objectContaining({
        code: 'F044',
        pointer: `${A}/expression${place}`,
        message: expect.stringContaining(message) as string,
      }),
    ]),
  );

  it.each<[string, unknown]>([
    ['an expression', '@equals(1, 2)'],
    ['a value that may be true', text],
    ['the constant true', '@true'],
    [
      'conditions in conditions',
      { or: [{ and: [{ not: { equals: [text, null] } }, text] }, { contains: [text, 'a'] }] },
    ],
    ['the designer’s empty row', { and: [{ equals: ['', ''] }] }],
    ['text with an expression in it as operand', { startsWith: [text, 'a@{rand(1, 2)}'] }],
  ])('accepts %s', (_what, expression) => expect(messagesOf('F044', { actions: decide(expression) })).toEqual([]));

  it('only warns of a list without conditions', () => {
    const found = findingsFor({ actions: decide({ and: [] }) });
    expect(found).toEqual([
      expect.objectContaining({ code: 'F044', severity: 'warning', pointer: `${A}/expression/and` }),
    ]);
  });

  it.each([['done'], [1], [null], [{ equals: [1, 1] }], ['@{item()}']])('finds that a Query cannot ask %j', (where) =>
    expect(errorsOf(filter(where))).toEqual([expect.objectContaining({ code: 'F044', pointer: `${A}/inputs/where` })]),
  );
  it.each([[true], ['@true'], ['@equals(item(), 1)']])('lets a Query ask %j', (where) =>
    expect(errorsOf(filter(where))).toEqual([]),
  );

  it('looks at Until and at triggers', () => {
    const loop = { A: { type: 'Until', expression: { equal: [1, text] }, limit: { count: 5 }, actions: {} } };
    expect(messagesOf('F044', { actions: loop })).toHaveLength(1);
    const trigger = {
      type: 'Request',
      kind: 'Http',
      conditions: [{ expression: '@true' }, { expression: 'equals(1, 1)' }],
    };
    expect(findingsFor({ trigger })).toEqual([
      expect.objectContaining({
        code: 'F044',
        pointer: '/properties/definition/triggers/manual/conditions/1/expression',
      }),
    ]);
  });
});
