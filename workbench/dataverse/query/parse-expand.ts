import { CODES, DataverseError } from '../dataverse-error';
import type { Column, Table } from '../tables/table';
import { parseSelect } from './parse-select';

/** One lookup to show as an object, with the columns of the other row. */
export interface Expansion {
  lookup: Column;
  table: Table;
  columns: readonly Column[];
}

const ITEM = /^([A-Za-z_]\w*)(?:\((.*)\))?$/;

/** Splits at commas outside parentheses. */
function items(expand: string): string[] {
  return expand.split(/,(?![^(]*\))/).map((item) => item.trim());
}

/**
 * Reads an `$expand` of lookups: `rcc_Customer($select=fullname),rcc_Ticket`.
 * @throws {DataverseError} 400 for an unknown navigation property, 501 for collections and options other than `$select`
 */
export function parseExpand(
  expand: string | undefined,
  table: Table,
  tables: ReadonlyMap<string, Table>,
): readonly Expansion[] {
  if (expand === undefined || expand.trim() === '') return [];
  return items(expand).map((item) => {
    const [, name, options] = ITEM.exec(item) ?? [];
    const lookup = [...table.columns.values()].find((column) => column.target?.navigationProperty === name);
    const other = lookup?.target && tables.get(lookup.target.table);
    if (lookup === undefined || other === undefined) {
      const collection = [...tables.values()].some((candidate) =>
        [...candidate.columns.values()].some(({ target }) => target?.relationship === name),
      );
      if (collection) {
        throw new DataverseError(
          501,
          CODES.notImplemented,
          `Expanding the collection '${name}' is not supported here.`,
        );
      }
      throw new DataverseError(
        400,
        CODES.unknownProperty,
        `Could not find a navigation property named '${name ?? item}' on type 'Microsoft.Dynamics.CRM.${table.logicalName}'; names are case-sensitive.`,
      );
    }
    const select = options === undefined ? undefined : /^\$select=([^;]*)$/.exec(options.trim())?.[1];
    if (options !== undefined && select === undefined) {
      throw new DataverseError(
        501,
        CODES.notImplemented,
        `Only $select is supported inside $expand, not '${options}'.`,
      );
    }
    return { lookup, table: other, columns: parseSelect(select, other) };
  });
}
