/** What a column holds, in the words of the solution's Entity.xml. */
export type ColumnType =
  | 'primarykey'
  | 'uniqueidentifier'
  | 'nvarchar'
  | 'ntext'
  | 'int'
  | 'bigint'
  | 'decimal'
  | 'float'
  | 'money'
  | 'datetime'
  | 'bit'
  | 'picklist'
  | 'multiselectpicklist'
  | 'state'
  | 'status'
  | 'lookup'
  | 'customer'
  | 'owner'
  | 'file'
  | 'image'
  /** A column of an open table: anything goes. */
  | 'open';

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
  /** The other way round: name of the collection on the other table; the relationship's name when left out. */
  collection?: string;
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
  /** Lookups: one, or several when it may point at rows of different tables. */
  targets?: readonly LookupTarget[];
  /** Files: the largest one, in bytes. */
  maxBytes?: number;
}

/** Which rows of two tables belong together, kept as rows of a table of their own. */
export interface Intersection {
  /** Name of the relationship; on both sides also that of the collection. */
  relationship: string;
  /** The two lookup columns. */
  columns: readonly [string, string];
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
  /** Present when its rows only connect others. */
  intersection?: Intersection;
  /** A table nobody defined: further columns come with the rows that use them. */
  open?: true;
}
