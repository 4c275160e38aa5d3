import { foldText } from '../fold-text';
import { spellOut } from '../intent/chat-words';
import { type Finder, findAll } from './found';
import { normaliseOrderId, withoutReferenceTokens } from './order-ids';
import { isCount, isNumberOfSomethingElse, isPlace, isStreet, isYear, NOT_A_QUANTITY } from './order-words';

/** A lone number of 5 to 8 digits, as in "12345 where is it". */
const LONE = new RegExp(
  `(?<![\\p{L}\\d.,/:@+_-]|[$€£¥₹#]\\s?)(?!20[0-4]\\d[01]\\d[0-3]\\d(?!\\d))(\\d{5,8})(?![\\p{L}@_])${NOT_A_QUANTITY}`,
  'giu',
);
/** Folded text. A charge counts as well: it is for a purchase. */
const ABOUT_AN_ORDER =
  /\b(?:order(?:s|ed|ing)?|where(?: is| are)?|wo (?:ist|sind|bleibt)|ou est|donde esta|status|arriv\w*|parcels?|packages?|purchased?|bought|invoiced?|receipt|deliver\w*|drivers?|couriers?|ship(?:ped|ping|ments?|s)?|dispatch\w*|sent|return(?:s|ed|ing)?|refund\w*|money back|late|delay\w*|waiting|not here|came|hasnt come|exchang\w*|replace(?:d|ment)?|cancel\w*|track(?:ed|ing)?|broken?|damaged|soaked|faulty|defective|missing|charged|(?:double|duplicate) charges?|billed|debited|paid|payment|pedidos?|compra|paquete|envio|estado|llega\w*|repartidor|roto|rota|falta|devol\w+|reembols\w+|cobr(?:o|ado|aron|aste)|commandes?|colis|livr\w+|livreur|statut|suivi|casse\w*|manque|retour\w*|rembours\w+|debite\w*|bestell\w*|pakete?|lieferung\w*|geliefert|sendung|kaputt|beschadigt|fehlt|retoure\w*|zuruck\w*|(?:ruck)?erstatt\w*|storn\w+|abgebucht|factura|facture|rechnung)\b/;

/** Words before a lone number that make it an amount or a place; "status of", "question about" point at an order. */
const AMOUNT_OR_PLACE = new RegExp(
  '(?<!\\p{L})(?:ending(?: in| with)?|ends(?: in| with)?|last (?:4|four)|deliver(?:(?:y|s|ing|ed)?(?: (?:it|them|this|that|here))? (?:to|at|in|for))?|(?:send|sent|ship(?:s|ping)?|available|live|living|located|based)(?: (?:it|them|this|that))? (?:to|at|in)' +
    '|rs|usd|eur|inr|than|over|under|until|since|year|cost|costs|worth' +
    '|(?<!(?:status|state|progress|whereabouts|location|number|news|return|exchange|cancel\\p{L}*|delivery|arrival|shipment|instead|contents?|invoice|receipt|copy) )of' +
    "|(?<!(?:questions?|ask|asking|news|updates?|writ\\p{L}+|calling|info|information|know|it is|its|it's|this is|complaint|anything|again|concerned|inquiry|enquiry|query) )about" +
    '|(?<!(?:double|duplicate) )(?:charg(?:e|es|ed|ing)|paid|pay|paying|billed|debited|deducted|took|taken|refund(?:ed)? (?:me|us))(?: (?:me|us|my (?:card|account)|twice|again|only|already|with)){0,2}' +
    '|(?:bought|purchased|sold|got)(?: \\p{L}+){0,4} for)' +
    '[\\s.:#°º-]{0,4}$',
  'iu',
);
/** The street, house number or state before a postcode. */
const IN_AN_ADDRESS_BEFORE = /(?:,\s?[A-Z]{2}|\p{L}{3,}\s\d{1,4}[a-z]?,?)\s{1,2}$/u;

/**
 * Words that may stand directly before an order number nobody calls one; behind any other, such as a brand, "meter" or
 * "error", a number is of that thing.
 */
