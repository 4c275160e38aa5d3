import { compose, recordOf, run } from '../testing/flow-builder';

const verdict = async (expression: unknown): Promise<unknown> => {
  const record = await run({ I: { type: 'If', expression, actions: { Y: compose('yes') } } });
  return recordOf(record, 'I').status === 'Succeeded'
    ? (recordOf(record, 'I').inputs as { expressionResult: boolean }).expressionResult
    : recordOf(record, 'I').code;
};

describe('conditions as the designer writes them', () => {
  test.each<[string, unknown, unknown]>([
    ['equals', { equals: ['@add(1,1)', 2] }, true],
    ['equals keeps types', { equals: ['@string(2)', 2] }, false],
    ['greater', { greater: [3, 2] }, true],
    ['greaterOrEquals', { greaterOrEquals: [2, 2] }, true],
    ['less', { less: [3, 2] }, false],
    ['lessOrEquals', { lessOrEquals: [2, 2] }, true],
    ['contains', { contains: ['abc', 'b'] }, true],
    ['startsWith ignores case', { startsWith: ['Abc', 'a'] }, true],
    ['endsWith', { endsWith: ['abc', 'C'] }, true],
    ['not', { not: { equals: [1, 1] } }, false],
    ['and', { and: [{ equals: [1, 1] }, { equals: [1, 2] }] }, false],
    ['or', { or: [{ equals: [1, 1] }, { equals: [1, 2] }] }, true],
    ['an empty and is true', { and: [] }, true],
    ['nested', { and: [{ or: [{ equals: [1, 2] }, { not: { equals: ['', null] } }] }, { less: [1, 2] }] }, true],
    ['and stops at the first false', { and: [{ equals: [1, 2] }, { greater: [null, 1] }] }, false],
    ['a comparison that does not fit is an error', { greater: ['a', 1] }, 'InvalidTemplate'],
    ['an expression as text', '@or(false, true)', true],
    ['an interpolation is no truth value', '@{equals(1,1)}', 'InvalidTemplate'],
  ])('%s', async (_name, expression, expected) => {
    expect(await verdict(expression)).toBe(expected);
  });
});
