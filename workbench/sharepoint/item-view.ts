import { presentFields, presentPerson } from './field-values';
import { fileId, splitPath } from './names';
import type { FileRecord, ItemRecord } from './records';
import type { Room } from './sites';

export type ItemView = Record<string, unknown>;

function common(room: Room, record: ItemRecord | FileRecord, id: number, user: string): ItemView {
  const person = presentPerson(user);
  return {
    '@odata.etag': `"${record.version}"`,
    ItemInternalId: String(id),
    ID: id,
    ...presentFields(room, record.fields),
    Modified: record.modified,
    Created: record.created,
    Author: person,
    'Author#Claims': person.Claims,
    Editor: person,
    'Editor#Claims': person.Claims,
    '{VersionNumber}': `${record.version}.0`,
  };
}

/** An item of a list as item operations and triggers show it. */
export function viewItem(room: Room, record: ItemRecord, user: string): ItemView {
  const folder = `Lists/${room.title}/`;
  return {
    ...common(room, record, record.id, user),
    '{Identifier}': fileId(`${folder}${record.id}_.000`),
    '{IsFolder}': false,
    '{Link}': `${room.site.url}/_layouts/15/listform.aspx?PageType=4&ListId=${room.id}&ID=${record.id}`,
    '{Name}': record.fields.Title ?? '',
    '{FilenameWithExtension}': record.fields.Title ?? '',
    '{Path}': folder,
    '{FullPath}': `${folder}${record.id}_.000`,
    '{HasAttachments}': record.attachments.length > 0,
  };
}

/** A file or folder of a library as file item operations and triggers show it. */
export function viewFileItem(room: Room, record: FileRecord, user: string): ItemView {
  const { folder, name } = splitPath(record.path);
  return {
    ...common(room, record, record.itemId, user),
    '{Identifier}': fileId(record.path.slice(1)),
    '{IsFolder}': record.isFolder,
    '{Link}': `${room.site.url}${record.path.split('/').map(encodeURIComponent).join('/')}`,
    '{Name}': record.isFolder ? name : name.replace(/\.[^.]*$/, ''),
    '{FilenameWithExtension}': name,
    '{Path}': `${folder.slice(1)}/`,
    '{FullPath}': record.path.slice(1),
    '{HasAttachments}': false,
  };
}
