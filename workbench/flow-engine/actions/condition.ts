import { type ExpressionContext } from '../../../flows/expressions/context';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { type FlowFunction } from '../../../flows/expressions/function-table';
import { findFunction } from '../../../flows/expressions/functions/all-functions';
import { evaluateTemplate } from '../../../flows/expressions/template';
import { isFlowObject, typeName } from '../../../flows/expressions/value-types';
import { COMPARISONS } from '../../../flows/file/condition-operators';
import { type ActionReader } from '../plan/flow-compiler';

export type Condition = (context: ExpressionContext) => boolean;

/** Compiles the `expression` of an If or Until: an object of operators, or one expression that gives true or false. */
export function compileCondition(reader: ActionReader): Condition {
  return compilePart(reader, reader.definition.expression, ['expression']);
}

function compilePart(reader: ActionReader, written: unknown, path: string[]): Condition {
  if (typeof written === 'string') {
    const template = reader.compiler.template(written, reader.place(...path), reader.name);
    return (context) => wantTruth(evaluateTemplate(template, context));
  }
  if (typeof written === 'boolean') return () => written;
  const entries = isFlowObject(written) ? Object.entries(written) : [];
  const [operator, operands] = entries[0] ?? [];
  if (operator === undefined || entries.length > 1) {
    reader.problem('A condition is an expression or one operator with its operands.', ...path);
    return () => false;
  }
  const inside = [...path, operator];
  if (operator === 'not') {
    const part = compilePart(reader, operands, inside);
    return (context) => !part(context);
  }
  const list = Array.isArray(operands) ? (operands as unknown[]) : [];
  if (operator === 'and' || operator === 'or') {
    const parts = list.map((each, index) => compilePart(reader, each, [...inside, String(index)]));
    return operator === 'and'
      ? (context) => parts.every((part) => part(context))
      : (context) => parts.some((part) => part(context));
  }
  const known = COMPARISONS.includes(operator) ? findFunction(operator) : undefined;
  if (!known || list.length !== 2) {
    reader.problem(`'${operator}' with ${list.length} operand(s) is not a condition.`, ...inside);
    return () => false;
  }
  return comparison(reader, known, list, inside);
}

function comparison(reader: ActionReader, known: FlowFunction, operands: unknown[], path: string[]): Condition {
  const [left, right] = operands.map((operand, index) =>
    reader.compiler.template(operand, reader.place(...path, String(index)), reader.name),
  ) as [Parameters<typeof evaluateTemplate>[0], Parameters<typeof evaluateTemplate>[0]];
  return (context) =>
    wantTruth(known.call([evaluateTemplate(left, context), evaluateTemplate(right, context)], context));
}

function wantTruth(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new ExpressionError(`The condition must be true or false, but it is of type '${typeName(value)}'.`);
}
