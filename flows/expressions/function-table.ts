import { type ExpressionContext } from './context';
import { ExpressionError } from './expression-error';

/** One function of the expression language. */
export interface FlowFunction {
  /** As documented; compared without case. */
  name: string;
  minimum: number;
  maximum: number;
  call: (args: unknown[], context: ExpressionContext) => unknown;
  /** Takes over when arguments must not all be evaluated (`if`, `and`, `or`, `coalesce`). */
  lazy?: (args: readonly (() => unknown)[]) => unknown;
}

/** Declares a function with a fixed or a smallest and largest number of arguments. */
export function define(name: string, counts: number | [number, number], call: FlowFunction['call']): FlowFunction {
  const [minimum, maximum] = typeof counts === 'number' ? [counts, counts] : counts;
  return { name, minimum, maximum, call };
}

/** @throws {ExpressionError} naming the function when the number of arguments does not fit */
export function checkArgumentCount(known: FlowFunction, count: number): void {
  if (count >= known.minimum && count <= known.maximum) return;
  const wanted =
    known.minimum === known.maximum
      ? String(known.minimum)
      : known.maximum === Infinity
        ? `at least ${known.minimum}`
        : `${known.minimum} to ${known.maximum}`;
  throw new ExpressionError(`The function '${known.name}' takes ${wanted} argument(s), not ${count}.`);
}
