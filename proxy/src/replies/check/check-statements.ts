import type { Evidence } from './evidence';
import type { Finding, Reading } from './finding';
import { sameDay, weekdayFits } from './match-days';
import { roleInSentence } from './roles';
import { contentWords, overlap } from './sentences';
import type { Statement } from './statement';

const PARCEL_NOUN = String.raw`(?:parcels?|packages?|shipments?|deliveries|paquetes?|envíos?|bultos?)`;
const COUNTED_PARCELS = new RegExp(`^ (?:\\p{L}+ )?${PARCEL_NOUN}(?!\\p{L})`, 'iu');
const NUMBERED_PARCEL = new RegExp(`${PARCEL_NOUN} $`, 'iu');
const COUNTED_ITEMS = /^ (?:\p{L}+ )?(?:items?|articles?|products?|artículos?|productos?)(?!\p{L})/iu;
const OF_PARCELS = new RegExp(`${PARCEL_NOUN} \\d+ (?:of|de) $`, 'iu');

/**
 * How many parcels and different items there are, and which number a parcel has, follows from the facts without being one.
 * @returns whether the number is right, or null when it counts neither
 */
function countsParcels(statement: Statement, { text, parcels, evidence }: Reading): boolean | null {
  const value = Number(statement.value) / 100;
  const before = text.slice(0, statement.start);
  if (COUNTED_PARCELS.test(text.slice(statement.end)) || OF_PARCELS.test(before)) return value === parcels.size;
  if (COUNTED_ITEMS.test(text.slice(statement.end))) {
    const titles = evidence.filter((one) => one.text !== '' && /^order\.lines\.\d+\.title$/.test(one.fact.id));
    if (titles.length > 0) return value === titles.length;
  }
  return NUMBERED_PARCEL.test(before) ? value >= 1 && value <= parcels.size : null;
}

/** A quantity belongs to its product: "2" of another line supports nothing here. */
function isOtherQuantity(one: Evidence, reading: Reading): boolean {
  const line = /^(.*\.lines\.\d+)\./.exec(one.fact.id)?.[1];
  if (line === undefined) return false;
  const title = reading.evidence.find((other) => other.fact.id === `${line}.title`);
  return title === undefined || overlap(contentWords(reading.text), contentWords(title.text)) === 0;
}

/** The evidence whose role fits: the same role where facts have it, else facts without a role. */
function withRole(kind: 'date' | 'amount', statement: Statement, reading: Reading): readonly Evidence[] {
  const role = roleInSentence(kind, reading.text, statement.start);
  const roleOf = (one: Evidence) => (kind === 'date' ? one.dayRole : one.amountRole);
  const rules = reading.own ? [] : reading.evidence.filter((one) => one.policy);
  const facts = reading.evidence.filter((one) => !one.policy);
  if (role === null) return [...rules, ...facts.filter((one) => roleOf(one) !== 'as_of')];
  const same = facts.filter((one) => roleOf(one) === role && one.statements.some((known) => known.kind === kind));
  return [...rules, ...(same.length > 0 ? same : facts.filter((one) => roleOf(one) === null))];
}

const UP_TO = /(?:up to|within|at most|no more than|maximum of|latest after|hasta|máximo|en un plazo de) $/i;

/** The upper end of a range may be said alone as a limit: "within 10 business days" of "5-10 business days". */
const isLimit = (statement: Statement, known: Statement, text: string): boolean =>
  statement.kind === 'duration' &&
  known.kind === 'duration' &&
  UP_TO.test(text.slice(0, statement.start)) &&
  known.value.replace(/^\d[\d.]*-/, '') === statement.value;

const isSame = (statement: Statement, known: Statement, today: number | null): boolean => {
  if (statement.kind === 'date') return known.kind === 'date' && sameDay(statement, known, today);
  if (statement.kind === 'number' && known.kind === 'identifier') {
    return known.value.replace(/^order /, '') === String(Number(statement.value) / 100);
  }
  return known.kind === statement.kind && known.value === statement.value;
};
const unitOf = (statement: Statement): string => statement.value.replace(/^\S+ /, '');
const isRival = (statement: Statement, known: Statement): boolean =>
  known.kind === statement.kind && (statement.kind !== 'duration' || unitOf(known) === unitOf(statement));

