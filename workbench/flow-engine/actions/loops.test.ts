import {
  after,
  compose,
  failing,
  foreach,
  initialize,
  recordOf,
  recordingConnector,
  recordsOf,
  run,
  scope,
  secondsIn,
  setVariable,
  shopCall,
  statuses,
  testHost,
  wait,
} from '../testing/flow-builder';

const S = ['Succeeded'];
const increment = { type: 'IncrementVariable', inputs: { name: 'n', value: 1 } };
const count = initialize('n', 'integer', 0);
const until = (expression: unknown, actions: Parameters<typeof run>[0], more: object = {}) => ({
  type: 'Until',
  expression,
  limit: { count: 5, timeout: 'PT1H' },
  actions,
  ...more,
});

describe('Foreach', () => {
  test('an empty array succeeds with no iteration', async () => {
    const record = await run({ L: foreach('@createArray()', { A: compose('@item()') }) });
    expect(recordOf(record, 'L')).toMatchObject({ status: 'Succeeded', inputs: { foreachItemsCount: 0 } });
    expect(recordsOf(record, 'A')).toEqual([]);
  });

  test.each([
    ['null', "@triggerBody()?['nope']"],
    ['text', "@concat('a')"],
    ['an object', "@json('{}')"],
  ])('%s is an error', async (_name, items) => {
    const record = await run({ L: foreach(items, { A: compose(1) }) });
    expect(recordOf(record, 'L')).toMatchObject({ status: 'Failed', code: 'InvalidTemplate' });
  });

  test('iterations are records with their index, in order', async () => {
    const record = await run({ L: foreach('@createArray(7,8)', { A: compose("@items('L')") }) });
    expect(recordsOf(record, 'A').map(({ repetition, outputs }) => [repetition, outputs])).toEqual([
      [[0], 7],
      [[1], 8],
    ]);
  });

  test('all iterations run even when one fails; then the loop is Failed', async () => {
    const record = await run({ L: foreach("@createArray('1','x','3')", { A: compose('@int(item())') }) });
    expect(recordsOf(record, 'A').map(({ status }) => status)).toEqual(['Succeeded', 'Failed', 'Succeeded']);
    expect(recordOf(record, 'L')).toMatchObject({ status: 'Failed', error: { code: 'ActionFailed' } });
    expect(record.status).toBe('Failed');
  });

  test('a failure handled in its iteration does not fail the loop', async () => {
    const record = await run({
      L: foreach("@createArray('x')", { A: compose('@int(item())'), B: after(compose(1), { A: ['Failed'] }) }),
    });
    expect(record.status).toBe('Succeeded');
  });

  test.each([
    ['one at a time by default', undefined, 40],
    ['one at a time on request', 1, 40],
    ['two at a time', 2, 20],
    ['all at a time', 50, 10],
  ])('%s', async (_name, repetitions, seconds) => {
    const record = await run({ L: foreach('@range(0,4)', { A: wait(10) }, repetitions) });
    expect(secondsIn(recordOf(record, 'L').endTime)).toBe(seconds);
  });

  test('the sequential option overrides concurrency', async () => {
    const loop = { ...foreach('@range(0,3)', { A: wait(10) }, 20), operationOptions: 'Sequential' };
    const record = await run({ L: loop });
    expect(secondsIn(record.endTime)).toBe(30);
  });

  test('parallel iterations see their own item and results', async () => {
    const record = await run({
      L: foreach(
        '@range(0,6)',
        {
          W: wait("@sub(10,items('L'))"),
          A: after(compose("@add(items('L'),100)"), { W: S }),
          B: after(compose("@outputs('A')"), { A: S }),
        },
        3,
      ),
    });
    const pairs = recordsOf(record, 'B').map(({ repetition, outputs }) => [repetition[0], outputs]);
    expect(pairs.sort((a, b) => (a[0] as number) - (b[0] as number))).toEqual(
      [0, 1, 2, 3, 4, 5].map((i) => [i, i + 100]),
    );
  });

  test('variables are shared between parallel iterations', async () => {
    const record = await run({
      V: count,
      L: after(foreach('@range(0,10)', { A: increment }, 10), { V: S }),
      R: after(compose("@variables('n')"), { L: S }),
    });
    expect(recordOf(record, 'R').outputs).toBe(10);
  });

  test('nested loops know both items and have two indexes', async () => {
    const record = await run({
      L: foreach('@createArray(1,2)', { M: foreach('@createArray(10,20)', { A: compose("@add(items('L'),item())") }) }),
    });
    expect(recordsOf(record, 'A').map(({ repetition, outputs }) => [repetition, outputs])).toEqual([
      [[0, 0], 11],
      [[0, 1], 21],
      [[1, 0], 12],
      [[1, 1], 22],
    ]);
  });

  test('iterationIndexes counts from zero', async () => {
    const record = await run({ L: foreach("@createArray('a','b')", { A: compose("@iterationIndexes('L')") }) });
    expect(recordsOf(record, 'A').map(({ outputs }) => outputs)).toEqual([0, 1]);
  });

  test('an inner action read outside the loop is the list of all iterations', async () => {
    const record = await run({
      L: foreach('@createArray(1,2)', { A: compose('@mul(item(),2)') }),
      R: after(compose("@outputs('A')"), { L: S }),
    });
    expect(recordOf(record, 'R').outputs).toEqual([2, 4]);
  });

  test('an inner action of an empty loop is an empty list outside', async () => {
    const record = await run({
      L: foreach('@createArray()', { A: compose('@item()') }),
      R: after(compose("@outputs('A')"), { L: S }),
    });
    expect(recordOf(record, 'R').outputs).toEqual([]);
  });

  test('inside an iteration an action from before the loop is seen', async () => {
    const record = await run({
      P: compose('base'),
      L: after(foreach('@createArray(1)', { A: compose("@concat(outputs('P'),item())") }), { P: S }),
    });
    expect(recordOf(record, 'A').outputs).toBe('base1');
  });

  test('result of a loop has the first-level actions of every iteration', async () => {
    const record = await run({
      L: foreach("@createArray('1','x')", { A: compose('@int(item())'), T: scope({ Deep: compose(1) }) }),
      R: after(
        { type: 'Select', inputs: { from: "@result('L')", select: "@concat(item()?['name'],':',item()?['status'])" } },
        { L: ['Failed'] },
      ),
    });
    expect(recordOf(record, 'R').outputs).toEqual({ body: ['A:Succeeded', 'T:Succeeded', 'A:Failed', 'T:Succeeded'] });
  });

  test('a retry inside one iteration does not stop the others', async () => {
    const shop = recordingConnector(({ arguments: { id }, attempt }) => ({
      statusCode: id === 'b' && attempt === 1 ? 503 : 200,
    }));
    const policy = { retryPolicy: { type: 'fixed', count: 1, interval: 'PT30S' } };
    const record = await run(
      { L: foreach("@createArray('a','b','c')", { A: shopCall('GetOrder', { id: '@item()' }, policy) }, 3) },
      testHost(shop),
    );
    expect(record.status).toBe('Succeeded');
    expect(shop.requests.map(({ arguments: { id } }) => id)).toEqual(['a', 'b', 'c', 'b']);
    expect(record.billableActions).toBe(5);
  });
});

