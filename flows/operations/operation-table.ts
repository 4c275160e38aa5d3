import { readOperationCatalogue, type OperationCatalogue } from './operation-catalogue';
import { type Operation } from './operation';
import { readSwaggerOperations, type SwaggerDocument } from './swagger-operations';

/** What the engine knows about connectors' operations. */
export interface OperationTable {
  /** The operation of a connector (`shared_office365`, or a custom connector's logical name), if there is one. */
  find(connector: string, operationId: string): Operation | undefined;
  /** True when the table lists this connector's operations at all. */
  knows(connector: string): boolean;
}

export interface OperationSources {
  /** Content of `flows/operations.json`. */
  catalogue?: OperationCatalogue;
  /** Swagger documents of custom connectors by logical name. */
  documents?: Record<string, SwaggerDocument>;
}

/** Puts the public connectors' catalogue and our own connectors' documents into one table. */
export function createOperationTable({ catalogue, documents = {} }: OperationSources): OperationTable {
  const connectors = catalogue ? readOperationCatalogue(catalogue) : new Map<string, Map<string, Operation>>();
  for (const [name, document] of Object.entries(documents)) {
    const operations = readSwaggerOperations(document).map((found): [string, Operation] => [
      found.operation.operationId,
      found.operation,
    ]);
    connectors.set(name, new Map(operations));
  }
  return {
    find: (connector, operationId) => connectors.get(connector)?.get(operationId),
    knows: (connector) => connectors.has(connector),
  };
}
