import type { Change } from '../state/journal';
import type { SharePointContext } from './item-operations';
import { viewFileItem } from './item-view';
import { checkName, fileId, pathOf, splitPath } from './names';
import { mediaTypeOf } from './file-content';
import type { FileRecord } from './records';
import { notFound, SharePointError } from './sharepoint-error';
import type { Room, Site } from './sites';

/** A file or folder with the library it is in. */
export interface Located {
  room: Room;
  record: FileRecord;
}

/** A file's or folder's properties as the file operations answer them. */
export function viewFile({ room, record }: Located, { withItemId = true } = {}): Record<string, unknown> {
  const { name } = splitPath(record.path);
  const id = fileId(record.path);
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return {
    ...(withItemId ? { ItemId: record.itemId } : {}),
    Id: id,
    Name: name,
    DisplayName: name,
    Path: record.path,
    LastModified: record.modified,
    Size: record.size,
    MediaType: record.mediaType,
    IsFolder: record.isFolder,
    ETag: `"{${record.uniqueId.toUpperCase()}},${record.version}"`,
    FileLocator: `dataset=${base64(room.site.url)},id=${base64(id)}`,
  };
}

/** A library's own folder, which is no item. */
function rootOf(room: Room): FileRecord {
  return {
    itemId: 0,
    uniqueId: room.id,
    path: room.root ?? '/',
    isFolder: true,
    size: 0,
    mediaType: '',
    fields: {},
    created: '',
    modified: '',
    version: 1,
  };
}

/**
 * What lies at a path.
 * @throws {SharePointError} 404 when nothing does, or a file where a folder is asked for, or the other way round
 */
export function locate(
  { sites, records }: SharePointContext,
  site: Site,
  path: string,
  what: 'File' | 'Folder',
): Located {
  const room = sites.libraryOf(site, path);
  const isRoot = room?.root?.toLowerCase() === path.toLowerCase();
  const record = room && (isRoot ? rootOf(room) : records.files(room).get(path.toLowerCase()));
  if (room === undefined || record === undefined || record.isFolder !== (what === 'Folder')) throw notFound(what, path);
  return { room, record };
}

/** @throws {SharePointError} 423 when somebody has locked it */
export function checkUnlocked({ records }: SharePointContext, { room, record }: Located): void {
  if (records.locks.has(`${room.site.key}${record.path.toLowerCase()}`)) {
    throw new SharePointError(423, `The file '${record.path}' is locked or checked out by another user.`);
  }
}

function newRecord(
  context: SharePointContext,
  site: Site,
  path: string,
  isFolder: boolean,
): { record: FileRecord; change: Change } {
  const { number, change } = context.records.nextNumber(site);
  const on = context.now();
  const mediaType = isFolder ? '' : mediaTypeOf(path);
  const record = {
    itemId: number,
    uniqueId: context.newId(),
    path,
    isFolder,
    size: 0,
    mediaType,
    fields: {},
    created: on,
    modified: on,
    version: 1,
  };
  return { record, change };
}

/**
 * Creates a folder and those above it, as far as they are missing.
 * @throws {SharePointError} 404 for a path in no library, 400 when a file is in the way
 */
export function makeFolder(context: SharePointContext, site: Site, path: string): Located {
  const { records, sites, user } = context;
  const room = sites.libraryOf(site, path);
  if (room?.root === undefined) throw notFound('Folder', path);
  if (room.root.toLowerCase() === path.toLowerCase()) return { room, record: rootOf(room) };
  const existing = records.files(room).get(path.toLowerCase());
  if (existing !== undefined) {
    if (!existing.isFolder) throw new SharePointError(400, `A file with the name '${path}' already exists.`);
    return { room, record: existing };
  }
  const { folder, name } = splitPath(path);
  checkName(name);
  makeFolder(context, site, folder);
  const { record, change } = newRecord(context, site, path, true);
  const item = viewFileItem(room, record, user);
  const event = { kind: 'created' as const, room, path, isFolder: true, item, user, on: record.created };
  records.commit([records.fileChange(room, path, record), change], event);
  return { room, record };
}

/** Puts a file's content at a path, in place of the file that is there. The folder has to be there. */
export function putFile(
  context: SharePointContext,
  room: Room,
  path: string,
  content: Buffer,
  fields?: FileRecord['fields'],
): Located {
  const { records, user } = context;
  const earlier = records.files(room).get(path.toLowerCase());
  if (earlier?.isFolder) throw new SharePointError(400, `A folder with the name '${path}' already exists.`);
  if (earlier) checkUnlocked(context, { room, record: earlier });
  const fresh = earlier === undefined ? newRecord(context, room.site, path, false) : undefined;
  const on = context.now();
  const record: FileRecord = {
    ...(earlier ?? fresh!.record),
    ...(fields === undefined ? {} : { fields }),
    size: content.length,
    modified: on,
    version: (earlier?.version ?? 0) + 1,
  };
  const base64 = content.toString('base64');
  const item = viewFileItem(room, record, user);
  records.commit(
    [
      records.contentChange(record.uniqueId, base64),
      records.fileChange(room, record.path, record),
      ...(fresh === undefined ? [] : [fresh.change]),
    ],
    {
      kind: earlier === undefined ? 'created' : 'updated',
      room,
      path: record.path,
      isFolder: false,
      item,
      content: { mediaType: record.mediaType, base64 },
      user,
      on,
    },
  );
  return { room, record };
}

/** Deletes a file. @throws {SharePointError} 423 when somebody has locked it */
export function removeFile(context: SharePointContext, located: Located): void {
  const { records, user } = context;
  checkUnlocked(context, located);
  const { room, record } = located;
  const item = viewFileItem(room, record, user);
  records.commit(
    [records.fileChange(room, record.path, undefined), records.contentChange(record.uniqueId, undefined)],
    {
      kind: 'deleted',
      room,
      path: record.path,
      isFolder: false,
      item,
      user,
      on: context.now(),
    },
  );
}

/** What lies directly in a folder, in the order in which it was created. */
export function childrenOf({ records }: SharePointContext, { room, record }: Located): Located[] {
  const folder = record.path.toLowerCase();
  return [...records.files(room).values()]
    .filter(({ path }) => splitPath(path).folder.toLowerCase() === folder)
    .map((child) => ({ room, record: child }));
}

/** The libraries' own folders. */
export function rootFolders({ sites }: SharePointContext, site: Site): Located[] {
  return sites
    .roomsOf(site)
    .filter(({ root }) => root !== undefined)
    .map((room) => ({ room, record: { ...rootOf(room), path: pathOf(room.root!) } }));
}
