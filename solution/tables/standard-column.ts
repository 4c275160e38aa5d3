import type { Column, ColumnType, LookupTarget, Option, Table } from './table';

const LANGUAGE = 1033;

function labelled(value: number, label: string, more: Partial<Option> = {}): [number, Option] {
  return [value, { value, labels: new Map([[LANGUAGE, label]]), ...more }];
}

/** States with the status a row gets with each, and statuses with the state they belong to. */
interface States {
  states: ReadonlyMap<number, Option>;
  statuses: ReadonlyMap<number, Option>;
}

function statesOf(states: readonly [label: string, statuses: Readonly<Record<number, string>>][]): States {
  return {
    states: new Map(
      states.map(([label, statuses], state) =>
        labelled(state, label, { defaultStatus: Number(Object.keys(statuses)[0]) }),
      ),
    ),
    statuses: new Map(
      states.flatMap(([, statuses], state) =>
        Object.entries(statuses).map(([value, label]) => labelled(Number(value), label, { state })),
      ),
    ),
  };
}

/** States of the platform's tables, from Microsoft's table reference. */
export const STATES = {
  record: statesOf([
    ['Active', { 1: 'Active' }],
    ['Inactive', { 2: 'Inactive' }],
  ]),
  task: statesOf([
    ['Open', { 2: 'Not Started', 3: 'In Progress', 4: 'Waiting on someone else', 7: 'Deferred' }],
    ['Completed', { 5: 'Completed' }],
    ['Canceled', { 6: 'Canceled' }],
  ]),
  email: statesOf([
    ['Open', { 1: 'Draft', 8: 'Failed' }],
    ['Completed', { 2: 'Completed', 3: 'Sent', 4: 'Received', 6: 'Pending Send', 7: 'Sending' }],
    ['Canceled', { 5: 'Canceled' }],
  ]),
  choice: (labels: Readonly<Record<number, string>>): ReadonlyMap<number, Option> =>
    new Map(Object.entries(labels).map(([value, label]) => labelled(Number(value), label))),
};

/** A column that may be read and written unless `rest` says otherwise. */
export function column(schemaName: string, label: string, type: ColumnType, rest: Partial<Column> = {}): Column {
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    labels: new Map([[LANGUAGE, label]]),
    required: false,
    primaryName: false,
    createable: true,
    updateable: true,
    type,
    ...rest,
  };
}

/** A lookup of the platform's own: its navigation property is the column's logical name. */
export function lookup(
  schemaName: string,
  label: string,
  tables: readonly string[],
  { collection, onDelete = 'RemoveLink' }: { collection: string; onDelete?: LookupTarget['onDelete'] },
  type: ColumnType = 'lookup',
): Column {
  const targets = tables.map((table) => ({
    relationship: collection,
    table,
    navigationProperty: schemaName.toLowerCase(),
    collection,
    onDelete,
  }));
  return column(schemaName, label, type, { targets });
}

/** What a note or activity is about: a lookup to many tables, with a navigation property for each. */
export function regarding(
  schemaName: string,
  tables: readonly string[],
  navigationEnd: string,
  collectionEnd: string,
): Column {
  const targets = tables.map((table): LookupTarget => {
    // The platform's own collections begin with a capital: Contact_Tasks.
    const collection = `${table.includes('_') ? table : table[0]!.toUpperCase() + table.slice(1)}${collectionEnd}`;
    return {
      relationship: collection,
      table,
      navigationProperty: `${schemaName.toLowerCase()}_${table}${navigationEnd}`,
      collection,
      onDelete: 'Cascade',
    };
  });
  return column(schemaName, 'Regarding', 'lookup', { targets });
}

interface Shape {
  /** Schema name of the primary key; the table's with `Id` when left out. */
  key?: string;
  /** Rows belong to a user or team. */
  owned?: boolean;
  states?: States;
}

/** A table with the columns the platform adds to every one of its kind. */
export function standardTable(
  schemaName: string,
  entitySetName: string,
  label: string,
  { key = `${schemaName}Id`, owned = false, states }: Shape,
  columns: readonly Column[],
): Table {
  const logicalName = schemaName.toLowerCase();
  const readOnly = { createable: false, updateable: false };
  const link = (name: string, text: string, tables: readonly string[], type: ColumnType = 'lookup') => ({
    ...lookup(name, text, tables, { collection: `${logicalName}_${name.toLowerCase()}`, onDelete: 'NoCascade' }, type),
    ...(type === 'owner' ? {} : readOnly),
  });
  const all = [
    column(key, label, 'primarykey', { updateable: false }),
    ...columns,
    ...(owned
      ? [
          link('OwnerId', 'Owner', ['systemuser', 'team'], 'owner'),
          link('OwningUser', 'Owning User', ['systemuser']),
          link('OwningTeam', 'Owning Team', ['team']),
          link('OwningBusinessUnit', 'Owning Business Unit', ['businessunit']),
        ]
      : []),
    ...(states === undefined
      ? []
      : [
          column('StateCode', 'Status', 'state', { options: states.states }),
          column('StatusCode', 'Status Reason', 'status', { options: states.statuses }),
        ]),
    link('CreatedBy', 'Created By', ['systemuser']),
    column('CreatedOn', 'Created On', 'datetime', readOnly),
    link('ModifiedBy', 'Modified By', ['systemuser']),
    column('ModifiedOn', 'Modified On', 'datetime', readOnly),
  ];
  const primaryName = columns.find((one) => one.primaryName)?.logicalName ?? key.toLowerCase();
  return {
    logicalName,
    schemaName,
    entitySetName,
    labels: new Map([[LANGUAGE, label]]),
    primaryId: key.toLowerCase(),
    primaryName,
    columns: new Map(all.map((one) => [one.logicalName, one])),
    keys: new Map(),
  };
}
