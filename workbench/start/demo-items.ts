import { type DemoTable, isPointer } from '../../solution/demo-data/demo-rows';
import type { Table } from '../../solution/tables/table';

/** Rows of the demo data as the Web API takes them, with their ids. @param tables all tables, by logical name */
export function demoItems(
  { table, rows }: DemoTable,
  tables: ReadonlyMap<string, Table>,
): Readonly<Record<string, unknown>>[] {
  return rows.map(({ id, values }) => {
    const columns = [...values].map(([name, value]): [string, unknown] => {
      if (!isPointer(value)) return [name, Array.isArray(value) ? value.join(',') : value];
      const target = table.columns.get(name)?.targets?.find((one) => one.table === value.table);
      return [`${target?.navigationProperty}@odata.bind`, `/${tables.get(value.table)?.entitySetName}(${value.id})`];
    });
    return { [table.primaryId]: id, ...Object.fromEntries(columns) };
  });
}
