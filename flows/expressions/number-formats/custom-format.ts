import { type DecimalDigits, parts, rounded, shifted } from './decimal-digits';
import { type NumberCulture } from './number-culture';

type Item =
  { kind: '0' | '#' | '.' } | { kind: 'text'; text: string } | { kind: 'exponent'; sign: string; digits: number };

/** One section of a custom format, read. */
interface Section {
  items: Item[];
  /** Placeholders before and behind the point. */
  whole: number;
  fraction: number;
  /** Fewest digits shown before and behind the point. */
  minimumWhole: number;
  minimumFraction: number;
  groups: boolean;
  /** Power of ten that `%`, `‰` and commas before the point ask for. */
  power: number;
}

const TOKEN = /'[^']*'?|"[^"]*"?|\\[\s\S]?|[eE][+-]?0+|[\s\S]/g;

/**
 * Writes a number by a .NET custom format: `0 # . , % ‰ E0 E+0 E-0`, quoted and escaped text, and up to three sections
 * parted by `;` for positive, negative and zero. Source: .NET custom numeric format strings.
 */
export function customFormat(number: DecimalDigits, format: string, culture: NumberCulture): string {
  const sections = readSections(format);
  const pick = (index: number): number => (sections[index] && sections[index].items.length > 0 ? index : 0);
  let index = pick(number.digits === '' ? 2 : number.negative ? 1 : 0);
  let scaled = fitted(number, sections[index]!);
  // What a section rounds to zero is written by the section for zero.
  if (scaled.digits === '' && index !== pick(2)) {
    index = pick(2);
    scaled = fitted(number, sections[index]!);
  }
  const sign = number.negative && index === 0 && scaled.digits !== '' ? culture.negative[0] : '';
  return sign + write(scaled, number, sections[index]!, culture);
}

function fitted(number: DecimalDigits, section: Section): DecimalDigits {
  const scaled = shifted(number, section.power);
  const exponent = exponentOf(scaled, section);
  return rounded(shifted(scaled, -exponent), section.fraction);
}

/** The power of ten that an exponent in the section takes out of the number. */
function exponentOf(number: DecimalDigits, section: Section): number {
  if (number.digits === '' || !section.items.some(({ kind }) => kind === 'exponent')) return 0;
  const exponent = number.point - section.whole;
  const carried = rounded(shifted(number, -exponent), section.fraction).point > section.whole;
  return carried ? exponent + 1 : exponent;
}

function write(value: DecimalDigits, number: DecimalDigits, section: Section, culture: NumberCulture): string {
  const [whole, allFraction] = parts(value, section.fraction);
  const digits = whole.padStart(section.minimumWhole, '0');
  const shownFraction = Math.max(section.minimumFraction, allFraction.replace(/0+$/, '').length);
  const boundaries = section.groups ? groupBoundaries(digits.length, culture.groupSizes) : new Set<number>();
  const digitAt = (index: number): string => (boundaries.has(index) ? culture.group : '') + digits[index]!;
  let text = '';
  let placeholder = 0;
  let next = 0;
  for (const item of section.items) {
    if (item.kind === 'text') text += item.text;
    else if (item.kind === '.') text += shownFraction > 0 ? culture.decimal : '';
    else if (item.kind === 'exponent') text += exponentText(item, exponentOf(shifted(number, section.power), section));
    else if (placeholder < section.whole) {
      placeholder += 1;
      // The first placeholder takes the digits that are too many for all.
      const until = digits.length - (section.whole - placeholder);
      for (; next < until; next += 1) text += digitAt(next);
    } else {
      const index = placeholder - section.whole;
      placeholder += 1;
      if (index < shownFraction) text += allFraction[index]!;
    }
  }
  return text;
}

function exponentText({ sign, digits }: Item & { kind: 'exponent' }, exponent: number): string {
  const mark = exponent < 0 ? '-' : sign.endsWith('+') ? '+' : '';
  return sign[0]! + mark + String(Math.abs(exponent)).padStart(digits, '0');
}

/** Indexes of the digits a group mark stands before. */
function groupBoundaries(length: number, [first, further]: [number, number]): Set<number> {
  const found = new Set<number>();
  for (let index = length - first; index > 0; index -= further) found.add(index);
  return found;
}

const read = new Map<string, Section[]>();
const CACHE_SIZE = 500;

function readSections(format: string): Section[] {
  let sections = read.get(format);
  if (!sections) {
    const tokens: string[][] = [[]];
    for (const token of format.match(TOKEN) ?? []) {
      if (token === ';') tokens.push([]);
      else tokens.at(-1)!.push(token);
    }
    sections = tokens.slice(0, 3).map(readSection);
    if (read.size >= CACHE_SIZE) read.clear();
    read.set(format, sections);
  }
  return sections;
}

function readSection(tokens: string[]): Section {
  const isDigit = (token: string | undefined): boolean => token === '0' || token === '#';
  const found = tokens.indexOf('.');
  const point = found < 0 ? tokens.length : found;
  const lastWhole = tokens.findLastIndex((token, index) => index < point && isDigit(token));
  const firstWhole = tokens.findIndex(isDigit);
  const section: Section = {
    items: [],
    whole: 0,
    fraction: 0,
    minimumWhole: 0,
    minimumFraction: 0,
    groups: false,
    power: 0,
  };
  tokens.forEach((token, index) => {
    if (isDigit(token)) {
      section.items.push({ kind: token as '0' | '#' });
      if (index < point) {
        section.whole += 1;
        if (token === '0' || section.minimumWhole > 0) section.minimumWhole += 1;
      } else {
        section.fraction += 1;
        if (token === '0') section.minimumFraction = section.fraction;
      }
    } else if (token === '.') {
      if (index === point) section.items.push({ kind: '.' });
    } else if (token === ',') {
      if (index > firstWhole && index < lastWhole) section.groups = true;
      else if (index > lastWhole && index < point && lastWhole >= 0) section.power -= 3;
    } else if (/^[eE][+-]?0+$/.test(token) && firstWhole >= 0) {
      const [, sign, zeros] = /^([eE][+-]?)(0+)$/.exec(token)!;
      section.items.push({ kind: 'exponent', sign: sign!, digits: zeros!.length });
    } else {
      if (token === '%') section.power += 2;
      if (token === '‰') section.power += 3;
      section.items.push({ kind: 'text', text: plainText(token) });
    }
  });
  return section;
}

/** The text of a literal character, or of quoted or escaped text. */
function plainText(token: string): string {
  if (token.startsWith('\\')) return token.slice(1);
  return /^['"]/.test(token) ? token.replace(/^(['"])([\s\S]*?)\1?$/, '$2') : token;
}
