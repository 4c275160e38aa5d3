import { orderAndParcelNumbers } from '../../../proxy/src/ai/redaction/kept-words';
import { namesOfSender } from '../../../proxy/src/ai/redaction/known-names';
import { openRedaction } from '../../../proxy/src/ai/redaction/open-redaction';
import { readMessage } from '../../../proxy/src/triage/read-message';
import type { RecordedMessage } from './recorded-messages';

export interface ReadableText {
  subject: string;
  text: string;
  /** The words of order and parcel numbers, which stand in subject and text as they were written. */
  numbers: string[];
}

/**
 * The customer's own words without personal data: quoted text and signature are cut off, addresses, numbers and passwords
 * replaced, and so are names as far as the message or its sender tells them. The name of somebody else in the middle of
 * the text may stay.
 */
export function readableText(message: RecordedMessage): ReadableText {
  const { channel, subject, text, isHtml, fromEmail, customerName = '' } = message;
  const read = readMessage({ channel, subject, text, is_html: isHtml, from_email: fromEmail });
  const numbers = orderAndParcelNumbers(read.entities);
  const { redact } = openRedaction(numbers, [customerName, ...namesOfSender(fromEmail)]);
  return { subject: redact(read.subject), text: redact(read.body), numbers };
}
