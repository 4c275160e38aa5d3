import { Pool } from 'undici';
import { attemptOnce, type HttpAnswer, type HttpRequest } from './http-attempt';

/** Carries requests to one vendor; the policy of a vendor caller decides when and how often. */
export interface Transport {
  /**
   * @param timeoutMs for the whole answer, body included
   * @throws {AttemptFailure} when no complete answer came
   */
  send(request: HttpRequest, timeoutMs: number, caller?: AbortSignal): Promise<HttpAnswer>;
  close(): Promise<void>;
}

const MOST_CONNECTIONS = 16;
/** A tracking answer with a signature image stays well below this. */
const MOST_BYTES = 4_000_000;

/** Requests over HTTP to an address. */
export function createHttpTransport(baseUrl: string): Transport {
  const pool = new Pool(baseUrl, { connections: MOST_CONNECTIONS, maxResponseSize: MOST_BYTES });
  return {
    send: (request, timeoutMs, caller) => attemptOnce(pool, request, timeoutMs, caller),
    close: () => pool.destroy(),
  };
}
