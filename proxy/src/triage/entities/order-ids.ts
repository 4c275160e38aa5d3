import { type Finder, type Found, blankOut, findAll } from './found';

/** `order` in the languages of the product, with the words people put between it and the number. */
const ORDER =
  '(?:orders?|ord(?:er)?|ordre|orden|pedidos?|compra|commandes?|achat|bestell(?:ung(?:en)?|-?nummer|nr|-nr)|auftrag(?:s-?nummer|snr)?|purchase|confirmation|invoice|receipt|factura|facture|rechnung)';
const LINK =
  '(?:[\\s:=#.,"\'()\\[\\]–—_-]|no|nr|num|number|id|ids|ref|reference|code|numero|n[úu]mero|nummer|n[°º]|is|was|are|es|est|ist|lautet|are|the|my|for){0,9}?';

/** Words behind a number that make it an amount or a quantity. */
const QUANTITY =
  '(?!\\d|[.,/:-]\\d|\\s?(?:%|[$€£₹]|usd|eur|euros?|rs|inr|rupees?|dollars?|pounds?|bucks|k?gs?|mg|ml|cm|mm|items?|pieces?|pcs|units?|times|days?|weeks?|months?|hours?|people|customers?)(?![\\p{L}\\d]))';

/** With one of these the number may be short: `ord#123`, `order no. 123`. */
const MARKED = new RegExp(
  `(?<![\\p{L}\\d])${ORDER}\\s{0,3}(?:id|number|num|no|nr|ref|reference|code|numero|n[úu]mero|nummer|n[°º])?\\s{0,2}[.:]?\\s{0,2}(?:is|was|es|est|ist|:|=)?\\s{0,2}[#"'(\\[]{0,2}\\s?(?:ord[-–—_\\s#]{0,3})?(\\d{3,12})${QUANTITY}`,
  'giu',
);
const PLAIN = new RegExp(`(?<!in )(?<![\\p{L}\\d])${ORDER}${LINK}(\\d{4,12})${QUANTITY}`, 'giu');
/** Our own spelling: `ORD-12345`, `ord 12345`, `ORD12345`, `ord_12345`. */
const OWN = new RegExp(`(?<!in )(?<![\\p{L}\\d])ord(?:er)?[\\s#:.–—_-]{0,3}(\\d{3,12})${QUANTITY}`, 'giu');
const HASH = /(?<![\p{L}\d#&/])(?:#|n[°º]\s?|№\s?)\s?(?:ord[-–—_\s]{0,2})?(\d{3,12})(?!\d|[.,/]\d)/giu;
/** Further numbers of a list: `orders 12345, 12346 and 12347`. */
const LIST_ITEM =
  /^\s{0,2}(?:,|;|\/|&|\+|and|or|y|et|und|oder|o|ou)(?:\s{0,2}(?:and|order))?\s{0,2}#?(\d{4,12})(?!\d|[.,/:-]\d)/i;

/** A lone number of 5 to 8 digits, as in "12345 where is it". */
const LONE = new RegExp(
  `(?<![\\p{L}\\d.,/:@+_-]|[$€£¥₹#]\\s?)(?!20[0-4]\\d[01]\\d[0-3]\\d(?!\\d))(\\d{5,8})(?![\\p{L}@_])${QUANTITY}`,
  'giu',
);
const ABOUT_AN_ORDER =
  /\b(?:order|ordered|orders|where(?:'?s| is| are)|status|arrived?|parcel|package|purchase|purchased|bought|invoice|receipt|delivery|delivered|shipped|shipment|return|refund|cancel|track|pedido|compra|commande|colis|bestell\w*|paket|sendung|factura|facture|rechnung)\b/i;
/** Words before a lone number that say what else it is. */
const SOMETHING_ELSE =
  /(?:zip|post\s?code|postal|pin\s?code|pin|plz|phone|tel|call|mobile|cell|fax|ending(?: in| with)?|ends(?: in| with)?|last (?:4|four)|card|cuenta|konto|account|sku|item|model|modelo|article|artikel|part|serial|version|ticket|case|caso|room|apt|suite|street|st|size|code|coupon|promo|otp|deliver(?:y|s)? (?:to|at|in|for)|ship(?:s|ping)? (?:to|at|in)|rs|usd|eur|inr|of|than|over|under|about|until|since|year)[\s.:#°º-]{0,4}$/i;
/** The whole message is the number, as an answer to "which order?". */
const ONLY_A_NUMBER =
  /^\W{0,5}(?:(?:hi|hello|hey|yes|ok|sure|it|its|is|it's|it is|this|the|my|order|number|no|id|here|the order is|el|numero|le|die|nummer|please|pls|thanks|sorry|and)\W{1,4}){0,8}(\d{4,10})(?:\W{1,4}(?:please|pls|thanks|thank you|ok|gracias|merci|danke)){0,2}\W{0,5}$/iu;

const REFERENCE_TOKEN = /\bTKT-\d+/gi;
const isYear = (digits: string): boolean => /^(?:19[5-9]\d|20[0-4]\d)$/.test(digits);

const normalise = (digits: string): string => `ORD-${digits}`;

function withDigits(text: string, pattern: RegExp, refuse: (match: RegExpMatchArray) => boolean): Found[] {
  return findAll(text, pattern, (match) => (refuse(match) ? null : normalise(match[1] ?? '')));
}

/** A bare year behind the word "order" is a year: "my order 2024 was fine". */
const isBareYear = (match: RegExpMatchArray): boolean =>
  isYear(match[1] ?? '') && !/[#:]|no|num|id|ord-/i.test(match[0]);

function listItems(text: string, found: readonly Found[]): Found[] {
  const more: Found[] = [];
  const waiting = found.map(({ end }) => end);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const match = LIST_ITEM.exec(text.slice(at, at + 40));
    if (!match || isYear(match[1] ?? '')) continue;
    const end = at + match[0].length;
    const start = end - (match[1] ?? '').length;
    more.push({ value: normalise(match[1] ?? ''), text: text.slice(start, end), start, end });
    waiting.push(end);
  }
  return more;
}

/** Order numbers that a word or sign marks as such, in every spelling customers use; normalised to `ORD-<digits>`. */
export const findMarkedOrderIds: Finder = (given) => {
  let text = given.replace(REFERENCE_TOKEN, (token) => ' '.repeat(token.length));
  const found: Found[] = [];
  for (const [pattern, refuse] of [
    [OWN, isBareYear],
    [MARKED, isBareYear],
    [PLAIN, isBareYear],
    [HASH, () => false],
  ] as const) {
    const next = withDigits(text, pattern, refuse);
    found.push(...next);
    text = blankOut(text, next);
    const items = listItems(text, next);
    found.push(...items);
    text = blankOut(text, items);
  }
  return found.sort((a, b) => a.start - b.start);
};

/** Lone numbers of 5 to 8 digits in a message about an order, or a number that is the whole message. */
export const findLoneOrderIds: Finder = (given) => {
  const text = given.replace(REFERENCE_TOKEN, (token) => ' '.repeat(token.length));
  const only = ONLY_A_NUMBER.exec(text.slice(0, 200));
  if (only?.[1] && text.length <= 200 && !isYear(only[1])) {
    const start = text.indexOf(only[1]);
    return [{ value: normalise(only[1]), text: only[1], start, end: start + only[1].length }];
  }
  if (!ABOUT_AN_ORDER.test(text)) return [];
  return withDigits(text, LONE, (match) =>
    SOMETHING_ELSE.test(text.slice(Math.max(0, match.index! - 30), match.index)),
  );
};
