import { type Finder, findAll } from './found';

const MONTHS: Record<string, number> = {};
[
  'jan january enero janvier januar',
  'feb february febrero fevrier février februar',
  'mar march marzo mars märz maerz',
  'apr april abril avril',
  'may mayo mai',
  'jun june junio juin juni',
  'jul july julio juillet juli',
  'aug august agosto aout août',
  'sep sept september septiembre septembre',
  'oct october octubre octobre oktober okt',
  'nov november noviembre novembre',
  'dec december diciembre decembre décembre dezember dez',
].forEach((names, index) => {
  for (const name of names.split(' ')) MONTHS[name] = index + 1;
});
const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|');

const ISO = /(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)/g;
const NUMERIC = /(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d(?![\d/-])/g;
const DAY_MONTH = new RegExp(
  `(?<![\\d\\p{L}])(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of| de)? (${MONTH})(?!\\p{L})\\.?(?:,? (?:de )?(20\\d\\d))?`,
  'giu',
);
const MONTH_DAY = new RegExp(
  `(?<![\\d\\p{L}])(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (20\\d\\d))?`,
  'giu',
);

const two = (n: number): string => String(n).padStart(2, '0');

function iso(year: string | undefined, month: number, day: number, written: string): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return year === undefined ? written : `${year}-${two(month)}-${two(day)}`;
}

/**
 * Dates with day and month. The value is `YYYY-MM-DD` when the year is given and the order of the parts is certain,
 * otherwise the words as written: `3/4/2025` is a different day in different countries.
 */
export const findDates: Finder = (text) => [
  ...findAll(text, ISO, (m) => iso(m[1], Number(m[2]), Number(m[3]), m[0])),
  ...findAll(text, NUMERIC, (m) => m[0]),
  ...findAll(text, DAY_MONTH, (m) => iso(m[3], MONTHS[(m[2] ?? '').toLowerCase()] ?? 0, Number(m[1]), m[0])),
  ...findAll(text, MONTH_DAY, (m) => iso(m[3], MONTHS[(m[1] ?? '').toLowerCase()] ?? 0, Number(m[2]), m[0])),
];
