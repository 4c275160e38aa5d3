import type { Pool } from 'undici';

export interface HttpRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** How one attempt ended when no complete answer came. */
export class AttemptFailure extends Error {
  constructor(
    readonly kind: 'timeout' | 'network' | 'cancelled',
    detail: string,
  ) {
    super(detail);
    this.name = 'AttemptFailure';
  }
}

/**
 * Sends one request and reads its whole body within `timeoutMs`, so that a body that only drips does not outlive it.
 * @throws {AttemptFailure} when no complete answer came
 */
export async function attemptOnce(
  pool: Pool,
  request: HttpRequest,
  timeoutMs: number,
  caller?: AbortSignal,
): Promise<HttpAnswer> {
  if (caller?.aborted) throw new AttemptFailure('cancelled', 'nobody waits for the answer any more');
  const abort = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort.abort();
  }, timeoutMs);
  const cancel = () => abort.abort();
  caller?.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await pool.request({ ...request, signal: abort.signal });
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
  } catch (error) {
    if (timedOut) throw new AttemptFailure('timeout', `no complete answer within ${Math.round(timeoutMs)} ms`);
    if (caller?.aborted) throw new AttemptFailure('cancelled', 'nobody waits for the answer any more');
    // The code only: a message of the network layer may carry the address asked for.
    throw new AttemptFailure('network', (error as NodeJS.ErrnoException).code ?? 'connection failed');
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', cancel);
  }
}
