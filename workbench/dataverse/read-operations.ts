import { CODES, DataverseError } from './dataverse-error';
import { compileFilter } from './query/compile-filter';
import { decodeQuery } from './query/decode-query';
import { compileOrder } from './query/order-rows';
import { parseExpand } from './query/parse-expand';
import { parseSelect } from './query/parse-select';
import { presentRow, type PresentedRow } from './rows/present-row';
import { SERVICE_ROOT } from './rows/row-address';
import type { StoredRow } from './rows/stored-row';
import { missingRow, type Rows } from './rows';
import type { Table } from './tables/table';
import { optionalText, requiredText, type Arguments } from './arguments';

/** Rows of one answer, before it needs a next link; the platform's largest page. */
export const PAGE_SIZE = 5000;

function topOf(args: Arguments): number | undefined {
  const top = args.$top;
  if (top == null || top === '') return undefined;
  const count = Number(top);
  if (!Number.isInteger(count) || count < 1) {
    throw new DataverseError(400, CODES.badPayload, `$top has to be a whole number above 0, not '${String(top)}'.`);
  }
  return count;
}

/** Where the next page begins: after that row, or at that place when the row is gone. */
interface SkipToken {
  last: string;
  from: number;
}

function startOf(token: string | undefined, rows: readonly StoredRow[], table: Table): number {
  if (token === undefined) return 0;
  let skip: SkipToken;
  try {
    skip = JSON.parse(token.startsWith('{') ? token : decodeURIComponent(token)) as SkipToken;
  } catch {
    throw new DataverseError(400, CODES.badPayload, `$skiptoken '${token}' was not made by this service.`);
  }
  const last = rows.findIndex((row) => row[table.primaryId] === skip.last);
  return last >= 0 ? last + 1 : skip.from;
}

function nextLink(args: Arguments, table: Table, token: SkipToken): string {
  const options = ['$select', '$filter', '$orderby', '$expand']
    .map((name) => [name, optionalText(args, name)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`);
  options.push(`$skiptoken=${encodeURIComponent(JSON.stringify(token))}`);
  return `${SERVICE_ROOT}${table.entitySetName}?${options.join('&')}`;
}

/**
 * `ListRecords`: rows by `$filter`, in the order of `$orderby`, a page at a time.
 * @param minimumItemCount the action's pagination: so many rows at once, rounded up to whole pages; 0 without
 * @throws {DataverseError} 400, 404 or 501 for a query the platform refuses
 */
export function listRecords(
  rows: Rows,
  args: Arguments,
  { pageSize, minimumItemCount = 0 }: { pageSize: number; minimumItemCount?: number },
): Record<string, unknown> {
  const store = rows.storeOfSet(requiredText(args, 'entityName'));
  const { table } = store;
  if (optionalText(args, 'fetchXml') !== undefined) {
    throw new DataverseError(501, CODES.notImplemented, 'fetchXml is not supported here; use $filter.');
  }
  const columns = parseSelect(optionalText(args, '$select'), table);
  const expansions = parseExpand(optionalText(args, '$expand'), table, rows.tables);
  const filterText = optionalText(args, '$filter');
  const filter = filterText === undefined ? undefined : compileFilter(decodeQuery('$filter', filterText), table, rows);
  const orderText = optionalText(args, '$orderby');
  const order = orderText === undefined ? undefined : compileOrder(decodeQuery('$orderby', orderText), table);
  const top = topOf(args);

  let found = [...store.candidates(filter?.narrowing)];
  if (filter !== undefined) found = found.filter((row) => filter.matches(row));
  if (order !== undefined) found.sort(order);
  const start = startOf(optionalText(args, '$skiptoken'), found, table);
  // Following next links means taking whole pages until there are enough rows; then no link is given.
  const limit = Math.max(1, Math.ceil(minimumItemCount / pageSize)) * pageSize;
  const page = found.slice(start, start + Math.min(top ?? limit, limit));
  const value: PresentedRow[] = page.map((row) => presentRow(row, table, columns, expansions, rows));
  const body: Record<string, unknown> = { '@odata.context': `${SERVICE_ROOT}$metadata#${table.entitySetName}`, value };
  const end = start + page.length;
  if (top === undefined && minimumItemCount === 0 && end < found.length) {
    body['@odata.nextLink'] = nextLink(args, table, { last: String(page.at(-1)![table.primaryId]), from: end });
  }
  return body;
}

/**
 * `GetItem`: one row by its id or an alternate key.
 * @throws {DataverseError} 404 when there is none, 400 for a bad address or option
 */
export function getItem(rows: Rows, args: Arguments): PresentedRow {
  const store = rows.storeOfSet(requiredText(args, 'entityName'));
  const columns = parseSelect(optionalText(args, '$select'), store.table);
  const expansions = parseExpand(optionalText(args, '$expand'), store.table, rows.tables);
  const { address, row } = rows.find(store, requiredText(args, 'recordId'));
  if (row === undefined) throw missingRow(store.table, address);
  return presentRow(row, store.table, columns, expansions, rows);
}
