import type { TableView } from '../desk-data';
import { service } from './service';

const known = new Map<string, Promise<TableView>>();

/** A table by its logical name; each is asked for once. */
export function tableOf(name: string): Promise<TableView> {
  const table = known.get(name) ?? service.table(name);
  known.set(name, table);
  return table;
}
