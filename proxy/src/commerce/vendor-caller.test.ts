import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BREAKER_DEFAULTS } from '../resilience/circuit-breaker';
import { startDeadline } from '../resilience/deadline';
import { jsonObject } from './json-answer';
import { createVendorCaller, type CallerOptions, type VendorCaller } from './vendor-caller';

const request = { method: 'GET' as const, path: '/thing', headers: {} };
let server: Server | undefined;
let caller: VendorCaller | undefined;

afterEach(async () => {
  await caller?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
});

/** A server of one route and a caller for it; returns how often the route was called. */
async function serving(route: (call: number) => RequestListener, options: Partial<CallerOptions> = {}) {
  let calls = 0;
  server = createServer((incoming, response) => route((calls += 1))(incoming, response));
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const log: object[] = [];
  caller = createVendorCaller({
    vendor: 'ups',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    attemptTimeoutMs: 150,
    now: () => new Date(),
    log: (entry) => log.push(entry),
    ...options,
  });
  const ask = (deadlineMs = 2000, signal?: AbortSignal) =>
    caller!.call('Thing', request, startDeadline(deadlineMs, signal), (answer) =>
      jsonObject<{ ok?: boolean }>('ups', answer),
    );
  return { ask, calls: () => calls, log };
}

const reply =
  (status: number, body = '{"ok":true}', headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
const drip: RequestListener = (_, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 10);
  response.on('close', () => clearInterval(timer));
};

describe('a call to a vendor', () => {
  it.each([408, 429, 500, 502, 503])('is repeated after status %i', async (status) => {
    const { ask, calls } = await serving((call) => reply(call === 1 ? status : 200));
    expect(await ask()).toEqual({ ok: true });
    expect(calls()).toBe(2);
  });

  it('is made at most three times', async () => {
    const { ask, calls, log } = await serving(() => reply(500));
    await expect(ask()).rejects.toMatchObject({ code: 'RCC_UPSTREAM_UNAVAILABLE', status: 500 });
    expect(calls()).toBe(3);
    expect(log).toEqual([expect.objectContaining({ vendor: 'ups', operation: 'Thing', attempts: 3 })]);
  });

  it('tells people that the vendor cannot be reached, and the log how', async () => {
    const { ask, log } = await serving(() => (_, response) => response.destroy());
    await expect(ask()).rejects.toMatchObject({ message: 'ups cannot be reached.' });
    expect(log).toEqual([expect.objectContaining({ network: 'UND_ERR_SOCKET' })]);
  });

  it.each([
    [400, 'RCC_UPSTREAM_BAD_RESPONSE'],
    [302, 'RCC_UPSTREAM_BAD_RESPONSE'],
    [401, 'RCC_UPSTREAM_UNAUTHORIZED'],
    [403, 'RCC_UPSTREAM_UNAUTHORIZED'],
  ])('is not repeated after status %i', async (status, code) => {
    const { ask, calls } = await serving(() => reply(status));
    await expect(ask()).rejects.toMatchObject({ code, status });
    expect(calls()).toBe(1);
  });

  it.each(['', '<html></html>', '{"ok":', '[1]', 'null'])(
    'of which the answer is %j is a bad response',
    async (body) => {
      const { ask, calls } = await serving(() => reply(200, body));
      await expect(ask()).rejects.toMatchObject({ code: 'RCC_UPSTREAM_BAD_RESPONSE' });
      expect(calls()).toBe(1);
    },
  );

  it('waits as long as the vendor asks when that fits the deadline', async () => {
    const { ask, calls } = await serving((call) =>
      call === 1 ? reply(429, '{}', { 'retry-after': '0' }) : reply(200),
    );
    expect(await ask()).toEqual({ ok: true });
    expect(calls()).toBe(2);
  });

  it('fails at once and passes the wait on when it does not fit', async () => {
    const { ask, calls } = await serving(() => reply(429, '{}', { 'retry-after': '86400' }));
    await expect(ask()).rejects.toMatchObject({ code: 'RCC_UPSTREAM_RATE_LIMITED', retryAfterSeconds: 86400 });
    expect(calls()).toBe(1);
  });

  it.each([
    ['never answers', () => undefined],
    ['only drips', drip],
  ] as [string, RequestListener][])('ends in time when the vendor %s', async (_, route) => {
    const { ask } = await serving(() => route);
    await expect(ask(300)).rejects.toMatchObject({ code: 'RCC_UPSTREAM_TIMEOUT' });
  });

  it('survives one connection that is cut', async () => {
    const { ask } = await serving((call) => (call === 1 ? (_, response) => response.destroy() : reply(200)));
    expect(await ask()).toEqual({ ok: true });
  });

  it('ends when nobody waits any more, and does not hold that against the vendor', async () => {
    let silent = true;
    const { ask } = await serving(() => (silent ? () => undefined : reply(200)));
    for (let call = 0; call < 20; call += 1) {
      const abort = new AbortController();
      const asked = ask(2000, abort.signal);
      abort.abort();
      await expect(asked).rejects.toMatchObject({ code: 'RCC_UPSTREAM_TIMEOUT' });
    }
    silent = false;
    await expect(ask()).resolves.toEqual({ ok: true });
  });

  it('is not made while the vendor rests, and is again when it is back', async () => {
    let down = true;
    const breaker = { ...BREAKER_DEFAULTS, failures: 4, restMs: 50 };
    const { ask, calls } = await serving(() => reply(down ? 500 : 200), { breaker });
    await Promise.allSettled([ask(), ask()]);
    const made = calls();
    await expect(ask()).rejects.toMatchObject({
      code: 'RCC_UPSTREAM_UNAVAILABLE',
      status: undefined,
      retryAfterSeconds: 1,
    });
    expect(calls()).toBe(made);
    down = false;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await ask()).toEqual({ ok: true });
  });

  it('never puts an address or a body into an error or the log', async () => {
    const { ask, log } = await serving(() => reply(500, '{"secret":"customer@example.com"}'));
    const error = await ask().catch((failure: Error) => failure);
    expect(JSON.stringify([String(error), log])).not.toMatch(/customer@example|thing|127\.0\.0\.1/);
  });
});
