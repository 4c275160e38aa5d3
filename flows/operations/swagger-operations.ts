import { Operation, type OperationParameter } from './operation';

type Schema = Record<string, unknown>;

interface SwaggerParameter {
  name: string;
  in: string;
  required?: boolean;
  default?: unknown;
  enum?: unknown[];
  schema?: Schema;
  'x-ms-visibility'?: string;
}

interface SwaggerMethod {
  operationId?: string;
  parameters?: (SwaggerParameter | { $ref: string })[];
}

/** The part of a Swagger 2.0 document the engine reads. */
export interface SwaggerDocument {
  basePath?: string;
  paths: Record<string, Record<string, unknown>>;
  definitions?: Record<string, Schema>;
  parameters?: Record<string, SwaggerParameter>;
  securityDefinitions?: Record<string, { type: string; in?: string; name?: string }>;
}

/** An operation with where it is found. */
export interface SwaggerOperation {
  operation: Operation;
  method: string;
  path: string;
  /** Names of the parameters by place; at most one body. */
  places: { path: string[]; query: string[]; header: string[]; body?: string };
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']);
/** Schemas may refer to themselves; deeper parts are open. */
const MAX_DEPTH = 8;

/** All operations of a document; body schemas are flattened with `/` below the body parameter's name, as in exports. */
export function readSwaggerOperations(document: SwaggerDocument): SwaggerOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const shared = (item.parameters ?? []) as (SwaggerParameter | { $ref: string })[];
    return Object.entries(item)
      .filter(([method]) => METHODS.has(method))
      .flatMap(([method, value]) => {
        const { operationId, parameters = [] } = value as SwaggerMethod;
        if (operationId === undefined) return [];
        const resolved = [...shared, ...parameters].map((parameter) => resolveParameter(parameter, document));
        return [describe(operationId, method.toUpperCase(), path, resolved, document)];
      });
  });
}

function describe(
  operationId: string,
  method: string,
  path: string,
  parameters: SwaggerParameter[],
  document: SwaggerDocument,
): SwaggerOperation {
  const named = (place: string): string[] => parameters.filter((each) => each.in === place).map((each) => each.name);
  const flattened = parameters.flatMap((each) => flattenParameter(each, document));
  return {
    operation: new Operation(operationId, flattened),
    method,
    path,
    places: { path: named('path'), query: named('query'), header: named('header'), body: named('body')[0] },
  };
}

function resolveParameter(parameter: SwaggerParameter | { $ref: string }, document: SwaggerDocument): SwaggerParameter {
  if (!('$ref' in parameter)) return parameter;
  const name = parameter.$ref.slice(parameter.$ref.lastIndexOf('/') + 1);
  const found = document.parameters?.[name];
  if (!found) throw new Error(`The connector document refers to the parameter '${name}', which it does not have.`);
  return found;
}

function flattenParameter(parameter: SwaggerParameter, document: SwaggerDocument): OperationParameter[] {
  const internal = parameter['x-ms-visibility'] === 'internal';
  const required = parameter.required === true && parameter.default === undefined && !internal;
  if (parameter.in === 'body') return flattenSchema(parameter.name, parameter.schema ?? {}, required, document, 0);
  const place = parameter.in === 'path' || parameter.in === 'header' ? parameter.in : 'query';
  return [{ name: parameter.name, in: place, required, ...(parameter.enum ? { enum: parameter.enum } : {}) }];
}

function flattenSchema(
  name: string,
  written: Schema,
  required: boolean,
  document: SwaggerDocument,
  depth: number,
): OperationParameter[] {
  const schema = resolveSchema(written, document);
  const properties = schema.properties as Record<string, Schema> | undefined;
  const isObject = schema.type === 'object' || properties !== undefined;
  if (!isObject && schema.type !== undefined) {
    return [{ name, in: 'body', required, ...(Array.isArray(schema.enum) ? { enum: schema.enum as unknown[] } : {}) }];
  }
  const open: OperationParameter = { name: `${name}/*`, in: 'body', required: false };
  // A schema that says nothing takes any value, a scalar under the plain name included.
  if (!properties || depth >= MAX_DEPTH) {
    return schema.type === 'object' ? [open] : [{ name, in: 'body', required }, open];
  }
  const wanted = new Set((schema.required as string[] | undefined) ?? []);
  const members = Object.entries(properties).flatMap(([key, member]) =>
    member.readOnly === true
      ? []
      : flattenSchema(
          `${name}/${key}`,
          member,
          required && wanted.has(key) && member.default === undefined,
          document,
          depth + 1,
        ),
  );
  const extra = schema.additionalProperties;
  return extra === true || (typeof extra === 'object' && extra !== null) ? [...members, open] : members;
}

function resolveSchema(schema: Schema, document: SwaggerDocument): Schema {
  let current = schema;
  for (let i = 0; i < MAX_DEPTH && typeof current.$ref === 'string'; i += 1) {
    const name = current.$ref.slice(current.$ref.lastIndexOf('/') + 1);
    const found = document.definitions?.[name];
    if (!found) throw new Error(`The connector document refers to the definition '${name}', which it does not have.`);
    current = found;
  }
  return current;
}
