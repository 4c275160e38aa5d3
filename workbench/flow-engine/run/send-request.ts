import { isFlowObject } from '../../../flows/expressions/value-types';
import { toPlainJson } from '../../../flows/expressions/json-text';
import { type Outcome } from '../plan/action-plan';
import { type Setting } from '../plan/settings';
import { ConnectionError, ConnectionTimeout, type ConnectorResponse, type FlowError, type TryRecord } from '../types';
import { isTransient, retryAfter, retryDelay, type RetryPolicy } from './retry-policy';
import { type Scope } from './scope';
import { statusName } from './status-names';

/**
 * Sends a request until it succeeds, fails for good or the policy is exhausted. A status of `failsFrom` and more fails the
 * action; its answer stays readable in the outputs. No answer at all counts as the gateway's 502 (504 when time ran out).
 */
export async function sendWithRetries(
  scope: Scope,
  retries: Setting<RetryPolicy>,
  inputs: unknown,
  send: (attempt: number) => Promise<ConnectorResponse>,
  failsFrom = 400,
): Promise<Outcome> {
  const { host } = scope.run;
  const policy = retries(scope.frame.context);
  const tries: TryRecord[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const startTime = host.clock.now().toISOString();
    const { response, lost } = await answerOrGateway(send, attempt);
    const error = response.statusCode < failsFrom ? undefined : errorOf(response);
    tries.push({
      startTime,
      endTime: host.clock.now().toISOString(),
      // A status belongs to an answer, and none came.
      ...(lost ? {} : { statusCode: response.statusCode }),
      ...(error ? { error } : {}),
    });
    const outputs = { statusCode: response.statusCode, headers: response.headers, body: response.body ?? null };
    if (!error) return { status: 'Succeeded', code: statusName(response.statusCode), inputs, outputs, tries };
    if (attempt > policy.count || !isTransient(response.statusCode)) {
      return { status: 'Failed', code: statusName(response.statusCode), inputs, outputs, error, tries };
    }
    const wait = retryAfter(response.headers, host.clock.now()) ?? retryDelay(policy, attempt, host.random);
    await host.clock.sleep(wait, scope.signal);
  }
}

async function answerOrGateway(
  send: (attempt: number) => Promise<ConnectorResponse>,
  attempt: number,
): Promise<{ response: ConnectorResponse; lost: boolean }> {
  try {
    return { response: await send(attempt), lost: false };
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    const statusCode = error instanceof ConnectionTimeout ? 504 : 502;
    const body = { error: { code: statusCode, message: `${statusName(statusCode)}: ${error.message}` } };
    return { response: { statusCode, headers: {}, body }, lost: true };
  }
}

/** The error of a failed answer: the body's own code and message where it has them. */
function errorOf(response: ConnectorResponse): FlowError {
  const body = toPlainJson(response.body);
  const inner = isFlowObject(body) && isFlowObject(body.error) ? body.error : body;
  const code = isFlowObject(inner) && typeof inner.code === 'string' ? inner.code : statusName(response.statusCode);
  const message =
    isFlowObject(inner) && typeof inner.message === 'string' ? inner.message : statusName(response.statusCode);
  return { code, message };
}
