import { evaluate } from '../evaluate';
import { toPlainJson } from '../json-text';
import { type FlowNumber, WholeFloat } from '../numbers';
import { type Literal } from '../syntax';
import { SAMPLE_CONTEXT } from '../testing/expression-cases';

/** A function's value for arguments of any type, arrays and objects included, in plain JSON. */
export function run(name: string, ...args: unknown[]): unknown {
  return toPlainJson(runTyped(name, ...args));
}

/** The same with numbers as the language has them. */
export function runTyped(name: string, ...args: unknown[]): unknown {
  const context = { ...SAMPLE_CONTEXT, variable: (index: string): unknown => args[Number(index)] };
  return evaluate(
    {
      kind: 'call',
      name,
      position: 0,
      path: [],
      arguments: args.map((_, index) => ({
        kind: 'call',
        name: 'variables',
        position: 0,
        path: [],
        arguments: [literal(String(index))],
      })),
    },
    context,
  );
}

const literal = (value: string): Literal => ({ kind: 'literal', value, position: 0 });

/** A float as the language has it, also when it is whole. */
export const asFloat = (value: number): FlowNumber => (Number.isInteger(value) ? new WholeFloat(value) : value);
