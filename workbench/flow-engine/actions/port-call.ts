import { toPlainJson } from '../../../flows/expressions/json-text';
import { type Outcome } from '../plan/action-plan';
import { type Setting } from '../plan/settings';
import { type RetryPolicy } from '../run/retry-policy';
import { type Scope } from '../run/scope';
import { sendWithRetries } from '../run/send-request';
import { type Connector, type ConnectorRequest, type FlowError } from '../types';
import { callConnector } from './call-connector';

/**
 * Everything that leaves a flow goes through the host's connectors. Actions that name no connector go to these, so that a
 * host can answer them too: the operation is the HTTP method, the function's name or the child flow's GUID.
 */
export const PORTS = { http: 'http', httpWebhook: 'httpwebhook', function: 'function', childFlow: 'workflow' } as const;

export interface PortCall {
  actionName: string;
  operationId: string;
  arguments: Record<string, unknown>;
  minimumItemCount?: number;
  /** What the record shows. */
  inputs: unknown;
  policy: Setting<RetryPolicy>;
  /** The answer is a call-back, which may take days. */
  waitsForCallback?: boolean;
}

/** Sends a call to a connector, with retries. */
export function sendToConnector(connector: Connector, call: PortCall, scope: Scope): Promise<Outcome> {
  const { actionName, operationId, minimumItemCount, inputs, policy, waitsForCallback = false } = call;
  const { run, signal } = scope;
  return sendWithRetries(scope, policy, inputs, (attempt) => {
    const request: ConnectorRequest = {
      operationId,
      // Connectors get ordinary JSON of their own, which they may keep and change.
      arguments: structuredClone(toPlainJson(call.arguments)) as Record<string, unknown>,
      ...(minimumItemCount === undefined ? {} : { minimumItemCount }),
      runId: run.record.runId,
      actionName,
      attempt,
      signal,
    };
    return callConnector(connector, request, scope, waitsForCallback);
  });
}

/** Sends a call to one of the `PORTS`; the action fails with `refusal` when the host gives none. */
export function sendToPort(port: string, call: PortCall, scope: Scope, refusal: FlowError): Outcome | Promise<Outcome> {
  const connector = scope.run.host.connectors.get(port);
  return connector
    ? sendToConnector(connector, call, scope)
    : { status: 'Failed', inputs: call.inputs, error: refusal };
}
