import { matches } from './matches';
import { DAY_PATTERNS } from './day-patterns';
import { BARE_NUMBER_WORD, hundredths, NUMBER } from './number-words';
import { rememberFixedTexts } from './remember';
import type { Statement, StatementKind } from './statement';

const CARRIERS =
  `FedEx|Federal Express|UPS|United Parcel Service|USPS|US Postal Service|DHL|DPD|GLS|Hermes|Evri|Royal Mail|Parcelforce|Yodel|
InPost|TNT|OnTrac|LaserShip|Amazon Logistics|Canada Post|Purolator|Australia Post|Deutsche Post|La Poste|Colissimo|Chronopost|PostNL|bpost|
Mondial Relay|PostNord|Bring|Correos Express|Correos|SEUR|MRW|Nacex|Estafeta|Zeleris|Poste Italiane|BRT|Aramex|SF Express|China Post|
Swiss Post|An Post|Österreichische Post|CTT`
    .split(/\|\s*/)
    .sort((a, b) => b.length - a.length);
const CARRIER_NAMES: Record<string, string> = { 'federal express': 'fedex', 'united parcel service': 'ups' };

const SIGNS: Record<string, string> = { '€': 'eur', $: 'dollar', '£': 'gbp', '¥': 'jpy' };
const CODES = 'EUR|USD|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|MXN|JPY|CNY|INR|BRL';
const CURRENCY_WORDS: [RegExp, string][] = [
  [/^(?:euros?|céntimos?)$/, 'eur'],
  [/^(?:dollars?|dólar(?:es)?|bucks?|cents?|usd|cad|aud|nzd|us\$|mxn|pesos?)$/, 'dollar'],
  [/^(?:pounds?|libras?|quid|pence)$/, 'gbp'],
];
const CURRENCY = String.raw`(?:[€$£¥]|US\$|(?:${CODES}|euros?|dollars?|d[oó]lar(?:es)?|pounds?|libras?|bucks?|cents?|céntimos?|pence|quid|pesos?)(?!\p{L}))`;

/** A dollar is a dollar: `$` names no country, so USD, CAD and `$` count as one currency. */
export function currencyOf(text: string): string {
  const word = text.toLowerCase();
  return SIGNS[word] ?? CURRENCY_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? word;
}
const amount = (figure: string, unit: string): string | null => {
  const value = hundredths(figure);
  const isCent = /^(?:cents?|céntimos?|pence)$/i.test(unit);
  return value === null ? null : `${isCent ? value / 100 : value} ${currencyOf(unit)}`;
};

/** "forty-nine euros and ninety cents". */
function amountWithCents(figure: string, unit: string, cents: string): string | null {
  const [value, rest] = [hundredths(figure), hundredths(cents)];
  return value === null || rest === null ? null : `${value + rest / 100} ${currencyOf(unit)}`;
}

const UNITS: [RegExp, string, number][] = [
  [/^min/i, 'minute', 1],
  [/^(?:h|hours?|hrs?|horas?)$/i, 'minute', 60],
  [/^(?:business|working|work|weekdays?)|(?:hábil|habil|laborable)/i, 'business day', 1],
  [/^(?:days?|días?|dias?|calendar|natural)/i, 'day', 1],
  [/^(?:weeks?|semanas?)$/i, 'day', 7],
  [/^(?:months?|mes(?:es)?)$/i, 'month', 1],
  [/^(?:years?|años?)$/i, 'month', 12],
];
const UNIT = String.raw`(?:minutes?|mins?|minutos?|hours?|hrs?|horas?|h|(?:business|working|work|calendar)[ -]days?|weekdays|d[ií]as? (?:hábil(?:es)?|laborables?|naturales)|days?|d[ií]as?|weeks?|semanas?|months?|mes(?:es)?|years?|años?)(?![\p{L}\d])`;
function duration(figure: string, unit: string): string | null {
  const value = /^(?:an?|una?)$/i.test(figure) ? 100 : hundredths(figure);
  const known = UNITS.find(([pattern]) => pattern.test(unit));
  return value === null || !known ? null : `${(value * known[2]) / 100} ${known[1]}`;
}

const digitsOnly = (text: string): string => text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
const compact = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
/** One spelling of a link: without scheme, `www.` and closing slash. */
export const linkKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');

type Read = (match: RegExpExecArray) => string | string[] | null;
const BEFORE = String.raw`(?<![\p{L}\d])`;
const AFTER = String.raw`(?![\p{L}\d])`;
const u = (source: string): RegExp => new RegExp(source, 'giu');

