import { ExpressionError } from '../expression-error';
import { define, type FlowFunction } from '../function-table';
import { compareNumbers, isFloat, makeFloat, makeInteger, toDouble } from '../numbers';
import { wantNumber } from '../value-types';

/** Two integers give an integer; a float on either side, `5.0` included, makes the calculation a float one. */
function arithmetic(
  name: string,
  onIntegers: (a: bigint, b: bigint) => bigint,
  onFloats: (a: number, b: number) => number,
): FlowFunction {
  return define(name, 'number, number', ([left, right]) => {
    const a = wantNumber(name, left);
    const b = wantNumber(name, right);
    if (isFloat(a) || isFloat(b)) return makeFloat(onFloats(toDouble(a), toDouble(b)));
    if (typeof a === 'number' && typeof b === 'number') {
      const quick = onFloats(a, b);
      // Exact unless the double ran out of digits; `div` truncates, which the double does not.
      if (Number.isSafeInteger(quick)) return makeInteger(quick);
    }
    return makeInteger(onIntegers(BigInt(a as number | bigint), BigInt(b as number | bigint)));
  });
}

function notByZero(name: string, known: FlowFunction): FlowFunction {
  return define(name, 'number, number', (args, context) => {
    if (compareNumbers(wantNumber(name, args[1]), 0) === 0)
      throw new ExpressionError(`'${name}' cannot divide by zero.`);
    return known.call(args, context);
  });
}

/** Shared with the actions that raise and lower a variable. */
export const addNumbers = arithmetic(
  'add',
  (a, b) => a + b,
  (a, b) => a + b,
);

export const arithmeticFunctions: FlowFunction[] = [
  addNumbers,
  arithmetic(
    'sub',
    (a, b) => a - b,
    (a, b) => a - b,
  ),
  arithmetic(
    'mul',
    (a, b) => a * b,
    (a, b) => a * b,
  ),
  notByZero(
    'div',
    arithmetic(
      'div',
      (a, b) => a / b,
      (a, b) => a / b,
    ),
  ),
  notByZero(
    'mod',
    arithmetic(
      'mod',
      (a, b) => a % b,
      (a, b) => a % b,
    ),
  ),
];
