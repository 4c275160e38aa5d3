import { type Finder, type Found, blankOut, findAll } from './found';
import { isCount, isYear, LINK, NAMED_OTHERWISE, NOT_A_QUANTITY, ORDER } from './order-words';

const NUMBER_WORD =
  '(?:id|number|num|nbr|no|nr|ref|reference|code|numero|n[úu]mero|num[eé]ro|n[uú]m|nummer|номер|n\\.?[°ºo])';
/** With a word or sign for "number" it may be short: `ord#123`, `order no. 123`. */
const MARKED = new RegExp(
  `(?<![\\p{L}\\d])${ORDER}\\s{0,3}${NUMBER_WORD}?\\s{0,2}[.:]?\\s{0,2}(?:is|was|es|est|ist|:|=)?\\s{0,2}[#№"'(\\[]{0,2}\\s?(?:ord[-–—_\\s#]{0,3})?(\\d{3,12})${NOT_A_QUANTITY}`,
  'giu',
);
const PLAIN = new RegExp(`(?<!in )(?<![\\p{L}\\d])${ORDER}${LINK}(\\d{4,12})${NOT_A_QUANTITY}`, 'giu');
/** Our own spelling: `ORD-12345`, `ord 12345`, `ORD12345`, `ord_12345`. */
const OWN = new RegExp(`(?<!in )(?<![\\p{L}\\d])ord(?:er)?[\\s#:.–—_-]{0,3}(\\d{3,12})${NOT_A_QUANTITY}`, 'giu');
const HASH = /(?<![\p{L}\d#&/])(?:#|n\.?[°º]\s?|№\s?)\s?(?:ord[-–—_\s]{0,2})?(\d{3,12})(?!\d|[.,/]\d)/giu;
/** Further numbers of a list: `orders 12345, 12346 and 12347`. */
const LIST_ITEM =
  /^\s{0,2}(?:,|;|\/|&|\+|and|or|y|e|et|und|oder|o|ou|sowie)(?:\s{0,2}(?:and|also|order|pedido|commande|bestellung))?\s{0,2}#?(\d{4,12})(?!\d|[.,/:-]\d)/i;

const REFERENCE_TOKEN = /\bTKT-\d+/gi;
/** The reference in the subjects of our own mails is no order. */
export const withoutReferenceTokens = (text: string): string =>
  text.replace(REFERENCE_TOKEN, (token) => ' '.repeat(token.length));

export const normaliseOrderId = (digits: string): string => `ORD-${digits}`;

/** A sign or word that makes even a year a number: "order #2024". */
const SAYS_NUMBER = new RegExp(`[#:№°º]|(?<!\\p{L})${NUMBER_WORD}(?!\\p{L})|nummer|nr|ord[-–—_]?\\d`, 'iu');
/** "I want to order 5000": there it is what somebody does. */
const TO_ORDER = /(?:^|\s)(?:to|can|could|may|i|we|would|please) (?:i |we )?$/i;

function isRefused(text: string, match: RegExpMatchArray): boolean {
  const digits = match[1] ?? '';
  const start = match.index ?? 0;
  const isMarked = SAYS_NUMBER.test(match[0]);
  if (isYear(digits) && !isMarked) return true;
  if (isMarked) return false;
  const behind = text.slice(start + match[0].length, start + match[0].length + 20);
  return (
    isCount(digits, behind) ||
    (/^order \d/i.test(match[0]) && TO_ORDER.test(text.slice(Math.max(0, start - 12), start)))
  );
}

/** "invoice no. 12345" names the invoice; "invoice for 12345" the order. */
const isInvoiceNumber = (match: RegExpMatchArray): boolean =>
  /^(?:invoice|receipt|factura|facture|rechnung)/i.test(match[0]) && SAYS_NUMBER.test(match[0]);

const isOtherNumber = (text: string, match: RegExpMatchArray): boolean =>
  NAMED_OTHERWISE.test(text.slice(Math.max(0, (match.index ?? 0) - 60), match.index));

const PATTERNS: readonly (readonly [RegExp, (text: string, match: RegExpMatchArray) => boolean])[] = [
  [OWN, isRefused],
  [MARKED, (text, match) => isRefused(text, match) || isInvoiceNumber(match)],
  [PLAIN, (text, match) => isRefused(text, match) || isInvoiceNumber(match)],
  [HASH, isOtherNumber],
];

function listItems(text: string, found: readonly Found[]): Found[] {
  const more: Found[] = [];
  const waiting = found.map(({ end }) => end);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const match = LIST_ITEM.exec(text.slice(at, at + 40));
    if (!match || isYear(match[1] ?? '')) continue;
    const end = at + match[0].length;
    const start = end - (match[1] ?? '').length;
    more.push({ value: normaliseOrderId(match[1] ?? ''), text: text.slice(start, end), start, end });
    waiting.push(end);
  }
  return more;
}

/** Order numbers that a word or sign marks as such, in every spelling customers use; normalised to `ORD-<digits>`. */
export const findMarkedOrderIds: Finder = (given) => {
  let text = withoutReferenceTokens(given);
  const found: Found[] = [];
  const take = (next: readonly Found[]) => {
    found.push(...next);
    text = blankOut(text, next);
  };
  for (const [pattern, refuse] of PATTERNS) {
    const next = findAll(text, pattern, (match) => (refuse(text, match) ? null : normaliseOrderId(match[1] ?? '')));
    const items = listItems(text, next);
    take([...next, ...items]);
  }
  return found;
};
