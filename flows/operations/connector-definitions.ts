import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectorOfApiId } from './operation-catalogue';

/**
 * Ids of the operations and triggers that Microsoft's connector definitions name (`schema/connectors` of the reference
 * folder, in the authoring dialect of Copilot Studio): a second witness beside the catalogue, no part of this project.
 * @param folder holds `<connector>.yml` files
 * @returns ids by connector name (`shared_office365`), for `createOperationTable({ named })`
 */
export function readConnectorDefinitions(folder: string): Map<string, ReadonlySet<string>> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yml'));
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      // Lines, not YAML: the files are large and only these two members are wanted.
      const id = /^connectorId: *(\S+)/m.exec(text)?.[1] ?? file.replace(/\.yml$/, '');
      const operations = [...text.matchAll(/^ +(?:- )?(?:operationId|triggerId): *(\S+) *$/gm)].map(
        ([, name]) => name!,
      );
      return [connectorOfApiId(id), new Set(operations)] as const;
    }),
  );
}
