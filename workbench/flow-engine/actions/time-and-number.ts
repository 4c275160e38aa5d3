import { ExpressionError } from '../../../flows/expressions/expression-error';
import { findFunction } from '../../../flows/expressions/functions/all-functions';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { type ActionCompiler } from './compiled-action';

/** The function each kind stands for, with its arguments in order. */
const KINDS: Record<string, [string, string[]]> = {
  AddToTime: ['addToTime', ['baseTime', 'interval', 'timeUnit']],
  SubtractFromTime: ['subtractFromTime', ['baseTime', 'interval', 'timeUnit']],
  ConvertTimeZone: ['convertTimeZone', ['baseTime', 'sourceTimeZone', 'destinationTimeZone', 'formatString']],
  CurrentTime: ['utcNow', []],
  GetFutureTime: ['getFutureTime', ['interval', 'timeUnit']],
  GetPastTime: ['getPastTime', ['interval', 'timeUnit']],
  FormatNumber: ['formatNumber', ['number', 'format', 'locale']],
};

/** Expression: the designer's actions for times and numbers, by the functions they stand for. */
export const compileTimeOrNumber: ActionCompiler = (reader) => {
  const kind = typeof reader.definition.kind === 'string' ? reader.definition.kind : '';
  const known = KINDS[kind];
  if (!known) {
    reader.problem(`The kind '${kind}' of an Expression action is not supported.`, 'kind');
    return { execute: () => ({ status: 'Failed' }) };
  }
  const [name, order] = known;
  const template = reader.template('inputs');
  const call = findFunction(name)!;
  return {
    execute: ({ frame }) => {
      const inputs = evaluateTemplate(template, frame.context);
      const given = isFlowObject(inputs) ? inputs : {};
      const args = order.map((key) => given[key]);
      while (args.length > call.minimum && args.at(-1) === undefined) args.pop();
      const missing = order.find((key, index) => index < call.minimum && given[key] === undefined);
      if (missing !== undefined) throw new ExpressionError(`'${missing}' is missing.`);
      return { status: 'Succeeded', inputs, outputs: { body: call.call(args, frame.context) } };
    },
  };
};
