import { ExpressionError } from '../expression-error';
import { define, type FlowFunction } from '../function-table';
import { compareNumbers, isFlowNumber } from '../numbers';
import { sameValue } from '../same-value';
import { typeName, wantBoolean } from '../value-types';

/** `equals`: deep; a boolean equals 1 or 0, as documented. Unconfirmed: reports say otherwise. */
export function flowEquals(left: unknown, right: unknown): boolean {
  if (typeof left === 'boolean' && isFlowNumber(right)) return compareNumbers(left ? 1 : 0, right) === 0;
  if (typeof right === 'boolean' && isFlowNumber(left)) return compareNumbers(right ? 1 : 0, left) === 0;
  return sameValue(left, right);
}

/** Orders two numbers or two texts (by character code); anything else cannot be ordered. */
export function flowCompare(owner: string, left: unknown, right: unknown): number {
  if (isFlowNumber(left) && isFlowNumber(right)) return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  throw new ExpressionError(
    `'${owner}' compares two numbers or two texts, but got '${typeName(left)}' and '${typeName(right)}'.`,
  );
}

function lazily(name: string, signature: string, lazy: (args: readonly (() => unknown)[]) => unknown): FlowFunction {
  return { ...define(name, signature, (args) => lazy(args.map((value) => () => value))), lazy };
}

export const logicFunctions = [
  // The branch not taken must not raise its errors.
  lazily('if', 'boolean, any, any', ([test, yes, no]) => (wantBoolean('if', test!()) ? yes!() : no!())),
  lazily('and', 'boolean+', (args) => args.every((arg) => wantBoolean('and', arg()))),
  lazily('or', 'boolean+', (args) => args.some((arg) => wantBoolean('or', arg()))),
  lazily('coalesce', 'any+', (args) => {
    for (const arg of args) {
      const value = arg();
      if (value !== null && value !== undefined) return value;
    }
    return null;
  }),
  define('not', 'boolean', ([value]) => !wantBoolean('not', value)),
  define('equals', 'any, any', ([left, right]) => flowEquals(left, right)),
  define('greater', 'number|text, number|text', ([left, right]) => flowCompare('greater', left, right) > 0),
  define(
    'greaterOrEquals',
    'number|text, number|text',
    ([left, right]) => flowCompare('greaterOrEquals', left, right) >= 0,
  ),
  define('less', 'number|text, number|text', ([left, right]) => flowCompare('less', left, right) < 0),
  define('lessOrEquals', 'number|text, number|text', ([left, right]) => flowCompare('lessOrEquals', left, right) <= 0),
];
