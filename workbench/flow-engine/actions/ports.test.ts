import { createOperationTable } from '../../../flows/operations/operation-table';
import { type OperationCatalogue } from '../../../flows/operations/operation-catalogue';
import {
  buildFlow,
  recordOf,
  recordingConnector,
  run,
  secondsIn,
  SHOP,
  SHOP_DOCUMENT,
  testHost,
} from '../testing/flow-builder';
import { type Connector, type ConnectorResponse } from '../types';
import { type RunHost } from '../run-host';

const action = (type: string, inputs: object, more: object = {}) => ({ type, inputs, ...more });
const hostWith = (name: string, connector: Connector, more: Partial<RunHost> = {}): RunHost =>
  testHost(undefined, { connectors: new Map([[name, connector]]), ...more });
const none = { retryPolicy: { type: 'none' } };

describe('Http', () => {
  const call = action('Http', { method: 'post', uri: 'https://example.test/@{add(1,1)}', body: { n: 1 }, ...none });

  test('is refused unless the host gives a connector for it', async () => {
    const record = await run({ A: call });
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Failed', code: 'HttpRefused' });
    expect(recordOf(record, 'A').error?.message).toContain("'http'");
  });

  test('goes to that connector, with its method as the operation', async () => {
    const web = recordingConnector(() => ({ statusCode: 202, body: 'ok' }));
    const record = await run({ A: call }, hostWith('http', web));
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Succeeded', outputs: { statusCode: 202, body: 'ok' } });
    expect(web.requests[0]).toMatchObject({
      operationId: 'POST',
      arguments: { method: 'post', uri: 'https://example.test/2', body: { n: 1 } },
    });
  });

  test('a retry policy is no part of the request', async () => {
    const web = recordingConnector(() => ({}));
    await run({ A: call }, hostWith('http', web));
    expect(web.requests[0]!.arguments).not.toHaveProperty('retryPolicy');
  });

  const accepted: Partial<ConnectorResponse>[] = [
    { statusCode: 202, headers: { Location: 'https://example.test/jobs/1', 'Retry-After': '7' } },
    { statusCode: 202, headers: { location: 'https://example.test/jobs/2' } },
    { statusCode: 200, body: 'done' },
  ];

  test('an accepted request is asked after until it is done', async () => {
    const web = recordingConnector(() => accepted[web.requests.length - 1]!);
    const record = await run({ A: call }, hostWith('http', web));
    expect(web.requests.map(({ operationId, arguments: { uri } }) => [operationId, uri])).toEqual([
      ['POST', 'https://example.test/2'],
      ['GET', 'https://example.test/jobs/1'],
      ['GET', 'https://example.test/jobs/2'],
    ]);
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Succeeded', outputs: { statusCode: 200, body: 'done' } });
    expect(recordOf(record, 'A').tries.map(({ startTime }) => secondsIn(startTime))).toEqual([0, 7, 27]);
  });

  test('unless the action takes the acceptance as its answer', async () => {
    const web = recordingConnector(() => accepted[0]!);
    const record = await run({ A: { ...call, operationOptions: 'DisableAsyncPattern' } }, hostWith('http', web));
    expect([web.requests.length, recordOf(record, 'A').code]).toEqual([1, 'Accepted']);
  });
});

describe('HttpWebhook', () => {
  const subscribe = { method: 'POST', uri: 'https://example.test/hooks', body: { to: '@concat(1,2)' }, ...none };
  const webhook = action('HttpWebhook', { subscribe, unsubscribe: {} });

  test('waits for its call-back for as long as it takes', async () => {
    const host = testHost();
    const web = recordingConnector(async ({ idle, signal }) => {
      await idle!(host.clock.sleep(86_400_000, signal));
      return { body: { answer: 42 } };
    });
    const record = await run({ A: webhook }, { ...host, connectors: new Map([['httpwebhook', web]]) });
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Succeeded', outputs: { body: { answer: 42 } } });
    expect(secondsIn(record.endTime)).toBe(86_400);
    expect(web.requests[0]).toMatchObject({ operationId: 'POST', arguments: { body: { to: '12' } } });
  });

  test('is refused when nobody answers for it', async () => {
    expect(recordOf(await run({ A: webhook }), 'A')).toMatchObject({ status: 'Failed', code: 'HttpWebhookRefused' });
  });
});

describe('Function', () => {
  const id = '/subscriptions/1/resourceGroups/g/providers/Microsoft.Web/sites/s/functions/Score';
  const call = action('Function', { function: { id }, method: 'POST', body: { n: '@add(1,1)' } });

  test('fails with the name of the function', async () => {
    const record = await run({ A: call });
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Failed', code: 'FunctionNotAvailable' });
    expect(recordOf(record, 'A').error?.message).toContain("'Score'");
  });

  test('is answered by a connector for functions', async () => {
    const functions = recordingConnector(() => ({ body: 0.5 }));
    const record = await run({ A: call }, hostWith('function', functions));
    expect(recordOf(record, 'A')).toMatchObject({ outputs: { statusCode: 200, body: 0.5 } });
    expect(functions.requests[0]).toMatchObject({ operationId: 'Score', arguments: { body: { n: 2 } } });
  });
});

describe('a child flow that is not there', () => {
  test('is answered by a connector for child flows', async () => {
    const children = recordingConnector(() => ({ body: { text: 'hi' } }));
    const call = action('Workflow', { host: { workflowReferenceName: 'ABC' }, body: { n: 1 } });
    const record = await run({ A: call }, hostWith('workflow', children));
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Succeeded', outputs: { body: { text: 'hi' } } });
    expect(children.requests[0]).toMatchObject({ operationId: 'abc', arguments: { body: { n: 1 } } });
  });
});

