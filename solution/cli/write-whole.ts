import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './command';

/**
 * Writes a file whole or not at all; its folder is made when needed, an existing file is replaced.
 * @throws {Refusal} when the place cannot be written to
 */
export function writeWhole(file: string, content: Uint8Array): void {
  const part = `${file}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(part, content);
    renameSync(part, file);
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    throw new Refusal(`${file} cannot be written (${(error as Error).message}). Name another place.`);
  }
}
