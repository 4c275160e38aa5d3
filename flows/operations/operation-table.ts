import { connectorOfApiId, readOperationCatalogue, type OperationCatalogue } from './operation-catalogue';
import { type Operation } from './operation';
import { OperationPaths, type OperationOfPath } from './operation-paths';
import { readSwaggerOperations, type SwaggerDocument } from './swagger-operations';

/** What engine and validator know about connectors' operations. */
export interface OperationTable {
  /** The operation of a connector (`shared_office365`, or a custom connector's logical name), if there is one. */
  find(connector: string, operationId: string): Operation | undefined;
  /** The operation behind a request, for exports that name method and path instead of the operation. */
  findByPath(connector: string, method: string, path: string): OperationOfPath | undefined;
  /** True when the table lists this connector's operations at all. */
  knows(connector: string): boolean;
  /** True for an operation that exists though the table cannot describe it: its parameters cannot be checked. */
  accepts(connector: string, operationId: string): boolean;
  /** Ids of the connector's described operations. */
  operationIds(connector: string): readonly string[];
}

export interface OperationSources {
  /** Content of `flows/operations.json`. */
  catalogue?: OperationCatalogue;
  /** Swagger documents of custom connectors by logical name. */
  documents?: Record<string, SwaggerDocument>;
  /** Operation ids by connector that are known to exist, described or not; see `readConnectorDefinitions`. */
  named?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Puts the public connectors' catalogue and our own connectors' documents into one table. */
export function createOperationTable({ catalogue, documents = {}, named }: OperationSources): OperationTable {
  const connectors = catalogue ? readOperationCatalogue(catalogue) : new Map<string, Map<string, Operation>>();
  for (const [name, document] of Object.entries(documents)) {
    const operations = readSwaggerOperations(document).map((found): [string, Operation] => [
      found.operation.operationId,
      found.operation,
    ]);
    connectors.set(name, new Map(operations));
  }
  const generated = (catalogue?.dynamicOperations ?? []).map(({ apiId, operationIdPrefix }) => ({
    connector: connectorOfApiId(apiId),
    prefix: operationIdPrefix,
  }));
  const paths = new Map<string, OperationPaths>();
  return {
    find: (connector, operationId) => connectors.get(connector)?.get(operationId),
    findByPath(connector, method, path) {
      const operations = connectors.get(connector);
      if (!operations) return undefined;
      let found = paths.get(connector);
      if (!found) paths.set(connector, (found = new OperationPaths(operations.values())));
      return found.find(method, path);
    },
    knows: (connector) => connectors.has(connector),
    accepts: (connector, operationId) =>
      named?.get(connector)?.has(operationId) === true ||
      generated.some((each) => each.connector === connector && operationId.startsWith(each.prefix)),
    operationIds: (connector) => [...(connectors.get(connector)?.keys() ?? [])],
  };
}
