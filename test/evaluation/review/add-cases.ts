import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type EvaluationCase, readCase } from '../evaluation-case';
import { readableText } from './readable-text';
import type { RecordedMessage } from './recorded-messages';

/** All messages that agents corrected. */
export const ALL_CORRECTED = 'corrected';

export interface Added {
  added: string[];
  /** Were there before. */
  known: string[];
}

/** A number of the same form that is nobody's: the same one for the same number of a message. */
function madeUp(number: string, id: string): string {
  const drawn = createHash('sha256').update(`${id} ${number}`).digest();
  let next = 0;
  return number.replace(/\d/g, () => String((drawn[next++ % drawn.length]! % 9) + 1));
}

/** The parts of numbers with digits, which stand elsewhere without the words around them; groups of one or two tell nothing. */
const PART = /(?=[\p{L}-]{0,20}\d)[\p{L}\d-]{3,}/gu;

/** A case is committed and stays: no customer's order can be looked up by it. */
const withMadeUpNumbers = (text: string, numbers: readonly string[], id: string): string =>
  [...new Set(numbers.flatMap((number) => number.match(PART) ?? []))]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, part) => rest.split(part).join(madeUp(part, id)), text);

function caseOf(message: RecordedMessage): EvaluationCase {
  const { id, channel, reading, correction } = message;
  const readable = readableText(message);
  const [subject, text] = [readable.subject, readable.text].map((words) =>
    withMadeUpNumbers(words, readable.numbers, id),
  );
  const { intent = reading.intent, sentiment, priority } = correction!.said;
  const expected = { intent, ...(sentiment && { sentiment }), ...(priority && { priority }) };
  return { id, channel, ...(subject && { subject }), text: text!, tags: ['from_review'], expected };
}

function chosen(ids: readonly string[], messages: readonly RecordedMessage[]): RecordedMessage[] {
  const found = ids.flatMap((id) => {
    if (id === ALL_CORRECTED) return messages.filter(({ correction }) => (correction?.corrected.length ?? 0) > 0);
    const message = messages.find((one) => one.id === id);
    if (message === undefined) throw new Error(`there is no message ${id}. The review lists the ids.`);
    if (message.correction === undefined)
      throw new Error(`nobody judged the message ${id}. Correct or confirm its ticket in the app first.`);
    return [message];
  });
  return [...new Set(found)];
}

/**
 * Takes messages into a file of cases, without personal data and with the labels the agent gave. One that is there
 * already stays as it is.
 * @param ids of the review, or `corrected` for every message an agent corrected
 * @throws Error when an id is unknown or nobody judged its message; then nothing is written
 */
export function addCases(ids: readonly string[], messages: readonly RecordedMessage[], path: string): Added {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const present = new Set(
    before
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, i) => readCase(line, `${path} line ${i + 1}`).id),
  );
  const wanted = chosen(ids, messages);
  const added = wanted.filter(({ id }) => !present.has(id));
  if (added.length > 0) {
    mkdirSync(dirname(path), { recursive: true });
    const gap = before === '' || before.endsWith('\n') ? '' : '\n';
    appendFileSync(path, gap + added.map((message) => `${JSON.stringify(caseOf(message))}\n`).join(''));
  }
  return { added: added.map(({ id }) => id), known: wanted.filter(({ id }) => present.has(id)).map(({ id }) => id) };
}
