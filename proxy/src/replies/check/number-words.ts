const ENGLISH =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty`.split(/\s+/);
const SPANISH =
  `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
dieciocho diecinueve veinte`.split(/\s+/);
const TENS: [string, string, number][] = [
  ['thirty', 'treinta', 30],
  ['forty', 'cuarenta', 40],
  ['fifty', 'cincuenta', 50],
  ['sixty', 'sesenta', 60],
  ['seventy', 'setenta', 70],
  ['eighty', 'ochenta', 80],
  ['ninety', 'noventa', 90],
  ['hundred', 'cien', 100],
];

/** `one`, `uno` and `once` are also a pronoun and an adverb; alone they count only before a unit. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map<string, number>([
  ...[ENGLISH, SPANISH].flatMap((words) => words.map((word, value) => [word, value] as const)),
  ...TENS.flatMap(([english, spanish, value]) => [[english, value] as const, [spanish, value] as const]),
  ['dozen', 12],
  ['docena', 12],
  ['couple', 2],
  ['veintiún', 21],
  ['veintiuno', 21],
  ['veinticuatro', 24],
  ['veinticinco', 25],
]);
const PRONOUNS = new Set(['one', 'uno', 'once', 'zero', 'cero', 'couple']);

const byLength = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');

const tens = TENS.slice(0, 7).map(([english]) => english);
/** Matches a number in digits or words, twenty-four and treinta y cinco included. */
export const NUMBER = String.raw`(?:\d+(?:[.,]\d+)*|(?:twenty|${tens.join('|')})[- ](?:${ENGLISH.slice(1, 10).join('|')})|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa) y (?:${SPANISH.slice(1, 10).join('|')})|${byLength(NUMBER_WORDS.keys())})`;
/** The words that count as a number wherever they stand. */
export const BARE_NUMBER_WORD = byLength([...NUMBER_WORDS.keys()].filter((word) => !PRONOUNS.has(word)));

/**
 * The value of a number in digits or words, in hundredths, or null. `1,234.50`, `1.234,50` and `1234.5` are one value:
 * the last separator followed by one or two digits is the decimal one.
 */
export function hundredths(text: string): number | null {
  const word = text.toLowerCase();
  if (/^\d/.test(word)) {
    const match = /^([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(word);
    if (!match) return null;
    const whole = (match[1] ?? '').replace(/[.,]/g, '');
    return Number(whole || '0') * 100 + Number((match[2] ?? '').padEnd(2, '0') || '0');
  }
  const parts = word.split(/[- ]y?[- ]?/).filter((part) => part !== '' && part !== 'y');
  let sum = 0;
  for (const part of parts) {
    const value = NUMBER_WORDS.get(part);
    if (value === undefined) return null;
    sum += value;
  }
  return sum * 100;
}
