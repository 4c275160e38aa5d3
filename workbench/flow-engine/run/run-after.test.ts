import { after, compose, failing, foreach, recordOf, run, testHost, wait } from '../testing/flow-builder';

type Actions = Parameters<typeof run>[0];
const S = ['Succeeded'];
const ok = compose(1);

describe('order and status', () => {
  test('roots run in parallel', async () => {
    const record = await run({ A: wait(30), B: wait(30), C: after(ok, { A: S, B: S }) });
    expect(recordOf(record, 'C').startTime).toBe('2026-03-02T09:00:30.000Z');
  });

  test('a failed run says that an action failed, and the action says why', async () => {
    const record = await run({ A: failing() });
    expect(record.error).toMatchObject({ code: 'ActionFailed' });
    expect(recordOf(record, 'A')).toMatchObject({ code: 'InvalidTemplate', error: { code: 'InvalidTemplate' } });
    expect(recordOf(record, 'A').error?.message).toMatch(/'A'.*'int' cannot make/);
  });

  test('an unknown function fails its action and is named', async () => {
    const record = await run({ A: compose('@shout(1)') });
    expect(recordOf(record, 'A').error).toMatchObject({
      code: 'InvalidTemplate',
      message: expect.stringContaining("'shout'") as string,
    });
  });

  test('skipped actions say so and are not billed', async () => {
    const record = await run({ A: failing(), B: after(ok, { A: S }) });
    expect(recordOf(record, 'B')).toMatchObject({ status: 'Skipped', code: 'ActionSkipped', tries: [] });
    expect(record.billableActions).toBe(1);
  });

  test('actions of the branch not taken have their own code', async () => {
    const record = await run({ I: { type: 'If', expression: '@not(true)', actions: { Y: ok } } });
    expect(recordOf(record, 'Y')).toMatchObject({
      code: 'ActionSkipped',
      error: { code: 'ActionBranchingConditionNotSatisfied' },
    });
  });

  test('thousands of actions in a row need no deep stack', async () => {
    const actions: Actions = {};
    for (let i = 0; i < 5000; i += 1) actions[`A${i}`] = i === 0 ? ok : after(ok, { [`A${i - 1}`]: S });
    const record = await run(actions);
    expect([record.status, record.billableActions]).toEqual(['Succeeded', 5000]);
  });

  test('a run with too many actions is stopped', async () => {
    const host = testHost(undefined, { maxActions: 50 });
    const record = await run({ L: foreach('@range(0,1000)', { A: ok }) }, host);
    expect(record).toMatchObject({ status: 'Failed', error: { code: 'ActionLimitExceeded' } });
  });
});
