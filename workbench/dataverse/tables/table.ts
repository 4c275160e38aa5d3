/** What a column holds, in the words of the solution's Entity.xml. */
export type ColumnType =
  | 'primarykey'
  | 'nvarchar'
  | 'ntext'
  | 'int'
  | 'decimal'
  | 'datetime'
  | 'bit'
  | 'picklist'
  | 'state'
  | 'status'
  | 'lookup'
  | 'owner';

/** Labels by language, English (1033) and Spanish (3082). */
export type Labels = ReadonlyMap<number, string>;

export interface Option {
  value: number;
  labels: Labels;
  /** Of a status: the state it belongs to. */
  state?: number;
  /** Of a state: the status a row gets with it. */
  defaultStatus?: number;
}

/** What a lookup points at, from its relationship. */
export interface LookupTarget {
  relationship: string;
  /** Logical name of the other table. */
  table: string;
  /** Case-sensitive name used for `@odata.bind` and `$expand`. */
  navigationProperty: string;
  /** What happens to this row when the other one is deleted. */
  onDelete: 'RemoveLink' | 'Cascade' | 'Restrict' | 'NoCascade';
}

export interface Column {
  logicalName: string;
  schemaName: string;
  type: ColumnType;
  labels: Labels;
  required: boolean;
  primaryName: boolean;
  createable: boolean;
  updateable: boolean;
  /** Text: longest allowed, in characters. */
  maxLength?: number;
  /** Numbers. */
  min?: number;
  max?: number;
  /** Decimal: digits after the point. */
  accuracy?: number;
  /** Date and time: only the date is kept. */
  dateOnly?: boolean;
  /** Choices, yes/no, state and status. */
  options?: ReadonlyMap<number, Option>;
  /** Choices and yes/no; absent when there is none. */
  defaultValue?: number;
  /** Pattern such as `TKT-{SEQNUM:6}`. */
  autoNumber?: string;
  target?: LookupTarget;
}

export interface Table {
  logicalName: string;
  schemaName: string;
  entitySetName: string;
  labels: Labels;
  primaryId: string;
  primaryName: string;
  columns: ReadonlyMap<string, Column>;
  /** Alternate keys: logical name of the key → its columns. */
  keys: ReadonlyMap<string, readonly string[]>;
}
