import { evaluateTemplate } from '../../../flows/expressions/template';
import { textOfValue } from '../../../flows/expressions/text-of-value';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type Outcome } from '../plan/action-plan';
import { hasOption } from '../plan/settings';
import { readRetryPolicy, retryAfter } from '../run/retry-policy';
import { type Scope } from '../run/scope';
import { type FlowError } from '../types';
import { type ActionCompiler } from './compiled-action';
import { type PortCall, PORTS, sendToPort } from './port-call';

/** Between two looks at a request that was only accepted, when the answer does not say how long. Unconfirmed. */
const POLL_INTERVAL_MS = 20_000;

/** The option that takes a 202 as the answer. */
const TAKE_ACCEPTED = 'DisableAsyncPattern';

/**
 * Http: refused unless the host gives a connector for it, so that no flow reaches the network unnoticed. After a 202 with
 * a `Location` the action asks there until the answer is another one (documented).
 */
export const compileHttp: ActionCompiler = (reader) => {
  const { retryPolicy: _policy, ...request } = reader.inputs;
  const template = reader.compiler.template(request, reader.place('inputs'), reader.name);
  const policy = readRetryPolicy(reader);
  const follows = !hasOption(reader.definition, TAKE_ACCEPTED);
  const refusal = {
    code: 'HttpRefused',
    message: `The action '${reader.name}' calls HTTP directly, and no connector '${PORTS.http}' is given.`,
  };
  return {
    execute: async (scope) => {
      const sent = evaluateTemplate(template, scope.frame.context) as Record<string, unknown>;
      const call = { actionName: reader.name, policy, inputs: sent };
      const ask = (each: Record<string, unknown>): Outcome | Promise<Outcome> =>
        sendToPort(PORTS.http, { ...call, operationId: methodOf(each), arguments: each }, scope, refusal);
      let outcome = await ask(sent);
      for (let place = follows ? placeOf(outcome) : undefined; place; place = placeOf(outcome)) {
        await scope.run.host.clock.sleep(place.waitMs(scope), scope.signal);
        const { tries = [] } = outcome;
        const next = await ask({ method: 'GET', uri: place.uri, headers: sent.headers ?? {} });
        outcome = { ...next, tries: [...tries, ...(next.tries ?? [])] };
      }
      return outcome;
    },
  };
};

function methodOf(request: Record<string, unknown>): string {
  return textOfValue(request.method ?? 'GET').toUpperCase();
}

/** Where to ask for the outcome of an accepted request, if the answer says so. */
function placeOf({ outputs }: Outcome): { uri: string; waitMs: (scope: Scope) => number } | undefined {
  if (!isFlowObject(outputs) || outputs.statusCode !== 202 || !isFlowObject(outputs.headers)) return undefined;
  const headers = outputs.headers as Record<string, string>;
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'location');
  if (name === undefined) return undefined;
  const waitMs = ({ run }: Scope): number => retryAfter(headers, run.host.clock.now()) ?? POLL_INTERVAL_MS;
  return { uri: headers[name]!, waitMs };
}

/** HttpWebhook: subscribes and waits for the call-back, whose request is the answer. */
export const compileHttpWebhook: ActionCompiler = (reader) => {
  if (!reader.has('inputs', 'subscribe')) reader.problem('A webhook says how to subscribe.', 'inputs', 'subscribe');
  return toPort(reader, PORTS.httpWebhook, ['inputs', 'subscribe'], (sent) => methodOf(sent), {
    code: 'HttpWebhookRefused',
    message: `The action '${reader.name}' subscribes over HTTP, and no connector '${PORTS.httpWebhook}' is given.`,
  });
};

/** Function: an Azure function, which only exists in the cloud. */
export const compileFunction: ActionCompiler = (reader) => {
  const id = reader.text('inputs', 'function', 'id');
  const name = id.slice(id.lastIndexOf('/') + 1);
  return toPort(reader, PORTS.function, ['inputs'], () => name, {
    code: 'FunctionNotAvailable',
    message: `The Azure function '${name}' cannot be called here, and no connector '${PORTS.function}' answers for it.`,
  });
};

function toPort(
  reader: Parameters<ActionCompiler>[0],
  port: string,
  place: string[],
  operationOf: (sent: Record<string, unknown>) => string,
  refusal: FlowError,
): ReturnType<ActionCompiler> {
  const written = reader.written(...place);
  const { retryPolicy: _policy, ...request } = isFlowObject(written) ? written : {};
  const template = reader.compiler.template(request, reader.place(...place), reader.name);
  const policy = readRetryPolicy(reader, ...place, 'retryPolicy');
  return {
    execute: (scope) => {
      const sent = evaluateTemplate(template, scope.frame.context) as Record<string, unknown>;
      const call: PortCall = {
        actionName: reader.name,
        operationId: operationOf(sent),
        arguments: sent,
        inputs: sent,
        policy,
        waitsForCallback: port === PORTS.httpWebhook,
      };
      return sendToPort(port, call, scope, refusal);
    },
  };
}
