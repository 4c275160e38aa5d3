import type { NewMessage } from './client/page-data';
import { PageProblem } from './page-problem';

const LONGEST = { from: 320, name: 200, subject: 2000, text: 20_000, reply_to: 320, conversation_id: 200 } as const;
type TextField = keyof typeof LONGEST;

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/**
 * Checks what the form sent.
 * @throws {PageProblem} naming the field and the remedy
 */
export function readMessage(body: unknown): NewMessage {
  if (typeof body !== 'object' || body === null) throw new PageProblem(400, 'bad_message', 'Send one JSON object.');
  const fields = body as Record<string, unknown>;
  const { channel } = fields;
  if (channel !== 'email' && channel !== 'chat') {
    throw new PageProblem(400, 'bad_message', 'The field channel must be "email" or "chat".');
  }
  const text = (field: TextField): string => readText(fields, field);
  const message: NewMessage = { channel, from: text('from').trim(), text: text('text') };
  if (channel === 'email' && message.from === '') {
    throw new PageProblem(400, 'bad_message', 'Fill in From: a mail needs a sender, for example customer@example.com.');
  }
  for (const [name, value] of [
    ['From', message.from],
    ['Reply-To', text('reply_to')],
  ]) {
    if (value !== '' && !ADDRESS.test(value ?? '')) {
      throw new PageProblem(400, 'bad_message', `${name} must be an e-mail address, for example customer@example.com.`);
    }
  }
  if (`${message.text}${text('subject')}`.trim() === '' || (channel === 'chat' && message.text.trim() === '')) {
    throw new PageProblem(400, 'bad_message', 'Write a message first.');
  }
  for (const field of ['name', 'subject', 'reply_to', 'conversation_id'] as const) {
    if (text(field) !== '') message[field] = oneLine(text(field));
  }
  if (fields.automatic === true) message.automatic = true;
  return message;
}

/** A header is one line; a break in it would begin another header. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').trim();

function readText(fields: Record<string, unknown>, field: TextField): string {
  const value = fields[field] ?? '';
  if (typeof value !== 'string') throw new PageProblem(400, 'bad_message', `The field ${field} must be text.`);
  if (value.length > LONGEST[field]) {
    throw new PageProblem(
      400,
      'bad_message',
      `The field ${field} is longer than ${LONGEST[field]} characters. Shorten it.`,
    );
  }
  return value;
}
