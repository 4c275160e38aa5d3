import { CODES, DataverseError } from './dataverse-error';
import { storedInstant } from './rows/checked-value';
import type { ItemValues } from './rows/read-item';
import { pointerKey, VERSION, type StoredRow, type StoredValue } from './rows/stored-row';
import type { Table } from '../../solution/tables/table';

/** Who and when a write is. */
export interface WriteContext {
  now: Date;
  /** The user the connection belongs to. */
  userId: string;
  version: number;
  /** The business unit of a user or team. */
  businessUnitOf(table: string, id: string): string;
  /** The currency of amounts that name none. */
  currencyId: string;
}

/** User, team and business unit follow from the owner. */
function withOwner(values: Map<string, StoredValue | null>, table: Table, context: WriteContext): void {
  if (!table.columns.has('ownerid')) return;
  const owner = values.get('ownerid');
  if (owner == null) values.set('ownerid', context.userId);
  const id = String(owner ?? context.userId);
  const kind = String(values.get(pointerKey('ownerid')) ?? 'systemuser');
  values.set(pointerKey('ownerid'), kind);
  const follow = (column: string, value: string | null) => table.columns.has(column) && values.set(column, value);
  follow('owninguser', kind === 'systemuser' ? id : null);
  follow('owningteam', kind === 'team' ? id : null);
  follow('owningbusinessunit', context.businessUnitOf(kind, id));
}

/** Amounts have a currency, and a twin in the currency of the environment; the stand-in has one currency. */
function withCurrency(values: Map<string, StoredValue | null>, table: Table, row: StoredRow, currencyId: string): void {
  if (!table.columns.has('transactioncurrencyid')) return;
  const money = [...values.keys()].filter((name) => table.columns.get(name)?.type === 'money');
  for (const name of money) if (table.columns.has(`${name}_base`)) values.set(`${name}_base`, values.get(name)!);
  const known = values.get('transactioncurrencyid') ?? row.transactioncurrencyid;
  if (known === undefined || known === null) values.set('transactioncurrencyid', currencyId);
  if (table.columns.has('exchangerate')) values.set('exchangerate', 1);
}

/** The name the platform makes of a person's first and last name. */
function withFullName(values: Map<string, StoredValue | null>, table: Table, row: StoredRow): void {
  if (!table.columns.has('firstname') || values.has('fullname')) return;
  if (!values.has('firstname') && !values.has('lastname')) return;
  const name = ['firstname', 'lastname']
    .map((column) => (values.has(column) ? values.get(column) : row[column]))
    .filter((part) => part != null)
    .join(' ');
  values.set('fullname', name || null);
}

/** Only one of the two may be given: the other follows; both have to belong together. */
function withStatus(values: Map<string, StoredValue | null>, table: Table, row: StoredRow): void {
  const states = table.columns.get('statecode')?.options;
  const statuses = table.columns.get('statuscode')?.options;
  if (states === undefined || statuses === undefined || table.open) return;
  const state = Number(values.get('statecode') ?? row.statecode ?? 0);
  const changed = values.has('statecode') && values.get('statecode') !== row.statecode;
  const kept = changed ? undefined : row.statuscode;
  const status = Number(values.get('statuscode') ?? kept ?? states.get(state)?.defaultStatus);
  if (statuses.get(status)?.state !== state) {
    throw new DataverseError(
      400,
      CODES.invalidStatus,
      `${status} is not a valid status code for state code ${state} on ${table.logicalName}. Set statecode and statuscode together.`,
    );
  }
  values.set('statecode', state);
  values.set('statuscode', status);
}

function merged(row: StoredRow, values: ReadonlyMap<string, StoredValue | null>): Record<string, StoredValue> {
  const next: Record<string, StoredValue> = { ...row };
  for (const [name, value] of values) {
    if (value === null) delete next[name];
    else next[name] = value;
  }
  return next;
}

function requireColumns(row: StoredRow, table: Table): void {
  for (const column of table.columns.values()) {
    if (column.required && row[column.logicalName] === undefined) {
      throw new DataverseError(
        400,
        CODES.badPayload,
        `Required field '${column.logicalName}' of '${table.logicalName}' is missing; give it a value.`,
      );
    }
  }
}

/**
 * A fresh row: what was given, the defaults, and the platform's own columns. Stricter than the Web API, which leaves
 * required columns to forms and connectors: here a missing one is refused.
 * @throws {DataverseError} 400 for a missing required column or a status that does not fit its state
 */
export function newRow(id: string, item: ItemValues, table: Table, context: WriteContext): StoredRow {
  const values: ItemValues = new Map(item);
  for (const column of table.columns.values()) {
    if (column.defaultValue === undefined || values.has(column.logicalName)) continue;
    values.set(column.logicalName, column.type === 'bit' ? column.defaultValue === 1 : column.defaultValue);
  }
  withStatus(values, table, {});
  withFullName(values, table, {});
  const now = storedInstant(context.now);
  const system: Record<string, StoredValue> = {
    createdby: context.userId,
    createdon: now,
    modifiedby: context.userId,
    modifiedon: now,
  };
  withOwner(values, table, context);
  withCurrency(values, table, {}, context.currencyId);
  for (const [name, value] of Object.entries(system)) {
    if (table.columns.has(name) && values.get(name) == null) values.set(name, value);
  }
  const row = merged({ [VERSION]: context.version }, values);
  row[table.primaryId] = id;
  requireColumns(row, table);
  return row;
}

/**
 * A row after an update.
 * @throws {DataverseError} 400 when a required column would be emptied or the status does not fit the state
 */
export function updatedRow(row: StoredRow, item: ItemValues, table: Table, context: WriteContext): StoredRow {
  const values: ItemValues = new Map(item);
  if (values.has('statecode') || values.has('statuscode')) withStatus(values, table, row);
  withFullName(values, table, row);
  if (values.has('ownerid')) withOwner(values, table, context);
  withCurrency(values, table, row, context.currencyId);
  if (table.columns.has('modifiedon')) values.set('modifiedon', storedInstant(context.now));
  if (table.columns.has('modifiedby')) values.set('modifiedby', context.userId);
  const next = merged(row, values);
  next[VERSION] = context.version;
  requireColumns(next, table);
  return next;
}
