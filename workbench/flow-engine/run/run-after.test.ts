import {
  after,
  compose,
  failing,
  foreach,
  recordOf,
  run,
  scope,
  shopCall,
  statuses,
  testHost,
  wait,
} from '../testing/flow-builder';

type Actions = Parameters<typeof run>[0];
const S = ['Succeeded'];
const F = ['Failed'];
const ok = compose(1);
const always = ['Succeeded', 'Failed', 'Skipped', 'TimedOut'];

/** What the case shows, the flow, the run's status, and the status of each action by its first letter. */
const CASES: [string, Actions, string, Record<string, string>][] = [
  ['a flow without actions succeeds', {}, 'Succeeded', {}],
  ['one action that succeeds', { A: ok }, 'Succeeded', { A: 'S' }],
  ['one action that fails', { A: failing() }, 'Failed', { A: 'F' }],
  ['a chain that succeeds', { A: ok, B: after(ok, { A: S }) }, 'Succeeded', { A: 'S', B: 'S' }],
  ['an empty runAfter starts first', { A: after(ok, {}), B: after(ok, { A: S }) }, 'Succeeded', { A: 'S', B: 'S' }],
  ['the order of writing does not matter', { B: after(ok, { A: S }), A: ok }, 'Succeeded', { A: 'S', B: 'S' }],
  ['a failure skips what needs success', { A: failing(), B: after(ok, { A: S }) }, 'Failed', { A: 'F', B: 'K' }],
  [
    'a skip goes on down the chain',
    { A: failing(), B: after(ok, { A: S }), C: after(ok, { B: S }) },
    'Failed',
    { A: 'F', B: 'K', C: 'K' },
  ],
  ['a handled failure is no failure', { A: failing(), B: after(ok, { A: F }) }, 'Succeeded', { A: 'F', B: 'S' }],
  ['a handler that is not needed is skipped', { A: ok, B: after(ok, { A: F }) }, 'Succeeded', { A: 'S', B: 'K' }],
  ['a handler that fails itself', { A: failing(), B: after(failing(), { A: F }) }, 'Failed', { A: 'F', B: 'F' }],
  [
    'a handled failure with a skipped sibling leaf still fails the run',
    { A: failing(), N: after(ok, { A: S }), C: after(ok, { A: F }) },
    'Failed',
    { A: 'F', N: 'K', C: 'S' },
  ],
  [
    'a success with a skipped handler leaf succeeds',
    { A: ok, N: after(ok, { A: S }), C: after(ok, { A: F }) },
    'Succeeded',
    { A: 'S', N: 'S', C: 'K' },
  ],
  [
    'what runs after a skip lists Skipped',
    { A: failing(), B: after(ok, { A: S }), C: after(ok, { B: ['Skipped'] }) },
    'Succeeded',
    { A: 'F', B: 'K', C: 'S' },
  ],
  [
    'a finally after the handler runs after success',
    { A: ok, C: after(ok, { A: F }), Z: after(ok, { C: always }) },
    'Succeeded',
    { A: 'S', C: 'K', Z: 'S' },
  ],
  [
    'a finally after the handler runs after failure',
    { A: failing(), C: after(ok, { A: F }), Z: after(ok, { C: always }) },
    'Succeeded',
    { A: 'F', C: 'S', Z: 'S' },
  ],
  ['statuses in capitals', { A: failing(), B: after(ok, { A: ['FAILED'] }) }, 'Succeeded', { A: 'F', B: 'S' }],
  [
    'every predecessor must fit',
    { A: ok, B: failing(), C: after(ok, { A: S, B: S }) },
    'Failed',
    { A: 'S', B: 'F', C: 'K' },
  ],
  [
    'predecessors with different wishes',
    { A: ok, B: failing(), C: after(ok, { A: S, B: F }) },
    'Succeeded',
    { A: 'S', B: 'F', C: 'S' },
  ],
  [
    'a join of a handled and a good branch',
    { A: failing(), B: ok, C: after(ok, { A: always, B: always }) },
    'Succeeded',
    { A: 'F', B: 'S', C: 'S' },
  ],
  [
    'a skipped join leaf counts as its predecessors',
    { A: ok, B: ok, C: after(ok, { A: F, B: F }) },
    'Succeeded',
    { A: 'S', B: 'S', C: 'K' },
  ],
  ['one of several branches fails', { A: ok, B: failing(), C: ok }, 'Failed', { A: 'S', B: 'F', C: 'S' }],
  [
    'a diamond whose one side fails and is handled after the join is skipped',
    {
      A: ok,
      B: after(failing(), { A: S }),
      C: after(ok, { A: S }),
      D: after(ok, { B: S, C: S }),
      E: after(ok, { D: ['Skipped'] }),
    },
    'Succeeded',
    { A: 'S', B: 'F', C: 'S', D: 'K', E: 'S' },
  ],
  ['a scope succeeds with its actions', { T: scope({ A: ok }) }, 'Succeeded', { T: 'S', A: 'S' }],
  ['a scope fails with its actions', { T: scope({ A: failing() }) }, 'Failed', { T: 'F', A: 'F' }],
  [
    'a failure handled inside a scope does not leave it',
    { T: scope({ A: failing(), B: after(ok, { A: F }) }) },
    'Succeeded',
    { T: 'S', A: 'F', B: 'S' },
  ],
  [
    'try and catch succeed',
    { T: scope({ A: failing() }), C: after(scope({ L: ok }), { T: ['Failed', 'TimedOut'] }) },
    'Succeeded',
    { T: 'F', A: 'F', C: 'S', L: 'S' },
  ],
  [
    'a catch that is not needed is skipped with what is in it',
    { T: scope({ A: ok }), C: after(scope({ L: scope({ M: ok }) }), { T: F }) },
    'Succeeded',
    { T: 'S', A: 'S', C: 'K', L: 'K', M: 'K' },
  ],
  [
    'a failure deep inside reaches the top',
    { T: scope({ U: scope({ V: scope({ A: failing() }) }) }) },
    'Failed',
    { T: 'F', U: 'F', V: 'F', A: 'F' },
  ],
  [
    'a failure deep inside caught halfway',
    { T: scope({ U: scope({ A: failing() }), C: after(ok, { U: F }) }) },
    'Succeeded',
    { T: 'S', U: 'F', A: 'F', C: 'S' },
  ],
  [
    'the taken branch of a condition decides',
    { I: { type: 'If', expression: '@equals(1,1)', actions: { Y: failing() }, else: { actions: { N: ok } } } },
    'Failed',
    { I: 'F', Y: 'F', N: 'K' },
  ],
  [
    'the branch not taken does not fail the condition',
    { I: { type: 'If', expression: '@equals(1,2)', actions: { Y: failing() }, else: { actions: { N: ok } } } },
    'Succeeded',
    { I: 'S', Y: 'K', N: 'S' },
  ],
  [
    'a condition without a second branch',
    { I: { type: 'If', expression: '@equals(1,2)', actions: { Y: ok } } },
    'Succeeded',
    { I: 'S', Y: 'K' },
  ],
  [
    'a condition that cannot be evaluated fails',
    { I: { type: 'If', expression: '@greater(null,2)', actions: { Y: ok } }, C: after(ok, { I: F }) },
    'Succeeded',
    { I: 'F', C: 'S' },
  ],
  [
    'a condition that is no truth value fails',
    { I: { type: 'If', expression: "@concat('true')", actions: { Y: ok } } },
    'Failed',
    { I: 'F' },
  ],
  [
    'a reference to a skipped action is null',
    { A: failing(), B: after(ok, { A: S }), C: after(compose("@coalesce(outputs('B'),'none')"), { B: ['Skipped'] }) },
    'Succeeded',
    { A: 'F', B: 'K', C: 'S' },
  ],
  [
    'a reference to an action that has not run fails',
    { A: compose("@outputs('B')"), B: after(ok, { A: S }) },
    'Failed',
    { A: 'F', B: 'K' },
  ],
  [
    'a failed connector call is caught by its status',
    { A: shopCall('Nothing'), C: after(ok, { A: F }) },
    'Succeeded',
    { A: 'F', C: 'S' },
  ],
];

const LETTERS: Record<string, string> = { S: 'Succeeded', F: 'Failed', K: 'Skipped' };

describe('order and status', () => {
  test.each(CASES)('%s', async (_name, actions, status, expected) => {
    const record = await run(actions);
    expect(record.status).toBe(status);
    const found = statuses(record);
    const wanted = Object.fromEntries(Object.entries(expected).map(([name, letter]) => [name, LETTERS[letter]]));
    expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, found[name]]))).toEqual(wanted);
  });

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
    expect(recordOf(record, 'Y').code).toBe('ActionBranchingConditionNotSatisfied');
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
