import { createFaultyConnector, type FaultRule } from '../faulty-connector';
import { createSeededRandom } from '../seeded-random';
import { createVirtualClock } from '../virtual-clock';
import {
  after,
  compose,
  failing,
  foreach,
  recordOf,
  recordingConnector,
  run,
  scope,
  SHOP,
  shopCall,
  START,
  testHost,
  wait,
} from '../testing/flow-builder';
import { HIDDEN } from './flow-run';

const S = ['Succeeded'];
const secure = (action: Parameters<typeof after>[0], ...properties: string[]) => ({
  ...action,
  runtimeConfiguration: { secureData: { properties } },
});

describe('secured data', () => {
  const shop = recordingConnector(() => ({ body: { secret: 'S3' } }));
  const read = "@body('A')?['secret']";

  test('secured inputs and outputs are hidden in the record, not in the run', async () => {
    const record = await run(
      {
        A: secure(shopCall('PlaceOrder', { 'body/number': 'N' }), 'inputs', 'outputs'),
        B: after(shopCall('GetOrder', { id: read }), { A: S }),
      },
      testHost(shop),
    );
    expect(recordOf(record, 'A')).toMatchObject({ inputs: HIDDEN, outputs: HIDDEN });
    expect(shop.requests.at(-1)!.arguments).toEqual({ id: 'S3' });
  });

  test('whoever uses hidden outputs has hidden inputs', async () => {
    const record = await run(
      {
        A: secure(shopCall('PlaceOrder', { 'body/number': 'N' }), 'outputs'),
        B: after(shopCall('GetOrder', { id: read }), { A: S }),
      },
      testHost(shop),
    );
    expect(recordOf(record, 'A').inputs).not.toBe(HIDDEN);
    expect(recordOf(record, 'B').inputs).toBe(HIDDEN);
    expect(JSON.stringify(recordOf(record, 'B').inputs)).not.toContain('S3');
  });

  test('a Compose of hidden data is hidden, and so on down', async () => {
    const record = await run(
      {
        A: secure(shopCall('PlaceOrder', { 'body/number': 'N' }), 'outputs'),
        B: after(compose(`text @{body('A')?['secret']}`), { A: S }),
        C: after(scope({ D: compose({ deep: ["@outputs('B')"] }) }), { B: S }),
        E: after(compose("@length(outputs('D')?['deep'])"), { C: S }),
        F: compose('open'),
      },
      testHost(shop),
    );
    const { trigger: _trigger, ...rest } = record;
    expect(JSON.stringify(rest)).not.toContain('S3');
    expect(recordOf(record, 'E').outputs).toBe(HIDDEN);
    expect(recordOf(record, 'F').outputs).toBe('open');
  });

  test('a secured trigger is hidden, with what uses it', async () => {
    const trigger = {
      type: 'Request',
      kind: 'Http',
      inputs: {},
      runtimeConfiguration: { secureData: { properties: ['outputs'] } },
    };
    const record = await run(
      { A: compose("@triggerBody()?['x']") },
      testHost(),
      { outputs: { body: { x: 'S3' } } },
      { trigger },
    );
    expect(JSON.stringify(record)).not.toContain('S3');
  });

  const secret = compose('S3');
  const texts = async (actions: Parameters<typeof run>[0], name = 'B'): Promise<string> => {
    const record = await run({ A: secure(secret, 'outputs'), ...actions }, testHost(shop));
    return JSON.stringify([recordOf(record, name), record.response, record.error]);
  };

  test.each<[string, Parameters<typeof run>[0]]>([
    [
      'a Response',
      { B: after({ type: 'Response', kind: 'Http', inputs: { statusCode: 200, body: "@outputs('A')" } }, { A: S }) },
    ],
    [
      "a Terminate's error",
      {
        B: after(
          { type: 'Terminate', inputs: { runStatus: 'Failed', runError: { code: 'x', message: "@outputs('A')" } } },
          { A: S },
        ),
      },
    ],
    ["an expression's error", { B: after(compose("@parameters(outputs('A'))"), { A: S }) }],
    [
      'a row of a Select',
      { B: after({ type: 'Select', inputs: { from: "@createArray(outputs('A'))", select: '@item()' } }, { A: S }) },
    ],
  ])('%s does not give hidden data away', async (_name, actions) => {
    expect(await texts(actions)).not.toContain('S3');
  });

  test('the caller gets the data all the same', async () => {
    const answers: unknown[] = [];
    const response = { type: 'Response', kind: 'Http', inputs: { statusCode: 200, body: "@outputs('A')" } };
    await run({ A: secure(secret, 'outputs'), B: after(response, { A: S }) }, testHost(), {
      onResponse: ({ body }) => answers.push(body),
    });
    expect(answers).toEqual(['S3']);
  });

  test('the items of a loop over hidden data are hidden', async () => {
    const each = foreach("@createArray(outputs('A'))", { B: compose("@concat('x',item())"), C: compose('open') });
    const record = await run({ A: secure(secret, 'outputs'), L: after(each, { A: S }) });
    expect(recordOf(record, 'B').outputs).toBe(HIDDEN);
    expect(recordOf(record, 'C').outputs).toBe('open');
  });

  test('an error in a hidden answer keeps its code, not its words', async () => {
    const down = recordingConnector(() => ({ statusCode: 409, body: { error: { code: 'RCC_X', message: 'S3' } } }));
    const call = secure(shopCall('GetOrder', { id: '1' }), 'outputs');
    const record = recordOf(await run({ A: call }, testHost(down)), 'A');
    expect(record).toMatchObject({
      error: { code: 'RCC_X', message: HIDDEN },
      tries: [{ error: { message: HIDDEN } }],
    });
  });
});

