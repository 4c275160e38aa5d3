/** What a customer writes who only gives what was asked for. */

export const EMAIL_ADDRESS = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/iu;
const ORDER_NUMBER = /(?<![\p{L}\d])(?:ORD-?|#)?0{0,10}(\d{3,10})(?![\p{L}\d])/iu;

/** Words that go with a number or an address and say nothing besides. */
const BESIDE = new Set(
  `a an and at for from here hi hello hey dear i is it its this that the my me mine of ok okay on order orders number no nr id ref
  reference please pls s sorry sure thank thanks thx to was with yes yep you e mail email address one first second third parcel package
  best regards kind cheers oh ah forgot sir madam team there so much many am have has used ord it's
  el la los las mi su es este esta un una de del y con para por pedido número numero nº n correo dirección direccion favor gracias
  muchas hola sí si buenas buenos días dias tardes saludos disculpe perdón perdon aquí aqui tiene usé paquete primero segundo
  c est le la numéro commande merci bonjour voici oui ma mon suis die der das nummer bestellung bestellnummer lautet ist meine hallo
  danke bitte ja hier vielen dank`.split(/\s+/),
);

/** `ORD-12345` for an order number in any usual spelling, or null. */
export function orderNumberIn(text: string): string | null {
  const digits = ORDER_NUMBER.exec(text.slice(0, 2000).replace(EMAIL_ADDRESS, ' '))?.[1];
  return digits ? `ORD-${digits}` : null;
}

/**
 * How many words a message has besides an order number, an address and courtesies; a question counts as many.
 *
 * @example wordsBeside('It is 12345, thanks') // 0
 */
export function wordsBeside(text: string): number {
  if (text.includes('?')) return Number.POSITIVE_INFINITY;
  const rest = text.slice(0, 2000).replace(EMAIL_ADDRESS, ' ').replace(ORDER_NUMBER, ' ');
  const words = rest.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => !BESIDE.has(word)).length;
}
