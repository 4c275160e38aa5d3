import { Operation, type OperationParameter } from './operation';

/** The part of `flows/operations.json` the engine reads. */
export interface OperationCatalogue {
  enums: Record<string, unknown[]>;
  operations: {
    apiId: string;
    operationId: string;
    parameters: {
      name: string;
      in?: string;
      required?: boolean;
      default?: unknown;
      internal?: boolean;
      enum?: unknown[];
      enumRef?: string;
    }[];
  }[];
}

type CatalogueParameter = OperationCatalogue['operations'][number]['parameters'][number];

/** The catalogue's operations by connector name (the last part of `apiId`) and operation id. */
export function readOperationCatalogue(catalogue: OperationCatalogue): Map<string, Map<string, Operation>> {
  const connectors = new Map<string, Map<string, Operation>>();
  for (const { apiId, operationId, parameters } of catalogue.operations) {
    const connector = apiId.slice(apiId.lastIndexOf('/') + 1);
    let operations = connectors.get(connector);
    if (!operations) connectors.set(connector, (operations = new Map<string, Operation>()));
    operations.set(
      operationId,
      new Operation(
        operationId,
        parameters.map((each) => read(each, catalogue.enums)),
      ),
    );
  }
  return connectors;
}

function read(parameter: CatalogueParameter, enums: OperationCatalogue['enums']): OperationParameter {
  const place = parameter.in;
  const allowed = parameter.enum ?? (parameter.enumRef === undefined ? undefined : enums[parameter.enumRef]);
  return {
    name: parameter.name,
    in: place === 'path' || place === 'query' || place === 'header' ? place : parameterPlace(parameter.name),
    // A default fills the parameter, and the platform fills the internal ones.
    required: parameter.required === true && parameter.default === undefined && parameter.internal !== true,
    ...(allowed ? { enum: allowed } : {}),
  };
}

/** The few entries without a place are told by their name: flattened bodies have a slash. */
function parameterPlace(name: string): 'body' | 'query' {
  return name.includes('/') || name === 'body' || name === 'item' || name === 'Body' ? 'body' : 'query';
}
