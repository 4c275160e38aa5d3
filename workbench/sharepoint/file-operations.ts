import type { ConnectorRequest } from '../flow-engine/types';
import { groupOf, requiredText, wholeNumberOf, type Arguments } from '../gateway/arguments';
import { contentOf } from './file-content';
import type { SharePointContext } from './item-operations';
import { viewFileItem } from './item-view';
import {
  checkUnlocked,
  childrenOf,
  locate,
  makeFolder,
  putFile,
  removeFile,
  rootFolders,
  viewFile,
  type Located,
} from './library';
import { checkName, pathOf, pathOfId, splitPath } from './names';
import { SharePointError } from './sharepoint-error';
import type { Site } from './sites';

/** What `CreateFile` does with a name that is taken; reports contradict each other. */
export type ExistingFile = 'overwrite' | 'error';

/** With chunked transfer on, which is what the designer sets, a taken name is an error. */
export const SP_CREATEFILE_EXISTING: ExistingFile = 'error';

/** `CreateFile` creates the folders that are missing; not confirmed. */
const SP_CREATEFILE_MISSING_FOLDERS: 'create' | 'error' = 'create';

/** What copying and moving do with a name that is taken; only 0 is confirmed. */
const CONFLICT = { fail: 0, replace: 1, keepBoth: 2 };

/** What file operations work on. */
export interface FileContext extends SharePointContext {
  createFileExisting: ExistingFile;
}

type Operation = (context: FileContext, args: Arguments, request: ConnectorRequest) => unknown;

const siteOf = ({ sites }: SharePointContext, args: Arguments): Site => sites.site(requiredText(args, 'dataset'));
const byId = (context: SharePointContext, args: Arguments, what: 'File' | 'Folder') =>
  locate(context, siteOf(context, args), pathOfId(requiredText(args, 'id')), what);
const byPath = (context: SharePointContext, args: Arguments, what: 'File' | 'Folder') =>
  locate(context, siteOf(context, args), pathOf(requiredText(args, 'path')), what);

function content({ records }: SharePointContext, { record }: Located, { inferContentType }: Arguments) {
  const mediaType = inferContentType === false ? 'application/octet-stream' : record.mediaType;
  return { '$content-type': mediaType, $content: records.contents.get(record.uniqueId) ?? '' };
}

function nameTaken(name: string): SharePointError {
  return new SharePointError(400, `A file with the name '${name}' already exists.`);
}

const createFile: Operation = (context, args) => {
  const name = requiredText(args, 'name');
  checkName(name);
  const site = siteOf(context, args);
  const body = contentOf(args.body);
  const wanted = pathOf(requiredText(args, 'folderPath'));
  const folder =
    SP_CREATEFILE_MISSING_FOLDERS === 'create'
      ? makeFolder(context, site, wanted)
      : locate(context, site, wanted, 'Folder');
  const path = pathOf(`${folder.record.path}/${name}`);
  if (context.createFileExisting === 'error' && context.records.files(folder.room).has(path.toLowerCase())) {
    throw nameTaken(path);
  }
  return viewFile(putFile(context, folder.room, path, body));
};

const updateFile: Operation = (context, args) => {
  const { room, record } = byId(context, args, 'File');
  return viewFile(putFile(context, room, record.path, contentOf(args.body)), { withItemId: false });
};

const deleteFile: Operation = (context, args) => {
  const path = pathOfId(requiredText(args, 'id'));
  const { room } = locateAny(context, siteOf(context, args), path);
  if (context.records.files(room).get(path.toLowerCase())?.isFolder) {
    throw new SharePointError(400, `The SharePoint stand-in deletes files only, and '${path}' is a folder.`);
  }
  removeFile(context, byId(context, args, 'File'));
};

function locateAny(context: FileContext, site: Site, path: string): Located {
  const room = context.sites.libraryOf(site, path);
  const isFolder = room !== undefined && context.records.files(room).get(path.toLowerCase())?.isFolder === true;
  return locate(context, site, path, isFolder ? 'Folder' : 'File');
}

/** A name that is free: `report.txt`, `report1.txt`, `report2.txt` … */
function freeName(isTaken: (name: string) => boolean, name: string): string {
  const [, stem = name, extension = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}${number}${extension}`;
    if (!isTaken(candidate)) return candidate;
  }
}

function transfer(move: boolean): Operation {
  return (context, args) => {
    const { records, sites } = context;
    const parameters = groupOf(args, 'parameters');
    const source = locate(context, siteOf(context, args), pathOfId(requiredText(parameters, 'sourceFileId')), 'File');
    const behaviour = wholeNumberOf(parameters, 'nameConflictBehavior', 0);
    if (behaviour === undefined || behaviour > CONFLICT.keepBoth) {
      throw new SharePointError(400, "The parameter 'parameters/nameConflictBehavior' has to be 0, 1 or 2.");
    }
    const site = sites.site(requiredText(parameters, 'destinationDataset'));
    const { room, record } = locate(context, site, pathOf(requiredText(parameters, 'destinationFolderPath')), 'Folder');
    const pathFor = (name: string) => pathOf(`${record.path}/${name}`);
    const isTaken = (name: string) => records.files(room).has(pathFor(name).toLowerCase());
    let { name } = splitPath(source.record.path);
    if (isTaken(name) && behaviour === CONFLICT.fail) throw nameTaken(pathFor(name));
    if (isTaken(name) && behaviour === CONFLICT.keepBoth) name = freeName(isTaken, name);
    const inPlace = room === source.room && pathFor(name).toLowerCase() === source.record.path.toLowerCase();
    if (inPlace) return viewFile(source);
    const bytes = Buffer.from(records.contents.get(source.record.uniqueId) ?? '', 'base64');
    if (move) checkUnlocked(context, source);
    const copy = putFile(context, room, pathFor(name), bytes, source.record.fields);
    if (move) removeFile(context, source);
    return viewFile(copy);
  };
}

const createFolder: Operation = (context, args) => {
  const room = context.sites.room(args);
  if (room.root === undefined) throw new SharePointError(400, `'${room.title}' is a list and has no folders here.`);
  const path = pathOf(requiredText(groupOf(args, 'parameters'), 'path'));
  path.split('/').slice(1).forEach(checkName);
  const made = makeFolder(context, room.site, pathOf(`${room.root}${path}`));
  return viewFileItem(made.room, made.record, context.user);
};

const viewAll = (found: Located[]) => found.map((one) => viewFile(one, { withItemId: false }));

/** Operations on files and folders. */
export const FILE_OPERATIONS: Readonly<Record<string, Operation>> = {
  CreateFile: createFile,
  UpdateFile: updateFile,
  DeleteFile: deleteFile,
  CopyFileAsync: transfer(false),
  MoveFileAsync: transfer(true),
  CreateNewFolder: createFolder,
  GetFileMetadata: (context, args) => viewFile(byId(context, args, 'File')),
  GetFileMetadataByPath: (context, args) => viewFile(byPath(context, args, 'File')),
  GetFileContent: (context, args) => content(context, byId(context, args, 'File'), args),
  GetFileContentByPath: (context, args) => content(context, byPath(context, args, 'File'), args),
  GetFolderMetadata: (context, args) => viewFile(byId(context, args, 'Folder')),
  GetFolderMetadataByPath: (context, args) => viewFile(byPath(context, args, 'Folder')),
  ListFolder: (context, args) => viewAll(childrenOf(context, byId(context, args, 'Folder'))),
  ListRootFolder: (context, args) => viewAll(rootFolders(context, siteOf(context, args))),
};
