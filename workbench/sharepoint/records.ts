import type { Change, Collection, Journal } from '../state/journal';
import type { Outbox } from '../state/outbox';
import type { SharePointChange } from './changes';
import type { Room, Site } from './sites';

/** An item of a list. */
export interface ItemRecord {
  id: number;
  fields: Readonly<Record<string, unknown>>;
  /** ISO 8601, UTC, whole seconds. */
  created: string;
  modified: string;
  version: number;
  attachments: readonly { id: string; name: string }[];
}

/** A file or a folder of a library. */
export interface FileRecord {
  itemId: number;
  uniqueId: string;
  /** From the site, with a slash in front. */
  path: string;
  isFolder: boolean;
  /** Bytes. */
  size: number;
  mediaType: string;
  fields: Readonly<Record<string, unknown>>;
  created: string;
  modified: string;
  version: number;
}

/** What SharePoint keeps in the journal. */
export interface Records {
  items(room: Room): Collection<ItemRecord>;
  /** By path in lower case. */
  files(room: Room): Collection<FileRecord>;
  /** Base64, of files by their unique id and of attachments by their id. */
  readonly contents: Collection<string>;
  /** Paths of files that somebody has locked. */
  readonly locks: Collection<true>;
  /** Numbers items of a list, or files of a site. */
  nextNumber(owner: Room | Site): { number: number; change: Change };
  itemChange(room: Room, id: number, value: ItemRecord | undefined): Change;
  fileChange(room: Room, path: string, value: FileRecord | undefined): Change;
  contentChange(id: string, value: string | undefined): Change;
  /** Writes changes together with the work that an event starts, and begins that work. */
  commit(changes: readonly Change[], event?: SharePointChange): void;
}

const NUMBERS = 'sharepoint/@numbers';
const CONTENTS = 'sharepoint/contents';

export function openRecords(journal: Journal, listeners: ReadonlySet<Outbox<SharePointChange>>): Records {
  const itemsOf = (room: Room) => `sharepoint/items/${room.key}`;
  const filesOf = (room: Room) => `sharepoint/files/${room.key}`;
  return {
    items: (room) => journal.collection<ItemRecord>(itemsOf(room)),
    files: (room) => journal.collection<FileRecord>(filesOf(room)),
    contents: journal.collection<string>(CONTENTS),
    locks: journal.collection<true>('sharepoint/locks'),
    nextNumber({ key }) {
      const number = (journal.collection<number>(NUMBERS).get(key) ?? 0) + 1;
      return { number, change: { collection: NUMBERS, key, value: number } };
    },
    itemChange: (room, id, value) => ({ collection: itemsOf(room), key: String(id), value }),
    fileChange: (room, path, value) => ({ collection: filesOf(room), key: path.toLowerCase(), value }),
    contentChange: (id, value) => ({ collection: CONTENTS, key: id, value }),
    commit(changes, event) {
      const works = event === undefined ? [] : [...listeners].map((listener) => listener(event));
      journal.write([...changes, ...works.flatMap((work) => work.changes)]);
      for (const work of works) work.begin();
    },
  };
}
