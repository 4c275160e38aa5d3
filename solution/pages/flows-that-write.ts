import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlowFileName, spacedName } from '../../flows/file/flow-file-name';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Everything in a JSON value that is an object, itself included. */
function* objectsIn(value: unknown): Generator<Json> {
  if (!isObject(value)) return;
  yield value;
  for (const each of Object.values(value)) yield* objectsIn(each);
}

/** Parameters of an action that creates or changes a row begin like this, then follows the column. */
const COLUMN = /^item\/([^@]+)(?:@odata\.bind)?$/;

/**
 * Which flows write which columns of a table, as their actions say it.
 * @param folder where the exported flows lie
 * @param entitySet such as `rcc_tickets`
 * @returns names of flows, in alphabetical order, by the column's logical name
 */
export function flowsThatWrite(folder: string, entitySet: string): ReadonlyMap<string, readonly string[]> {
  const writers = new Map<string, Set<string>>();
  for (const file of readdirSync(folder).sort()) {
    const named = readFlowFileName(file);
    if (named === undefined) continue;
    const flow = spacedName(named.name);
    for (const { entityName, ...parameters } of objectsIn(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
      if (entityName !== entitySet) continue;
      for (const parameter of Object.keys(parameters)) {
        const column = COLUMN.exec(parameter)?.[1]?.toLowerCase();
        if (column !== undefined) writers.set(column, (writers.get(column) ?? new Set()).add(flow));
      }
    }
  }
  return new Map([...writers].map(([column, flows]) => [column, [...flows].sort()]));
}
