import { readFileSync } from 'node:fs';
import { findDuplicateMembers, JsonProblem } from '../../flows/file/scan-json';
import { Refusal } from './command';

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'cannot be read: it is somebody else’s',
};

/**
 * The content of a file somebody named.
 * @param remedy a sentence: what to do when there is no such file
 * @throws {Refusal} when there is none, or it cannot be read
 */
export function readInput(file: string, remedy: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new Refusal(`${file} ${REASONS[code] ?? `cannot be read (${code})`}. ${remedy}`);
  }
}

/**
 * The text of a file, which begins with a byte order mark or not.
 * @throws {Refusal} when it is not UTF-8
 */
export function textOf(content: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new Refusal(`${file} is not written in UTF-8. Save it with that encoding.`);
  }
}

/**
 * What a JSON text holds.
 * @param remedy a sentence: what to do when it is none
 * @throws {Refusal} with the line where it is no JSON; and for a member written twice, of which readers keep the last
 */
export function jsonOf(text: string, file: string, remedy: string): unknown {
  if (text.trim() === '') throw new Refusal(`${file} is empty. ${remedy}`);
  try {
    const [twice] = findDuplicateMembers(text);
    if (twice !== undefined) throw new Refusal(`${file}: ${twice.pointer} stands twice. ${remedy}`);
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error;
    throw new Refusal(`${error.message.replace('The file', () => file)} ${remedy}`);
  }
  return JSON.parse(text);
}
