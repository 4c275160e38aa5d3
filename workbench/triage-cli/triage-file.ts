import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Channel } from '../../proxy/src/contract/vocabulary';
import { triageOffline } from '../../proxy/src/triage/triage-offline';
import { lineWithTriage } from './line-with-triage';
import { linesOf } from '../message-file/lines-of';
import { messageOfLine } from '../message-file/message-of-line';
import { Summary } from './summary';

export interface TriageFileOptions {
  input: string;
  output: string;
  channel: Channel;
  onBadLine: (number: number, problem: string) => void;
  onLine?: (bytesRead: number, summary: Summary) => void;
  signal?: AbortSignal;
}

/**
 * Triages a JSONL file line by line. The result appears under its name only when it is complete: it is written beside it
 * first and renamed at the end. Bad and empty lines are written as they came.
 * @throws the file system's error, or the reason of `signal`; the unfinished file is removed
 */
export async function triageFile(options: TriageFileOptions): Promise<Summary> {
  const { input, output, channel, signal } = options;
  const unfinished = `${output}.${process.pid}.unfinished`;
  const summary = new Summary();
  const source = createReadStream(input);
  const target = createWriteStream(unfinished);
  const written = finished(target);
  // Awaited at the end; until then a failure of the target must not count as unhandled.
  written.catch(() => undefined);
  try {
    await Promise.all([once(source, 'open'), once(target, 'open')]);
    let number = 0;
    for await (const raw of linesOf(source)) {
      signal?.throwIfAborted();
      number += 1;
      const line = number === 1 ? raw.replace(/^\uFEFF/, '') : raw;
      if (!target.write(`${resultOf(line, number, channel, summary, options.onBadLine)}\n`)) {
        await Promise.race([once(target, 'drain'), written]);
      }
      options.onLine?.(source.bytesRead, summary);
    }
    target.end();
    await written;
    signal?.throwIfAborted();
    await rename(unfinished, output);
    return summary;
  } catch (problem) {
    source.destroy();
    target.destroy();
    await rm(unfinished, { force: true });
    throw problem;
  }
}

function resultOf(
  line: string,
  number: number,
  channel: Channel,
  summary: Summary,
  onBadLine: TriageFileOptions['onBadLine'],
): string {
  if (line.trim() === '') return line;
  const read = messageOfLine(line, channel);
  if ('problem' in read) {
    summary.badLines += 1;
    onBadLine(number, read.problem);
    return line;
  }
  const triage = triageOffline(read.message);
  summary.add(triage);
  return lineWithTriage(line, read.object, triage);
}
