/** How much of a message is read for it. */
const READ = 4000;

const word = (alternatives: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${alternatives})(?!\p{L})`, 'iu');

const PURCHASE = 'orders?|purchases?|shipments?|parcels?|packages?|deliver(?:y|ies)';
const COMPRA = 'pedidos?|compras?|envíos?|envios?|paquetes?|entregas?';
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const PERSON =
  'sister|brother|mother|mum|mom|father|dad|wife|husband|partner|son|daughter|friend|neighbou?r|colleague|cousin|aunt|uncle|boss|hermana|hermano|madre|padre|mujer|esposa|esposo|marido|pareja|hijo|hija|amig[oa]|vecin[oa]|compañer[oa]|prim[oa]|tí[oa]|jef[ea]';

/** Each way to speak of an order that is not the one spoken of so far. */
const OTHER: readonly RegExp[] = [
  word(
    `(?:other|another|different|wrong|new|newer|next|previous|earlier|older|old|former|separate|additional|extra) (?:\\p{L}{1,15} )?(?:${PURCHASE})`,
  ),
  word('(?:the|my|our|that|an) other (?:one|ones)|other ones?|another one|(?:a )?different one|the wrong one'),
  word(
    '(?:second|third|first|last|latest|recent) (?:order|purchase)|(?:two|three|several|both|all) (?:of )?(?:my |the )?orders',
  ),
  word(`(?:not|n't|n’t) (?:the|my|that|this) (?:order|purchase|one)`),
  word(`(?:order|purchase)(?: placed| made)? (?:from|in|of) (?:last (?:week|month|year)|${MONTH})`),
  word(
    `(?:otr[oa]s?|nuev[oa]s?|distint[oa]s?|diferentes?|anterior(?:es)?|segund[oa]|primer|últim[oa]) (?:${COMPRA})|(?:${COMPRA}) (?:distint[oa]s?|diferentes?|anterior(?:es)?|nuev[oa]s?|equivocad[oa]s?|de (?:${MONTH}))|(?:el|la|mi) otr[oa]|no es (?:el|ese|este|mi) pedido`,
  ),
  word(
    `(?:${PERSON})(?:'s|’s)? (?:(?:also|has|had|have|just|too) ){0,2}(?:order\\p{L}*|bought|purchase\\p{L}*|parcels?|packages?)|(?:${PERSON}) (?:también |tambien )?(?:ha )?(?:pidió|pedido|compró|comprado|hizo|encargó)`,
  ),
  word(`(?:order|parcel|package|pedido|paquete|compra) (?:of|for|de) (?:my|our|a|mi|un|una) (?:${PERSON})`),
  word(`hers|theirs|(?:his|her|their) (?:own )?(?:${PURCHASE})|(?:el|la) (?:suyo|suya|de ella|de él)`),
  word('autres? (?:commandes?|colis)|ander\\p{L}{0,2} (?:bestellung(?:en)?|paket\\p{L}{0,2})'),
];

/** Something in the place of an order number: letters or dashes with digits in them, or too many digits. */
const MARK =
  /(?<!\p{L})(?:order|purchase|pedido|compra|commande|bestellung)(?: ?(?:no\.?|number|id|ref|reference|número|numero|nº|n°|nummer))?(?: (?:is|es|est|ist))? ?[:#]? ?#?([\p{L}\d]{0,20}(?:[-/_.][\p{L}\d]{1,20}){0,4})/giu;
/** "the order 3 days ago", "order 2nd of May", "order 2pm" are no numbers of orders. */
const NO_NUMBER = /^(?:\d{1,2}\p{L}{0,3}|\D*)$/u;

/**
 * Whether a message speaks of an order other than the one of its ticket: another, a new, somebody else's, or one under a
 * number that cannot be read. What is known of the ticket's is then no answer.
 */
export function speaksOfOtherOrder(text: string): boolean {
  const read = text.slice(0, READ);
  if (OTHER.some((pattern) => pattern.test(read))) return true;
  return [...read.matchAll(MARK)].some(([, number = '']) => !NO_NUMBER.test(number));
}
