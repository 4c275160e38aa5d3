import type { Change, Journal } from '../../state/journal';

/** What a state is made of that outlives its process. Values are JSON once stored: dates come back as text. */
export interface KeptState {
  /** What was stored, in no particular order. */
  stored(collection: string): Iterable<[key: string, value: unknown]>;
  /** To be stored at the next `save`, as it is then; undefined is to be forgotten. */
  put(collection: string, key: string, value: unknown): void;
  /** Stores all that was put since, or none of it. @throws {StateFolderError} when the disk refuses; it is tried again at the next call */
  save(): void;
}

export function keptIn(journal: Journal): KeptState {
  const changes = new Map<string, Change>();
  return {
    stored: (collection) => journal.collection(collection).entries(),
    put: (collection, key, value) => void changes.set(`${collection} ${key}`, { collection, key, value }),
    save() {
      // The journal keeps what it is given, and a history goes on changing: it gets a copy.
      journal.write(JSON.parse(JSON.stringify([...changes.values()])) as Change[]);
      changes.clear();
    },
  };
}
