import { closeSync, openSync, readSync } from 'node:fs';
import type { Change } from './journal';
import { StateFolderError } from './state-folder-error';

const BLOCK = 1024 * 1024;
const NEWLINE = 10;

type Entry = [collection: string, key: string, value?: unknown];

function changesOf(line: string): Change[] {
  const entries = JSON.parse(line) as Entry[];
  return entries.map(([collection, key, value]) => ({ collection, key, value }));
}

/**
 * Reads a journal or a snapshot line by line, so that its size is not limited by what fits in one text.
 * @param tornTail what to do with a last line without its end: a journal drops it, a snapshot is never torn
 * @returns the length in bytes of what was read, without a torn tail; 0 when there is no such file
 * @throws {StateFolderError} naming the line when one inside the file is not what was written
 */
export function readEntries(
  file: string,
  take: (change: Change) => void,
  { tornTail }: { tornTail: 'drop' | 'error' },
): number {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  const block = Buffer.alloc(BLOCK);
  let pending: Buffer[] = [];
  let read = 0;
  let complete = 0;
  let lineNumber = 0;
  try {
    for (;;) {
      const count = readSync(handle, block, 0, BLOCK, read);
      if (count === 0) break;
      let from = 0;
      for (let end = block.indexOf(NEWLINE); end >= 0 && end < count; end = block.indexOf(NEWLINE, from)) {
        pending.push(block.subarray(from, end));
        const line = Buffer.concat(pending);
        pending = [];
        lineNumber += 1;
        takeLine(line);
        from = end + 1;
        complete = read + from;
      }
      if (from < count) pending.push(Buffer.from(block.subarray(from, count)));
      read += count;
    }
  } finally {
    closeSync(handle);
  }
  if (tornTail === 'error' && complete !== read) throw damaged(lineNumber + 1);
  return complete;

  function takeLine(line: Buffer): void {
    let changes: Change[];
    try {
      changes = changesOf(line.toString('utf8'));
    } catch {
      throw damaged(lineNumber);
    }
    changes.forEach(take);
  }

  function damaged(line: number): StateFolderError {
    return new StateFolderError(
      `Line ${line} of ${file} is damaged. Restore the file from a copy, or move the folder away to begin with an empty state.`,
    );
  }
}
