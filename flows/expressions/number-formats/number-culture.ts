import { ExpressionError } from '../expression-error';
import { currencyOfRegion } from './region-currencies';

export type NumberStyle = 'decimal' | 'percent' | 'currency';

/** How a culture writes numbers of one style. */
export interface NumberCulture {
  decimal: string;
  group: string;
  /** Digits in the group next to the point, and in each further one. */
  groupSizes: [number, number];
  /** What stands before and behind the digits. */
  positive: [string, string];
  negative: [string, string];
  /** Digits behind the point of the culture's currency. */
  currencyDigits: number;
}

const cultures = new Map<string, NumberCulture>();

/** @throws {ExpressionError} naming a locale that is not known */
export function findNumberCulture(locale = 'en-US', style: NumberStyle = 'decimal'): NumberCulture {
  const key = `${style}|${locale}`;
  let culture = cultures.get(key);
  if (!culture) cultures.set(key, (culture = readCulture(locale, style)));
  return culture;
}

function readCulture(locale: string, style: NumberStyle): NumberCulture {
  checkLocale(locale);
  const currency = style === 'currency' ? currencyOf(locale) : undefined;
  const format = new Intl.NumberFormat(locale, { style, currency, numberingSystem: 'latn' });
  // A plain number tells the groups: some languages join short numbers, which the platform never does.
  const sample = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(12_345_678.5);
  const groups = sample.filter(({ type }) => type === 'integer').map(({ value }) => value.length);
  const valueOf = (type: string): string => sample.find((part) => part.type === type)?.value ?? '';
  return {
    decimal: valueOf('decimal'),
    group: valueOf('group'),
    groupSizes: [groups.at(-1)!, groups.length > 2 ? groups.at(-2)! : groups.at(-1)!],
    positive: around(format.formatToParts(1), MARKS.get(currency ?? '')),
    negative: around(format.formatToParts(-1), MARKS.get(currency ?? '')),
    currencyDigits: format.resolvedOptions().maximumFractionDigits ?? 2,
  };
}

const DIGITS = new Set(['integer', 'group', 'decimal', 'fraction']);

/** Marks the platform documents otherwise than they are known here. */
const MARKS = new Map([['ISK', 'kr']]);

/** What stands before and behind the digits. Between them and a mark .NET writes a plain blank in every culture. */
function around(parts: Intl.NumberFormatPart[], mark?: string): [string, string] {
  const first = parts.findIndex(({ type }) => DIGITS.has(type));
  const last = parts.findLastIndex(({ type }) => DIGITS.has(type));
  const written = ({ type, value }: Intl.NumberFormatPart): string => {
    if (type === 'currency') return mark ?? value;
    return type === 'literal' ? value.replace(/\s/g, ' ') : value;
  };
  const text = (some: Intl.NumberFormatPart[]): string => some.map(written).join('');
  return [text(parts.slice(0, first)), text(parts.slice(last + 1))];
}

/** @throws {ExpressionError} naming a locale that is not known */
export function checkLocale(locale: string): void {
  const known = ((): boolean => {
    try {
      return Intl.NumberFormat.supportedLocalesOf([locale]).length > 0;
    } catch {
      return false;
    }
  })();
  if (!known) throw new ExpressionError(`The culture '${locale.slice(0, 40)}' is not known.`);
}

function currencyOf(locale: string): string {
  const currency = currencyOfRegion(new Intl.Locale(locale).maximize().region ?? '');
  if (!currency) throw new ExpressionError(`The currency of the culture '${locale}' is not known.`);
  return currency;
}
