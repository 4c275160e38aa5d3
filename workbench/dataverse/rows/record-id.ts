import { CODES, DataverseError } from '../dataverse-error';
import type { Table } from '../../../solution/tables/table';
import { findColumn } from '../query/find-column';
import { kindOf, operandOf } from '../query/values';
import { checkedValue } from './checked-value';
import { GUID } from './guid-text';
import type { StoredValue } from './stored-row';

/** What stands between the parentheses of a row's address: its id, or the columns of an alternate key. */
export type RecordId = { id: string } | { key: ReadonlyMap<string, StoredValue> };

const PART = /\s*([A-Za-z_]\w*)\s*=\s*(?:'((?:[^']|'')*)'|([^',\s]+))\s*(,|$)/y;

function parts(text: string): [name: string, value: string, quoted: boolean][] | null {
  const found: [string, string, boolean][] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    if (match === null) return null;
    const [, name = '', quoted, bare = ''] = match;
    found.push([name, quoted?.replaceAll("''", "'") ?? bare, quoted !== undefined]);
  }
  return found;
}

/**
 * Reads a row's address: a GUID, or `rcc_number='T-1'` with the columns of one alternate key.
 * @throws {DataverseError} 400 when it is neither
 */
export function parseRecordId(text: string, table: Table): RecordId {
  const trimmed = text.trim();
  if (GUID.test(trimmed)) return { id: trimmed.toLowerCase() };
  const named = parts(trimmed);
  if (named === null || named.length === 0) {
    throw new DataverseError(
      400,
      CODES.badPayload,
      `'${text}' is neither a GUID nor an alternate key of ${table.logicalName}.`,
    );
  }
  const names = named.map(([name]) => name.replace(/^_(.+)_value$/, '$1')).sort();
  const declared =
    table.open === true || [...table.keys.values()].some((columns) => [...columns].sort().join() === names.join());
  if (!declared) {
    throw new DataverseError(
      400,
      CODES.unknownKey,
      `The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.${table.logicalName}'. Ensure that the names and number of key properties match the declared or alternate key properties for the resource.`,
    );
  }
  return {
    key: new Map(
      named.map(([name, value, quoted]) => {
        const column = findColumn(table, name);
        if (kindOf(column) === 'text' && !quoted) {
          throw new DataverseError(
            400,
            CODES.badPayload,
            `The text of '${name}' has to be in quotes: ${name}='${value}'.`,
          );
        }
        const operand = operandOf(value, column);
        // A date is looked up as it is stored: only the date, or whole seconds.
        return [column.logicalName, kindOf(column) === 'date' ? checkedValue(column, table, operand)! : operand];
      }),
    ),
  };
}
