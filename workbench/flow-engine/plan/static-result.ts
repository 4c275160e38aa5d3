import { STATUS_CODES } from 'node:http';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { statusName } from '../run/status-names';
import { type ActionExecutor, type Outcome } from './action-plan';
import { type ActionReader } from './flow-compiler';

const STATUSES = ['Succeeded', 'Failed', 'Skipped', 'TimedOut', 'Cancelled'] as const;

/**
 * `runtimeConfiguration.staticResult`: while it is `Enabled`, the action does nothing and ends with the canned result of
 * the definition's `staticResults` (documented).
 * @returns undefined when the action has none, or it is switched off
 */
export function compileStaticResult(reader: ActionReader): ActionExecutor | undefined {
  const place = ['runtimeConfiguration', 'staticResult'];
  if (reader.written(...place, 'staticResultOptions') !== 'Enabled') return undefined;
  const name = reader.text(...place, 'name');
  const canned = reader.compiler.staticResults[name];
  const status = isFlowObject(canned) ? STATUSES.find((each) => each === canned.status) : undefined;
  if (!isFlowObject(canned) || !status) {
    reader.problem(`The definition has no static result '${name}' with a status.`, ...place, 'name');
    return undefined;
  }
  const outcome = { status, ...readOutputs(canned.outputs, status) };
  const inputs = reader.template('inputs');
  return ({ frame }) => ({ ...outcome, inputs: evaluateTemplate(inputs, frame.context) });
}

function readOutputs(written: unknown, status: Outcome['status']): Pick<Outcome, 'code' | 'outputs' | 'error'> {
  const { statusCode: writtenCode, errors, ...rest } = isFlowObject(written) ? written : {};
  const statusCode = writtenCode === undefined ? undefined : statusNumber(writtenCode);
  const outputs = { ...(statusCode === undefined ? {} : { statusCode }), headers: {}, body: null, ...rest };
  if (status === 'Succeeded') return { outputs };
  const code = statusCode === undefined || statusCode < 400 ? status : statusName(statusCode);
  const first: unknown = Array.isArray(errors) ? errors[0] : errors;
  const message = isFlowObject(first) && typeof first.message === 'string' ? first.message : 'A static result.';
  return { code, outputs, error: { code, message } };
}

/** The designer writes `OK` or `NotFound`, makers also `200`. */
function statusNumber(written: unknown): number {
  const number = Number(written);
  if (Number.isInteger(number)) return number;
  return Number(Object.keys(STATUS_CODES).find((code) => statusName(Number(code)) === written) ?? 200);
}
