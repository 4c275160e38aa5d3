import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './command';

/**
 * Does what the system may refuse, such as writing where one has no rights.
 * @param what such as `x.zip cannot be written`
 * @param remedy a whole sentence
 * @throws {Refusal} when it does
 */
export function orRefuse<T>(what: string, remedy: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new Refusal(`${what} (${message}). ${remedy}`);
  }
}

/**
 * Writes files, each whole; none is replaced before all are written beside their places. Folders are made when needed.
 * @throws {Refusal} when a place cannot be written to
 */
export function writeAllWhole(files: readonly (readonly [path: string, content: Uint8Array])[]): void {
  // Nobody else's: two runs at once leave each other's alone.
  const parts = files.map(([path]) => `${path}.${String(process.pid)}.part`);
  try {
    files.forEach(([path, content], index) =>
      orRefuse(`${path} cannot be written`, 'Name another place.', () => {
        mkdirSync(dirname(path), { recursive: true });
        if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Refusal(`${path} is a folder. Name another place, or remove it.`); // prettier-ignore
        writeFileSync(parts[index]!, content);
      }),
    );
    files.forEach(([path], index) =>
      orRefuse(`${path} cannot be replaced`, 'Name another place.', () => renameSync(parts[index]!, path)),
    );
  } finally {
    for (const part of parts) if (existsSync(part)) rmSync(part);
  }
}

/** As `writeAllWhole`, one file. */
export const writeWhole = (path: string, content: Uint8Array): void => writeAllWhole([[path, content]]);
