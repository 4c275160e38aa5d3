import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity';
import { StateFolderError } from './state-folder-error';

const TRIES = 5;

function readIdentity(file: string): ProcessIdentity | null {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof value.pid === 'number' ? { pid: value.pid, started: value.started ?? null } : null;
  } catch {
    return null;
  }
}

/**
 * Keeps a folder for this process. The lock of a process that is gone (killed, crashed) is taken over.
 * @param folder an existing, writable folder
 * @returns gives the folder free again
 * @throws {StateFolderError} when another live process, or an earlier call in this one, holds it
 */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'lock.json');
  const own = join(folder, `lock.${process.pid}.json`);
  // Written first and linked into place, so that nobody ever reads half a lock.
  writeFileSync(own, JSON.stringify(ownIdentity()));
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      try {
        linkSync(own, lock);
        return () => rmSync(lock, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = readIdentity(lock);
      if (holder !== null && isRunning(holder)) {
        throw new StateFolderError(
          `The folder ${folder} is in use by process ${holder.pid}. Stop that one first, or choose another folder for the state.`,
        );
      }
      rmSync(lock, { force: true });
    }
    throw new StateFolderError(
      `The lock ${lock} could not be taken, because others take it at the same time. Try again.`,
    );
  } finally {
    rmSync(own, { force: true });
  }
}
