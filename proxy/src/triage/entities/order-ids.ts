import { foldText } from '../fold-text';
import { spellOut } from '../intent/chat-words';
import { type Finder, type Found, blankOut, findAll } from './found';

/** `order` in the languages of the product, with the words people put between it and the number. */
const ORDER =
  '(?:orders?|ord(?:er)?|ordre|orden|pedidos?|compra|commandes?|achat|bestell(?:ung(?:en)?|-?nummer|nr|-nr)|auftrag(?:s-?nummer|snr)?|purchase|confirmation|invoice|receipt|factura|facture|rechnung)';
const LINK =
  '(?:[\\s:=#.,"\'()\\[\\]–—_-]|no|nr|num|number|id|ids|ref|reference|code|numero|n[úu]mero|nummer|n[°º]|is|was|are|es|est|ist|lautet|are|the|my|for){0,9}?';

/** Words behind a number that make it an amount or a quantity. */
const QUANTITY =
  '(?!\\d|[.,/:-]\\d|\\s?(?:%|[$€£₹]|usd|eur|euros?|rs|inr|rupees?|dollars?|pounds?|bucks|k?gs?|mg|ml|cm|mm|items?|pieces?|pcs|units?|times|days?|weeks?|months?|hours?|people|customers?|users?|points|steps|miles|km|mah|watts?|rpm|lumens?)(?![\\p{L}\\d]))';

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
/** Folded text. A charge counts as well: it is for a purchase. */
const ABOUT_AN_ORDER =
  /\b(?:order(?:s|ed|ing)?|where(?: is| are)?|wo (?:ist|sind|bleibt)|ou est|donde esta|status|arriv\w*|parcels?|packages?|purchased?|bought|invoiced?|receipt|deliver\w*|ship(?:ped|ping|ments?|s)?|dispatch\w*|return(?:s|ed|ing)?|refund\w*|exchang\w*|cancel\w*|track(?:ed|ing)?|charged|(?:double|duplicate) charges?|billed|debited|paid|payment|pedidos?|compra|paquete|envio|estado|llega\w*|devol\w+|reembols\w+|cobr(?:o|ado|aron|aste)|commandes?|colis|statut|suivi|retour\w*|rembours\w+|debite\w*|bestell\w*|pakete?|sendung|retoure\w*|zuruck\w*|storn\w+|abgebucht|factura|facture|rechnung)\b/;
/** Words before a lone number that say what else it is; "status of", "question about" point at an order. */
const SOMETHING_ELSE = new RegExp(
  '(?<!\\p{L})(?:(?:zip|post\\s?code|postal|pin\\s?code|pin|plz|address|phone|tel|mobile|cell|fax|ext|extension|call|card|cuenta|konto|account|iban|transaction|payment (?:ref|reference|id|number)|customer|client|member(?:ship)?|user|cliente|kundennummer|sku|item|model|modelo|article|artikel|part|serial|version|ticket|case|caso|room|apt|suite|flat|house|box|street|st|size|code|c[óo]digo|coupon|promo|voucher|otp|tan|password|passcode|amount|total|price|sum|balance)' +
    "(?:[\\s.:#°º'-]{1,3}(?:is|was|are|no|nr|num|number|id|ref|code|me|us|back|at|on|to|you|we|i|they|sent|gave|got|received|entered|used|es|ist|lautet|est)){0,5}" +
    '|ending(?: in| with)?|ends(?: in| with)?|last (?:4|four)|deliver(?:(?:y|s)? (?:to|at|in|for))?|(?:ship(?:s|ping)?|available|live|living|located|based) (?:to|at|in)' +
    '|rs|usd|eur|inr|than|over|under|until|since|year|cost|costs|worth' +
    '|(?<!(?:status|state|progress|whereabouts|location|number|news|return|exchange|cancel\\p{L}*|delivery|arrival|shipment|instead|contents?|invoice|receipt|copy) )of' +
    "|(?<!(?:questions?|ask|asking|news|updates?|writ\\p{L}+|calling|info|information|know|it is|its|it's|this is|complaint|anything|again|concerned|inquiry|enquiry|query) )about" +
    '|(?<!(?:double|duplicate) )(?:charg(?:e|es|ed|ing)|paid|pay|paying|billed|debited|deducted|took|taken|refund(?:ed)? (?:me|us))(?: (?:me|us|my (?:card|account)|twice|again|only|already|with)){0,2}' +
    '|(?:bought|purchased|sold|got)(?: \\p{L}+){0,4} for)' +
    '[\\s.:#°º-]{0,4}$',
  'iu',
);
/** The street, house number or state before a postcode, and the street behind a house number. */
const IN_AN_ADDRESS_BEFORE = /(?:,\s?[A-Z]{2}|\p{L}{3,}\s\d{1,4}[a-z]?,?)\s{1,2}$/u;
const STREET_BEHIND = /^\s(?:\p{L}+\.?\s){1,3}(?:street|st|road|rd|avenue|ave|drive|lane|blvd|boulevard)\b/iu;
/** The whole message is the number, as an answer to "which order?". */
const ONLY_A_NUMBER =
  /^\W{0,5}(?:(?:hi|hello|hey|yes|ok|sure|it|its|is|it's|it is|this|the|my|order|number|no|id|here|the order is|el|numero|le|die|nummer|please|pls|thanks|sorry|and)\W{1,4}){0,8}(\d{4,10})(?:\W{1,4}(?:please|pls|thanks|thank you|ok|gracias|merci|danke)){0,2}\W{0,5}$/iu;

/** Further down a message no longer says what it is about. */
const LONGEST = 6000;
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

function isSomethingElse(text: string, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(start + match[0].length, start + match[0].length + 60);
  return (
    SOMETHING_ELSE.test(before) ||
    STREET_BEHIND.test(behind) ||
    (IN_AN_ADDRESS_BEFORE.test(before) && !/^\s?[?]/.test(behind))
  );
}

/** "oder" is a misspelled order only behind such a word; elsewhere it is German. */
const GERMAN_OR = /(?<!\b(?:my|the|an|your|this) )\boder\b/g;
const isAboutAnOrder = (text: string): boolean =>
  ABOUT_AN_ORDER.test(spellOut(foldText(text.slice(0, LONGEST)).replace(GERMAN_OR, ' ')));

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
  const lone = withDigits(text, LONE, (match) => isSomethingElse(text, match));
  return lone.length > 0 && isAboutAnOrder(text) ? lone : [];
};
