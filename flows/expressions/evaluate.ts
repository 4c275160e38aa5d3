import { type ExpressionContext } from './context';
import { ExpressionError } from './expression-error';
import { checkArgumentCount } from './function-table';
import { findFunction } from './functions/all-functions';
import { selectProperty } from './property-path';
import { type Expression } from './syntax';

/**
 * The value of an expression. Results are shared with the context, never copied: treat them as read-only.
 * @throws {ExpressionError} saying what does not fit; an unknown function is named
 */
export function evaluate(tree: Expression, context: ExpressionContext): unknown {
  if (tree.kind === 'literal') return tree.value;
  const known = findFunction(tree.name);
  if (!known) throw new ExpressionError(`The function '${tree.name}' is not known.`, tree.position);
  checkArgumentCount(known, tree.arguments.length);
  let value = known.lazy
    ? known.lazy(tree.arguments.map((argument) => () => evaluate(argument, context)))
    : known.call(
        tree.arguments.map((argument) => evaluate(argument, context)),
        context,
      );
  for (const step of tree.path) value = selectProperty(value, evaluate(step.key, context), step.optional);
  return value;
}
