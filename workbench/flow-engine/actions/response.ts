import { toPlainJson } from '../../../flows/expressions/json-text';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { evaluateTemplate, type Template } from '../../../flows/expressions/template';
import { textOfValue } from '../../../flows/expressions/text-of-value';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type Outcome } from '../plan/action-plan';
import { type ActionReader } from '../plan/flow-compiler';
import { hasOption } from '../plan/settings';
import { type Scope } from '../run/scope';
import { type RunRecord } from '../types';
import { type ActionCompiler } from './compiled-action';

type Answer = NonNullable<RunRecord['response']>;

/** The code of a Response nobody waits for (seen in run histories). */
const ANSWERED = 'ActionResponseSkipped';

/**
 * Response: answers the caller; the run goes on. Only the first one takes effect; a later one, or one after the caller's
 * 120 seconds, is Skipped (unconfirmed).
 */
export const compileResponse: ActionCompiler = (reader) => {
  if (reader.compiler.triggerType !== 'Request') reader.problem('A Response needs a Request trigger.');
  // The caller gets a 202 at once and asks for the outcome, however long it takes (documented).
  if (hasOption(reader.definition, 'Asynchronous')) reader.compiler.respondsLater = true;
  const statusCode = reader.template('inputs', 'statusCode');
  const headers = reader.template('inputs', 'headers');
  const body = reader.template('inputs', 'body');
  return answering(reader, ({ frame }) => ({
    statusCode: wantStatus(evaluateTemplate(statusCode, frame.context)),
    headers: textHeaders(evaluateTemplate(headers, frame.context)),
    body: toPlainJson(evaluateTemplate(body, frame.context)),
  }));
};

/** OpenApiConnectionWebhookResponse: answers the agent that called the flow with the value of one parameter. */
export const compileWebhookResponse: ActionCompiler = (reader) => {
  const value: Template = reader.template('inputs', 'parameters', 'response/value');
  return answering(reader, ({ frame }) => ({
    statusCode: 200,
    headers: {},
    body: toPlainJson(evaluateTemplate(value, frame.context)),
  }));
};

function answering(reader: ActionReader, answer: (scope: Scope) => Answer): ReturnType<ActionCompiler> {
  if (reader.loops.length > 0) reader.problem('Response is not allowed inside a loop.');
  const key = reader.name.toLowerCase();
  return {
    execute: (scope): Outcome => {
      const { run } = scope;
      const response = answer(scope);
      const isHidden = run.flow.actionsByName.get(key)?.hideInputs === true;
      if (run.respond(response, isHidden)) return { status: 'Succeeded', inputs: response, outputs: response };
      const message = 'The caller has been answered already or no longer waits.';
      return { status: 'Skipped', code: ANSWERED, inputs: response, error: { code: ANSWERED, message } };
    },
  };
}

function wantStatus(value: unknown): number {
  const status = Number(value);
  if (value !== null && Number.isInteger(status) && status >= 200 && status <= 599) return status;
  throw new ExpressionError('The status code of a Response must be an integer from 200 to 599.');
}

function textHeaders(headers: unknown): Record<string, string> {
  if (!isFlowObject(headers)) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, textOfValue(value)]));
}
