import { startDeadline, within, type Deadline } from '../resilience/deadline';
import { VendorError } from './vendor-error';

export interface Token {
  value: string;
  lifeSeconds: number;
}

/** Access tokens of one vendor: one request at a time, renewed at 80 % of their life and once after a refusal. */
export interface TokenCache {
  /**
   * Runs a call with a valid token; when the vendor refuses the token, once more with a new one.
   * @throws whatever `call` throws, or why no token could be had
   */
  withToken<T>(deadline: Deadline, call: (token: string) => Promise<T>): Promise<T>;
}

const RENEW_AT = 0.8;

/**
 * @param request asks the vendor for a new token
 * @param requestMs how long that may take; not bound to the caller who happened to come first, because others wait too
 * @param late what to throw when a caller's own deadline passes while the token is being fetched
 */
export function createTokenCache(
  request: (deadline: Deadline) => Promise<Token>,
  requestMs: number,
  now: () => Date,
  late: () => VendorError,
): TokenCache {
  let current: (Token & { since: number }) | null = null;
  let renewal: Promise<string> | null = null;

  const usedShare = (token: Token & { since: number }) => (now().getTime() - token.since) / 1000 / token.lifeSeconds;

  async function renew(): Promise<string> {
    try {
      const token = await request(startDeadline(requestMs));
      current = { ...token, since: now().getTime() };
      return token.value;
    } catch (error) {
      if (current && usedShare(current) < 1) return current.value;
      throw error;
    } finally {
      renewal = null;
    }
  }

  async function valid(deadline: Deadline): Promise<string> {
    if (current && usedShare(current) < RENEW_AT) return current.value;
    return within((renewal ??= renew()), deadline, late);
  }

  return {
    async withToken(deadline, call) {
      const token = await valid(deadline);
      try {
        return await call(token);
      } catch (error) {
        if (!(error instanceof VendorError) || error.status !== 401) throw error;
        // Somebody else may have renewed it already.
        if (current?.value === token) current = null;
        return call(await valid(deadline));
      }
    },
  };
}
