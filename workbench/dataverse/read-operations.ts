import { optionalText, requiredText, type Arguments } from './arguments';
import { CODES, DataverseError } from './dataverse-error';
import { readFetch, fetchError } from './fetch/read-fetch';
import { runFetch, type FetchedRow } from './fetch/run-fetch';
import { compileFilter } from './query/compile-filter';
import { decodeQuery } from './query/decode-query';
import { compileOrder } from './query/order-rows';
import { parseExpand } from './query/parse-expand';
import { parseSelect } from './query/parse-select';
import { topOf } from './query/top-of';
import { presentRow, type PresentedRow } from './rows/present-row';
import { SERVICE_ROOT } from './rows/row-address';
import { missingRow, type Rows } from './rows';
import type { Table } from '../../solution/tables/table';

/** Rows of one answer, before it needs a next link; the platform's largest page. */
export const PAGE_SIZE = 5000;

/** The platform counts no further and then says -1. */
const MOST_COUNTED = 5000;

/** Where the next page begins: after that row, or at that place when the row is gone. */
interface SkipToken {
  last: string;
  from: number;
}

/** Everything a query finds, in order; rows are shown once it is known that they belong to the page. */
interface Found<T> {
  all: readonly T[];
  keyOf(one: T): string;
  present(one: T): PresentedRow;
  /** Cuts the answer, which then has no next page. */
  top: number | undefined;
  pageSize: number;
  /** Begins with that page, from 1, when there is no skip token. */
  page: number;
}

/** How much of a query is answered at once. */
export interface Paging {
  pageSize: number;
  /** The action's pagination: so many rows at once, rounded up to whole pages; 0 without. */
  minimumItemCount?: number;
}

const OPTIONS = ['$select', '$filter', '$orderby', '$expand', 'fetchXml'];

function startOf<T>(token: string | undefined, { all, keyOf, page, pageSize }: Found<T>): number {
  if (token === undefined) return (page - 1) * pageSize;
  let skip: SkipToken;
  try {
    skip = JSON.parse(token.startsWith('{') ? token : decodeURIComponent(token)) as SkipToken;
  } catch {
    throw new DataverseError(400, CODES.badPayload, `$skiptoken '${token}' was not made by this service.`);
  }
  const last = all.findIndex((one) => keyOf(one) === skip.last);
  return last >= 0 ? last + 1 : skip.from;
}

function nextLink(args: Arguments, table: Table, token: SkipToken): string {
  const options = OPTIONS.map((name) => [name, optionalText(args, name)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${name === 'fetchXml' ? encodeURIComponent(value!) : value}`);
  options.push(`$skiptoken=${encodeURIComponent(JSON.stringify(token))}`);
  return `${SERVICE_ROOT}${table.entitySetName}?${options.join('&')}`;
}

function answer<T>(args: Arguments, table: Table, found: Found<T>, minimumItemCount: number): Record<string, unknown> {
  const { all, top, pageSize, keyOf } = found;
  const start = startOf(optionalText(args, '$skiptoken'), found);
  // Following next links means taking whole pages until there are enough rows; then no link is given.
  const limit = Math.max(1, Math.ceil(minimumItemCount / pageSize)) * pageSize;
  const page = all.slice(start, start + Math.min(top ?? limit, limit));
  const body: Record<string, unknown> = {
    '@odata.context': `${SERVICE_ROOT}$metadata#${table.entitySetName}`,
    value: page.map((one) => found.present(one)),
  };
  const end = start + page.length;
  if (top === undefined && minimumItemCount === 0 && end < all.length && page.length > 0) {
    body['@odata.nextLink'] = nextLink(args, table, { last: keyOf(page.at(-1)!), from: end });
  }
  return body;
}

/** The largest page a caller wants: `Prefer: odata.maxpagesize=50`. */
function preferredPageSize(args: Arguments): number {
  const [, wanted] = /odata\.maxpagesize=([1-9]\d*)/.exec(optionalText(args, 'prefer') ?? '') ?? [];
  return wanted === undefined ? Infinity : Number(wanted);
}

function listByFetch(rows: Rows, args: Arguments, fetchXml: string, paging: Paging) {
  const query = readFetch(fetchXml);
  const { table } = rows.storeOfSet(requiredText(args, 'entityName'), query.table);
  if (query.table !== table.logicalName) {
    throw fetchError(`the entity is '${query.table}', but the rows of '${table.logicalName}' were asked for.`);
  }
  const pageSize = Math.min(query.count ?? paging.pageSize, paging.pageSize);
  const all = runFetch(query, rows);
  const found: Found<FetchedRow> = {
    all,
    keyOf: ({ key }) => key,
    present: (one) => one.present(),
    top: query.top,
    pageSize,
    page: query.page,
  };
  const body = answer(args, table, found, paging.minimumItemCount ?? 0);
  // Flows that count pages themselves go by this member.
  if (body['@odata.nextLink'] !== undefined) body['@Microsoft.Dynamics.CRM.morerecords'] = true;
  if (query.counts) body['@Microsoft.Dynamics.CRM.totalrecordcount'] = all.length > MOST_COUNTED ? -1 : all.length;
  return body;
}

/**
 * `ListRecords`: rows by `$filter`, in the order of `$orderby`, a page at a time; or by `fetchXml`, beside which the other
 * options do not count.
 * @throws {DataverseError} 400, 404 or 501 for a query the platform refuses
 */
export function listRecords(rows: Rows, args: Arguments, paging: Paging): Record<string, unknown> {
  const fetchXml = optionalText(args, 'fetchXml');
  if (fetchXml !== undefined) return listByFetch(rows, args, fetchXml, paging);
  const store = rows.storeOfSet(requiredText(args, 'entityName'));
  const { table } = store;
  const columns = parseSelect(optionalText(args, '$select'), table);
  const expansions = expansionsOf(args, table, rows);
  const filterText = optionalText(args, '$filter');
  const filter = filterText === undefined ? undefined : compileFilter(decodeQuery('$filter', filterText), table, rows);
  const orderText = optionalText(args, '$orderby');
  const order = orderText === undefined ? undefined : compileOrder(decodeQuery('$orderby', orderText), table);
  const top = topOf(args.$top);

  let all = [...store.candidates(filter?.narrowing)];
  if (filter !== undefined) all = all.filter((row) => filter.matches(row));
  if (order !== undefined) all.sort(order);
  return answer(
    args,
    table,
    {
      all,
      keyOf: (row) => String(row[table.primaryId]),
      present: (row) => presentRow(row, table, columns, expansions, rows),
      top,
      pageSize: Math.min(paging.pageSize, preferredPageSize(args)),
      page: 1,
    },
    paging.minimumItemCount ?? 0,
  );
}

function expansionsOf(args: Arguments, table: Table, rows: Rows) {
  const expand = optionalText(args, '$expand');
  return expand === undefined ? [] : parseExpand(decodeQuery('$expand', expand), table, rows);
}

/**
 * `GetItem`: one row by its id or an alternate key.
 * @throws {DataverseError} 404 when there is none, 400 for a bad address or option
 */
export function getItem(rows: Rows, args: Arguments): PresentedRow {
  const store = rows.storeOfSet(requiredText(args, 'entityName'));
  const columns = parseSelect(optionalText(args, '$select'), store.table);
  const expansions = expansionsOf(args, store.table, rows);
  const { address, row } = rows.find(store, requiredText(args, 'recordId'));
  if (row === undefined) throw missingRow(store.table, address);
  return presentRow(row, store.table, columns, expansions, rows);
}
