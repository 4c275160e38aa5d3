import { randomUUID } from 'node:crypto';
import type { Clock, Connector, ConnectorRequest, ConnectorResponse } from '../flow-engine/types';
import type { Journal } from '../state/journal';
import { NO_WORK, type Outbox } from '../state/outbox';
import { performAction, type ActionHandler } from './actions';
import type { Arguments } from './arguments';
import { associate, disassociate } from './associations';
import { CODES, DataverseError } from './dataverse-error';
import { downloadFile, uploadFile } from './files';
import { getItem, listRecords, PAGE_SIZE } from './read-operations';
import { compileSubscription, type SubscriptionRequest } from './row-subscription';
import type { RowChange } from './row-change';
import { presentRow, type PresentedRow } from './rows/present-row';
import { readItem } from './rows/read-item';
import { openRows } from './rows';
import { BUSINESS_UNIT_ID, CURRENCY_ID, seedRows, SERVICE_USER_ID } from './seed-rows';
import { createThrottle, type ServiceLimits } from './service-limits';
import { standardTables } from '../../solution/tables/standard-tables';
import type { Table } from '../../solution/tables/table';
import { createRecord, deleteRecord, insertRow, resolver, updateRecord, type Writing } from './write-operations';

export { SERVICE_USER_ID };

export interface DataverseOptions {
  journal: Journal;
  /** The solution's tables; the platform's own (contact, systemuser …) are added. */
  tables: readonly Table[];
  clock: Pick<Clock, 'now'>;
  /** Makes row ids; random ones when left out. */
  newId?: () => string;
  /** Told about each change before it is stored. */
  outbox?: Outbox<RowChange>;
  /** Rows per page of `ListRecords`. */
  pageSize?: number;
  /** The user who asks, in conditions such as `eq-userid` and as the owner of new rows. */
  userId?: string;
  /**
   * `open`: tables nobody defined exist as soon as they are named, and the platform's own take any column. For flows of
   * which the solution is not at hand; the given tables stay strict.
   */
  unknownTables?: 'refuse' | 'open';
  /** Actions of the Web API by name, without namespace. */
  actions?: Readonly<Record<string, ActionHandler>>;
  /** Service protection limits; none when left out. */
  limits?: ServiceLimits;
  /** Asked before each request: an error to answer with, for privileges, plug-ins and outages. */
  refuse?: (request: ConnectorRequest) => DataverseError | undefined;
  /** Largest request in characters of its texts; 100 MB when left out. */
  maxRequestLength?: number;
}

/** The Dataverse stand-in: the connector's operations, and what the platform and the page need besides. */
export interface Dataverse extends Connector {
  readonly tables: ReadonlyMap<string, Table>;
  /** Every row of a table as the Web API shows it. @param table logical name */
  rows(table: string): IterableIterator<PresentedRow>;
  /** What a row trigger carries: the row, of a deleted one only its key. */
  present(change: RowChange): PresentedRow;
  /** Prepares a row trigger's test. @throws {DataverseError} 404 for an unknown table, 400 for a bad filter */
  subscribe(request: SubscriptionRequest): (change: RowChange) => boolean;
  /**
   * Puts rows in that are there from the beginning; they start no flow. With the key and `_x_value` lookups as rows show
   * them when tables are open.
   * @param table logical name
   * @throws {DataverseError} as `CreateRecord`
   */
  seed(table: string, rows: readonly Readonly<Record<string, unknown>>[]): void;
}

const HEADERS = { 'content-type': 'application/json; odata.metadata=full', 'odata-version': '4.0' };
/** Source: message size of connectors. */
const MAX_REQUEST_LENGTH = 100 * 1024 * 1024;
/** The connector has them; the stand-in does not carry them out. */
const UNSUPPORTED = new Set(['ExecuteChangeset', 'GetRelevantRows', 'PerformBackgroundOperation']);

function refuseLargeRequests(args: Arguments, limit: number): void {
  const item = args.item;
  if (item === null || typeof item !== 'object') return;
  let length = 0;
  for (const value of Object.values(item)) if (typeof value === 'string') length += value.length;
  if (length > limit) {
    throw new DataverseError(413, CODES.tooLarge, `The request has ${length} characters; ${limit} are allowed.`);
  }
}

/**
 * Opens the Dataverse stand-in over a journal. A write is durable before it is answered. Operations and options it does
 * not know are refused by name.
 */
