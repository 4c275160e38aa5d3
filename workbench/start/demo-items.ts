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
    const item: Record<string, unknown> = { [table.primaryId]: id, ...Object.fromEntries(columns) };
    // A status says which state it belongs to.
    const status = table.columns.get('statuscode')?.options?.get(Number(item.statuscode));
    return status ? { ...item, statecode: status.state } : item;
  });
}
