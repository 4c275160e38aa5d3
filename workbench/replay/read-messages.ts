import { createReadStream } from 'node:fs';
import { linesOf } from '../message-file/lines-of';
import { messageOfLine } from '../message-file/message-of-line';
import { replayMessage, type ReplayMessage } from './replay-message';

export interface ReplayFile {
  messages: ReplayMessage[];
  badLines: { line: number; problem: string }[];
}

/**
 * Reads a JSONL file of messages.
 * @throws the file system's error
 */
export async function readMessages(file: string, channel: 'email' | 'chat'): Promise<ReplayFile> {
  const messages: ReplayMessage[] = [];
  const badLines: ReplayFile['badLines'] = [];
  const seen = new Set<string>();
  let line = 0;
  for await (const raw of linesOf(createReadStream(file))) {
    line += 1;
    const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    if (text.trim() === '') continue;
    const read = messageOfLine(text, channel);
    if ('problem' in read) {
      badLines.push({ line, problem: read.problem });
      continue;
    }
    const message = replayMessage(line, read.object, read.message);
    if (seen.has(message.id)) badLines.push({ line, problem: `has the id ${message.id} of an earlier line` });
    else messages.push(message);
    seen.add(message.id);
  }
  return { messages, badLines };
}
