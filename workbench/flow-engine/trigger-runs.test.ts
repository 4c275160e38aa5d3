import { buildFlow, compose, run, testHost, recordOf } from './testing/flow-builder';
import { triggerRuns, triggerStarts } from './trigger-runs';

const OUTLOOK = {
  shared_office365: {
    runtimeSource: 'embedded',
    connection: { connectionReferenceLogicalName: 'rcc_outlook' },
    api: { name: 'shared_office365' },
  },
};
const mailTrigger = (more: object): Record<string, unknown> => ({
  type: 'OpenApiConnectionNotification',
  inputs: {
    host: {
      connectionName: 'shared_office365',
      operationId: 'OnNewEmailV3',
      apiId: '/providers/Microsoft.PowerApps/apis/shared_office365',
    },
    parameters: { folderPath: 'Inbox' },
  },
  ...more,
});
const condition = (expression: string): { expression: string } => ({ expression });
const parameters = { 'Limit (rcc_Limit)': { type: 'Int', defaultValue: 2, metadata: { schemaName: 'rcc_Limit' } } };

function starts(more: object, body: unknown, values: Record<string, unknown> = {}): unknown[] {
  const flow = buildFlow({ actions: { A: compose(1) }, trigger: mailTrigger(more), references: OUTLOOK, parameters });
  const outputs = { headers: { h: '1' }, body };
  return triggerRuns(flow, outputs, { ...testHost(), parameters: values }).map((each) => each.body);
}

const splitOn = "@triggerOutputs()?['body/value']";

