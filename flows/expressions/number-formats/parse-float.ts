import { type FlowNumber, makeFloat } from '../numbers';
import { findNumberCulture } from './number-culture';

/**
 * A float from text as a culture writes it. As in .NET, group marks may stand anywhere before the point, and the sign in
 * front or behind. Returns undefined when the text is no number.
 * @throws {ExpressionError} for an unknown culture, or a number beyond a double
 */
export function parseFloatText(text: string, locale?: string): FlowNumber | undefined {
  const { decimal, group } = findNumberCulture(locale);
  const [, before, body, exponent = '', behind] = /^([+-]?)(.*?)([eE][+-]?\d{1,9})?([+-]?)$/su.exec(text.trim())!;
  if (before !== '' && behind !== '') return undefined;
  const [whole, fraction, ...more] = body!.split(decimal) as [string, ...string[]];
  if (more.length > 0) return undefined;
  const marks = isSpace(group) ? /\s/g : group;
  const digits = whole.replaceAll(marks, '');
  if (!/^\d*$/.test(digits) || !/^\d*$/.test(fraction ?? '') || /^[^\d]/.test(whole)) return undefined;
  if (digits === '' && (fraction ?? '') === '') return undefined;
  return makeFloat(Number(`${before}${behind}${digits || '0'}.${fraction || '0'}${exponent}`));
}

/** Languages that group with a special space are written with any. */
const isSpace = (mark: string): boolean => /^\s$/.test(mark);
