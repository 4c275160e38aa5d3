import { countProblem, parameterAt } from './function-table';
import { findFunction } from './functions/all-functions';
import { nearestFunction } from './functions/nearest-function';
import { literalProblem } from './parameter-kinds';
import { type Call, type Expression } from './syntax';

/** A call that fails whenever it is evaluated. */
export interface CallProblem {
  /** Offset of the function's name or of the literal in the expression's text. */
  position: number;
  message: string;
}

/**
 * Finds the calls of an expression that can never succeed, without evaluating any: functions that do not exist, numbers of
 * arguments that do not fit, and literals that are no possible argument, such as `addDays(utcNow(), 1.5)`.
 */
export function checkLiterals(expression: Expression): CallProblem[] {
  if (expression.kind === 'literal') return [];
  const inside = [...expression.arguments, ...expression.path.map(({ key }) => key)].flatMap(checkLiterals);
  return [...checkCall(expression), ...inside];
}

function checkCall(call: Call): CallProblem[] {
  const { name, position } = call;
  const known = findFunction(name);
  if (!known) {
    const near = nearestFunction(name);
    const hint = near === undefined ? '' : ` Did you mean '${near}'?`;
    return [{ position, message: `The function '${name.slice(0, 60)}' is not known.${hint}` }];
  }
  const count = countProblem(known, call.arguments.length);
  if (count !== undefined) return [{ position, message: count }];
  return call.arguments.flatMap((argument, index) => {
    if (argument.kind !== 'literal') return [];
    const problem = literalProblem(parameterAt(known, index)!.kinds, argument.value);
    if (problem === undefined) return [];
    return [{ position: argument.position, message: `'${known.name}', argument ${index + 1}: ${problem}` }];
  });
}
