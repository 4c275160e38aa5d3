import { ExpressionError } from '../expression-error';
import { type FlowNumber, isFloat } from '../numbers';
import { customFormat } from './custom-format';
import { type DecimalDigits, decimalDigits, parts, rounded, shifted } from './decimal-digits';
import { findNumberCulture, type NumberCulture } from './number-culture';

/**
 * Writes a number by a .NET format: `C D E F G N P R X` with an optional precision, or a custom pattern (`custom-format.ts`).
 * Signs, currencies and percent signs stand where the culture's own writing (Unicode CLDR, as .NET 5 and later) has them.
 * @throws {ExpressionError} for an unknown format or culture
 */
export function formatNumber(value: FlowNumber, format: string, locale?: string): string {
  const culture = findNumberCulture(locale);
  const standard = /^([CDEFGNPRX])(\d{0,2})$/i.exec(format === '' ? 'G' : format);
  if (standard) {
    const precision = standard[2] === '' ? undefined : Number(standard[2]);
    return standardFormat(value, standard[1]!, precision, locale, culture);
  }
  if (/^[A-Za-z]\d*$/.test(format)) {
    throw new ExpressionError(
      `'${format.slice(0, 20)}' is not a number format: those are C D E F G N P R X with 0 to 99.`,
    );
  }
  return customFormat(decimalDigits(value), format, culture);
}

/** Unless the format says otherwise. */
const DEFAULT_PLACES = 2;
const DEFAULT_EXPONENT_PLACES = 6;

function standardFormat(
  value: FlowNumber,
  letter: string,
  precision: number | undefined,
  locale: string | undefined,
  culture: NumberCulture,
): string {
  const number = decimalDigits(value);
  switch (letter.toUpperCase()) {
    case 'C': {
      const currency = findNumberCulture(locale, 'currency');
      return fixed(number, precision ?? currency.currencyDigits, currency, true);
    }
    case 'N':
      return fixed(number, precision ?? DEFAULT_PLACES, culture, true);
    case 'F':
      return fixed(number, precision ?? DEFAULT_PLACES, culture, false);
    case 'P':
      return fixed(shifted(number, 2), precision ?? DEFAULT_PLACES, findNumberCulture(locale, 'percent'), true);
    case 'D': {
      const digits = integer(value, letter).toString();
      const size = digits.replace('-', '').padStart(precision ?? 1, '0');
      return digits.startsWith('-') ? culture.negative[0] + size : size;
    }
    case 'X': {
      // Integers have 64 bits, and a negative one all of them.
      const hex = BigInt.asUintN(64, integer(value, letter))
        .toString(16)
        .padStart(precision ?? 1, '0');
      return letter === 'X' ? hex.toUpperCase() : hex;
    }
    case 'E':
      return signed(exponential(number, precision ?? DEFAULT_EXPONENT_PLACES, 3, letter, culture), number, culture);
    case 'R':
      return general(number, undefined, isFloat(value), 'E', culture);
    default:
      return general(number, precision || undefined, isFloat(value), letter === 'g' ? 'e' : 'E', culture);
  }
}

function integer(value: FlowNumber, letter: string): bigint {
  if (isFloat(value)) throw new ExpressionError(`The number format '${letter}' takes integers only.`);
  return BigInt(value as number | bigint);
}

function fixed(number: DecimalDigits, places: number, culture: NumberCulture, groups: boolean): string {
  const [whole, fraction] = parts(rounded(number, places), places);
  const digits = groups ? grouped(whole || '0', culture) : whole || '0';
  return signed(fraction === '' ? digits : digits + culture.decimal + fraction, number, culture);
}

function signed(text: string, { negative }: DecimalDigits, culture: NumberCulture): string {
  const [before, behind] = negative ? culture.negative : culture.positive;
  return before + text + behind;
}

/** Digits with the culture's group marks between them. */
export function grouped(digits: string, { group, groupSizes }: NumberCulture): string {
  const groups: string[] = [];
  let size = groupSizes[0];
  for (let end = digits.length; end > 0; end -= size, size = groupSizes[1]) {
    if (groups.length === 0) size = groupSizes[0];
    groups.unshift(digits.slice(Math.max(0, end - size), end));
  }
  return groups.join(group);
}

/** One digit, the point, so many further ones, and the exponent with its sign. */
function exponential(
  number: DecimalDigits,
  places: number,
  exponentDigits: number,
  letter: string,
  culture: NumberCulture,
): string {
  const one = rounded(shifted(number, 1 - number.point), places);
  const [whole, fraction] = parts(one, places);
  // Rounding may have made 9.99 a 10.
  const carried = whole.length > 1 ? 1 : 0;
  const exponent = number.digits === '' ? 0 : number.point - 1 + carried;
  const mantissa = carried ? `1${fraction.replace(/./g, '0')}` : `${whole || '0'}${fraction}`;
  const digits = String(Math.abs(exponent)).padStart(exponentDigits, '0');
  const point = places > 0 ? culture.decimal + mantissa.slice(1) : '';
  return `${mantissa[0]}${point}${letter}${exponent < 0 ? '-' : '+'}${digits}`;
}

/** A double without a precision is written with an exponent from this power of ten on. */
const LARGEST_PLAIN_POWER = 15;
/** Any number is, from this one down. */
const SMALLEST_POWER = -5;

/** The shorter of plain and exponential writing. */
function general(
  number: DecimalDigits,
  precision: number | undefined,
  float: boolean,
  letter: string,
  culture: NumberCulture,
): string {
  const kept = precision === undefined ? number : rounded(number, precision - number.point);
  const exponent = kept.digits === '' ? 0 : kept.point - 1;
  const limit = precision ?? (float ? LARGEST_PLAIN_POWER : Infinity);
  if (exponent >= limit || exponent <= SMALLEST_POWER) {
    return signed(exponential(kept, kept.digits.length - 1, 2, letter, culture), kept, culture);
  }
  return fixed(kept, Math.max(0, kept.digits.length - kept.point), culture, false);
}
