import { compose, recordOf, run, statuses } from '../testing/flow-builder';

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

describe('Switch', () => {
  const choose = async (expression: unknown): Promise<Record<string, string>> =>
    statuses(
      await run({
        W: {
          type: 'Switch',
          expression,
          cases: {
            One: { case: 1, actions: { A: compose('one') } },
            Text: { case: '1', actions: { B: compose('text') } },
            Again: { case: 1, actions: { C: compose('again') } },
          },
          default: { actions: { D: compose('default') } },
        },
      }),
    );

  test('the first case equal in type and value runs', async () => {
    expect(await choose('@add(0,1)')).toEqual({
      W: 'Succeeded',
      A: 'Succeeded',
      B: 'Skipped',
      C: 'Skipped',
      D: 'Skipped',
    });
  });

  test('text is not number', async () => {
    expect(await choose("@concat('1')")).toMatchObject({ A: 'Skipped', B: 'Succeeded' });
  });

  test('anything else takes the default', async () => {
    expect(await choose("@triggerBody()?['nope']")).toMatchObject({ A: 'Skipped', B: 'Skipped', D: 'Succeeded' });
  });

  test('no default is fine', async () => {
    const record = await run({ W: { type: 'Switch', expression: 'x', cases: {} } });
    expect(record.status).toBe('Succeeded');
  });
});