describe('ApiConnection', () => {
  const catalogue: OperationCatalogue = {
    enums: {},
    operations: [
      {
        apiId: '/providers/Microsoft.PowerApps/apis/shared_mail',
        operationId: 'SendMail',
        method: 'POST',
        path: '/v2/Mail',
        parameters: [
          { name: 'mail/To', in: 'body', required: true },
          { name: 'mail/Subject', in: 'body' },
        ],
      },
      {
        apiId: '/providers/Microsoft.PowerApps/apis/shared_mail',
        operationId: 'GetItems',
        method: 'GET',
        path: '/sites/{site}/lists/{list}/items',
        parameters: [
          { name: 'site', in: 'path', required: true },
          { name: 'list', in: 'path', required: true },
          { name: '$top', in: 'query' },
        ],
      },
    ],
  } as unknown as OperationCatalogue;
  const operations = createOperationTable({ catalogue, documents: { [SHOP]: SHOP_DOCUMENT } });
  const wire = (inputs: object, more: object = {}, key = 'shared_mail') =>
    action(
      'ApiConnection',
      {
        host: { connection: { name: `@parameters('$connections')['${key}']['connectionId']` } },
        authentication: "@parameters('$authentication')",
        ...inputs,
      },
      more,
    );
  const send = async (call: ReturnType<typeof wire>, connector = 'shared_mail') => {
    const port = recordingConnector(() => ({ body: { ok: true } }));
    const record = await run({ A: call }, hostWith(connector, port, { operations }));
    return { record: recordOf(record, 'A'), requests: port.requests };
  };

  test('is the operation of its method and path', async () => {
    const { record, requests } = await send(
      wire({ method: 'post', path: '/v2/Mail', body: { To: '@concat(1,2)', Subject: 's' } }),
    );
    expect(record).toMatchObject({ status: 'Succeeded', outputs: { body: { ok: true } } });
    expect(requests[0]).toMatchObject({ operationId: 'SendMail', arguments: { mail: { To: '12', Subject: 's' } } });
  });

  test('the values in its path are decoded, its queries are parameters', async () => {
    const path =
      "/sites/@{encodeURIComponent(encodeURIComponent('https://a.test/s'))}/lists/@{encodeURIComponent('L 1')}/items";
    const { requests } = await send(wire({ method: 'get', path, queries: { $top: 5 } }));
    expect(requests[0]).toMatchObject({
      operationId: 'GetItems',
      arguments: { site: 'https://a.test/s', list: 'L 1', $top: 5 },
    });
  });

  test('a missing parameter is a bad request', async () => {
    const { record, requests } = await send(wire({ method: 'post', path: '/v2/Mail', body: { Subject: 's' } }));
    expect(record).toMatchObject({ status: 'Failed', code: 'BadRequest' });
    expect(requests).toEqual([]);
  });

  test('a path nobody knows is an unknown operation, named by method and path', async () => {
    const { record } = await send(wire({ method: 'get', path: '/v9/Nothing' }));
    expect(record).toMatchObject({ status: 'Failed', code: 'UnknownOperation' });
    expect(record.error?.message).toContain("'GET /v9/Nothing'");
  });

  test("the designer's note names the operation when the path does not", async () => {
    const noted = { metadata: { flowSystemMetadata: { swaggerOperationId: 'ListFeedItems' } } };
    const { record } = await send(wire({ method: 'get', path: '/ListFeedItems' }, noted));
    expect(record.error?.message).toContain("'ListFeedItems'");
  });

  test('its connection may be listed in a header of the trigger', async () => {
    const name =
      "@json(decodeBase64(triggerOutputs().headers['X-MS-APIM-Tokens']))['$connections']['shared_mail']['connectionId']";
    const call = action('ApiConnection', {
      host: { connection: { name } },
      method: 'post',
      path: '/v2/Mail',
      body: { To: 'a' },
    });
    expect((await send(call)).requests).toHaveLength(1);
  });

  test('a connection reference stands for its connector', async () => {
    const { requests } = await send(wire({ method: 'get', path: '/orders/7' }, {}, 'shop'), SHOP);
    expect(requests[0]).toMatchObject({ operationId: 'GetOrder', arguments: { id: '7' } });
  });
});

describe('static results', () => {
  const enabled = { runtimeConfiguration: { staticResult: { name: 'A0', staticResultOptions: 'Enabled' } } };
  const call = action('Http', { method: 'GET', uri: "https://example.test/@{concat('x')}" }, enabled);
  const runWith = async (staticResult: object) =>
    recordOf(await run({ A: call }, testHost(), {}, { staticResults: { A0: staticResult } }), 'A');

  test('take the place of the action', async () => {
    const result = { status: 'Succeeded', outputs: { statusCode: 'OK', headers: { h: '1' }, body: { n: 1 } } };
    expect(await runWith(result)).toMatchObject({
      status: 'Succeeded',
      inputs: { uri: 'https://example.test/x' },
      outputs: { statusCode: 200, headers: { h: '1' }, body: { n: 1 } },
    });
  });

  test('can be failures', async () => {
    expect(
      await runWith({ status: 'Failed', outputs: { statusCode: 'NotFound', errors: [{ message: 'gone' }] } }),
    ).toMatchObject({
      status: 'Failed',
      code: 'NotFound',
      error: { message: 'gone' },
    });
  });

  test('do nothing while they are switched off', async () => {
    const off = { runtimeConfiguration: { staticResult: { name: 'A0', staticResultOptions: 'Disabled' } } };
    expect(recordOf(await run({ A: { ...call, ...off } }), 'A').code).toBe('HttpRefused');
  });

  test('that are not there are a problem of the file', () => {
    expect(() => buildFlow({ actions: { A: call } })).toThrow(/no static result 'A0'/);
  });
});