/**
 * The evidence that supports a statement, or null. When the sentence reads more like another policy sentence that says
 * something else of the same kind, the value is taken from the wrong place: not supported.
 */
function supporting(statement: Statement, candidates: readonly Evidence[], reading: Reading): Evidence | null {
  const says = (one: Evidence): boolean =>
    one.statements.some((known) => isSame(statement, known, reading.today) || isLimit(statement, known, reading.text));
  const found = candidates.filter(says);
  const fact = found.find((one) => !one.policy);
  if (fact || found.length === 0) return fact ?? null;
  const words = contentWords(reading.text);
  const shared = (one: Evidence): number => overlap(words, one.words);
  const rivals = candidates.filter(
    (one) => one.policy && !found.includes(one) && one.statements.some((known) => isRival(statement, known)),
  );
  const best = found.reduce((a, b) => (shared(b) > shared(a) ? b : a));
  return rivals.some((one) => shared(one) > shared(best)) ? null : best;
}

function candidatesFor(statement: Statement, reading: Reading): readonly Evidence[] {
  const { evidence } = reading;
  switch (statement.kind) {
    case 'date':
    case 'amount':
      return withRole(statement.kind, statement, reading);
    case 'carrier': {
      const known = evidence.filter((one) => one.fact.kind === 'carrier');
      return known.length > 0 && reading.own
        ? known
        : evidence.filter((one) => one.policy || one.fact.kind === 'carrier');
    }
    case 'number':
      return evidence.filter((one) => one.policy || (one.fact.kind === 'number' && !isOtherQuantity(one, reading)));
    default:
      return evidence;
  }
}

/** A weekday next to a date must be that date's weekday. */
function besideDate(statement: Statement, reading: Reading): Statement | undefined {
  if (statement.days?.[0]?.weekday === undefined) return undefined;
  return reading.statements.find(
    (other) =>
      other.kind === 'date' &&
      other !== statement &&
      (other.days?.[0]?.day !== undefined || other.days?.[0]?.offset !== undefined) &&
      /^[\s,(]*(?:the |el |on |de )?$/i.test(
        reading.text.slice(Math.min(statement.end, other.end), Math.max(statement.start, other.start)),
      ),
  );
}

function weekdaySupport(statement: Statement, date: Statement, reading: Reading): Evidence | null {
  const one = supporting(date, candidatesFor(date, reading), reading);
  const weekday = statement.days?.[0]?.weekday;
  const known =
    one?.statements.flatMap((other) => (isSame(date, other, reading.today) ? (other.days ?? []) : [])) ?? [];
  return one && weekday !== undefined && weekdayFits(weekday, date.days?.[0] ?? {}, known) ? one : null;
}

/** "Compruebe los dos": a pronoun, no count. */
const BOTH = /(?<!\p{L})l[oa]s \|(?:[.,;]| y | e )/iu;
const LIST_MARK = /^\s*\d{1,2}[.)]\s/;

/** Looks up everything of a sentence that has a value: numbers, days, amounts, carriers, links, identifiers. */
export function checkStatements(reading: Reading): Finding[] {
  return reading.statements.map((statement): Finding => {
    const finding = { kind: statement.kind, text: statement.text, start: statement.start };
    if (reading.verbatim) return { ...finding, support: [reading.verbatim] };
    const quote = reading.quoted.find((span) => statement.start >= span.start && statement.end <= span.end);
    if (quote) return { ...finding, support: [quote.fact] };
    if (statement.kind === 'identifier' && reading.repeatable.has(statement.value)) return { ...finding, support: [] };
    if (statement.kind === 'number') {
      const counts = countsParcels(statement, reading);
      if (counts !== null) return { ...finding, support: counts ? [] : null };
      if (BOTH.test(`${reading.text.slice(0, statement.start)}|${reading.text.slice(statement.end)}`)) {
        return { ...finding, support: [] };
      }
      if (statement.start < 3 && LIST_MARK.test(reading.text)) return { ...finding, support: [] };
    }
    const date = besideDate(statement, reading);
    const one = date
      ? weekdaySupport(statement, date, reading)
      : supporting(statement, candidatesFor(statement, reading), reading);
    return { ...finding, support: one ? [one.fact] : null };
  });
}
