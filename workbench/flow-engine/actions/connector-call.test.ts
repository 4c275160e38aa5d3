import { createFaultyConnector, type FaultRule } from '../faulty-connector';
import { type RetryPolicy, retryAfter, retryDelay } from '../run/retry-policy';
import {
  after,
  compose,
  recordOf,
  recordingConnector,
  run,
  secondsIn,
  shopCall,
  START,
  testHost,
} from '../testing/flow-builder';
import { type RunHost } from '../run-host';
import { type ConnectorResponse } from '../types';

const order = { 'body/number': 'A1' };
const exponential = {
  type: 'exponential',
  count: 3,
  interval: 'PT10S',
  minimumInterval: 'PT5S',
  maximumInterval: 'PT1M',
};

/** A shop that answers with these statuses in turn, then with 200. */
function answering(...answers: Partial<ConnectorResponse>[]): ReturnType<typeof recordingConnector> {
  let next = 0;
  return recordingConnector(() => answers[next++] ?? { statusCode: 200, body: { done: true } });
}

const secondsOfTries = (record: Awaited<ReturnType<typeof run>>): number[] =>
  recordOf(record, 'A').tries.map(({ startTime }) => secondsIn(startTime));

describe('a connector call', () => {
  test('gives status, headers and body', async () => {
    const shop = recordingConnector(() => ({ statusCode: 201, headers: { etag: '1' }, body: { id: 7 } }));
    const record = await run(
      { A: shopCall('PlaceOrder', order), B: after(compose("@outputs('A')?['body/id']"), { A: ['Succeeded'] }) },
      testHost(shop),
    );
    expect(recordOf(record, 'A')).toMatchObject({
      status: 'Succeeded',
      code: 'Created',
      outputs: { statusCode: 201, headers: { etag: '1' }, body: { id: 7 } },
      tries: [{ statusCode: 201 }],
    });
    expect(recordOf(record, 'B').outputs).toBe(7);
  });

  test('sends arguments as the operation wants them', async () => {
    const shop = answering();
    const parameters = {
      'Idempotency-Key': "@concat('k','1')",
      ...order,
      'body/customer/email': 'a@example.com',
      'body/customer/name': null,
    };
    await run({ A: shopCall('PlaceOrder', parameters) }, testHost(shop));
    expect(shop.requests).toEqual([
      expect.objectContaining({
        operationId: 'PlaceOrder',
        actionName: 'A',
        attempt: 1,
        arguments: {
          'Idempotency-Key': 'k1',
          body: { number: 'A1', customer: { email: 'a@example.com', name: null } },
        },
      }),
    ]);
  });

  test("arguments are the connector's own", async () => {
    const shop = recordingConnector(({ arguments: args }) => {
      (args.body as { lines: number[] }).lines.push(99);
      return {};
    });
    const record = await run(
      {
        L: compose([1]),
        A: after(shopCall('PlaceOrder', { ...order, 'body/lines': "@outputs('L')" }), { L: ['Succeeded'] }),
        B: after(compose("@outputs('L')"), { A: ['Succeeded'] }),
      },
      testHost(shop),
    );
    expect(recordOf(record, 'B').outputs).toEqual([1]);
  });

  test.each([400, 401, 403, 404, 409, 412, 413, 422])('a status of %i is final', async (statusCode) => {
    const shop = answering({ statusCode, body: { error: { code: 'RCC_X', message: 'no' } } });
    const record = await run({ A: shopCall('PlaceOrder', order) }, testHost(shop));
    expect(recordOf(record, 'A')).toMatchObject({
      status: 'Failed',
      error: { code: 'RCC_X', message: 'no' },
      outputs: { statusCode },
    });
    expect(shop.requests).toHaveLength(1);
  });

  test('an error without a body of its own has the name of its status', async () => {
    const record = await run({ A: shopCall('PlaceOrder', order) }, testHost(answering({ statusCode: 404 })));
    expect(recordOf(record, 'A')).toMatchObject({ code: 'NotFound', error: { code: 'NotFound' } });
  });

  test.each([408, 429, 500, 502, 503, 504])('a status of %i is tried again', async (statusCode) => {
    const shop = answering({ statusCode });
    const record = await run({ A: shopCall('PlaceOrder', order) }, testHost(shop));
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Succeeded', tries: [{ statusCode }, { statusCode: 200 }] });
    expect(record.billableActions).toBe(2);
  });

  test('exponential retries stay within their documented bounds', async () => {
    const shop = answering({ statusCode: 503 }, { statusCode: 503 }, { statusCode: 503 });
    const record = await run({ A: shopCall('PlaceOrder', order, { retryPolicy: exponential }) }, testHost(shop));
    const [first, second, third, fourth] = secondsOfTries(record) as [number, number, number, number];
    for (const [gap, low, high] of [
      [second - first, 5, 10],
      [third - second, 10, 20],
      [fourth - third, 20, 40],
    ] as const) {
      expect(gap).toBeGreaterThanOrEqual(low);
      expect(gap).toBeLessThanOrEqual(high);
    }
  });

  test('the default is eight exponential retries', async () => {
    const shop = answering(...Array.from({ length: 20 }, () => ({ statusCode: 500 })));
    await run({ A: shopCall('PlaceOrder', order) }, testHost(shop));
    expect(shop.requests.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('the same seed waits the same times', async () => {
    const once = async (): Promise<number[]> =>
      secondsOfTries(
        await run({ A: shopCall('PlaceOrder', order) }, testHost(answering({ statusCode: 500 }, { statusCode: 500 }))),
      );
    expect(await once()).toEqual(await once());
  });

  test('an unknown parameter fails with its name, before any call', async () => {
    const shop = answering();
    const record = await run({ A: shopCall('PlaceOrder', { ...order, 'body/colour': 'red' }) }, testHost(shop));
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Failed', code: 'BadRequest', outputs: { statusCode: 400 } });
    expect(recordOf(record, 'A').error?.message).toContain("'body/colour'");
    expect(shop.requests).toEqual([]);
  });

  test('a missing required parameter fails with its name', async () => {
    const record = await run({ A: shopCall('PlaceOrder', { 'body/channel': 'email' }) });
    expect(recordOf(record, 'A').error).toMatchObject({
      code: 'BadRequest',
      message: expect.stringContaining("'body/number'") as string,
    });
  });

  test('an unknown operation fails and is named', async () => {
    const record = await run({ A: shopCall('SellOrder') });
    expect(recordOf(record, 'A').error).toMatchObject({
      code: 'UnknownOperation',
      message: expect.stringContaining("'SellOrder'") as string,
    });
  });

  test('a connector that is not there fails and is named', async () => {
    const host: RunHost = { ...testHost(), connectors: new Map() };
    const record = await run({ A: shopCall('PlaceOrder', order) }, host);
    expect(recordOf(record, 'A').error).toMatchObject({
      code: 'UnknownConnector',
      message: expect.stringContaining("'rcc_shop'") as string,
    });
  });

  test('a defect of a connector fails the action without retries', async () => {
    const shop = recordingConnector(() => {
      throw new TypeError('boom');
    });
    const record = await run({ A: shopCall('PlaceOrder', order) }, testHost(shop));
    expect(recordOf(record, 'A')).toMatchObject({
      status: 'Failed',
      error: { code: 'InternalError', message: 'TypeError: boom' },
    });
    expect(shop.requests).toHaveLength(1);
  });

  test('pagination is passed on', async () => {
    const shop = answering();
    const paged = {
      ...shopCall('GetOrder', { id: '1' }),
      runtimeConfiguration: { paginationPolicy: { minimumItemCount: 5000 } },
    };
    await run({ A: paged }, testHost(shop));
    expect(shop.requests[0]!.minimumItemCount).toBe(5000);
  });

  test("a call of more than 120 seconds is the gateway's time-out", async () => {
    const host = testHost();
    const slow = createFaultyConnector(
      answering(),
      [{ attempt: 1, fault: { kind: 'delay', ms: 130_000 } }],
      host.clock,
    );
    const record = await run(
      { A: shopCall('PlaceOrder', order, { retryPolicy: { type: 'fixed', count: 1, interval: 'PT5S' } }) },
      { ...host, connectors: new Map([['rcc_shop', slow]]) },
    );
    expect(recordOf(record, 'A')).toMatchObject({
      status: 'Succeeded',
      tries: [{ error: { message: expect.stringContaining('120 s') as string } }, { statusCode: 200 }],
    });
    expect(secondsOfTries(record)).toEqual([0, 125]);
  });

  test('a webhook action may wait for days', async () => {
    const host = testHost();
    const patient = createFaultyConnector(answering(), [{ fault: { kind: 'delay', ms: 3 * 86_400_000 } }], host.clock);
    const waiting = { ...shopCall('PlaceOrder', order), type: 'OpenApiConnectionWebhook' };
    const record = await run({ A: waiting }, { ...host, connectors: new Map([['rcc_shop', patient]]) });
    expect([record.status, secondsIn(record.endTime)]).toEqual(['Succeeded', 3 * 86_400]);
  });
});

describe('faults', () => {
  const withFaults = async (rules: FaultRule[]): Promise<[Awaited<ReturnType<typeof run>>, number]> => {
    const host = testHost();
    const shop = answering();
    const faulty = createFaultyConnector(shop, rules, host.clock);
    const record = await run(
      { A: shopCall('PlaceOrder', order) },
      { ...host, connectors: new Map([['rcc_shop', faulty]]) },
    );
    return [record, shop.requests.length];
  };

  test('a status in place of the call', async () => {
    const [record, calls] = await withFaults([
      { operationId: 'PlaceOrder', nthCall: 1, fault: { kind: 'status', statusCode: 503 } },
    ]);
    expect([recordOf(record, 'A').tries.map((each) => each.statusCode), calls]).toEqual([[503, 200], 1]);
  });

  test('a dropped connection has no effect and is tried again', async () => {
    const [record, calls] = await withFaults([{ attempt: 1, fault: { kind: 'drop' } }]);
    expect([record.status, recordOf(record, 'A').tries.length, calls]).toEqual(['Succeeded', 2, 1]);
    expect(recordOf(record, 'A').tries[0]).not.toHaveProperty('statusCode');
  });

  test('an answer lost after the effect doubles the effect', async () => {
    const [record, calls] = await withFaults([{ nthCall: 1, fault: { kind: 'answerLostAfterEffect' } }]);
    expect([record.status, calls]).toEqual(['Succeeded', 2]);
  });

  test("a connection that stays down ends as the gateway's 502", async () => {
    const [record] = await withFaults([{ fault: { kind: 'drop' } }]);
    expect(recordOf(record, 'A')).toMatchObject({ status: 'Failed', code: 'BadGateway', outputs: { statusCode: 502 } });
  });

  test('a delay passes on the clock', async () => {
    const [record] = await withFaults([{ attempt: 1, fault: { kind: 'delay', ms: 7000 } }]);
    expect(secondsIn(record.endTime)).toBe(7);
  });

  test('other operations are left alone', async () => {
    const [record, calls] = await withFaults([{ operationId: 'GetOrder', fault: { kind: 'drop' } }]);
    expect([record.status, calls]).toEqual(['Succeeded', 1]);
  });
});

describe('retry arithmetic', () => {
  const policy: RetryPolicy = { kind: 'exponential', count: 9, interval: 10_000, minimum: 5000, maximum: 60_000 };

  test.each([
    [1, 5000, 10_000],
    [2, 10_000, 20_000],
    [3, 20_000, 40_000],
    [4, 40_000, 60_000],
    [9, 60_000, 60_000],
  ])('retry %i waits between %i and %i ms', (n, low, high) => {
    expect(retryDelay(policy, n, () => 0)).toBe(low);
    expect(retryDelay(policy, n, () => 1)).toBe(high);
  });

  test.each([
    ['seconds', { 'Retry-After': '3' }, 3000],
    ['an HTTP date', { 'retry-after': 'Mon, 02 Mar 2026 09:00:30 GMT' }, 30_000],
    ['a date that has passed', { 'retry-after': 'Sun, 01 Mar 2026 09:00:30 GMT' }, 0],
    ['more than a day', { 'retry-after': '999999' }, 86_400_000],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
  ])('Retry-After of %s', (_name, headers, expected) => {
    expect(retryAfter(headers as Record<string, string>, START)).toBe(expected);
  });
});
