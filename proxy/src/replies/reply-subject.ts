import { fixedWords } from './fixed-words';
import type { MailLanguage } from './mail-language';
import { referenceToken } from './reference-token';
import type { ReplyTone } from './reply-wording';

const PREFIXES = /^(?:\s*(?:re|aw|sv|rv|tr|fwd?|wg|antw)\s*(?:\[\d+\])?\s*:)+/i;
const OLD_TOKENS = /\[TKT-\d+\]/gi;
const MAX_LENGTH = 200;

/**
 * A text as part of a subject line. Control characters go, so that it can never start another mail header; reference
 * tokens go, so that a thread is found by the one we add.
 */
export const subjectText = (text: string): string =>
  text
    .slice(0, 4 * MAX_LENGTH)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(OLD_TOKENS, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The subject line of an answer: one `Re:`, the customer's own subject, one reference token.
 *
 * @example replySubject('RE: Re: Where is it? [TKT-000123]', 'TKT-000123', 'en', 'formal') // 'Re: Where is it? [TKT-000123]'
 */
export function replySubject(
  subject: string | undefined,
  ticketNumber: string | undefined,
  language: MailLanguage,
  tone: ReplyTone,
): string {
  const bare = subjectText(subject ?? '')
    .replace(PREFIXES, '')
    .trim()
    .slice(0, MAX_LENGTH)
    .trim();
  return ['Re:', bare || fixedWords(language, tone).withoutSubject, referenceToken(ticketNumber)]
    .filter(Boolean)
    .join(' ');
}
