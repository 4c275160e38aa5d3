import type { EntityType } from '../../contract/vocabulary';
import { findAmounts } from './amounts';
import { findBankAccounts } from './bank-accounts';
import { findDates } from './dates';
import { findEmailAddresses } from './email-addresses';
import { type Finder, type Found, type FoundEntity, blankOut } from './found';
import { findLoneOrderIds } from './lone-order-ids';
import { findMarkedOrderIds } from './order-ids';
import { findPaymentCards } from './payment-cards';
import { findPhoneNumbers } from './phone-numbers';
import { plainCharacters } from './plain-characters';
import { findPostcodes } from './postcodes';
import { findTrackingNumbers } from './tracking-numbers';

/** Numbers of other things that look like an order or a phone: marketplace orders, long numbers in groups of four. */
const findForeignNumbers: Finder = (text) =>
  [
    /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/g,
    /(?<![\d-])\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,4})?(?![\d-])/g,
    /(?<![\d-])\d{13,}(?![\d-])/g,
  ].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((m) => ({ value: '', text: m[0], start: m.index, end: m.index + m[0].length })),
  );

/** UPS numbers with their own prefix and check digit, held before cards: 13 of their digits may look like one. */
const findUpsNumbers: Finder = (text) =>
  /1z/i.test(text) ? findTrackingNumbers(text).filter(({ value }) => value.startsWith('1Z')) : [];

/** Order matters: what is certain is taken out before what is loose. */
const STEPS: readonly [EntityType | null, Finder][] = [
  ['email', findEmailAddresses],
  ['tracking_number', findUpsNumbers],
  [null, findBankAccounts],
  [null, findPaymentCards],
  ['tracking_number', findTrackingNumbers],
  [null, findForeignNumbers],
  ['order_id', findMarkedOrderIds],
  ['postcode', findPostcodes],
  ['date', findDates],
  ['amount', findAmounts],
  ['phone', findPhoneNumbers],
];

/**
 * Who calls one number an order says so of the others as well. Beside it a bare number is something else, unless it is
 * as long and the sentence goes on with it: "order 12345 came, but 12346 did not".
 */
const goesOnWith = (text: string, { value, start }: Found, marked: readonly Found[]): boolean =>
  marked.some((order) => order.value.length === value.length) &&
  /(?<!\p{L})(?:and|or|but|also|both|ordered|y|o|pero|et|ou|mais|und|oder|aber|sowie)\s$/iu.test(
    text.slice(Math.max(0, start - 10), start),
  );

/**
 * Everything code can read from a message, in the order of the text and each value once.
 * @param text cleaned subject and body
 */
export function findEntities(text: string): FoundEntity[] {
  let rest = plainCharacters(text);
  const found: (Found & { type: EntityType })[] = [];
  for (const [type, find] of STEPS) {
    const next = find(rest);
    if (type) found.push(...next.map((entity) => ({ ...entity, type })));
    rest = blankOut(rest, next);
  }
  const marked = found.filter(({ type }) => type === 'order_id');
  const lone = findLoneOrderIds(rest).filter((one) => marked.length === 0 || goesOnWith(rest, one, marked));
  found.push(...lone.map((entity) => ({ ...entity, type: 'order_id' as const })));
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ type, value }) => !seen.has(`${type} ${value}`) && seen.add(`${type} ${value}`))
    .map(({ type, value, start, end }) => ({ type, value, text: text.slice(start, end) }));
}