const BEFORE_AN_ORDER = new Set(
  (
    'where is are was were for of about regarding re concerning my the this that with from on in cancel cancelling canceling cancelled canceled return returning returned track tracking but refund refunding exchange order orders ordr parcel parcels package packages shipment shipments delivery deliveries status and or hi hello hey it its number no nr ref reference please pls sent ship shipped update purchase ordered under via not missing change find locate check received as called only back both send sending have has need want keep keeping ship get also too instead expecting ' +
    'pedido pedidos compra el la del de para por mi estado devolver cancelar paquete paquetes envio con y o pero es esta sobre numero hola devuelvo devolviendo tengo recibi cancelo cancelen ambos ' +
    'commande commandes colis le du pour ma mon est annuler retourner et ou mais sur avec concernant statut suivi livraison numero bonjour renvoyer renvoie retourne annulez annule ai recu ' +
    'fur von zu mit die der das meine mein meiner meinem paket pakete sendung lieferung retoure ist sind stornieren und oder aber uber zur zum aus bleibt betreffend wegen nummer status hallo erstattung stornierung schicke schicken sende retourniere storniere stornieren habe haben behalte beide hallo'
  ).split(' '),
);
const WORD_BEFORE = /(?<word>[\p{L}\p{M}]+)['’]?s?[\s:#=*"'-]{1,4}$/u;

function isBehindAnotherThing(before: string): boolean {
  const word = WORD_BEFORE.exec(before)?.groups?.word;
  return word !== undefined && !BEFORE_AN_ORDER.has(spellOut(foldText(word)).split(' ')[0] ?? '');
}

/** "it was 12999", "sold for 15000": numbers that end like prices, behind words that go with prices. */
const isPrice = (digits: string, before: string): boolean =>
  /(?:00|99)$/.test(digits) &&
  /(?<!\p{L}|where |wo |o[uù] )(?:is|are|was|were|for|from|only|it's|es|por|est|pour|ist|war|für|von)\s$/iu.test(
    before,
  );

/** Day, month and year without signs: "on 04032025". */
const isDate = (digits: string, before: string): boolean =>
  /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:20)?[0-4]\d$/.test(digits) &&
  /(?<!\p{L})(?:on|of|from|am|vom|el|del|le|du|was|is)\s$/iu.test(before);

const PHONE_WORDS =
  /(?<!\p{L})(?:call|phone|mobile|cell|ring|reach|text|whats\s?app|tel\p{L}*|ll[aá]m\p{L}*|appel\p{L}*|anruf\p{L}*|erreich\p{L}*)(?!\p{L})/iu;
/** Seven digits or more next to words about calling are a phone number. */
const isLocalPhone = (digits: string, before: string, behind: string): boolean =>
  digits.length >= 7 && PHONE_WORDS.test(`${before.slice(-30)} | ${behind.slice(0, 30)}`);

/** The whole message is the number, as an answer to "which order?". */
const ONLY_A_NUMBER =
  /^\W{0,5}(?:(?:hi|hello|hey|yes|ok|sure|it|its|is|it's|it is|this|the|my|order|number|no|id|here|the order is|el|numero|le|die|nummer|please|pls|thanks|sorry|and)\W{1,4}){0,8}(\d{4,10})(?:\W{1,4}(?:please|pls|thanks|thank you|ok|gracias|merci|danke)){0,2}\W{0,5}$/iu;

/** Further down a message no longer says what it is about. */
const LONGEST = 6000;
/** "oder" is a misspelled order only behind such a word; elsewhere it is German. */
const GERMAN_OR = /(?<!\b(?:my|the|an|your|this) )\boder\b/g;
const isAboutAnOrder = (text: string): boolean =>
  ABOUT_AN_ORDER.test(spellOut(foldText(text.slice(0, LONGEST)).replace(GERMAN_OR, ' ')));

function isSomethingElse(text: string, match: RegExpMatchArray): boolean {
  const start = match.index ?? 0;
  const digits = match[1] ?? '';
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(start + match[0].length, start + match[0].length + 60);
  return (
    isNumberOfSomethingElse(before) ||
    AMOUNT_OR_PLACE.test(before) ||
    isCount(digits, behind) ||
    isPrice(digits, before) ||
    isDate(digits, before) ||
    isLocalPhone(digits, before, behind) ||
    isBehindAnotherThing(before) ||
    isStreet(behind) ||
    (/^[\sA-Z-]{0,4}$/.test(text.slice(Math.max(lineStart, start - 8), start)) && isPlace(behind)) ||
    (IN_AN_ADDRESS_BEFORE.test(before) && !/^\s?[?]/.test(behind))
  );
}

/** Lone numbers of 5 to 8 digits in a message about an order, or a number that is the whole message. */
export const findLoneOrderIds: Finder = (given) => {
  const text = withoutReferenceTokens(given);
  const only = text.length <= 200 ? ONLY_A_NUMBER.exec(text)?.[1] : undefined;
  if (only !== undefined && !isYear(only)) {
    const start = text.indexOf(only);
    return [{ value: normaliseOrderId(only), text: only, start, end: start + only.length }];
  }
  const lone = findAll(text, LONE, (match) => (isSomethingElse(text, match) ? null : normaliseOrderId(match[1] ?? '')));
  return lone.length > 0 && isAboutAnOrder(text) ? lone : [];
};
