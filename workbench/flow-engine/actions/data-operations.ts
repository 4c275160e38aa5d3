import { type ExpressionContext } from '../../../flows/expressions/context';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { evaluateTemplate, type Template } from '../../../flows/expressions/template';
import { textOfValue } from '../../../flows/expressions/text-of-value';
import { typeName } from '../../../flows/expressions/value-types';
import { badRequest } from '../plan/action-error';
import { type ActionCompiler } from './compiled-action';

/** The array a data operation works on. @throws {ActionError} for anything else, null included */
export function sourceArray(template: Template, context: ExpressionContext): unknown[] {
  const from = evaluateTemplate(template, context);
  if (!Array.isArray(from)) throw badRequest(`'from' must be an array, but it is of type '${typeName(from)}'.`);
  return from as unknown[];
}

/** Evaluates a template once per row, with `item()` as the row. */
export function perRow(context: ExpressionContext, template: Template): (row: unknown) => unknown {
  let current: unknown;
  const rows = Object.create(context) as ExpressionContext;
  rows.item = () => current;
  return (row) => {
    current = row;
    return evaluateTemplate(template, rows);
  };
}

/** Query (Filter array): the rows for which `where` is true. */
export const compileQuery: ActionCompiler = (reader) => {
  const from = reader.template('inputs', 'from');
  const where = reader.template('inputs', 'where');
  return {
    execute: ({ frame }) => {
      const rows = sourceArray(from, frame.context);
      const test = perRow(frame.context, where);
      const body = rows.filter((row) => {
        const kept = test(row);
        if (typeof kept === 'boolean') return kept;
        throw new ExpressionError(`'where' must be true or false, not '${typeName(kept)}'.`);
      });
      return { status: 'Succeeded', inputs: { from: rows }, outputs: { body } };
    },
  };
};

/** Select: one new value per row. */
export const compileSelect: ActionCompiler = (reader) => {
  const from = reader.template('inputs', 'from');
  const select = reader.template('inputs', 'select');
  return {
    execute: ({ frame }) => {
      const rows = sourceArray(from, frame.context);
      const body = rows.map(perRow(frame.context, select));
      return { status: 'Succeeded', inputs: { from: rows }, outputs: { body } };
    },
  };
};

/** Join: the rows as text, with a delimiter between them. */
export const compileJoin: ActionCompiler = (reader) => {
  const from = reader.template('inputs', 'from');
  const joinWith = reader.template('inputs', 'joinWith');
  return {
    execute: ({ frame }) => {
      const rows = sourceArray(from, frame.context);
      const delimiter = textOfValue(evaluateTemplate(joinWith, frame.context));
      const body = rows.map(textOfValue).join(delimiter);
      return { status: 'Succeeded', inputs: { from: rows, joinWith: delimiter }, outputs: { body } };
    },
  };
};
