import { type FlowNumber, toDouble } from '../numbers';

/** A number as its decimal digits: `0.<digits> × 10^point`. Zero has no digits. */
export interface DecimalDigits {
  negative: boolean;
  /** Neither starts nor ends with a zero. */
  digits: string;
  point: number;
}

/** The digits of the shortest text that reads back as the same number; integers have all of theirs. */
export function decimalDigits(value: FlowNumber): DecimalDigits {
  const text = typeof value === 'bigint' ? value.toString() : toDouble(value).toString();
  const [, sign, whole, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e(.+))?$/.exec(text)!;
  return normalized(sign === '-', whole! + fraction, whole!.length + Number(exponent));
}

/** The number times ten to this power. */
export function shifted(number: DecimalDigits, power: number): DecimalDigits {
  return number.digits === '' ? number : { ...number, point: number.point + power };
}

/** Rounded to so many digits behind the point; halves go away from zero. */
export function rounded(number: DecimalDigits, places: number): DecimalDigits {
  const kept = number.point + places;
  if (kept >= number.digits.length) return number;
  if (kept < 0) return { ...number, digits: '', point: 0 };
  const up = number.digits[kept]! >= '5' ? 1n : 0n;
  const digits = (BigInt(`0${number.digits.slice(0, kept)}`) + up).toString().padStart(kept, '0');
  return normalized(number.negative, digits, number.point + digits.length - kept);
}

/** The digits before the point, `''` when there are none, and so many behind it. */
export function parts({ digits, point }: DecimalDigits, places: number): [whole: string, fraction: string] {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '';
  const fraction = point >= 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return [whole, fraction.slice(0, places).padEnd(places, '0')];
}

function normalized(negative: boolean, written: string, point: number): DecimalDigits {
  const digits = written.replace(/^0+/, '');
  const zeros = written.length - digits.length;
  const bare = digits.replace(/0+$/, '');
  return { negative, digits: bare, point: bare === '' ? 0 : point - zeros };
}
