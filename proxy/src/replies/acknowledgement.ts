import { fixedWords } from './fixed-words';
import type { MailLanguage } from './mail-language';
import { referenceToken } from './reference-token';
import type { ReplyWording } from './reply-wording';
import { closing, greeting } from './salutation';

/**
 * By which name the customer can add to the ticket; empty when it has no number.
 *
 * @example referenceLine('TKT-000123', 'en', USUAL_WORDING) // 'Your reference is [TKT-000123]. To add anything, …'
 */
export function referenceLine(
  ticketNumber: string | undefined,
  language: MailLanguage,
  { tone }: ReplyWording,
): string {
  const token = referenceToken(ticketNumber);
  return token === '' ? '' : fixedWords(language, tone).reference(token);
}

/** What an acknowledgement is about. */
export interface Acknowledged {
  /** The name to greet, or null. */
  name: string | null;
  ticketNumber: string | undefined;
  language: MailLanguage;
  /** The message is upset or critical. */
  isUpset: boolean;
  /** The order number is missing: it is asked for, so that the person who answers has it. */
  asksOrderNumber: boolean;
}

/**
 * What a customer gets when a person will answer. It promises nothing else and holds no fact about an order, so it
 * may go to any sender.
 */
export function acknowledgement(
  { name, ticketNumber, language, isUpset, asksOrderNumber }: Acknowledged,
  wording: ReplyWording,
): string {
  const words = fixedWords(language, wording.tone);
  return [
    greeting(name, language, wording.tone),
    `${isUpset ? words.serious : words.thanks} ${words.personWillAnswer}`,
    asksOrderNumber ? words.askOrderNumber : '',
    referenceLine(ticketNumber, language, wording),
    closing(language, wording),
  ]
    .filter(Boolean)
    .join('\n\n');
}
