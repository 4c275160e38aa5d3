import { type Finder, type Found, blankOut, findAll } from './found';
import {
  isCount,
  isNumberOfSomethingElse,
  isPlace,
  isStreet,
  isYear,
  LINK,
  NOT_A_QUANTITY,
  ORDER,
} from './order-words';

const NUMBER_WORD =
  '(?:id|number|num|nbr|no|nr|ref|reference|code|numero|n[úu]mero|num[eé]ro|n[uú]m|nummer|номер|n\\.?[°ºo])';
/** With a word or sign for "number" it may be short: `ord#123`, `order no. 123`. */
const MARKED = new RegExp(
  `(?<![\\p{L}\\d])${ORDER}[\\s-]{0,3}${NUMBER_WORD}?\\s{0,2}[.:]?\\s{0,2}(?:is|was|es|est|ist|:|=)?\\s{0,2}[#№"'(\\[]{0,2}\\s?(?:ord[-–—_\\s#]{0,3})?(\\d{3,12})${NOT_A_QUANTITY}`,
  'giu',
);
const PLAIN = new RegExp(`(?<![\\p{L}\\d])${ORDER}${LINK}(\\d{4,12})${NOT_A_QUANTITY}`, 'giu');
/** Our own spelling: `ORD-12345`, `ord 12345`, `ORD12345`, `ord_12345`. */
const OWN = new RegExp(`(?<![\\p{L}\\d])ord(?:er)?[\\s#:.–—_-]{0,3}(\\d{3,12})${NOT_A_QUANTITY}`, 'giu');
const HASH = /(?<![\p{L}\d#&/])(?:#|n\.?[°º]\s?|№\s?)\s?(?:ord[-–—_\s]{0,2})?(\d{3,12})(?!\d|[.,/]\d)/giu;
/** Further numbers of a list: `orders 12345, 12346 and 12347`. */
const LIST_ITEM = new RegExp(
  `^[)\\]"']?\\s{0,2}(?:,|;|\\/|&|\\+|and|or|y|e|et|und|oder|o|ou|sowie)(?:\\s{0,2}(?:and|also|order|pedido|commande|bestellung))?\\s{0,2}#?(\\d{4,12})${NOT_A_QUANTITY}`,
  'iu',
);
/** The numbers of one shop are equally long, unless it says that there are several orders. */
const SEVERAL = /^(?:orders|pedidos|commandes|bestellungen|auftr[aä]ge|compras|[oó]rdenes)/i;

const REFERENCE_TOKEN = /\bTKT-\d+/gi;
/** The reference in the subjects of our own mails is no order. */
export const withoutReferenceTokens = (text: string): string =>
  text.replace(REFERENCE_TOKEN, (token) => ' '.repeat(token.length));

export const normaliseOrderId = (digits: string): string => `ORD-${digits}`;

/** A sign or word that makes even a year a number: "order #2024". */
const SAYS_NUMBER = new RegExp(`[#:№°º]|(?<!\\p{L})${NUMBER_WORD}(?!\\p{L})|nummer|nr|ord[-–—_]?\\d`, 'iu');
/** "I want to order 5000": there it is what somebody does. */
const TO_ORDER = /(?:^|\s)(?:to|can|could|may|i|we|would|please) (?:i |we )?$/i;

/** Orders at somebody else's: "my eBay order 330127". */
const OTHER_SHOP =
  /(?<!\p{L})(?:amazon|ebay|etsy|aliexpress|temu|walmart|allegro|zalando|cdiscount|marketplace)(?:'s)?\s$/iu;

function isRefused(text: string, match: RegExpMatchArray): boolean {
  const digits = match[1] ?? '';
  const start = match.index ?? 0;
  const isMarked = SAYS_NUMBER.test(match[0]);
  if (isMarked) return false;
  if (isYear(digits) || (digits.length < 4 && !/^ord(?!er)/i.test(match[0]))) return true;
  const behind = text.slice(start + match[0].length, start + match[0].length + 60);
  const link = match[0].slice(0, -digits.length);
  // A sentence ends between them: "… my order.\n10115 Berlin".
  if (
    (/[.]\s|\n\s*\n/.test(link) && !/^ord[.]/i.test(link)) ||
    (/[\n,]/.test(link) && (isPlace(behind) || isStreet(behind)))
  )
    return true;
  // "pedido de 1250 camisetas", "my order was 4599" are about a quantity and money.
  if (/ (?:for|with|de|con|mit|avec|unter) /i.test(link) || (/ was $/i.test(link) && /(?:00|99)$/.test(digits)))
    return true;
  // "about the order: 07911 123456"
  if (digits.startsWith('0') && /^ \d{3}/.test(behind)) return true;
  if (OTHER_SHOP.test(text.slice(Math.max(0, start - 12), start))) return true;
  return (
    isCount(digits, behind) ||
    (/^order \d/i.test(match[0]) && TO_ORDER.test(text.slice(Math.max(0, start - 12), start)))
  );
}

const PAPER_BEFORE =
  /(?<!\p{L})(?:invoice|receipt|bill|tracking|waybill|consignment|parcel|reference|factura|facture|rechnung|suivi|seguimiento)\s?$/iu;

/** A confirmation code is sent to log in. */
const isLoginCode = (match: RegExpMatchArray): boolean => /^confirmation code/i.test(match[0]);

/** "invoice #20391", "dossier n° 20391": the noun before the sign says what is numbered. */
function isOtherNumber(text: string, match: RegExpMatchArray): boolean {
  const before = text.slice(Math.max(0, (match.index ?? 0) - 60), match.index);
  return isNumberOfSomethingElse(match[0].startsWith('#') ? before : `${before}no `) || PAPER_BEFORE.test(before);
}

const PATTERNS: readonly (readonly [RegExp, (text: string, match: RegExpMatchArray) => boolean])[] = [
  [OWN, isRefused],
  [MARKED, (text, match) => isRefused(text, match) || isLoginCode(match)],
  [PLAIN, (text, match) => isRefused(text, match) || isLoginCode(match)],
  [HASH, isOtherNumber],
];

/** Whether a number behind an order number goes on with the list. */
function isListItem(digits: string, first: Found, behind: string): boolean {
  const isAsLong = digits.length === first.value.length - normaliseOrderId('').length;
  const hasOtherZero = digits.startsWith('0') !== first.value.startsWith(normaliseOrderId('0'));
  return (
    (isAsLong || SEVERAL.test(first.text)) &&
    !hasOtherZero &&
    !isYear(digits) &&
    !isCount(digits, behind) &&
    !isPlace(behind)
  );
}

function listItems(text: string, found: readonly Found[]): Found[] {
  const more: Found[] = [];
  let done = 0;
  for (const first of [...found].sort((a, b) => a.start - b.start)) {
    // A number within a list that was read already starts none of its own.
    if (first.end <= done) continue;
    for (let at = first.end; ;) {
      const match = LIST_ITEM.exec(text.slice(at, at + 60));
      const digits = match?.[1] ?? '';
      const end = at + (match?.[0].length ?? 0);
      if (!match || !isListItem(digits, first, text.slice(end, end + 60))) break;
      const start = end - digits.length;
      more.push({ value: normaliseOrderId(digits), text: digits, start, end });
      at = end;
      done = end;
    }
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
