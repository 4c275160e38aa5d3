import type { Deadline } from '../resilience/deadline';
import { AttemptFailure, type HttpAnswer } from './http-attempt';
import { createVendorCaller, type CallerOptions } from './vendor-caller';
import { VendorError } from './vendor-error';

/** What is left of a deadline on a clock of its own; calls and waits move it, no real time passes. */
interface World {
  ms: number;
  sent: number;
  waits: number[];
}

const answer = (status: number, headers: HttpAnswer['headers'] = {}): HttpAnswer => ({ status, headers, text: '{}' });
const endless: Deadline = { remainingMs: () => 1e9 };

/** A caller over a transport in memory that answers the nth request. */
function calling(
  respond: (call: number, world: World, timeoutMs: number) => HttpAnswer,
  options: Partial<CallerOptions> = {},
) {
  const world: World = { ms: 0, sent: 0, waits: [] };
  const log: Record<string, unknown>[] = [];
  const caller = createVendorCaller({
    vendor: 'ups',
    baseUrl: '',
    attemptTimeoutMs: 3000,
    now: () => new Date(world.ms),
    log: (entry) => log.push(entry as Record<string, unknown>),
    transport: {
      send: (_, timeoutMs) => Promise.resolve().then(() => respond((world.sent += 1), world, timeoutMs)),
      close: () => Promise.resolve(),
    },
    wait: (ms) => {
      world.waits.push(ms);
      world.ms += ms;
      return Promise.resolve();
    },
    ...options,
  });
  const ask = (deadline: Deadline = endless) =>
    caller.call('Thing', { method: 'GET', path: '/', headers: {} }, deadline, ({ status }) => status);
  const until = (ms: number): Deadline => ({ remainingMs: () => ms - world.ms });
  return { ask, world, log, until };
}

const hangs = (_: number, world: World, timeoutMs: number): HttpAnswer => {
  world.ms += timeoutMs;
  throw new AttemptFailure('timeout', 'no answer');
};

describe('the policy for a vendor', () => {
  it.each([
    [0, [0, 0]],
    [0.5, [100, 200]],
    [0.999, [199.8, 399.6]],
  ])('pauses anything from nothing to the whole step, which doubles: %s', async (share, waits) => {
    const { ask, world } = calling(() => answer(500), { random: () => share });
    await expect(ask()).rejects.toThrow(VendorError);
    expect(world.waits).toEqual(waits);
  });

  it('waits exactly as long as the vendor asks, to the millisecond', async () => {
    const asked = [{ 'retry-after-ms': '700', 'retry-after': '1' }, { 'retry-after': '2' }];
    const { ask, world } = calling((call) => (asked[call - 1] ? answer(429, asked[call - 1]) : answer(200)));
    expect(await ask()).toBe(200);
    expect(world.waits).toEqual([700, 2000]);
  });

  it('never begins a wait that ends after the deadline', async () => {
    const { ask, world, until } = calling(() => answer(503, { 'retry-after': '8' }));
    await expect(ask(until(8000))).rejects.toMatchObject({ retryAfterSeconds: 8 });
    expect(world).toMatchObject({ ms: 0, sent: 1, waits: [] });
  });

  it('spends not more than the deadline on a vendor that never answers', async () => {
    const { ask, world, until } = calling(hangs, { random: () => 0.5 });
    await expect(ask(until(8000))).rejects.toMatchObject({ code: 'RCC_UPSTREAM_TIMEOUT' });
    expect(world).toMatchObject({ sent: 3, ms: 8000 });
  });

  it('tells what the vendor said rather than that the time then ran out', async () => {
    const { ask, until } = calling((call, world, timeoutMs) =>
      call === 1 ? answer(503) : hangs(call, world, timeoutMs),
    );
    await expect(ask(until(4000))).rejects.toMatchObject({ code: 'RCC_UPSTREAM_UNAVAILABLE', status: 503 });
  });

  it('asks a vendor that never answers five times, not thirty seconds long, before it lets it rest', async () => {
    const { ask, world, until } = calling(hangs, { random: () => 0 });
    for (let question = 0; question < 10; question += 1)
      await expect(ask(until(world.ms + 8000))).rejects.toThrow(VendorError);
    expect(world.sent).toBe(5);
  });

  it('does not hold a time-out against the vendor that only its hurried caller brought about', async () => {
    const { ask, world, until } = calling(hangs);
    for (let question = 0; question < 20; question += 1)
      await expect(ask(until(world.ms + 1000))).rejects.toMatchObject({ code: 'RCC_UPSTREAM_TIMEOUT' });
    expect(world.sent).toBe(20);
  });

  it('leaves an exhausted vendor alone and says until when', async () => {
    const { ask, world } = calling(() => {
      throw new VendorError('ups', 'RCC_UPSTREAM_RATE_LIMITED', 'for today', {
        retryAfterSeconds: 7200,
        exhausted: true,
      });
    });
    await expect(ask()).rejects.toMatchObject({ message: 'for today' });
    await expect(ask()).rejects.toMatchObject({ retryAfterSeconds: 7200 });
    expect(world.sent).toBe(1);
  });

  it('has at most so many calls under way, and tells the rest at once that there are too many', async () => {
    let most = 0;
    let running = 0;
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const caller = createVendorCaller({
      vendor: 'stripe',
      baseUrl: '',
      attemptTimeoutMs: 3000,
      now: () => new Date(0),
      bulkhead: { most: 2, mostWaiting: 3 },
      transport: {
        async send() {
          most = Math.max(most, (running += 1));
          await gate;
          running -= 1;
          return answer(200);
        },
        close: () => Promise.resolve(),
      },
    });
    const ask = () => caller.call('Thing', { method: 'GET', path: '/', headers: {} }, endless, ({ status }) => status);
    const first = Array.from({ length: 5 }, ask);
    await expect(ask()).rejects.toMatchObject({ code: 'RCC_UPSTREAM_BUSY', retryAfterSeconds: 1 });
    release();
    expect(await Promise.all(first)).toEqual([200, 200, 200, 200, 200]);
    expect(most).toBe(2);
  });

  it('logs the id by which the vendor finds the call, and nothing that is no id', async () => {
    const named = calling(() => answer(500, { 'x-request-id': 'req_42-a' }));
    await expect(named.ask()).rejects.toThrow(VendorError);
    expect(named.log).toMatchObject([{ vendor: 'ups', attempts: 3, vendor_request_id: 'req_42-a' }]);
    const odd = calling(() => answer(500, { 'x-request-id': 'customer@example.com' }));
    await expect(odd.ask()).rejects.toThrow(VendorError);
    expect(odd.log[0]?.vendor_request_id).toBeUndefined();
  });
});
