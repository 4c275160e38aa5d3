import { textOf, wholeNumberOf, type Arguments } from '../gateway/arguments';
import { compileRowFilter, compileRowOrder, type PropertyReader } from '../gateway/odata-filter';
import { isColumn, unknownColumn } from './field-values';
import type { ItemView } from './item-view';
import { pathOf, splitPath } from './names';
import { SharePointError } from './sharepoint-error';
import type { Room } from './sites';

/** Rows of a page; not confirmed. */
const PAGE = 100;
const LARGEST_TOP = 5000;
/** From so many rows on, a list is filtered and ordered by indexed columns only; the status is not confirmed. */
const LIST_VIEW_THRESHOLD = 5000;
const THRESHOLD_STATUS = 500;
const FUNCTIONS = ['startswith', 'substringof'];

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Columns that a file item has under SharePoint's own names. */
const FILE_COLUMNS: Readonly<Record<string, (view: ItemView) => unknown>> = {
  Id: ({ ID }) => ID,
  FSObjType: (view) => (view['{IsFolder}'] === true ? 1 : 0),
  FileLeafRef: (view) => view['{FilenameWithExtension}'],
  FileRef: (view) => `/${String(view['{FullPath}'])}`,
  FileDirRef: (view) => splitPath(`/${String(view['{FullPath}'])}`).folder,
  File_x0020_Type: (view) => /\.([^.]+)$/.exec(String(view['{FilenameWithExtension}']))?.[1],
};

function propertiesOf(room: Room): PropertyReader<ItemView> {
  return (path) => {
    const [name = '', part] = path.split('/');
    if (!isColumn(room, name)) throw unknownColumn(name);
    const read = Object.hasOwn(FILE_COLUMNS, name) ? FILE_COLUMNS[name] : undefined;
    if (read !== undefined) return read;
    return (view) => {
      const value = view[name];
      if (Array.isArray(value)) {
        throw new SharePointError(
          400,
          `The column '${name}' holds several values and cannot be filtered or ordered by.`,
        );
      }
      if (!isObject(value)) return part === undefined ? value : undefined;
      const key = Object.keys(value).find((one) => one.toLowerCase() === (part ?? 'value').toLowerCase());
      // A person counts by name when no property is given.
      return key === undefined ? (part === undefined ? value.DisplayName : undefined) : value[key];
    };
  };
}

function overThreshold(): SharePointError {
  return new SharePointError(
    THRESHOLD_STATUS,
    'The attempted operation is prohibited because it exceeds the list view threshold.',
  );
}

/** Whether rows in folders below count; they do unless told otherwise (documented). */
function isRecursive(args: Arguments): boolean {
  const scope = textOf(args, 'viewScopeOption') || 'RecursiveAll';
  const known = ['recursive', 'recursiveall', 'default', 'filesonly'].find((name) => name === scope.toLowerCase());
  if (known === undefined || known === 'filesonly') {
    throw new SharePointError(400, `The viewScopeOption '${scope}' is not supported; use RecursiveAll or Default.`);
  }
  return known !== 'default';
}

function inFolder(room: Room, args: Arguments): (view: ItemView) => boolean {
  const given = textOf(args, 'folderPath');
  const recursive = isRecursive(args);
  if (given === '' && recursive) return () => true;
  const folder = pathOf(given || (room.root ?? `/Lists/${room.title}`)).toLowerCase();
  return (view) => {
    const parent = splitPath(`/${String(view['{FullPath}'])}`).folder.toLowerCase();
    return parent === folder || (recursive && parent.startsWith(`${folder}/`));
  };
}

/**
 * `GetItems` and `GetFileItems`: rows filtered, ordered and paged.
 * @param total rows of the whole list, by which SharePoint decides whether it may be searched freely
 * @param minimumItemCount rows for which next links are followed, in whole pages
 * @throws {SharePointError} 400 for filters and columns SharePoint does not know, 500 over the list view threshold
 */
export function queryItems(
  room: Room,
  views: readonly ItemView[],
  args: Arguments,
  { total, minimumItemCount }: { total: number; minimumItemCount?: number },
): { value: ItemView[]; '@odata.nextLink'?: string } {
  const [filter, orderBy] = [textOf(args, '$filter').trim(), textOf(args, '$orderby').trim()];
  const top = wholeNumberOf(args, '$top', 1);
  if (top !== undefined && top > LARGEST_TOP) {
    throw new SharePointError(400, `The parameter '$top' is at most ${LARGEST_TOP}.`);
  }
  const property = propertiesOf(room);
  const indexed = (name: string) => ['ID', 'Id'].includes(name) || room.columns?.get(name)?.indexed === true;
  let rows = views.filter(inFolder(room, args));
  if (filter !== '') {
    const { matches, narrowing } = compileRowFilter(filter, property, FUNCTIONS);
    if (total > LIST_VIEW_THRESHOLD && ![...narrowing].some(indexed)) throw overThreshold();
    rows = rows.filter(matches);
  }
  if (orderBy !== '') {
    const columns = orderBy.split(',').map((term) => term.trim().split(/\s+/)[0]!);
    if (total > LIST_VIEW_THRESHOLD && !columns.every(indexed)) throw overThreshold();
    rows.sort(compileRowOrder(orderBy, property));
  }
  if (top !== undefined) return { value: rows.slice(0, top) };
  if (minimumItemCount !== undefined) return { value: rows.slice(0, Math.ceil(minimumItemCount / PAGE) * PAGE) };
  const value = rows.slice(0, PAGE);
  if (rows.length <= PAGE) return { value };
  const last = String(value.at(-1)?.ID);
  const link = `${room.site.url}/_api/web/lists(guid'${room.id}')/items?$skiptoken=Paged%3dTRUE%26p_ID%3d${last}&$top=${PAGE}`;
  return { value, '@odata.nextLink': link };
}
