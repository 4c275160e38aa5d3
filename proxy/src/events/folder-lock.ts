import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Thrown when the data folder cannot be used; the message says why and what helps. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
}

interface Holder {
  token: string;
  pid: number;
  host: string;
  /** When the process started, as the system tells it; a number given to a new process differs in it. */
  started: string;
}

const BEAT_MS = 5_000;
/** A holder on another machine (a shared disk) cannot be asked; it is gone when it was silent for this long. */
const SILENT_MS = 30_000;

const startOf = (pid: number): string => {
  try {
    // Field 22 of /proc/<pid>/stat, counted behind the bracketed name; other systems have no such file.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Tokens of this very process, whose own number must not be taken for a stranger's old one. */
const own = new Set<string>();

const readHolder = (path: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
};

const holds = (holder: Holder, path: string): boolean => {
  if (holder.host !== hostname()) return Date.now() - statSync(path).mtimeMs < SILENT_MS;
  if (holder.pid === process.pid) return own.has(holder.token);
  return isAlive(holder.pid) && startOf(holder.pid) === holder.started;
};

/** Creates the file with its content at once or not at all. @returns false when it exists */
const create = (path: string, token: string): boolean => {
  const draft = `${path}.${token}`;
  const holder: Holder = { token, pid: process.pid, host: hostname(), started: startOf(process.pid) };
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Takes the file of a dead holder out of the way. */
const removeStale = (path: string, stale: Holder | undefined): void => {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // Somebody quicker may have put a live lock there meanwhile: give it back.
  if (readHolder(aside)?.token !== stale?.token) linkSync(aside, path);
  rmSync(aside, { force: true });
};

/**
 * Claims a folder for this process. A lock left behind by a killed process is taken over.
 * @returns what gives the folder free again
 * @throws {DataFolderError} when another live process has it, or it cannot be written to
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'in-use.lock');
  const token = randomUUID();
  own.add(token);
  try {
    mkdirSync(folder, { recursive: true });
    while (!create(path, token)) {
      const holder = readHolder(path);
      if (holder && holds(holder, path)) {
        own.delete(token);
        throw new DataFolderError(
          `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host}. ` +
            'Stop that one first, or give this one another folder in RCC_DATA_DIR.',
        );
      }
      removeStale(path, holder);
    }
  } catch (error) {
    if (error instanceof DataFolderError) throw error;
    throw new DataFolderError(
      `The data folder ${folder} cannot be written to (${(error as NodeJS.ErrnoException).code ?? String(error)}). ` +
        'Give this user the right to write there, or choose another folder in RCC_DATA_DIR.',
      { cause: error },
    );
  }
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder is gone; the store will say so.
    }
  }, BEAT_MS);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (readHolder(path)?.token === token) rmSync(path, { force: true });
    own.delete(token);
  };
}
