import { isPaymentCard } from '../../triage/entities/payment-card';
import { redactIbans } from './iban';

/** Private-use characters stand for what is kept while the rules run. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const KEPT = /\uE000(\d+)\uE001/g;

/** Order numbers of marketplaces look like card numbers and are none. */
const MARKETPLACE_ORDER = /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/g;
const ISO_DATE = /(?<!\d)20\d\d-\d\d-\d\d(?!\d)/g;

const RULES: readonly [pattern: RegExp, mask: string][] = [
  [
    /(?<=\b(?:cvv2?|cvc2?|cid|security code|card code)\W{0,3}(?:is|was|number|:)?\W{0,3})\d{3,4}(?!\d)/gi,
    '[security code]',
  ],
  [/(?<!\d)(?:\d[ .\-/]{0,2}){12,18}\d(?!\d)/g, '[card]'],
  [/(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])/g, '[national id]'],
  [/[\w.%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}/gi, '[e-mail]'],
  [/(?<![\w])\+\d(?:[ ().\-/]{0,2}\d){6,14}(?!\d)/g, '[phone]'],
  [/(?<![\d\w])\(\d{2,5}\)[ .-]{0,2}\d{2,5}(?:[ .-]{0,2}\d{2,5}){1,3}(?!\d)/g, '[phone]'],
  [/(?<![\d\w])\d(?:[ .\-/]{0,1}\d){8,11}(?!\d)/g, '[number]'],
  [
    /(?<![\p{L}\d])\d{1,5}[a-z]?,? (?:\p{Lu}[\p{L}'.-]{0,25} ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|close|way|place|pl|square|sq|terrace|crescent)(?![\p{L}])\.?/giu,
    '[address]',
  ],
];

/**
 * Takes personal and payment data out of a text before it leaves the service: bank accounts, cards (any run of 13 to
 * 19 digits, whether its check digit is right or not), security codes, national ids, e-mail addresses, phone numbers
 * and street addresses.
 * @param text cleaned text
 * @param keep words that stay as they are: the order and parcel numbers that were found in the text
 */
export function redact(text: string, keep: readonly string[]): string {
  const held: string[] = [];
  const hold = (words: string): string => `${OPEN}${held.push(words) - 1}${CLOSE}`;
  let rest = text.replace(/[\uE000\uE001]/g, '');
  // What could be a card as well is not worth the risk: the model needs no number, only the words around it.
  const kept = [...new Set(keep)].filter((words) => words !== '' && !isPaymentCard(words.replace(/\D/g, '')));
  for (const words of kept.sort((a, b) => b.length - a.length)) {
    rest = rest.split(words).join(hold(words));
  }
  rest = rest.replace(MARKETPLACE_ORDER, hold).replace(ISO_DATE, hold);
  rest = redactIbans(rest, '[bank account]');
  for (const [pattern, mask] of RULES) rest = rest.replace(pattern, mask);
  return rest.replace(KEPT, (_, index: string) => held[Number(index)] ?? '');
}
