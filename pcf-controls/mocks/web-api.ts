import { readQuery, type Row } from './odata-query';
import { type Call, Recorder } from './recorder';
import { refusal } from './refusal';

type WebApi = ComponentFramework.WebApi;
type Entity = ComponentFramework.WebApi.Entity;

export interface WebApiOptions {
  /** The rows of each table by its logical name; a row without an id gets one. */
  readonly tables?: Readonly<Record<string, readonly Row[]>>;
  /** Milliseconds until an answer. */
  readonly latency?: number;
  /** Why calls fail: for all of them, or by call; nothing when a call succeeds. `webApi.failure` changes it later. */
  readonly failure?: WebApiFailure;
}

export type WebApiFailure = string | ((call: Call) => string | undefined) | undefined;

/** The Web API over tables in memory, with what was asked of it. */
export interface MockWebApi extends WebApi {
  readonly calls: readonly Call[];
  failure: WebApiFailure;
  /** The rows of a table as they are now. */
  rows(table: string): readonly Row[];
}

const NOT_FOUND = 0x80040217 | 0;
const FAILED = 0x80040216 | 0;

/** A Web API that keeps what it is given: rows, lookups by `@odata.bind`, queries as in `odata-query.ts`. */
export function createWebApi({ tables = {}, latency = 0, failure }: WebApiOptions = {}): MockWebApi {
  const recorder = new Recorder();
  let made = 0;
  const newId = () => `5e1f0000-0000-4000-a000-${(made += 1).toString(16).padStart(12, '0')}`;
  const kept = new Map<string, Map<string, Row>>();
  const tableOf = (name: string) => {
    const table = kept.get(name) ?? new Map<string, Row>();
    kept.set(name, table);
    return table;
  };
  const keep = (name: string, given: Row) => {
    const id = String(given[`${name}id`] ?? newId());
    tableOf(name).set(id, { ...given, [`${name}id`]: id });
    return id;
  };
  for (const [name, rows] of Object.entries(tables)) rows.forEach((row) => keep(name, row));

  const found = (name: string, id: string): [string, Row] => {
    const key = id.replace(/[{}]/g, '').toLowerCase();
    const row = tableOf(name).get(key);
    if (!row) throw refusal(`${name} With Id = ${key} Does Not Exist`, NOT_FOUND);
    return [key, row];
  };
  const call = async <Answer>(name: string, values: readonly unknown[], act: () => Answer): Promise<Answer> => {
    recorder.note(name, ...values);
    const made = recorder.calls[recorder.calls.length - 1] as Call;
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    const reason = typeof api.failure === 'function' ? api.failure(made) : api.failure;
    if (reason !== undefined) throw refusal(reason, FAILED);
    return act();
  };

  const api: MockWebApi = {
    calls: recorder.calls,
    failure,
    rows: (table) => [...tableOf(table).values()],
    createRecord: (entityType, data) =>
      call('createRecord', [entityType, data], () => ({ entityType, id: keep(entityType, columnsOf(data)) })),
    updateRecord: (entityType, id, data) =>
      call('updateRecord', [entityType, id, data], () => {
        const [key, row] = found(entityType, id);
        tableOf(entityType).set(key, { ...row, ...columnsOf(data) });
        return { entityType, id: key };
      }),
    deleteRecord: (entityType, id) =>
      call('deleteRecord', [entityType, id], () => {
        const [key] = found(entityType, id);
        tableOf(entityType).delete(key);
        return { entityType, id: key };
      }),
    retrieveRecord: (entityType, id, options) =>
      call('retrieveRecord', [entityType, id, options], () => {
        const [, row] = found(entityType, id);
        return selected(row, entityType, readQuery(options).select);
      }),
    retrieveMultipleRecords: (entityType, options, maxPageSize = 5000) =>
      call('retrieveMultipleRecords', [entityType, options, maxPageSize], () => {
        const { select, passes, order, top = Infinity, skip } = readQuery(options);
        const matching = [...tableOf(entityType).values()].filter(passes).sort(order).slice(0, top);
        const page = matching.slice(skip, skip + maxPageSize);
        const rest = (options ?? '').replace(/^\?|&?\$skiptoken=\d+/g, '');
        const isLast = skip + maxPageSize >= matching.length;
        return {
          entities: page.map((row) => selected(row, entityType, select)),
          nextLink: isLast ? '' : `?${rest}${rest === '' ? '' : '&'}$skiptoken=${skip + maxPageSize}`,
        };
      }),
  };
  return api;
}

/** `rcc_Ticket@odata.bind: /rcc_tickets(…)` is kept as the column `_rcc_ticket_value`. */
function columnsOf(data: Entity): Row {
  const columns = Object.entries(data as Row).map(([name, value]) => {
    if (!name.endsWith('@odata.bind')) return [name, value];
    const id = /\(\{?([0-9a-f-]+)\}?\)$/i.exec(String(value))?.[1] ?? null;
    return [`_${name.slice(0, -'@odata.bind'.length).toLowerCase()}_value`, id];
  });
  return Object.fromEntries(columns) as Row;
}

/** The columns asked for, with the id and what the platform writes beside a column (`column@OData…`). */
function selected(row: Row, table: string, select: readonly string[] | undefined): Entity {
  if (select === undefined) return { ...row };
  const isWanted = (name: string) => name === `${table}id` || select.includes(name.replace(/@.*$/, ''));
  return Object.fromEntries(Object.entries(row).filter(([name]) => isWanted(name)));
}
