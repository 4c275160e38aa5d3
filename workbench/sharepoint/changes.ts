import { requiredText, textOf, type Arguments } from '../gateway/arguments';
import type { ItemView } from './item-view';
import { pathOf, pathOfId } from './names';
import type { Room, Sites } from './sites';

/** Something that happened to an item or a file; it has been stored when its work begins. */
export interface SharePointChange {
  kind: 'created' | 'updated' | 'deleted';
  room: Room;
  /** Path of a file or folder; items have none. */
  path?: string;
  isFolder: boolean;
  /** As it is now, or was before it was deleted. */
  item: ItemView;
  /** A new file's content in base64. */
  content?: { mediaType: string; base64: string };
  user: string;
  /** ISO 8601. */
  on: string;
}

export interface TriggerOutputs {
  headers: Record<string, string>;
  body: unknown;
}

type Kinds = readonly SharePointChange['kind'][];

/** Which changes the triggers for lists and libraries start on. */
const BATCH_TRIGGERS: Readonly<Record<string, { kinds: Kinds; of: 'items' | 'files' | 'both' }>> = {
  GetOnNewItems: { kinds: ['created'], of: 'items' },
  GetOnUpdatedItems: { kinds: ['created', 'updated'], of: 'items' },
  GetOnChangedItems: { kinds: ['updated'], of: 'both' },
  GetOnDeletedItems: { kinds: ['deleted'], of: 'both' },
  GetOnNewFileItems: { kinds: ['created'], of: 'files' },
  GetOnUpdatedFileItems: { kinds: ['created', 'updated'], of: 'files' },
};

function deletedItem({ item, user, on, isFolder }: SharePointChange): Record<string, unknown> {
  return {
    ID: item.ID,
    Name: item['{Name}'],
    FileNameWithExtension: item['{FilenameWithExtension}'],
    DeletedByUserName: user,
    TimeDeleted: on,
    IsFolder: isFolder,
  };
}

function under(folder: string, path: string | undefined): boolean {
  return path?.toLowerCase().startsWith(`${folder.toLowerCase()}/`) ?? false;
}

/**
 * What a flow with one of SharePoint's triggers gets for a change.
 * @param parameters the trigger's, with expressions resolved
 * @returns a function that answers nothing for changes that are none of the flow's; undefined for an operation that is
 * no trigger here
 * @throws {SharePointError} for a list that is not there
 */
export function subscribeToChanges(
  sites: Sites,
  operationId: string,
  parameters: Arguments,
): ((change: SharePointChange) => TriggerOutputs | undefined) | undefined {
  if (operationId === 'OnNewFile') return newFiles(sites, parameters);
  const trigger = Object.hasOwn(BATCH_TRIGGERS, operationId) ? BATCH_TRIGGERS[operationId] : undefined;
  if (trigger === undefined) return undefined;
  const room = sites.room(parameters);
  const folder = textOf(parameters, 'folderPath');
  return (change) => {
    if (change.room.key !== room.key || !trigger.kinds.includes(change.kind)) return undefined;
    if (trigger.of !== 'both' && (trigger.of === 'files') !== (change.path !== undefined)) return undefined;
    if (folder !== '' && !under(pathOf(folder), change.path)) return undefined;
    return { headers: {}, body: { value: [change.kind === 'deleted' ? deletedItem(change) : change.item] } };
  };
}

/** `OnNewFile`, the older trigger, hands over one file's content and its properties as headers. */
function newFiles(sites: Sites, parameters: Arguments): (change: SharePointChange) => TriggerOutputs | undefined {
  const site = sites.site(requiredText(parameters, 'dataset'));
  const folder = pathOfId(requiredText(parameters, 'folderId'));
  return ({ kind, room, path, content, item }) => {
    if (kind !== 'created' || room.site !== site || path === undefined || content === undefined) return undefined;
    // Files in folders below do not count.
    if (!under(folder, path) || path.slice(folder.length + 1).includes('/')) return undefined;
    return {
      headers: {
        'x-ms-file-name': String(item['{FilenameWithExtension}']),
        'x-ms-file-path': path,
        'x-ms-file-id': String(item['{Identifier}']),
        'x-ms-file-etag': String(item['@odata.etag']),
      },
      body: { '$content-type': content.mediaType, $content: content.base64 },
    };
  };
}
