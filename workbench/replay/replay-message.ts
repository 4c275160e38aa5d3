import { createHash } from 'node:crypto';
import type { TriageMessageRequest } from '../../proxy/src/contract/triage';

/** One message of a replay file. */
export interface ReplayMessage {
  /** Line in the file, from 1. */
  line: number;
  /** The same for the same line of the same file, so that a repetition is known as one. */
  id: string;
  from: string;
  subject: string;
  text: string;
  /** The line's object as it was read. */
  object: Record<string, unknown>;
}

/** A customer of its own per message, where the file names none, so that strangers' messages do not join one ticket. */
const SENDER_DOMAIN = 'customer.example';

/**
 * @param line from 1
 * @param object the line's object; its `id` names the message, else its place and content do
 */
export function replayMessage(
  line: number,
  object: Record<string, unknown>,
  { text, subject, from_email }: TriageMessageRequest,
): ReplayMessage {
  const named = object.id;
  const content = JSON.stringify([line, from_email ?? '', subject ?? '', text]);
  const id =
    typeof named === 'string' || typeof named === 'number'
      ? String(named)
      : createHash('sha256').update(content).digest('hex').slice(0, 24);
  return { line, id, from: from_email ?? `${id}@${SENDER_DOMAIN}`, subject: subject ?? '', text, object };
}

/** The Internet message id the mail of a replayed message has. */
export const internetMessageId = ({ id }: ReplayMessage): string =>
  `<${encodeURIComponent(id).replaceAll("'", '%27')}@replay.example>`;
