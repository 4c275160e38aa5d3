import type { StoredRow } from '../rows/stored-row';
import type { Currency } from '../rows/formatted-value';
import type { Column, Table } from '../../../solution/tables/table';
import type { Narrowing } from './compile-filter';
import type { Asking } from './operators';

/** What a query may look at besides the row itself. */
export interface Relations {
  readonly tables: ReadonlyMap<string, Table>;
  /** Stands for the table of a row of which nothing is known; any column may be named. */
  readonly anyTable: Table;
  readonly asking: Asking;
  table(logicalName: string): Table | undefined;
  row(table: string, id: string): StoredRow | undefined;
  /** The row a lookup points at. @param table its table when the row does not say */
  behind(row: StoredRow, lookup: string, table: string | undefined): StoredRow | undefined;
  /** How the row's amounts are written. */
  currencyOf(row: StoredRow): Currency;
  /** The rows whose lookup points at that id. */
  pointing(table: Table, lookup: Column, id: string): Iterable<StoredRow>;
  /** At least the rows of a table that fulfil a condition indexes can answer. */
  candidates(table: Table, narrowing: Narrowing): Iterable<StoredRow>;
  /** The rows connected with one by a relationship nobody defined. */
  linked(relationship: string, table: string, id: string): Iterable<{ table: Table; row: StoredRow }>;
}
