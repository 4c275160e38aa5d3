import { toPlainJson } from '../../../flows/expressions/json-text';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { textOfValue } from '../../../flows/expressions/text-of-value';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { readRetryPolicy } from '../run/retry-policy';
import { startRun } from '../run/start-run';
import { type Scope } from '../run/scope';
import { sendWithRetries } from '../run/send-request';
import { type ConnectorResponse } from '../types';
import { type Flow } from '../flow';
import { type ActionReader } from '../plan/flow-compiler';
import { CALL_DEADLINE_MS } from './call-connector';
import { type ActionCompiler } from './compiled-action';
import { PORTS, sendToPort } from './port-call';

/** Unlike a connector's, a child's answer must be 2xx. */
const FAILS_FROM = 300;

/**
 * Workflow: runs a child flow and takes its Response as the answer; a status outside 2xx makes the action fail. A child
 * that ends without one counts as 502, one that does not answer in time as 504. A child that is not there may be answered by
 * the host's connector for child flows.
 */
export const compileChildFlow: ActionCompiler = (reader) => {
  const id = childId(reader);
  const body = reader.template('inputs', 'body');
  const headers = reader.template('inputs', 'headers');
  const policy = readRetryPolicy(reader);
  return {
    execute: async (scope) => {
      const given = toPlainJson(evaluateTemplate(body, scope.frame.context));
      const sent = evaluateTemplate(headers, scope.frame.context);
      const inputs = { host: { workflowReferenceName: id }, body: given };
      const child = scope.run.host.childFlows(id);
      if (child?.trigger.type !== 'Request') {
        const reason = child ? 'has no Request trigger' : 'is not there';
        const refusal = { code: 'WorkflowNotFound', message: `The child flow '${id}' ${reason}.` };
        const call = { actionName: reader.name, operationId: id, arguments: { body: given }, inputs, policy };
        return sendToPort(PORTS.childFlow, call, scope, refusal);
      }
      const outputs = {
        headers: isFlowObject(sent)
          ? Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, textOfValue(value)]))
          : {},
        body: given,
      };
      return sendWithRetries(scope, policy, inputs, () => answerOf(child, outputs, scope), FAILS_FROM);
    },
  };
};

/** The child's GUID; the oldest exports write its resource instead. */
function childId(reader: ActionReader): string {
  const resource = reader.written('inputs', 'host', 'workflow', 'id');
  const id = typeof resource === 'string' ? resource.slice(resource.lastIndexOf('/') + 1) : undefined;
  return (id ?? reader.text('inputs', 'host', 'workflowReferenceName')).toLowerCase();
}

/** Starts the child and resolves with its Response, whether or not the child goes on after it. */
async function answerOf(
  child: Flow,
  outputs: { headers: Record<string, string>; body: unknown },
  { run, signal }: Scope,
): Promise<ConnectorResponse> {
  const over = new AbortController();
  const abort = (): void => over.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await new Promise<ConnectorResponse>((resolve, reject) => {
      startRun(child, { outputs, parentRunId: run.record.runId, onResponse: resolve }, run.host).then(
        () => resolve(failed(502, 'NoResponse', `The child flow '${child.name}' ended without a Response.`)),
        reject,
      );
      if (child.respondsLater) return;
      run.host.clock
        .sleep(CALL_DEADLINE_MS, over.signal)
        .then(
          () => resolve(failed(504, 'GatewayTimeout', `The child flow '${child.name}' did not answer in time.`)),
          reject,
        );
    });
  } finally {
    over.abort(new Error('The child flow has answered.'));
    signal.removeEventListener('abort', abort);
  }
}

function failed(statusCode: number, code: string, message: string): ConnectorResponse {
  return { statusCode, headers: {}, body: { error: { code, message } } };
}