/** Patterns in the order they are looked for; what one has read is invisible to the next. */
const PATTERNS: [StatementKind, RegExp, Read][] = [
  ['email', u(String.raw`[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+`), (m) => m[0].toLowerCase()],
  ['link', u(String.raw`\b(?:https?|ftp|mailto|tel|javascript):[^\s<>"')\]]*[^\s<>"')\].,;:!?]`), (m) => linkKey(m[0])],
  [
    'link',
    u(
      String.raw`${BEFORE}(?:[a-z\d-]{1,63}\.){1,8}(?:com|net|org|info|biz|shop|store|example|io|co|me|app|link|ly|to|xyz|top|site|online|click|es|de|fr|it|uk|eu|us|mx|ru|cn)(?:/[^\s<>"')\]]*[^\s<>"')\].,;:!?])?${AFTER}`,
    ),
    (m) => linkKey(m[0]),
  ],
  [
    'identifier',
    u(
      String.raw`${BEFORE}(?:ORD-?|#|(?:order|pedido|orden)(?: (?:no\.?|nr\.?|number|num\.?|número|nº|n\.º))?:? #?)(\d{3,})${AFTER}`,
    ),
    (m) => `order ${digitsOnly(m[1] ?? '')}`,
  ],
  ['identifier', u(String.raw`${BEFORE}[a-z]{2,6}_[A-Za-z\d]{6,}${AFTER}`), (m) => m[0]],
  [
    'identifier',
    /(?<![\p{L}\d-])(?=[A-Z-]*\d)(?=[\d-]*[A-Z])[A-Z\d]+(?:-[A-Z\d]+)*(?![\p{L}\d])/gu,
    (m) => compact(m[0]),
  ],
  [
    'amount',
    u(
      String.raw`${BEFORE}(${NUMBER}) ?(euros?|dollars?|d[oó]lar(?:es)?|pounds?|libras?|pesos?)(?: and| con| y)? (${NUMBER})(?: (?:cents?|céntimos?|pence))?${AFTER}`,
    ),
    (m) => amountWithCents(m[1] ?? '', m[2] ?? '', m[3] ?? ''),
  ],
  ['amount', u(String.raw`(${CURRENCY}) ?(${NUMBER})${AFTER}`), (m) => amount(m[2] ?? '', m[1] ?? '')],
  ['amount', u(String.raw`${BEFORE}(${NUMBER}) ?(${CURRENCY})`), (m) => amount(m[1] ?? '', m[2] ?? '')],
  [
    'percent',
    u(String.raw`${BEFORE}(${NUMBER}) ?(?:%|percent|per cent|por ciento)`),
    (m) => String(hundredths(m[1] ?? '')),
  ],
  [
    'time',
    u(
      String.raw`(?<!\d)(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?(?: ?([ap])\.?m\.?(?!\p{L}))?(?![\d:]|\.\d| ?(?:${CURRENCY}))`,
    ),
    (m) => clock(m[1], m[2], m[3]),
  ],
  // "By Friday evening" says no more than "on Friday"; the morning of a day is more than any carrier told.
  [
    'time',
    u(
      String.raw`(?<!(?:good|by|buenas) [ \p{L}\d,]{0,25})(?<!\p{L})(mornings?|afternoons?|evenings?|nights?|overnight|lunch(?:time)?|breakfast|dinner|bedtime|(?:de|por|en) la (?:mañana|tarde|noche))${AFTER}`,
    ),
    (m) => m[0].toLowerCase(),
  ],
  ['time', u(String.raw`(?<!\d)(\d{1,2}) ?([ap])\.?m\.?(?!\p{L})`), (m) => clock(m[1], '0', m[2])],
  [
    'time',
    u(String.raw`${BEFORE}(noon|midday|mediodía|midnight|medianoche)${AFTER}`),
    (m) => (/^m?(?:idn|edian)/i.test(m[0]) ? '0' : '720'),
  ],
  [
    'duration',
    u(String.raw`${BEFORE}(${NUMBER})(?: ?- ?| to | or | a | o | y | and | hasta )(${NUMBER})[ -]?(${UNIT})`),
    (m) => range(duration(m[1] ?? '', m[3] ?? ''), duration(m[2] ?? '', m[3] ?? '')),
  ],
  [
    'duration',
    u(String.raw`${BEFORE}(${NUMBER})(?: (?:or more|o más|full|other|further|more|more than))?[ -]?(${UNIT})`),
    (m) => duration(m[1] ?? '', m[2] ?? ''),
  ],
  [
    'duration',
    u(String.raw`${BEFORE}(?:within|in|for|en|durante|dentro de) (an?|una?) (?!while)(${UNIT})`),
    (m) => duration(m[1] ?? '', m[2] ?? ''),
  ],
  [
    'duration',
    u(String.raw`${BEFORE}(?:a )?(?:few|several|pocos|pocas|varios|varias|unos|unas) (?:\p{L}+ )?(${UNIT})`),
    (m) => `few ${duration('1', m[1] ?? '') ?? ''}`,
  ],
  ['identifier', u(String.raw`(?<!\d)\+?\d[\d ()/-]{7,}\d(?!\d)`), (m) => compact(m[0])],
  ['number', u(String.raw`${BEFORE}(\d+)(?:st|nd|rd|th|º|ª)${AFTER}`), (m) => String(hundredths(m[1] ?? ''))],
  [
    'number',
    u(String.raw`(?<=(?<!\p{L})in (?:just |only )?)(?:one|a single)(?= (?:parcel|package|shipment)(?!\p{L}))`),
    () => '100',
  ],
  ['number', /\d+(?:[.,]\d+)*/g, (m) => String(hundredths(m[0]))],
  ['number', u(`${BEFORE}(?:${BARE_NUMBER_WORD})${AFTER}`), (m) => String(hundredths(m[0]))],
];
/** Without a digit or a number word none of the patterns after the days can match. */
const NEEDS_NUMBER = new RegExp(
  String.raw`\d|(?<!\p{L})(?:${BARE_NUMBER_WORD}|an?|una?|few|several|poc[oa]s|vari[oa]s|un[oa]s|noon|midday|mediodía|midnight|medianoche|one|uno|couple|mornings?|afternoons?|evenings?|nights?|overnight|lunch(?:time)?|breakfast|dinner|bedtime|mañana|tarde|noche)(?!\p{L})`,
  'iu',
);
const CARRIER_PATTERN = u(String.raw`(?<![\p{L}\d-])(?:${CARRIERS.join('|')})${AFTER}`);

