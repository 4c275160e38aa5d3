import { redact } from '../../../proxy/src/ai/redaction/redact';
import { readMessage } from '../../../proxy/src/triage/read-message';
import type { RecordedMessage } from './recorded-messages';

const WORD = /\p{L}{3,}/gu;
const CAPITALISED = /\p{Lu}\p{L}{2,}/gu;
/** What remains below a mail when a signature is cut off. */
const BARE_NAME = /^\p{Lu}[\p{L}'’-]{0,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,2}$/u;

/** The words a customer's name may consist of: as it was given, and as the address has it. */
const namesOf = ({ customerName = '', fromEmail = '' }: RecordedMessage): Set<string> => {
  const local = fromEmail.slice(0, Math.max(0, fromEmail.lastIndexOf('@')));
  return new Set(`${customerName} ${local}`.toLowerCase().match(WORD) ?? []);
};

function withoutBareName(text: string): string {
  const lines = text.trimEnd().split('\n');
  const isBelow = lines.length > 1 && BARE_NAME.test(lines.at(-1)!.trim());
  return isBelow ? [...lines.slice(0, -1), '[name]'].join('\n') : text;
}

/**
 * The customer's own words without personal data: quoted text and signature are cut off, addresses and numbers replaced,
 * and so are the name as far as it is known and a bare name below the text. A name in the middle of the text may stay.
 */
export function readableText(message: RecordedMessage): { subject: string; text: string } {
  const { channel, subject, text, isHtml, fromEmail } = message;
  const read = readMessage({ channel, subject, text, is_html: isHtml, from_email: fromEmail });
  const keep = read.entities
    .filter(({ type }) => type === 'order_id' || type === 'tracking_number')
    .map((entity) => entity.text);
  const names = namesOf(message);
  const safe = (words: string): string =>
    redact(words, keep).replace(CAPITALISED, (word) => (names.has(word.toLowerCase()) ? '[name]' : word));
  return { subject: safe(read.subject), text: safe(withoutBareName(read.body)) };
}
