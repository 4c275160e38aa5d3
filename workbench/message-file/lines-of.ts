import type { Readable } from 'node:stream';

/**
 * The lines of a stream of UTF-8 text, split at line feeds only: JSON strings may hold the other line separators of
 * Unicode, which `node:readline` would split at. A carriage return stays part of its line.
 */
export async function* linesOf(source: Readable): AsyncGenerator<string> {
  source.setEncoding('utf8');
  let rest = '';
  for await (const chunk of source as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
