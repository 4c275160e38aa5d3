import { evaluateTemplate } from '../../../flows/expressions/template';
import { textOfValue } from '../../../flows/expressions/text-of-value';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type RunOutcome } from '../run/run-action';
import { type FlowError } from '../types';
import { type ActionCompiler } from './compiled-action';

const STATUSES = new Set(['Succeeded', 'Failed', 'Cancelled']);

/** Terminate: ends the run at once with its status. Not allowed in loops. */
export const compileTerminate: ActionCompiler = (reader) => {
  if (reader.loops.length > 0) reader.problem('Terminate is not allowed inside a loop.');
  const status = reader.text('inputs', 'runStatus') as 'Succeeded' | 'Failed' | 'Cancelled';
  if (!STATUSES.has(status)) reader.problem('runStatus is Succeeded, Failed or Cancelled.', 'inputs', 'runStatus');
  const template = reader.template('inputs');
  return {
    execute: ({ frame }): RunOutcome => {
      const inputs = evaluateTemplate(template, frame.context);
      const error = status === 'Failed' ? errorIn(inputs) : undefined;
      return { status: 'Succeeded', inputs, endRun: { status, ...(error ? { error } : {}) } };
    },
  };
};

function errorIn(inputs: unknown): FlowError {
  const runError = isFlowObject(inputs) && isFlowObject(inputs.runError) ? inputs.runError : {};
  return {
    code: textOfValue(runError.code ?? null) || 'Terminated',
    message: textOfValue(runError.message ?? null) || 'The run was ended by a Terminate action.',
  };
}
