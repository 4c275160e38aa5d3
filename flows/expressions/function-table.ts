import { type ExpressionContext } from './context';
import { ExpressionError } from './expression-error';
import { type Parameter, readSignature } from './signature';

/** One function of the expression language. */
export interface FlowFunction {
  /** As documented; compared without case. */
  name: string;
  parameters: readonly Parameter[];
  /** Smallest and largest number of arguments, as the parameters have it. */
  minimum: number;
  maximum: number;
  call: (args: unknown[], context: ExpressionContext) => unknown;
  /** Takes over when arguments must not all be evaluated (`if`, `and`, `or`, `coalesce`). */
  lazy?: (args: readonly (() => unknown)[]) => unknown;
}

/** Declares a function with the kinds of its parameters, written as `readSignature` reads them. */
export function define(name: string, signature: string, call: FlowFunction['call']): FlowFunction {
  const parameters = readSignature(signature);
  const minimum = parameters.filter(({ optional }) => !optional).length;
  const maximum = parameters.some(({ repeated }) => repeated) ? Infinity : parameters.length;
  return { name, parameters, minimum, maximum, call };
}

/** The parameter that takes the argument at this index. */
export function parameterAt(known: FlowFunction, index: number): Parameter | undefined {
  const last = known.parameters.at(-1);
  return known.parameters[index] ?? (last?.repeated ? last : undefined);
}

/** What is wrong with this number of arguments, or undefined. */
export function countProblem(known: FlowFunction, count: number): string | undefined {
  if (count >= known.minimum && count <= known.maximum) return undefined;
  const wanted =
    known.minimum === known.maximum
      ? String(known.minimum)
      : known.maximum === Infinity
        ? `at least ${known.minimum}`
        : `${known.minimum} to ${known.maximum}`;
  return `The function '${known.name}' takes ${wanted} argument(s), not ${count}.`;
}

/** @throws {ExpressionError} naming the function when the number of arguments does not fit */
export function checkArgumentCount(known: FlowFunction, count: number): void {
  const problem = countProblem(known, count);
  if (problem !== undefined) throw new ExpressionError(problem);
}