describe('what a trigger starts', () => {
  test.each<[string, object, unknown, unknown[]]>([
    ['without splitOn one run', {}, { value: [1, 2] }, [{ value: [1, 2] }]],
    ['with splitOn one run per item', { splitOn }, { value: [{ id: 1 }, { id: 2 }] }, [{ id: 1 }, { id: 2 }]],
    ['splitOn of an empty list starts nothing', { splitOn }, { value: [] }, []],
    ['splitOn of a list that is not there starts nothing', { splitOn }, {}, []],
    ['splitOn of the body itself', { splitOn: '@triggerBody()' }, [1, 2], [1, 2]],
    ['a condition that is met', { conditions: [condition("@equals(triggerBody()?['a'],1)")] }, { a: 1 }, [{ a: 1 }]],
    ['a condition that is not met', { conditions: [condition("@equals(triggerBody()?['a'],2)")] }, { a: 1 }, []],
    ['every condition must be met', { conditions: [condition('@equals(1,1)'), condition('@equals(1,2)')] }, {}, []],
    [
      'conditions look at each item',
      { splitOn, conditions: [condition("@greater(triggerOutputs()?['body/id'],1)")] },
      { value: [{ id: 1 }, { id: 2 }, { id: 3 }] },
      [{ id: 2 }, { id: 3 }],
    ],
    [
      'conditions know parameters',
      { splitOn, conditions: [condition("@less(triggerBody()?['id'],parameters('Limit (rcc_Limit)'))")] },
      { value: [{ id: 1 }, { id: 2 }] },
      [{ id: 1 }],
    ],
  ])('%s', (_name, more, body, expected) => {
    expect(starts(more, body)).toEqual(expected);
  });

  test('environment variables come before default values', () => {
    const more = { conditions: [condition("@equals(parameters('Limit (rcc_Limit)'),9)")] };
    expect(starts(more, {}, { rcc_Limit: 9 })).toHaveLength(1);
  });

  test.each<[string, object, RegExp]>([
    ['splitOn that gives no array', { splitOn: '@string(1)' }, /'splitOn' of 'manual' must give an array/],
    ['a condition that is no truth value', { conditions: [condition("@concat('true')")] }, /must be true or false/],
    [
      'a condition that looks at actions',
      { conditions: [condition("@equals(outputs('A'),1)")] },
      /cannot use 'outputs'/,
    ],
  ])('%s is an error', (_name, more, message) => {
    expect(() => starts(more, {})).toThrow(message);
  });

  test("inside the run the trigger's body is the item", async () => {
    const record = await run(
      { A: compose("@triggerBody()?['id']"), B: compose("@triggerOutputs()?['body/id']") },
      testHost(),
      {
        outputs: { body: { id: 7 } },
      },
    );
    expect([recordOf(record, 'A').outputs, recordOf(record, 'B').outputs]).toEqual([7, 7]);
  });

  test('the trigger names its connector, operation and parameters', () => {
    const { trigger } = buildFlow({ actions: {}, trigger: mailTrigger({}), references: OUTLOOK });
    expect(trigger).toMatchObject({
      connector: 'shared_office365',
      operationId: 'OnNewEmailV3',
      parameters: { folderPath: 'Inbox' },
    });
  });

  test('a trigger history tells why an item starts no run', async () => {
    const limit = "@less(triggerBody()?['id'],2)";
    const conditions = [condition('@equals(1,1)'), condition(limit), condition('@equals(2,2)')];
    const flow = buildFlow({ actions: {}, trigger: mailTrigger({ splitOn, conditions }), references: OUTLOOK });
    const [first, second] = triggerStarts(flow, { body: { value: [{ id: 1 }, { id: 2 }] } }, testHost());
    expect(first).toMatchObject({ status: 'Succeeded', conditions: [{ met: true }, { met: true }, { met: true }] });
    expect(second).toEqual({
      outputs: { body: { id: 2 } },
      status: 'Skipped',
      conditions: [
        { expression: '@equals(1,1)', met: true },
        { expression: limit, met: false },
      ],
    });
    const { conditions: met, outputs } = first!;
    const record = await run({ A: compose(1) }, testHost(), { outputs, conditions: met });
    expect(record.trigger).toMatchObject({
      status: 'Succeeded',
      code: 'OK',
      conditions: met,
      startTime: record.startTime,
    });
  });

  test.each<[string, Record<string, unknown>, object]>([
    [
      'an older connector trigger, by its note',
      {
        type: 'ApiConnectionWebhook',
        inputs: {
          host: { connection: { name: "@parameters('$connections')['shared_office365']['connectionId']" } },
          path: '/x',
        },
        metadata: { flowSystemMetadata: { swaggerOperationId: 'OnNewEmailV3' } },
      },
      { connector: 'shared_office365', operationId: 'OnNewEmailV3' },
    ],
    [
      'an older connector trigger, by method and path',
      {
        type: 'ApiConnection',
        inputs: {
          host: { connection: { name: "@parameters('$connections')['shared_rss']['connectionId']" } },
          method: 'get',
          path: '/OnNewFeed',
          queries: { feedUrl: 'https://example.com/feed' },
        },
        recurrence: { frequency: 'Minute', interval: 5 },
      },
      { connector: 'shared_rss', operationId: 'GET /OnNewFeed', parameters: { feedUrl: 'https://example.com/feed' } },
    ],
    [
      'an HTTP trigger',
      { type: 'Http', inputs: { method: 'get', uri: 'https://example.com' }, recurrence: {} },
      { connector: 'http', operationId: 'GET https://example.com' },
    ],
    ['a subscription over HTTP', { type: 'HttpWebhook', inputs: {} }, { connector: 'httpwebhook' }],
    ['a request from an agent', { type: 'Request', kind: 'Skills', inputs: {} }, { type: 'Request', kind: 'Skills' }],
    [
      'runs at a time, as text',
      { type: 'Request', kind: 'Button', runtimeConfiguration: { concurrency: { runs: '5' } } },
      { concurrentRuns: 5, maximumWaitingRuns: 15 },
    ],
    [
      'a single instance',
      { type: 'Recurrence', recurrence: {}, operationOptions: 'SingleInstance' },
      { concurrentRuns: 1, maximumWaitingRuns: 0 },
    ],
  ])('%s is read', (_name, trigger, expected) => {
    expect(buildFlow({ actions: {}, trigger, references: OUTLOOK }).trigger).toMatchObject(expected);
  });
});
