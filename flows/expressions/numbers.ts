import { ExpressionError } from './expression-error';

/**
 * How a number carries its type. The expression language tells `5` from `5.0` (`div(5,2)` is 2, `div(5.0,2)` is 2.5)
 * and counts in 64-bit integers (`ticks()` is beyond 2^53). JavaScript numbers alone cannot hold that, so:
 *
 * - an integer within ±2^53 is a plain `number`;
 * - an integer beyond is a `bigint`, up to 64 bits;
 * - a float with a fraction is a plain `number`;
 * - a float without one (`5.0`, `1e3`, `mul(2.5, 2)`) is a `WholeFloat`.
 *
 * Values that never met arithmetic are therefore ordinary JSON. `toPlainJson` turns the rest into numbers where values
 * leave the engine.
 */
export class WholeFloat {
  constructor(readonly value: number) {}

  toJSON(): number {
    return this.value;
  }
}

export type FlowNumber = number | bigint | WholeFloat;

/**
 * The text of a number as .NET writes it: integers with all their digits, floats with the fewest that read back the same
 * (unconfirmed: older run times write 15 at most) and an exponent from `1E+15` up and from `1E-05` down. A whole float
 * looks like an integer.
 */
export function numberText(number: FlowNumber): string {
  const value = toDouble(number);
  // Beyond, only a float of ordinary JSON can be meant.
  if (!isFloat(number) && Math.abs(value) < 1e21) return String(number);
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power > -5 && power < 15) return String(value);
  return `${mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** The text of a number in JSON and in expressions, where a whole float has a point or an exponent. */
export function typedNumberText(value: FlowNumber): string {
  const text = numberText(value);
  return value instanceof WholeFloat && !text.includes('E') ? `${text}.0` : text;
}

const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);
const INT64_DIGITS = 19;
const tooLong = (): ExpressionError => new ExpressionError('The integer does not fit in 64 bits.');

export function isFlowNumber(value: unknown): value is FlowNumber {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof WholeFloat;
}

export function isFloat(value: FlowNumber): boolean {
  return value instanceof WholeFloat || (typeof value === 'number' && !Number.isInteger(value));
}

/** The number as a double; integers beyond 2^53 lose their last digits. */
export function toDouble(value: FlowNumber): number {
  return value instanceof WholeFloat ? value.value : Number(value);
}

/** @throws {ExpressionError} for NaN and infinities, which no flow value can be */
export function makeFloat(value: number): FlowNumber {
  if (!Number.isFinite(value)) throw new ExpressionError('The calculation has no finite result.');
  // Adding zero leaves no negative zero, which no value's text tells.
  return Number.isInteger(value) ? new WholeFloat(value + 0) : value;
}

/** @throws {ExpressionError} beyond 64 bits */
export function makeInteger(value: bigint | number): FlowNumber {
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
    return makeInteger(BigInt(value));
  }
  if (value > INT64_MAX || value < INT64_MIN) throw tooLong();
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

const NUMBER_TEXT = /^[+-]?(?:\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;
const INTEGER_TEXT = /^[+-]?\d+$/;

/**
 * A number from its text: a point or an exponent makes it a float. Returns undefined when the text is no number.
 * @throws {ExpressionError} for a number too large for its type
 */
export function numberFromText(text: string): FlowNumber | undefined {
  if (!NUMBER_TEXT.test(text)) return undefined;
  if (!INTEGER_TEXT.test(text)) return makeFloat(Number(text));
  if (text.length < 16) return makeInteger(Number(text));
  // The length is looked at first: making a long number of a very long text takes very long.
  if (text.replace(/^[+-]?0*/, '').length > INT64_DIGITS) throw tooLong();
  return makeInteger(BigInt(text.replace('+', '')));
}

/** Less than, equal or greater as -1, 0 or 1; exact for integers of any size. */
export function compareNumbers(left: FlowNumber, right: FlowNumber): number {
  const a = left instanceof WholeFloat ? left.value : left;
  const b = right instanceof WholeFloat ? right.value : right;
  return a < b ? -1 : a > b ? 1 : 0;
}
