import { Operation, type OperationDetails, type OperationParameter } from './operation';
import { type OperationOutput } from './output-shape';
import { successorOf } from './successors';

/** The part of `flows/operations.json` that engine and validator read. */
export interface OperationCatalogue {
  enums: Record<string, unknown[]>;
  /** Operations the platform makes for each environment, told by the start of their ids. */
  dynamicOperations?: { apiId: string; operationIdPrefix: string }[];
  operations: CatalogueOperation[];
}

interface CatalogueOperation {
  apiId: string;
  operationId: string;
  kind?: string;
  summary?: string;
  deprecated?: boolean;
  method?: string;
  path?: string;
  triggerMode?: string;
  pageable?: string;
  exportedTypes?: Record<string, number>;
  outputs?: OperationOutput[];
  /** Where the entry comes from; lists from the client library (`sdk:…`) leave parts of the answer out. */
  source?: string[];
  parameters: CatalogueParameter[];
}

interface CatalogueParameter {
  name: string;
  type?: string;
  format?: string;
  in?: string;
  required?: boolean;
  default?: unknown;
  internal?: boolean;
  picker?: boolean;
  enum?: unknown[];
  enumRef?: string;
}

/** The name connectors are known by: the last part of `apiId`. */
export function connectorOfApiId(apiId: string): string {
  return apiId.slice(apiId.lastIndexOf('/') + 1);
}

/** The catalogue's operations by connector name and operation id. */
export function readOperationCatalogue(catalogue: OperationCatalogue): Map<string, Map<string, Operation>> {
  const connectors = new Map<string, Map<string, Operation>>();
  for (const entry of catalogue.operations) {
    const connector = connectorOfApiId(entry.apiId);
    let operations = connectors.get(connector);
    if (!operations) connectors.set(connector, (operations = new Map<string, Operation>()));
    const parameters = entry.parameters.map((each) => read(each, catalogue.enums));
    operations.set(entry.operationId, new Operation(entry.operationId, parameters, detailsOf(connector, entry)));
  }
  return connectors;
}

function detailsOf(connector: string, entry: CatalogueOperation): OperationDetails {
  const { operationId, summary, method, path, deprecated, outputs } = entry;
  return {
    kind: entry.kind === 'trigger' ? 'trigger' : 'action',
    ...(summary === undefined ? {} : { summary }),
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(deprecated === true ? { deprecated, successor: successorOf(connector, operationId) } : {}),
    triggerMode: entry.triggerMode as OperationDetails['triggerMode'],
    pageable: entry.pageable !== undefined,
    exportedTypes: Object.keys(entry.exportedTypes ?? {}),
    ...(outputs ? { outputs } : {}),
    // The answer of a free request is whatever the called address answers.
    outputsIncomplete: operationId === 'HttpRequest' || entry.source?.some((each) => each.startsWith('sdk:')),
  };
}

function read(parameter: CatalogueParameter, enums: OperationCatalogue['enums']): OperationParameter {
  const { name, type, format, internal, picker } = parameter;
  const place = parameter.in;
  const allowed = parameter.enum ?? (parameter.enumRef === undefined ? undefined : enums[parameter.enumRef]);
  return {
    name,
    in: place === 'path' || place === 'query' || place === 'header' ? place : parameterPlace(name),
    // A default fills the parameter, and the platform fills the internal ones.
    required: parameter.required === true && parameter.default === undefined && internal !== true,
    ...(allowed ? { enum: allowed } : {}),
    ...(type === undefined ? {} : { type }),
    ...(format === undefined ? {} : { format }),
    ...(internal === true ? { internal } : {}),
    ...(picker === true ? { picker } : {}),
    ...(parameter.default === undefined ? {} : { default: parameter.default }),
  };
}

/** The few entries without a place are told by their name: flattened bodies have a slash. */
function parameterPlace(name: string): 'body' | 'query' {
  return name.includes('/') || name === 'body' || name === 'item' || name === 'Body' ? 'body' : 'query';
}