describe('records', () => {
  test('a run says which flow it ran, when, and what it cost', async () => {
    const record = await run({ A: scope({ B: compose(1) }), C: after(failing(), { A: ['Failed'] }) });
    expect(record).toMatchObject({
      flowId: '11111111-2222-4333-8444-555555555555',
      flowName: 'Test Flow',
      startTime: '2026-03-02T09:00:00.000Z',
      endTime: '2026-03-02T09:00:00.000Z',
      billableActions: 2,
    });
    expect(record.runId).toMatch(/^20260302090000000-\w{8}$/);
  });

  test('observers see everything in order', async () => {
    const seen: string[] = [];
    const observer = {
      runStarted: () => seen.push('run'),
      actionStarted: (_: unknown, { name, repetition }: { name: string; repetition: number[] }) =>
        seen.push(`> ${name}${repetition.join()}`),
      actionEnded: (_: unknown, { name, status }: { name: string; status: string }) => seen.push(`< ${name} ${status}`),
      runEnded: ({ status }: { status: string }) => seen.push(`end ${status}`),
    };
    await run(
      { L: foreach('@createArray(1)', { A: failing(), B: after(compose(1), { A: S }) }) },
      testHost(undefined, { observer }),
    );
    expect(seen).toEqual(['run', '> L', '> A0', '< A Failed', '< B Skipped', '< L Failed', 'end Failed']);
  });

  test('typed numbers are plain JSON in records', async () => {
    const record = await run({
      A: compose({ f: '@mul(2.5,2)', t: "@ticks('2018-03-15T13:00:00Z')" }),
      B: after(compose("@div(outputs('A')['f'],2)"), { A: S }),
    });
    expect(JSON.parse(JSON.stringify(recordOf(record, 'A').outputs))).toEqual({ f: 5, t: 636567156000000000 });
    expect(recordOf(record, 'B').outputs).toBe(2.5);
  });

  test('actions() shows inputs, outputs and error', async () => {
    const record = await run({
      A: failing(),
      B: after(compose("@actions('A')?['error']?['code']"), { A: ['Failed'] }),
      C: after(compose("@actions('A')['status']"), { A: ['Failed'] }),
      D: shopCall('GetOrder', { id: "@concat('4','2')" }),
      E: after(compose("@actions('D')?['inputs/parameters/id']"), { D: S }),
    });
    expect(['B', 'C', 'E'].map((name) => recordOf(record, name).outputs)).toEqual(['InvalidTemplate', 'Failed', '42']);
  });

  test('result() has the first level of a scope only, errors and outputs included', async () => {
    const shop = recordingConnector(() => ({
      statusCode: 404,
      body: { error: { code: 'RCC_NONE', message: 'nothing' } },
    }));
    const record = await run(
      {
        T: scope({
          A: shopCall('GetOrder', { id: '1' }),
          S: scope({ Deep: failing() }),
          Z: after(compose(1), { A: S }),
        }),
        R: after(
          {
            type: 'Query',
            inputs: {
              from: "@result('T')",
              where: "@or(equals(item()?['status'],'Failed'),equals(item()?['status'],'TimedOut'))",
            },
          },
          { T: ['Failed'] },
        ),
        M: after(compose("@coalesce(first(body('R'))?['error']?['message'],'unknown')"), { R: S }),
      },
      testHost(shop),
    );
    const { body } = recordOf(record, 'R').outputs as { body: Record<string, unknown>[] };
    expect(body.map(({ name, code }) => [name, code])).toEqual([
      ['A', 'NotFound'],
      ['S', 'ActionFailed'],
    ]);
    expect(body[0]).toMatchObject({
      status: 'Failed',
      outputs: { statusCode: 404 },
      error: { code: 'RCC_NONE' },
      clientTrackingId: record.runId,
    });
    expect(recordOf(record, 'M').outputs).toBe('nothing');
  });

  test('result() of an action that is no container is an error', async () => {
    const record = await run({ A: compose(1), B: after(compose("@result('A')"), { A: S }) });
    expect(recordOf(record, 'B').code).toBe('InvalidTemplate');
  });

  test('workflow() names flow, run and surroundings', async () => {
    const host = testHost(undefined, { environment: { name: 'Default-1', location: 'europe' } });
    const record = await run(
      { A: compose('@workflow()'), B: compose("@workflow()?['tags']?['flowDisplayName']") },
      host,
      { runId: 'R-1' },
    );
    expect(recordOf(record, 'A').outputs).toMatchObject({
      name: record.flowId,
      location: 'europe',
      tags: { environmentName: 'Default-1' },
      run: { name: 'R-1' },
    });
    expect(recordOf(record, 'B').outputs).toBe('Test Flow');
  });

  test('environment variables are read by the whole key', async () => {
    const parameters = {
      'Mailbox (rcc_Mailbox)': { type: 'String', defaultValue: 'd@x.test', metadata: { schemaName: 'rcc_Mailbox' } },
    };
    const actions = { A: compose("@parameters('Mailbox (rcc_Mailbox)')"), B: compose("@parameters('Mailbox')") };
    const byDefault = await run(actions, testHost(), {}, { parameters });
    const set = await run(
      actions,
      testHost(undefined, { parameters: { rcc_Mailbox: 's@x.test' } }),
      {},
      { parameters },
    );
    expect([recordOf(byDefault, 'A').outputs, recordOf(set, 'A').outputs]).toEqual(['d@x.test', 's@x.test']);
    expect(recordOf(set, 'B').code).toBe('InvalidTemplate');
  });

  test('a record has what the page of a run shows, as plain JSON', async () => {
    const trigger = { type: 'Request', kind: 'Http', inputs: { schema: {} } };
    const actions = {
      A: scope({ B: foreach('@createArray(1,2)', { C: compose('@item()') }) }),
      D: after(compose(1), { A: ['Failed'] }),
    };
    const record = await run(
      actions,
      testHost(),
      { parentRunId: 'P-1', outputs: { headers: { h: '1' }, body: 5 } },
      { trigger },
    );
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(record).toMatchObject({
      parentRunId: 'P-1',
      trigger: { name: 'manual', type: 'Request', status: 'Succeeded', outputs: { headers: { h: '1' }, body: 5 } },
    });
    expect(record.actions.map(({ name, parents, repetition }) => [name, parents, repetition])).toEqual([
      ['C', ['A', 'B'], [0]],
      ['C', ['A', 'B'], [1]],
      ['B', ['A'], []],
      ['A', [], []],
      ['D', [], []],
    ]);
    const ids = record.actions.map(({ trackingId }) => trackingId);
    expect(new Set(ids).size).toBe(5);
    expect(ids.every((id) => id?.startsWith(record.runId))).toBe(true);
    for (const { startTime, endTime, code } of record.actions) {
      expect([startTime, endTime].every((time) => /^2026-03-02T09:00:00/.test(time)) && code !== '').toBe(true);
    }
  });

  test('the same seed gives the same run byte by byte: loops side by side, retries, faults and all', async () => {
    const actions = {
      L: foreach(
        '@range(0,12)',
        {
          A: shopCall('GetOrder', { id: '@concat(guid(),rand(0,9))' }),
          W: after(wait('@rand(1,90)'), { A: ['Succeeded', 'Failed'] }),
          B: after(compose("@concat(utcNow(),outputs('A')?['statusCode'])"), { W: S }),
        },
        5,
      ),
      Z: after(compose("@outputs('B')"), { L: ['Succeeded', 'Failed'] }),
    };
    const once = async (seed: number): Promise<string> => {
      const random = createSeededRandom(seed);
      const clock = createVirtualClock(START);
      const shop = recordingConnector(({ arguments: args }) => ({ body: args }));
      const rules: FaultRule[] = [
        { nthCall: 2, fault: { kind: 'status', statusCode: 503 } },
        { nthCall: 4, fault: { kind: 'drop' } },
        { nthCall: 5, fault: { kind: 'delay', ms: 130_000 } },
        { nthCall: 7, fault: { kind: 'answerLostAfterEffect' } },
        { nthCall: 9, fault: { kind: 'status', statusCode: 404 } },
      ];
      const connectors = new Map([[SHOP, createFaultyConnector(shop, rules, clock)]]);
      return JSON.stringify(await run(actions, testHost(undefined, { random, clock, connectors })));
    };
    const first = await once(1);
    expect(await once(1)).toBe(first);
    expect(await once(2)).not.toBe(first);
    expect(first).toContain('"statusCode":503');
  });

  test('the same seed gives the same run, to the last digit', async () => {
    const actions = { A: compose('@guid()'), B: compose('@rand(0,1000000)'), C: shopCall('GetOrder', { id: '1' }) };
    const once = async (): Promise<string> => {
      const down = recordingConnector(({ attempt }) => ({ statusCode: attempt < 3 ? 503 : 200 }));
      return JSON.stringify(await run(actions, testHost(down)));
    };
    expect(await once()).toBe(await once());
  });

  test('large answers are not copied into the record', async () => {
    const body = { rows: Array.from({ length: 1000 }, (_, i) => ({ i })) };
    const record = await run({ A: shopCall('GetOrder', { id: '1' }) }, testHost(recordingConnector(() => ({ body }))));
    expect((recordOf(record, 'A').outputs as { body: unknown }).body).toBe(body);
  });
});
