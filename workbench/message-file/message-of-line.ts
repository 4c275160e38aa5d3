import type { TriageMessageRequest } from '../../proxy/src/contract/triage';
import { CHANNELS, type Channel } from '../../proxy/src/contract/vocabulary';

export type LineResult = { message: TriageMessageRequest; object: Record<string, unknown> } | { problem: string };

const isText = (value: unknown): value is string => typeof value === 'string';
const isMissing = (value: unknown): boolean => value === undefined || value === null;

/**
 * Reads one line of a JSONL file: an object with `text`, or with `subject` and `body`; `from` and `channel` may be added.
 * @returns the message, or what is wrong with the line
 */
export function messageOfLine(line: string, defaultChannel: Channel): LineResult {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'is not a JSON object' };
  const object = value as Record<string, unknown>;
  for (const field of ['text', 'subject', 'body', 'from']) {
    if (!isMissing(object[field]) && !isText(object[field])) return { problem: `"${field}" is not a string` };
  }
  const { text, subject, body, from, channel } = object;
  if (!isText(text) && !isText(subject) && !isText(body)) {
    return { problem: 'has neither "text" nor "subject" and "body"' };
  }
  const known = CHANNELS.find((one) => one === channel);
  return {
    object,
    message: {
      channel: known ?? defaultChannel,
      text: isText(text) ? text : isText(body) ? body : '',
      ...(isText(subject) && { subject }),
      ...(isText(from) && { from_email: from }),
    },
  };
}
