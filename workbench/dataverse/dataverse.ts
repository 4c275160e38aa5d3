import { randomUUID } from 'node:crypto';
import type { Clock, Connector, ConnectorRequest, ConnectorResponse } from '../flow-engine/types';
import type { Journal } from '../state/journal';
import { NO_WORK, type Outbox } from '../state/outbox';
import { DataverseError } from './dataverse-error';
import { getItem, listRecords, PAGE_SIZE } from './read-operations';
import { compileSubscription, type SubscriptionRequest } from './row-subscription';
import type { RowChange } from './row-change';
import { presentRow, type PresentedRow } from './rows/present-row';
import { openRows } from './rows';
import { standardTables } from './tables/standard-tables';
import type { Table } from './tables/table';
import { createRecord, deleteRecord, updateRecord, type Writing } from './write-operations';

/** The user the flows' connection belongs to. */
export const SERVICE_USER_ID = '00000000-0000-4000-8000-000000000001';

export interface DataverseOptions {
  journal: Journal;
  /** The solution's tables; the platform's own (contact, systemuser) are added. */
  tables: readonly Table[];
  clock: Pick<Clock, 'now'>;
  /** Makes row ids; random ones when left out. */
  newId?: () => string;
  /** Told about each change before it is stored. */
  outbox?: Outbox<RowChange>;
  /** Rows per page of `ListRecords`. */
  pageSize?: number;
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
}

const HEADERS = { 'content-type': 'application/json; odata.metadata=full', 'odata-version': '4.0' };

/**
 * Opens the Dataverse stand-in over a journal. A write is durable before it is answered. Operations and options it does
 * not know are refused by name.
 */
export function createDataverse(options: DataverseOptions): Dataverse {
  const { journal, clock, newId = randomUUID, outbox = () => NO_WORK, pageSize = PAGE_SIZE } = options;
  const rows = openRows(journal, [...options.tables, ...standardTables()]);
  const writing: Writing = {
    journal,
    rows,
    outbox,
    now: () => clock.now(),
    newId,
    userId: SERVICE_USER_ID,
  };
  if (rows.row('systemuser', SERVICE_USER_ID) === undefined) {
    const item = { fullname: 'Retail Call Center service', systemuserid: SERVICE_USER_ID };
    createRecord({ ...writing, outbox: () => NO_WORK }, { entityName: 'systemusers', item });
  }

  function answer(request: ConnectorRequest): Omit<ConnectorResponse, 'headers'> {
    const args = request.arguments;
    switch (request.operationId) {
      case 'ListRecords':
        return {
          statusCode: 200,
          body: listRecords(rows, args, { pageSize, minimumItemCount: request.minimumItemCount }),
        };
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
        return { statusCode: 204, body: null };
      default:
        throw new DataverseError(404, '', `The Dataverse stand-in has no operation '${request.operationId}'.`);
    }
  }

  return {
    tables: rows.tables,
    *rows(logicalName) {
      const { table, candidates } = rows.store(logicalName);
      for (const row of candidates()) yield presentRow(row, table, table.columns.values(), [], rows);
    },
    present: ({ kind, id, table, row }) =>
      kind === 'deleted' ? { [table.primaryId]: id } : presentRow(row, table, table.columns.values(), [], rows),
    subscribe(request) {
      const table = rows.table(request.entityname);
      if (table === undefined) throw new DataverseError(404, '', `There is no table '${request.entityname}'.`);
      return compileSubscription(request, table, rows);
    },
    async call(request) {
      try {
        return { headers: HEADERS, ...answer(request) };
      } catch (error) {
        if (!(error instanceof DataverseError)) throw error;
        return { statusCode: error.statusCode, headers: HEADERS, body: error.body };
      }
    },
  };
}