/** `5-10 business day`: both ends are one statement, so that they cannot be mixed with others. */
function range(first: string | null, second: string | null): string | null {
  return first !== null && second !== null ? `${first.split(' ')[0]}-${second}` : null;
}
/** Minutes since midnight, or null when the figures are no time of day. */
function clock(hours?: string, minutes?: string, half?: string): string | null {
  let hour = Number(hours);
  const minute = Number(minutes);
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hour < 24 && minute < 60 ? String(hour * 60 + minute) : null;
}

/**
 * Everything in a plain text that can be looked up, except names, status claims and promises.
 *
 * @param text as {@link plainText} returns it
 */
export const extractStatements = rememberFixedTexts((text: string): readonly Statement[] => {
  const found: Statement[] = [];
  // The day of an instant is parted from its time, without moving anything, so that both are seen.
  let visible = text.replace(
    /(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)Z?/g,
    (instant, day: string, time: string) => `${day} ${time}`.padEnd(instant.length),
  );
  const hide = (start: number, end: number): void => {
    visible = visible.slice(0, start) + ' '.repeat(end - start) + visible.slice(end);
  };
  const scan = (
    pattern: RegExp,
    take: (match: RegExpExecArray) => Omit<Statement, 'text' | 'start' | 'end'>[],
  ): void => {
    // Matches are collected first: hiding changes the text under the pattern, but never its length.
    for (const match of matches(pattern, visible)) {
      const start = match.index;
      const end = start + match[0].length;
      const statements = take(match);
      if (statements.length === 0) continue;
      for (const statement of statements) found.push({ ...statement, text: match[0].trim(), start, end });
      hide(start, end);
    }
  };
  const scanKind = ([kind, pattern, read]: [StatementKind, RegExp, Read]): void =>
    scan(pattern, (match) => {
      const value = read(match);
      return value === null ? [] : [value].flat().map((one) => ({ kind, value: one }));
    });

  const DAYS_AFTER = 6;
  PATTERNS.slice(0, DAYS_AFTER).forEach(scanKind);
  scan(CARRIER_PATTERN, (match) => {
    const name = match[0].toLowerCase();
    return [{ kind: 'carrier', value: CARRIER_NAMES[name] ?? name }];
  });
  for (const { pattern, read } of DAY_PATTERNS) {
    scan(pattern, (match) => [{ kind: 'date', value: '', days: read(match) }]);
  }
  if (NEEDS_NUMBER.test(visible)) PATTERNS.slice(DAYS_AFTER).forEach(scanKind);
  return found.sort((a, b) => a.start - b.start);
});
