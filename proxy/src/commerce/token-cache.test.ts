import { startDeadline } from '../resilience/deadline';
import { createTokenCache, type Token } from './token-cache';
import { VendorError } from './vendor-error';

const refused = () => new VendorError('ups', 'RCC_UPSTREAM_UNAUTHORIZED', 'refused', { status: 401 });
const late = () => new VendorError('ups', 'RCC_UPSTREAM_TIMEOUT', 'late');

function cacheWith(request: (count: number) => Promise<Token> | Token) {
  const clock = { ms: 0 };
  let requests = 0;
  const cache = createTokenCache(
    async () => request((requests += 1)),
    1000,
    () => new Date(clock.ms),
    late,
  );
  const use = (call: (token: string) => Promise<string> = (token) => Promise.resolve(token)) =>
    cache.withToken(startDeadline(1000), call);
  return { use, clock, requests: () => requests };
}
const numbered = (count: number): Token => ({ value: `token ${count}`, lifeSeconds: 100 });

describe('token cache', () => {
  it('asks once for callers who come at the same time', async () => {
    const { use, requests } = cacheWith(numbered);
    expect(await Promise.all([use(), use(), use()])).toEqual(['token 1', 'token 1', 'token 1']);
    expect(requests()).toBe(1);
  });

  it('renews at 80 % of the life and not before', async () => {
    const { use, clock } = cacheWith(numbered);
    await use();
    clock.ms = 79_999;
    expect(await use()).toBe('token 1');
    clock.ms = 80_000;
    expect(await use()).toBe('token 2');
  });

  it('goes on with a token that is still valid when the renewal fails', async () => {
    const { use, clock } = cacheWith((count) => (count === 1 ? numbered(1) : Promise.reject(new Error('down'))));
    await use();
    clock.ms = 90_000;
    expect(await use()).toBe('token 1');
    clock.ms = 100_000;
    await expect(use()).rejects.toThrow('down');
  });

  it('renews once when the vendor refuses the token, for all callers together', async () => {
    const { use, requests } = cacheWith(numbered);
    const call = (token: string) => (token === 'token 1' ? Promise.reject(refused()) : Promise.resolve(token));
    expect(await Promise.all([use(call), use(call), use(call)])).toEqual(['token 2', 'token 2', 'token 2']);
    expect(requests()).toBe(2);
  });

  it('gives up when the new token is refused too', async () => {
    const { use, requests } = cacheWith(numbered);
    await expect(use(() => Promise.reject(refused()))).rejects.toMatchObject({ status: 401 });
    expect(requests()).toBe(2);
  });

  it('keeps a caller no longer than its own deadline', async () => {
    const cache = createTokenCache(
      () => new Promise<Token>(() => undefined),
      1000,
      () => new Date(0),
      late,
    );
    await expect(cache.withToken(startDeadline(20), () => Promise.resolve('never'))).rejects.toThrow('late');
  });
});
