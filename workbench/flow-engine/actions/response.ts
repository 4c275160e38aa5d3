import { toPlainJson } from '../../../flows/expressions/json-text';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { textOfValue } from '../../../flows/expressions/text-of-value';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type ActionCompiler } from './compiled-action';

/**
 * Response: answers the caller; the run goes on. Only the first one takes effect; a later one, or one after the caller's
 * 120 seconds, is Skipped (unconfirmed).
 */
export const compileResponse: ActionCompiler = (reader) => {
  if (reader.loops.length > 0) reader.problem('Response is not allowed inside a loop.');
  if (reader.compiler.triggerType !== 'Request') reader.problem('A Response needs a Request trigger.');
  const statusCode = reader.template('inputs', 'statusCode');
  const headers = reader.template('inputs', 'headers');
  const body = reader.template('inputs', 'body');
  return {
    execute: ({ run, frame }) => {
      const status = Number(evaluateTemplate(statusCode, frame.context));
      if (!Number.isInteger(status) || status < 200 || status > 599) {
        throw new ExpressionError('The status code of a Response must be an integer from 200 to 599.');
      }
      const response = {
        statusCode: status,
        headers: textHeaders(evaluateTemplate(headers, frame.context)),
        body: toPlainJson(evaluateTemplate(body, frame.context)),
      };
      if (run.respond(response)) return { status: 'Succeeded', inputs: response, outputs: response };
      const message = 'The caller has been answered already or no longer waits.';
      return { status: 'Skipped', inputs: response, error: { code: 'ActionResponseSkipped', message } };
    },
  };
};

function textHeaders(headers: unknown): Record<string, string> {
  if (!isFlowObject(headers)) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, textOfValue(value)]));
}