describe('Until', () => {
  test('runs the body before the first test', async () => {
    const record = await run({ V: count, U: after(until('@equals(1,1)', { A: increment }), { V: S }) });
    expect(recordsOf(record, 'A')).toHaveLength(1);
  });

  test('ends when the test is true', async () => {
    const record = await run({ V: count, U: after(until("@equals(variables('n'),3)", { A: increment }), { V: S }) });
    expect(recordOf(record, 'U')).toMatchObject({ status: 'Succeeded', inputs: { iterationCount: 3 } });
  });

  test('the test sees the results of the last pass', async () => {
    const record = await run({
      V: count,
      U: after(until("@equals(outputs('B'),2)", { A: increment, B: after(compose("@variables('n')"), { A: S }) }), {
        V: S,
      }),
    });
    expect(recordsOf(record, 'B').map(({ outputs }) => outputs)).toEqual([1, 2]);
  });

  test('a reached count does not fail the loop', async () => {
    const record = await run({ V: count, U: after(until('@equals(1,2)', { A: increment }), { V: S }) });
    expect(recordOf(record, 'U')).toMatchObject({ status: 'Succeeded', inputs: { iterationCount: 5 } });
  });

  test('a reached count fails the loop when asked to', async () => {
    const option = { operationOptions: 'FailWhenLimitsReached' };
    const record = await run({ V: count, U: after(until('@equals(1,2)', { A: increment }, option), { V: S }) });
    expect(recordOf(record, 'U')).toMatchObject({ status: 'Failed', code: 'UntilLimitReached' });
  });

  test('without limits it stops after 60 passes', async () => {
    const loop = { ...until('@equals(1,2)', { A: increment }), limit: {} };
    const record = await run({ V: count, U: after(loop, { V: S }) });
    expect(recordsOf(record, 'A')).toHaveLength(60);
  });

  test('the time limit stops it between passes, not within one', async () => {
    const loop = until('@equals(1,2)', { A: wait(50) }, { limit: { count: 60, timeout: 'PT2M' } });
    const record = await run({ U: loop });
    expect(recordOf(record, 'U').status).toBe('Succeeded');
    expect(secondsIn(record.endTime)).toBe(150);
  });

  test('a failed pass fails the loop', async () => {
    const record = await run({ U: until('@equals(1,2)', { A: failing() }) });
    expect(recordsOf(record, 'A')).toHaveLength(1);
    expect(statuses(record).U).toBe('Failed');
  });

  test('a count from an expression', async () => {
    const loop = until('@equals(1,2)', { A: increment }, { limit: { count: '@add(1,1)', timeout: 'PT1H' } });
    const record = await run({ V: count, U: after(loop, { V: S }) });
    expect(recordsOf(record, 'A')).toHaveLength(2);
  });

  test('an action read outside is that of the last pass', async () => {
    const record = await run({
      V: count,
      U: after(until("@equals(variables('n'),3)", { A: increment, B: after(compose("@variables('n')"), { A: S }) }), {
        V: S,
      }),
      R: after(compose("@outputs('B')"), { U: S }),
    });
    expect(recordOf(record, 'R').outputs).toBe(3);
  });

  test('polling with waits costs no real time', async () => {
    const record = await run({
      V: count,
      D: after(initialize('done', 'boolean', false), { V: S }),
      U: after(
        until(
          "@variables('done')",
          {
            W: wait(1, 'Hour'),
            A: after(increment, { W: S }),
            B: after(setVariable('done', "@equals(variables('n'),72)"), { A: S }),
          },
          { limit: { count: 100, timeout: 'P7D' } },
        ),
        { D: S },
      ),
    });
    expect(secondsIn(record.endTime)).toBe(72 * 3600);
  });
});
