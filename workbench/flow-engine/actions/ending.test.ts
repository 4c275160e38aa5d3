import {
  after,
  buildFlow,
  compose,
  recordOf,
  recordingConnector,
  run,
  secondsIn,
  shopCall,
  testHost,
  wait,
} from '../testing/flow-builder';
import { terminate } from '../testing/actions';
import { type RunHost } from '../run-host';

const S = ['Succeeded'];
const respond = (statusCode: unknown, body: unknown = null, headers: object = {}) => ({
  type: 'Response',
  kind: 'Http',
  inputs: { statusCode, body, headers },
});

describe('Terminate', () => {
  test('has its error by expressions', async () => {
    const record = await run({ A: terminate('Failed', { code: '500', message: "@{concat('bad ',1)}" }) });
    expect(record).toMatchObject({ status: 'Failed', error: { code: '500', message: 'bad 1' } });
  });

  test('aborts a connector call under way', async () => {
    let aborted = false;
    const shop = recordingConnector(({ signal, idle }) => {
      signal.addEventListener('abort', () => (aborted = true));
      return idle!(new Promise(() => undefined));
    });
    const record = await run(
      { A: shopCall('GetOrder', { id: '1' }), B: wait(5), T: after(terminate('Failed'), { B: S }) },
      testHost(shop),
    );
    expect([aborted, recordOf(record, 'A').status]).toEqual([true, 'Cancelled']);
  });
});

describe('Response', () => {
  test('answers with status, headers and body, and the run goes on', async () => {
    const answers: unknown[] = [];
    const record = await run(
      { A: respond(201, { n: '@add(1,1)' }, { 'X-N': '@add(1,1)' }), B: after(wait(60), { A: S }) },
      testHost(),
      { onResponse: (response) => answers.push(response) },
    );
    expect(answers).toEqual([{ statusCode: 201, headers: { 'X-N': '2' }, body: { n: 2 } }]);
    expect(record.response).toEqual(answers[0]);
    expect(secondsIn(record.endTime)).toBe(60);
  });

  test('a typed number leaves as plain JSON', async () => {
    expect((await run({ A: respond(200, { n: '@mul(2.5,2)' }) })).response?.body).toEqual({ n: 5 });
  });
});

describe('child flows', () => {
  const CHILD = '99999999-2222-4333-8444-555555555555';
  const call = (body: unknown = {}, inputs: object = { retryPolicy: { type: 'none' } }) => ({
    type: 'Workflow',
    inputs: { host: { workflowReferenceName: CHILD.toUpperCase() }, body, ...inputs },
  });
  const hostWith = (actions: Parameters<typeof run>[0], more: object = {}, host: Partial<RunHost> = {}): RunHost => {
    const child = buildFlow({ actions, id: CHILD, name: 'ChildFlow', ...more });
    return testHost(undefined, { childFlows: (id) => (id === CHILD ? child : undefined), ...host });
  };

  test('the Response is the answer', async () => {
    const host = hostWith({ R: respond(200, { echoed: "@triggerBody()?['text']" }) });
    const record = await run(
      { A: call({ text: "@concat('hi')" }), B: after(compose("@body('A')?['echoed']"), { A: S }) },
      host,
    );
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Succeeded', outputs: { statusCode: 200 } });
    expect(recordOf(record, 'B').outputs).toBe('hi');
  });

  test.each([302, 404, 422, 500])('a Response with %i fails the caller', async (statusCode) => {
    const record = await run(
      { A: call() },
      hostWith({ R: respond(statusCode, { error: { code: 'Sad', message: 'no' } }) }),
    );
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Failed', error: { code: 'Sad', message: 'no' } });
  });

  test('no Response is 502', async () => {
    const record = await run({ A: call() }, hostWith({ X: compose(1) }));
    expect(recordOf(record, 'A')).toMatchObject({
      status: 'Failed',
      outputs: { statusCode: 502 },
      error: { code: 'NoResponse' },
    });
  });

  test('a child that ends before its Response is 502', async () => {
    const record = await run({ A: call() }, hostWith({ X: terminate('Succeeded'), R: after(respond(200), { X: S }) }));
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Failed', outputs: { statusCode: 502 } });
  });

  test('Terminate in the child ends only the child', async () => {
    const host = hostWith({ R: respond(200), X: after(terminate('Failed'), { R: S }) });
    const record = await run({ A: call(), B: after(compose(1), { A: S }) }, host);
    expect(record.status).toBe('Succeeded');
  });

  test('the caller goes on at the Response, not at the end of the child', async () => {
    const record = await run({ A: call() }, hostWith({ R: respond(200), W: after(wait(3600), { R: S }) }));
    expect(secondsIn(record.endTime)).toBe(0);
  });

  test('a child that does not answer in time is 504', async () => {
    const record = await run({ A: call() }, hostWith({ W: wait(600), R: after(respond(200), { W: S }) }));
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Failed', outputs: { statusCode: 504 } });
    expect(secondsIn(record.endTime)).toBe(120);
  });

  test('a failed answer is retried by the policy', async () => {
    const runs: string[] = [];
    const host = hostWith(
      { R: respond("@if(greater(ticks(utcNow()),ticks('2026-03-02T09:00:10Z')),200,503)") },
      {},
      { observer: { runStarted: ({ flowName }) => runs.push(flowName) } },
    );
    const record = await run({ A: call({}, { retryPolicy: { type: 'fixed', count: 3, interval: 'PT15S' } }) }, host);
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Succeeded' });
    expect(runs).toEqual(['Test Flow', 'Child Flow', 'Child Flow']);
  });

  test('the child knows its parent', async () => {
    const parents: unknown[] = [];
    const host = hostWith(
      { R: respond(200) },
      {},
      { observer: { runEnded: (ended) => parents.push(ended.parentRunId) } },
    );
    const record = await run({ A: call() }, host);
    await new Promise((resolve) => setImmediate(resolve));
    expect(parents).toEqual(expect.arrayContaining([record.runId, undefined]));
  });

  test('a child that is not there fails the action and is named', async () => {
    const record = await run({ A: call() });
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Failed', code: 'WorkflowNotFound' });
    expect(recordOf(record, 'A').error?.message).toContain(CHILD);
  });

  test('a flow without a Request trigger is no child', async () => {
    const trigger = { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1 } };
    const record = await run({ A: call() }, hostWith({ X: compose(1) }, { trigger }));
    expect(recordOf(record, 'A').code).toBe('WorkflowNotFound');
  });
});
