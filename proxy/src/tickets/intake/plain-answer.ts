import { EMAIL_ADDRESS, orderNumberIn, wordsBeside } from '../../interactions/bare-answer';
import { type EarlierReply, questionOf } from '../../interactions/earlier-replies';

/** How much of a message is read; an answer to one question is shorter. */
const LONGEST_ANSWER = 1000;

const ORDINAL =
  /(?<!\p{L})(?:first|1st|second|2nd|third|3rd|fourth|4th|last|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|últim[oa]|ultim[oa])(?!\p{L})/giu;
/** Words for a thing that was asked about, and the number it has among several. */
const THING =
  /(?<!\p{L})(?:(?:parcel|package|box|item|product|article|paquete|caja|envío|artículo|producto)(?: (?:no\.?|number|número|nº) ?| #| )?(?:[1-9](?![\p{L}\d]))?|one|uno)(?!\p{L})/giu;
/** A last line that is nothing but a name. */
const NAME_LINE = /\n[^\S\n]*\p{Lu}[\p{L}'’.-]{0,40}(?: \p{Lu}[\p{L}'’.-]{0,40}){0,2}$/u;

const digitsIn = (text: string): string[] => text.match(/\d+/g) ?? [];
const longWords = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** A text without what only says who writes: addresses, a last line that is a name, and the names in the address. */
function withoutSender(text: string, senderAddress: string): string {
  const names = new Set(longWords(senderAddress.split('@')[0] ?? ''));
  return text
    .trim()
    .replace(NAME_LINE, '')
    .replace(EMAIL_ADDRESS, ' ')
    .replace(/\p{L}+/gu, (word) => (names.has(word.toLowerCase()) ? ' ' : word));
}

/** The titles of items a reply named. */
const titlesIn = ({ facts }: EarlierReply): string =>
  facts
    .filter(({ id }) => id.endsWith('.title'))
    .map(({ value }) => value)
    .join(' ');

/** What a plain answer gives. */
export interface PlainAnswer {
  /** `ORD-12345` when the question was for the order; else null. */
  order_id: string | null;
}

/**
 * Reads a message as nothing but the answer to our question: one number when the order was asked for; when it was asked
 * which parcel or item, its place among them, its tracking number or words of its title. Courtesies and the sender's
 * name may stand beside it. One word more ("12345 and delete my account", "My phone is 5551234") and it is a message
 * of its own.
 *
 * @param question the reply that asked
 * @param trackingNumber the one that was read in the message, if any
 */
export function plainAnswer(
  text: string,
  question: EarlierReply,
  senderAddress: string,
  trackingNumber: string | null,
): PlainAnswer | undefined {
  if (text.length > LONGEST_ANSWER || /\p{Sc}/u.test(text)) return undefined;
  const plain = withoutSender(text, senderAddress);
  if (questionOf(question.template) === 'order') {
    const order_id = orderNumberIn(plain);
    const isOnlyNumber = digitsIn(plain).length === 1 && wordsBeside(plain) === 0;
    return order_id !== null && isOnlyNumber ? { order_id } : undefined;
  }
  const titleWords = new Set(longWords(titlesIn(question)));
  const rest = (trackingNumber === null ? plain : plain.replace(trackingNumber, ' '))
    .replace(ORDINAL, ' ')
    .replace(THING, ' ')
    .replace(/^\s*#?[1-9]\s*\.?\s*$/, ' ')
    .replace(/\p{L}{3,}/gu, (word) => (titleWords.has(word.toLowerCase()) ? ' ' : word));
  const isNamed =
    digitsIn(plain).length === 1 ||
    plain.search(ORDINAL) >= 0 ||
    (trackingNumber !== null && plain.includes(trackingNumber)) ||
    longWords(plain).some((word) => titleWords.has(word));
  return isNamed && digitsIn(rest).length === 0 && wordsBeside(rest) === 0 ? { order_id: null } : undefined;
}
