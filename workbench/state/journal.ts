import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from './folder-lock';
import { readEntries } from './journal-file';
import { writeSnapshot } from './snapshot';
import { explainFolderError, StateFolderError } from './state-folder-error';

/** One change: `value` is plain JSON and belongs to the journal from then on; `undefined` deletes the key. */
export interface Change {
  collection: string;
  key: string;
  value: unknown;
}

/** A named map. Values are shared, not copied: never change one, put a new one. */
export interface Collection<T> {
  readonly size: number;
  get(key: string): T | undefined;
  has(key: string): boolean;
  entries(): IterableIterator<[string, T]>;
  values(): IterableIterator<T>;
  put(key: string, value: T): void;
  delete(key: string): void;
}

/** State that survives the process: when a call has returned, its changes outlive a kill -9 (not a power cut). */
export interface Journal {
  collection<T>(name: string): Collection<T>;
  /** Stores all of the changes or, after a crash, none of them. @throws {StateFolderError} when the disk refuses; then nothing changed */
  write(changes: readonly Change[]): void;
  close(): void;
}

/** A journal longer than this many bytes is folded into the snapshot at the next start. */
const SNAPSHOT_FROM = 16 * 1024 * 1024;

export type Maps = Map<string, Map<string, unknown>>;

function mapOf(maps: Maps, collection: string): Map<string, unknown> {
  let map = maps.get(collection);
  if (map === undefined) maps.set(collection, (map = new Map()));
  return map;
}

function apply(maps: Maps, change: Change): void {
  if (change.value === undefined) maps.get(change.collection)?.delete(change.key);
  else mapOf(maps, change.collection).set(change.key, change.value);
}

/** `[collection, key, value]` for a put, `[collection, key]` for a delete; a line is an array of them, written at once. */
function lineOf(changes: readonly Change[]): Buffer {
  const entries = changes.map(({ collection, key, value }) =>
    value === undefined ? [collection, key] : [collection, key, value],
  );
  return Buffer.from(`${JSON.stringify(entries)}\n`);
}

/**
 * Opens the state in a folder, creating the folder when missing. A last line torn by a kill is dropped: its write was
 * never acknowledged.
 * @param snapshotFrom journal size in bytes from which it is folded into the snapshot on opening
 * @throws {StateFolderError} when the folder cannot be written, is in use by another process, or holds a damaged file
 */
export function openJournal(folder: string, { snapshotFrom = SNAPSHOT_FROM } = {}): Journal {
  let unlock: () => void;
  try {
    mkdirSync(folder, { recursive: true });
    unlock = lockFolder(folder);
  } catch (error) {
    throw explainFolderError(folder, error);
  }
  const file = join(folder, 'journal.ndjson');
  const snapshot = join(folder, 'snapshot.ndjson');
  const maps: Maps = new Map();
  let handle = -1;
  let length: number;
  try {
    readEntries(snapshot, (change) => apply(maps, change), { tornTail: 'error' });
    length = readEntries(file, (change) => apply(maps, change), { tornTail: 'drop' });
    handle = openSync(file, 'a');
    ftruncateSync(handle, length);
    if (length > snapshotFrom) {
      writeSnapshot(snapshot, maps);
      // A kill before this line is harmless: the journal holds absolute values, so applying it again changes nothing.
      ftruncateSync(handle, 0);
      length = 0;
    }
  } catch (error) {
    if (handle >= 0) closeSync(handle);
    unlock();
    throw explainFolderError(folder, error);
  }

  function write(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    if (handle < 0) throw new StateFolderError(`The state in ${folder} is closed.`);
    const line = lineOf(changes);
    try {
      for (let done = 0; done < line.length;) done += writeSync(handle, line, done);
    } catch (error) {
      ftruncateSync(handle, length);
      throw explainFolderError(folder, error);
    }
    length += line.length;
    for (const change of changes) apply(maps, change);
  }

  return {
    collection<T>(name: string): Collection<T> {
      const map = mapOf(maps, name) as Map<string, T>;
      return {
        get size() {
          return map.size;
        },
        get: (key) => map.get(key),
        has: (key) => map.has(key),
        entries: () => map.entries(),
        values: () => map.values(),
        put: (key, value) => write([{ collection: name, key, value }]),
        delete: (key) => {
          if (map.has(key)) write([{ collection: name, key, value: undefined }]);
        },
      };
    },
    write,
    close() {
      if (handle < 0) return;
      closeSync(handle);
      handle = -1;
      unlock();
    },
  };
}
