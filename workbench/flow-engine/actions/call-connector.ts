import { type Scope } from '../run/scope';
import { ConnectionTimeout, type Connector, type ConnectorRequest, type ConnectorResponse } from '../types';

/** The platform gives one synchronous call this long (documented). */
export const CALL_DEADLINE_MS = 120_000;

/**
 * Calls a connector, holding the clock meanwhile. After 120 seconds of the run's clock the call counts as unanswered,
 * unless the action waits for a call-back.
 * @throws {ConnectionError}
 */
export async function callConnector(
  connector: Connector,
  request: ConnectorRequest,
  { run, signal }: Scope,
  waitsForCallback: boolean,
): Promise<ConnectorResponse> {
  const { clock } = run.host;
  const deadline = new AbortController();
  const abort = (): void => deadline.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  let release = clock.hold();
  const idle = async <T>(wait: Promise<T>): Promise<T> => {
    release();
    try {
      return await wait;
    } finally {
      release = clock.hold();
      if (settled) release();
    }
  };
  let settled = false;
  try {
    const call = connector.call({ ...request, signal: deadline.signal, idle });
    if (waitsForCallback) return await call;
    const late = clock.sleep(CALL_DEADLINE_MS, deadline.signal).then((): never => {
      throw new ConnectionTimeout(`'${request.operationId}' was not answered within ${CALL_DEADLINE_MS / 1000} s.`);
    });
    return await Promise.race([call, late]);
  } finally {
    settled = true;
    deadline.abort(new Error('The call is over.'));
    signal.removeEventListener('abort', abort);
    release();
  }
}
