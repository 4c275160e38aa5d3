import { ExpressionError } from './expression-error';
import { type FlowNumber, isFloat, toDouble } from './numbers';

/** ISO 4217 currency of a culture's country. */
const CURRENCIES: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  ES: 'EUR',
  FR: 'EUR',
  DE: 'EUR',
  IT: 'EUR',
  NL: 'EUR',
  IE: 'EUR',
  BR: 'BRL',
  MX: 'MXN',
  CA: 'CAD',
  AU: 'AUD',
  IN: 'INR',
  JP: 'JPY',
  CH: 'CHF',
};

/**
 * Writes a number by a .NET format: `C D E F G N P X` with an optional precision, or a custom pattern of `0 # , . %`
 * and quoted text, with up to three sections for positive, negative and zero.
 * @throws {ExpressionError} for an unknown format or culture
 */
export function formatNumber(value: FlowNumber, format: string, locale = 'en-US'): string {
  if (Intl.NumberFormat.supportedLocalesOf([locale]).length === 0) {
    throw new ExpressionError(`The culture '${locale}' is not known.`);
  }
  const standard = /^([CDEFGNPX])(\d{0,2})$/i.exec(format);
  if (!standard) {
    if (/^[A-Za-z]\d*$/.test(format)) throw new ExpressionError(`'${format}' is not a number format.`);
    return customFormat(value, format, locale);
  }
  const precision = standard[2] === '' ? undefined : Number(standard[2]);
  return standardFormat(value, standard[1]!, precision, locale);
}

function standardFormat(value: FlowNumber, letter: string, precision: number | undefined, locale: string): string {
  const digits = (fallback: number, extra: Intl.NumberFormatOptions = {}): string =>
    intlText(value, locale, {
      minimumFractionDigits: precision ?? fallback,
      maximumFractionDigits: precision ?? fallback,
      ...extra,
    });
  switch (letter.toUpperCase()) {
    case 'C':
      return digits(2, { style: 'currency', currency: currencyOf(locale) });
    case 'N':
      return digits(2);
    case 'F':
      return digits(2, { useGrouping: false });
    case 'P':
      return digits(2, { style: 'percent' });
    case 'D':
      return wholeDigits(value, letter, (size) => size.toString().padStart(precision ?? 1, '0'));
    case 'X': {
      const hex = wholeDigits(value, letter, (size) => size.toString(16).padStart(precision ?? 1, '0'));
      return letter === 'X' ? hex.toUpperCase() : hex;
    }
    case 'E': {
      const text = toDouble(value).toExponential(precision ?? 6);
      const [mantissa, exponent] = text.split('e') as [string, string];
      return `${mantissa}${letter}${exponent[0]}${exponent.slice(1).padStart(3, '0')}`;
    }
    default:
      return precision === undefined || precision === 0
        ? String(typeof value === 'bigint' ? value : toDouble(value))
        : String(Number(toDouble(value).toPrecision(precision)));
  }
}

function wholeDigits(value: FlowNumber, letter: string, write: (size: bigint) => string): string {
  if (isFloat(value)) throw new ExpressionError(`The number format '${letter}' takes integers only.`);
  const integer = BigInt(value as number | bigint);
  return integer < 0n ? `-${write(-integer)}` : write(integer);
}

/** Intl rounds halves away from zero, as .NET does for these formats. */
function intlText(value: FlowNumber, locale: string, options: Intl.NumberFormatOptions): string {
  const number = typeof value === 'bigint' ? value : toDouble(value);
  return new Intl.NumberFormat(locale, options).format(number);
}

function currencyOf(locale: string): string {
  const region = new Intl.Locale(locale).maximize().region ?? '';
  const currency = CURRENCIES[region];
  if (!currency) throw new ExpressionError(`The currency of the culture '${locale}' is not known.`);
  return currency;
}

function customFormat(value: FlowNumber, format: string, locale: string): string {
  const number = toDouble(value);
  const sections = format.split(/;(?=(?:[^']*'[^']*')*[^']*$)/);
  const [positive, negative, zero] = sections as [string, string?, string?];
  if (number === 0) return customSection(0, zero || positive, locale);
  if (number > 0) return customSection(number, positive, locale);
  return negative ? customSection(-number, negative, locale) : `-${customSection(-number, positive, locale)}`;
}

const PLACEHOLDERS = /[0#][0#,.]*/;

function customSection(size: number, section: string, locale: string): string {
  const literals: string[] = [];
  const bare = section.replace(
    /'([^']*)'|"([^"]*)"|\\(.)/g,
    (_, single?: string, double?: string, escaped?: string) => {
      literals.push(single ?? double ?? escaped ?? '');
      return String.fromCharCode(0xe000 + literals.length - 1);
    },
  );
  const pattern = PLACEHOLDERS.exec(bare)?.[0] ?? '';
  const scaled = bare.includes('%') ? size * 100 : size;
  const text = pattern === '' ? bare : bare.replace(pattern, () => placeholderText(scaled, pattern, locale));
  return text.replace(/[\ue000-\uf8ff]/g, (mark) => literals[mark.charCodeAt(0) - 0xe000] ?? mark);
}

function placeholderText(size: number, pattern: string, locale: string): string {
  const [whole, fraction = ''] = pattern.split('.') as [string, string?];
  const required = whole.replace(/[^0]/g, '').length;
  const text = new Intl.NumberFormat(locale, {
    useGrouping: /[0#],[0#]/.test(whole),
    minimumIntegerDigits: Math.max(required, 1),
    minimumFractionDigits: fraction.replace(/[^0]/g, '').length,
    maximumFractionDigits: fraction.length,
  }).format(size);
  // `#.00` shows no zero before the point.
  return required === 0 && size < 1 ? text.replace(/^0/, '') : text;
}
