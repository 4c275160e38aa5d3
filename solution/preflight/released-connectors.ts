import { Refusal } from '../cli/command';
import type { SolutionFiles } from '../source/solution-files';
import { textAt } from '../xml/element';
import { readXml } from '../xml/read-xml';

/** A custom connector as callers see it. */
export interface ReleasedConnector {
  id: string;
  /** Its schema name, such as `rcc_retailcallcenter`. */
  name: string;
  /** Operation → names of the parameters a caller has to give. */
  operations: ReadonlyMap<string, readonly string[]>;
}

interface Operation {
  operationId?: string;
  parameters?: { name?: string; required?: boolean; schema?: { $ref?: string; required?: string[] } }[];
}
interface Document {
  paths?: Record<string, Record<string, Operation>>;
  definitions?: Record<string, { required?: string[] }>;
}

/** Names a caller has to give: parameters, and of a body its required properties. */
function requiredOf({ parameters = [] }: Operation, { definitions = {} }: Document): string[] {
  return parameters.flatMap(({ name = '', required = false, schema }) => {
    if (schema === undefined) return required ? [name] : [];
    const body = definitions[schema.$ref?.replace('#/definitions/', '') ?? ''] ?? schema;
    return (body.required ?? []).map((property) => `${name}/${property}`);
  });
}

function operationsOf(document: Document): Map<string, readonly string[]> {
  const all = Object.values(document.paths ?? {}).flatMap((methods) => Object.values(methods));
  return new Map(
    all.flatMap((operation) =>
      operation.operationId === undefined ? [] : [[operation.operationId, requiredOf(operation, document)] as const],
    ),
  );
}

/**
 * Custom connectors of an unpacked solution by id.
 * @throws {Refusal} when a connector's document is missing or no JSON
 * @throws {MalformedXml}
 */
export function readReleasedConnectors(files: SolutionFiles): Map<string, ReleasedConnector> {
  const connectors = new Map<string, ReleasedConnector>();
  for (const [path, content] of files) {
    if (!/^Connectors\/[^/]+\.xml$/.test(path)) continue;
    const row = readXml(content, path);
    const document = textAt(row, 'openapidefinition').replace(/^\/Connector\//, 'Connectors/');
    const id = textAt(row, 'connectorid');
    try {
      const text = Buffer.from(files.get(document)!).toString('utf8');
      connectors.set(id, { id, name: textAt(row, 'name'), operations: operationsOf(JSON.parse(text) as Document) });
    } catch {
      throw new Refusal(
        `${path} names ${document}, which is missing or no JSON. Restore it, or pack the solution anew.`,
      );
    }
  }
  return connectors;
}
