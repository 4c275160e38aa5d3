import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SolutionMetadata, type SolutionTable } from '../../flows/validator/surroundings';
import { readTables } from '../tables/read-tables';
import { attribute, child, children } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';
import { standardTables } from '../tables/standard-tables';
import { type Column, type Table } from '../tables/table';
import { furtherTables } from './further-tables';

/**
 * What the flows of an unpacked solution can refer to: its tables and the standard ones, environment variables and
 * connection references.
 * @param folder the source folder that holds `Entities`, `Other` and `environmentvariabledefinitions`
 * @throws when the folder holds no solution or one of its files cannot be read
 */
export function readSolutionMetadata(folder: string): SolutionMetadata {
  const manifest = join(folder, 'Other', 'Customizations.xml');
  if (!existsSync(manifest))
    throw new Error(`${folder} holds no unpacked solution: Other/Customizations.xml is missing.`);
  const own = readTables(folder);
  const named = new Set(own.map(({ logicalName }) => logicalName));
  // Environments add columns to the standard tables, so a missing one there proves nothing.
  const standard = standardTables(own).map((table) => ({ ...factsOf(table), columns: new Set<string>() }));
  const references = children(child(readXmlFile(manifest), 'connectionreferences'), 'connectionreference');
  return {
    tables: [
      ...own.map(factsOf),
      ...[...standard, ...furtherTables].filter(({ logicalName }) => !named.has(logicalName)),
    ],
    environmentVariables: new Set(environmentVariablesIn(join(folder, 'environmentvariabledefinitions'))),
    connectionReferences: new Set(references.map((each) => attribute(each, 'connectionreferencelogicalname'))),
  };
}

function environmentVariablesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name, 'environmentvariabledefinition.xml'))
    .filter((path) => existsSync(path))
    .map((path) => attribute(readXmlFile(path), 'schemaname'));
}

function factsOf({ logicalName, entitySetName, columns, keys, primaryId }: Table): SolutionTable {
  const lookups = new Map<string, readonly string[]>();
  for (const column of columns.values()) {
    for (const [name, target] of targetsOf(column)) lookups.set(name, [...(lookups.get(name) ?? []), target]);
  }
  return {
    logicalName,
    entitySetName,
    columns: new Set(columns.keys()),
    lookups,
    keys: [[primaryId], ...keys.values()],
  };
}

const targetsOf = ({ targets = [] }: Column): [string, string][] =>
  targets.map(({ navigationProperty, table }) => [navigationProperty, table]);
