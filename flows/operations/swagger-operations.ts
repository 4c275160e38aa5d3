import { Operation, type OperationDetails, type OperationParameter } from './operation';
import { type OperationOutput } from './output-shape';

type Schema = Record<string, unknown>;

interface SwaggerParameter {
  name: string;
  in: string;
  required?: boolean;
  type?: string;
  format?: string;
  default?: unknown;
  enum?: unknown[];
  schema?: Schema;
  'x-ms-visibility'?: string;
}

interface SwaggerMethod {
  operationId?: string;
  summary?: string;
  deprecated?: boolean;
  'x-ms-trigger'?: string;
  parameters?: (SwaggerParameter | { $ref: string })[];
  responses?: Record<string, { schema?: Schema }>;
}

/** The part of a Swagger 2.0 document that engine and validator read. */
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
        const written = value as SwaggerMethod;
        if (written.operationId === undefined) return [];
        const resolved = [...shared, ...(written.parameters ?? [])].map((each) => resolveParameter(each, document));
        return [describe(written.operationId, detailsOf(written, method, path, document), resolved, document)];
      });
  });
}

function describe(
  operationId: string,
  details: OperationDetails & { method: string; path: string },
  parameters: SwaggerParameter[],
  document: SwaggerDocument,
): SwaggerOperation {
  const { method, path } = details;
  const named = (place: string): string[] => parameters.filter((each) => each.in === place).map((each) => each.name);
  const flattened = parameters.flatMap((each) => flattenParameter(each, document));
  return {
    operation: new Operation(operationId, flattened, details),
    method,
    path,
    places: { path: named('path'), query: named('query'), header: named('header'), body: named('body')[0] },
  };
}

function detailsOf(
  written: SwaggerMethod,
  method: string,
  path: string,
  document: SwaggerDocument,
): OperationDetails & { method: string; path: string } {
  const { summary, deprecated, responses = {} } = written;
  const trigger = written['x-ms-trigger'];
  const [, success] = Object.entries(responses).find(([status]) => /^2/.test(status)) ?? [];
  return {
    method: method.toUpperCase(),
    path,
    ...(trigger === undefined ? {} : { kind: 'trigger', triggerMode: trigger === 'batch' ? 'batch' : 'single' }),
    ...(summary === undefined ? {} : { summary }),
    ...(deprecated === true ? { deprecated } : {}),
    // Without a declared success nothing is known; a success without a schema has no body.
    ...(success ? { outputs: success.schema ? flattenOutputs('', success.schema, document, 0) : [] } : {}),
  };
}

/** The parts of an answer with their paths: `ticket/title`, `facts[]/label`; schemas that say nothing are open. */
function flattenOutputs(path: string, written: Schema, document: SwaggerDocument, depth: number): OperationOutput[] {
  const schema = resolveSchema(written, document);
  const own = path === '' ? '.' : path;
  const format = typeof schema.format === 'string' ? { format: schema.format } : {};
  if (schema.type === 'array') {
    const items = (schema.items ?? {}) as Schema;
    return [{ path: own, type: 'array' }, ...flattenOutputs(`${path}[]`, items, document, depth + 1)];
  }
  const properties = schema.properties as Record<string, Schema> | undefined;
  if (!properties || depth >= MAX_DEPTH) {
    return [{ path: own, type: typeof schema.type === 'string' ? schema.type : 'any', ...format }];
  }
  const below = path === '' ? '' : `${path}/`;
  const members = Object.entries(properties).flatMap(([name, member]) =>
    flattenOutputs(`${below}${name}`, member, document, depth + 1),
  );
  return isOpen(schema) ? [...members, { path: `${below}*`, type: 'object' }] : members;
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
  return [{ name: parameter.name, in: place, required, ...(internal ? { internal } : {}), ...traitsOf(parameter) }];
}

/** What a schema or a parameter says about its values. */
function traitsOf(schema: Schema | SwaggerParameter): Partial<OperationParameter> {
  const { type, format, enum: allowed, default: fallback } = schema as Schema;
  return {
    ...(Array.isArray(allowed) ? { enum: allowed as unknown[] } : {}),
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof format === 'string' ? { format } : {}),
    ...(fallback === undefined ? {} : { default: fallback }),
  };
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
    return [{ name, in: 'body', required, ...traitsOf(schema) }];
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
  return isOpen(schema) ? [...members, open] : members;
}

function isOpen({ additionalProperties }: Schema): boolean {
  return additionalProperties === true || (typeof additionalProperties === 'object' && additionalProperties !== null);
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