export function createDataverse(options: DataverseOptions): Dataverse {
  const { journal, clock, newId = randomUUID, outbox = () => NO_WORK, pageSize = PAGE_SIZE } = options;
  const { userId = SERVICE_USER_ID, maxRequestLength = MAX_REQUEST_LENGTH, actions = {} } = options;
  const open = options.unknownTables === 'open';
  const asking = { now: () => clock.now(), userId, businessUnitId: BUSINESS_UNIT_ID };
  const own = standardTables(options.tables).map((table): Table => (open ? { ...table, open } : table));
  const rows = openRows(journal, [...options.tables, ...own], asking, open);
  const writing: Writing = { journal, rows, outbox, now: asking.now, newId, userId, currencyId: CURRENCY_ID };
  const throttle = options.limits && createThrottle(options.limits, () => clock.now().getTime());
  seedRows(writing);

  type Answer = Omit<ConnectorResponse, 'headers'> | Promise<Omit<ConnectorResponse, 'headers'>>;
  const done = { statusCode: 204, body: null };

  async function perform(args: Arguments, bound: boolean): Promise<Omit<ConnectorResponse, 'headers'>> {
    const result = await performAction(rows, actions, args, bound);
    return result === undefined ? done : { statusCode: 200, body: result };
  }

  function answer(operation: string, { arguments: args, minimumItemCount }: ConnectorRequest): Answer {
    switch (operation) {
      case 'ListRecords':
        return { statusCode: 200, body: listRecords(rows, args, { pageSize, minimumItemCount }) };
      case 'GetItem':
        return { statusCode: 200, body: getItem(rows, args) };
      case 'CreateRecord':
        return { statusCode: 201, body: createRecord(writing, args) };
      case 'UpdateRecord':
        return { statusCode: 200, body: updateRecord(writing, args, 'create') };
      case 'UpdateOnlyRecord':
        return { statusCode: 200, body: updateRecord(writing, args, 'refuse') };
      case 'DeleteRecord':
        deleteRecord(writing, args);
        return done;
      case 'AssociateEntities':
        associate(writing, args);
        return done;
      case 'DisassociateEntities':
        disassociate(writing, args);
        return done;
      case 'UpdateEntityFileImageFieldContent':
        uploadFile(writing, args);
        return done;
      case 'GetEntityFileImageFieldContent':
        return { statusCode: 200, body: downloadFile(writing, args) };
      case 'PerformUnboundAction':
        return perform(args, false);
      case 'PerformBoundAction':
        return perform(args, true);
      default:
        throw new DataverseError(
          UNSUPPORTED.has(operation) ? 501 : 404,
          UNSUPPORTED.has(operation) ? CODES.notImplemented : '',
          `The Dataverse stand-in has no operation '${operation}'.`,
        );
    }
  }

  async function admitted(request: ConnectorRequest): Promise<Omit<ConnectorResponse, 'headers'>> {
    throttle?.admit(request.operationId);
    const refusal = options.refuse?.(request);
    if (refusal !== undefined) throw refusal;
    refuseLargeRequests(request.arguments, maxRequestLength);
    // The variants for another environment are answered by this one.
    return answer(request.operationId.replace(/WithOrganization$/, ''), request);
  }

  return {
    tables: rows.tables,
    *rows(logicalName) {
      const { table, candidates } = rows.store(logicalName);
      for (const row of candidates()) yield presentRow(row, table, undefined, [], rows);
    },
    present: ({ kind, id, table, row }) =>
      kind === 'deleted' ? { [table.primaryId]: id } : presentRow(row, table, undefined, [], rows),
    subscribe(request) {
      const table = rows.table(request.entityname);
      if (table === undefined) throw new DataverseError(404, '', `There is no table '${request.entityname}'.`);
      return compileSubscription(request, table, rows);
    },
    seed(logicalName, items) {
      const store = rows.store(logicalName);
      const quiet: Writing = { ...writing, outbox: () => NO_WORK };
      for (const item of items) insertRow(quiet, store, readItem(item, store.table, 'create', resolver(writing)));
    },
    async call(request) {
      try {
        const { statusCode, body } = await admitted(request);
        return { statusCode, headers: { ...HEADERS, ...throttle?.headers() }, body };
      } catch (error) {
        if (!(error instanceof DataverseError)) throw error;
        const headers: Record<string, string> = { ...HEADERS };
        if (error.retryAfter !== undefined) headers['Retry-After'] = String(error.retryAfter);
        return { statusCode: error.statusCode, headers, body: error.body };
      }
    },
  };
}
