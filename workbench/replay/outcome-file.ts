import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Outcome } from './outcome';
import type { ReplayMessage } from './replay-message';

/** The file of outcomes: each line is on disk when `add` returns, so an interrupted replay keeps what it has told. */
export interface OutcomeFile {
  /** Outcomes told by an earlier replay, by message id. */
  readonly known: ReadonlyMap<string, Outcome>;
  add(message: ReplayMessage, outcome: Outcome): void;
  close(): void;
}

/**
 * Opens the file to go on with; a last line that was cut off is dropped.
 * @throws the file system's error
 */
export function openOutcomeFile(path: string): OutcomeFile {
  const known = new Map<string, Outcome>();
  const existing = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const complete = existing.slice(0, existing.lastIndexOf('\n') + 1);
  for (const line of complete.split('\n')) {
    if (line === '') continue;
    const told = (JSON.parse(line) as { replay?: Outcome & { id: string } }).replay;
    if (told !== undefined) known.set(told.id, told);
  }
  const handle = openSync(path, existsSync(path) ? 'r+' : 'w');
  ftruncateSync(handle, Buffer.byteLength(complete));
  let position = Buffer.byteLength(complete);
  return {
    known,
    add(message, outcome) {
      const { id, line } = message;
      const text = Buffer.from(`${JSON.stringify({ ...message.object, replay: { id, line, ...outcome } })}\n`);
      writeSync(handle, text, 0, text.length, position);
      position += text.length;
    },
    close: () => closeSync(handle),
  };
}
