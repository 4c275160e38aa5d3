import type { ConnectorRequest } from '../flow-engine/types';
import { groupOf, requiredText, textOf, wholeNumberOf, type Arguments } from '../gateway/arguments';
import type { Change } from '../state/journal';
import { writeFields } from './field-values';
import { contentOf, mediaTypeOf } from './file-content';
import { viewFileItem, viewItem, type ItemView } from './item-view';
import { checkName } from './names';
import { queryItems } from './query-items';
import type { FileRecord, ItemRecord, Records } from './records';
import { notFound, SharePointError } from './sharepoint-error';
import type { Room, Sites } from './sites';

/** What operations work on. */
export interface SharePointContext {
  records: Records;
  sites: Sites;
  /** ISO 8601, whole seconds. */
  now(): string;
  newId(): string;
  /** Address of the user behind the connection. */
  user: string;
  /** Whether lists nobody described are there. */
  anyList: boolean;
}

type Operation = (context: SharePointContext, request: ConnectorRequest) => unknown;

function roomOf({ sites, anyList }: SharePointContext, args: Arguments): Room {
  // A view leaves out columns; lists that nobody described have none that are known.
  if (textOf(args, 'view') !== '' && !anyList) {
    throw new SharePointError(400, "The SharePoint stand-in knows no views; leave out the parameter 'view'.");
  }
  return sites.room(args);
}

function itemOf({ records }: SharePointContext, room: Room, args: Arguments, name = 'id'): ItemRecord {
  const id = wholeNumberOf(args, name, 0);
  if (id === undefined) requiredText({}, name);
  const found = records.items(room).get(String(id));
  if (found === undefined) throw notFound('Item', String(id));
  return found;
}

/** A file or folder by its item id; where lists are open, also one of another library that the site has. */
function fileItemOf(context: SharePointContext, room: Room, args: Arguments): { room: Room; record: FileRecord } {
  const id = wholeNumberOf(args, 'id', 1);
  if (id === undefined) requiredText({}, 'id');
  // A library named by GUID and by path is the same one, which nobody can tell when it was not described.
  for (const one of context.anyList ? [room, ...context.sites.roomsOf(room.site)] : [room]) {
    const record = [...context.records.files(one).values()].find(({ itemId }) => itemId === id);
    if (record !== undefined) return { room: one, record };
  }
  throw notFound('Item', String(id));
}

const getItems: Operation = (context, { arguments: args, minimumItemCount }) => {
  const room = roomOf(context, args);
  const { records, user } = context;
  const views = [
    ...[...records.items(room).values()].map((record) => viewItem(room, record, user)),
    ...[...records.files(room).values()].map((record) => viewFileItem(room, record, user)),
  ];
  return queryItems(room, views, args, {
    total: views.length,
    ...(minimumItemCount === undefined ? {} : { minimumItemCount }),
  });
};

const getFileItems: Operation = (context, { arguments: args, minimumItemCount }) => {
  const named = roomOf(context, args);
  const folder = textOf(args, 'folderPath');
  const room =
    (context.anyList && folder !== '' && context.sites.libraryOf(named.site, `/${folder.replace(/^\/+/, '')}`)) ||
    named;
  if (room.root === undefined) throw new SharePointError(400, `'${room.title}' is a list; its items are not files.`);
  const views = [...context.records.files(room).values()].map((record) => viewFileItem(room, record, context.user));
  return queryItems(room, views, args, {
    total: views.length,
    ...(minimumItemCount === undefined ? {} : { minimumItemCount }),
  });
};

const getItem: Operation = (context, { arguments: args }) => {
  const room = roomOf(context, args);
  const id = wholeNumberOf(args, 'id', 0);
  if (id !== undefined && context.records.items(room).has(String(id))) {
    return viewItem(room, itemOf(context, room, args), context.user);
  }
  const { room: library, record } = fileItemOf(context, room, args);
  return viewFileItem(library, record, context.user);
};

const getFileItem: Operation = (context, { arguments: args }) => {
  const { room, record } = fileItemOf(context, roomOf(context, args), args);
  return viewFileItem(room, record, context.user);
};

/** Stores a new or changed item and tells of it. */
function keepItem(
  { records, user }: SharePointContext,
  room: Room,
  record: ItemRecord,
  kind: 'created' | 'updated',
  further: readonly Change[] = [],
): ItemView {
  const item = viewItem(room, record, user);
  records.commit([records.itemChange(room, record.id, record), ...further], {
    kind,
    room,
    isFolder: false,
    item,
    user,
    on: record.modified,
  });
  return item;
}

const postItem: Operation = (context, { arguments: args }) => {
  const { records } = context;
  const room = roomOf(context, args);
  if (room.root !== undefined && !room.opened) {
    throw new SharePointError(400, `'${room.title}' is a library; create a file in it instead of an item.`);
  }
  const fields = writeFields(room, groupOf(args, 'item'), undefined);
  const { number, change } = records.nextNumber(room);
  const on = context.now();
  const record: ItemRecord = { id: number, fields, created: on, modified: on, version: 1, attachments: [] };
  return keepItem(context, room, record, 'created', [change]);
};

function putItem(context: SharePointContext, room: Room, earlier: ItemRecord, part: Partial<ItemRecord>): ItemView {
  const record: ItemRecord = { ...earlier, ...part, modified: context.now(), version: earlier.version + 1 };
  return keepItem(context, room, record, 'updated');
}

const patchItem: Operation = (context, { arguments: args }) => {
  const room = roomOf(context, args);
  const earlier = itemOf(context, room, args);
  return putItem(context, room, earlier, { fields: writeFields(room, groupOf(args, 'item'), earlier.fields) });
};

const patchFileItem: Operation = (context, { arguments: args }) => {
  const { room, record: earlier } = fileItemOf(context, roomOf(context, args), args);
  const { records, user } = context;
  const fields = writeFields(room, groupOf(args, 'item'), earlier.fields);
  const on = context.now();
  const record: FileRecord = { ...earlier, fields, modified: on, version: earlier.version + 1 };
  const item = viewFileItem(room, record, user);
  const { path, isFolder } = record;
  records.commit([records.fileChange(room, path, record)], { kind: 'updated', room, path, isFolder, item, user, on });
  return item;
};

const deleteItem: Operation = (context, { arguments: args }) => {
  const { records, user } = context;
  const room = roomOf(context, args);
  const record = itemOf(context, room, args);
  const item = viewItem(room, record, user);
  records.commit(
    [
      records.itemChange(room, record.id, undefined),
      ...record.attachments.map(({ id }) => records.contentChange(id, undefined)),
    ],
    { kind: 'deleted', room, isFolder: false, item, user, on: context.now() },
  );
};

function viewAttachment(room: Room, item: ItemRecord, { id, name }: ItemRecord['attachments'][number]) {
  const path = ['Lists', room.title, 'Attachments', String(item.id), name].map(encodeURIComponent).join('/');
  return { Id: id, AbsoluteUri: `${room.site.url}/${path}`, DisplayName: name };
}

const getAttachments: Operation = (context, { arguments: args }) => {
  const room = roomOf(context, args);
  const item = itemOf(context, room, args, 'itemId');
  return item.attachments.map((attachment) => viewAttachment(room, item, attachment));
};

const createAttachment: Operation = (context, { arguments: args }) => {
  const { records } = context;
  const room = roomOf(context, args);
  const item = itemOf(context, room, args, 'itemId');
  const name = requiredText(args, 'displayName');
  checkName(name);
  if (item.attachments.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw new SharePointError(400, `An attachment with the name '${name}' already exists.`);
  }
  const attachment = { id: context.newId(), name };
  records.contents.put(attachment.id, contentOf(args.body).toString('base64'));
  putItem(context, room, item, { attachments: [...item.attachments, attachment] });
  return viewAttachment(room, item, attachment);
};

function attachmentOf(context: SharePointContext, args: Arguments) {
  const room = roomOf(context, args);
  const item = itemOf(context, room, args, 'itemId');
  const id = requiredText(args, 'attachmentId');
  const attachment = item.attachments.find((one) => one.id === id);
  if (attachment === undefined) throw notFound('Attachment', id);
  return { room, item, attachment };
}

const getAttachmentContent: Operation = (context, { arguments: args }) => {
  const { id, name } = attachmentOf(context, args).attachment;
  return { '$content-type': mediaTypeOf(name), $content: context.records.contents.get(id) ?? '' };
};

const deleteAttachment: Operation = (context, { arguments: args }) => {
  const { room, item, attachment } = attachmentOf(context, args);
  putItem(context, room, item, { attachments: item.attachments.filter(({ id }) => id !== attachment.id) });
  context.records.contents.delete(attachment.id);
};

function tables(onlyLists: boolean): Operation {
  return ({ sites }, { arguments: args }) => ({
    value: sites
      .roomsOf(sites.site(requiredText(args, 'dataset')))
      .filter(({ root }) => !onlyLists || root === undefined)
      .map(({ id, title }) => ({ Name: id, DisplayName: title, DynamicProperties: {} })),
  });
}

/** Operations on lists and their items. */
export const ITEM_OPERATIONS: Readonly<Record<string, Operation>> = {
  GetItems: getItems,
  GetFileItems: getFileItems,
  GetItem: getItem,
  GetFileItem: getFileItem,
  PostItem: postItem,
  PatchItem: patchItem,
  PatchFileItem: patchFileItem,
  DeleteItem: deleteItem,
  GetItemAttachments: getAttachments,
  CreateAttachment: createAttachment,
  GetAttachmentContent: getAttachmentContent,
  DeleteAttachment: deleteAttachment,
  GetTables: tables(true),
  GetAllTables: tables(false),
};
