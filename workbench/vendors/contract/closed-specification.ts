import Ajv, { type Options } from 'ajv';
import addFormats from 'ajv-formats';

/** A validator that knows a specification under the id `doc`, so that any part of it can be asked for by pointer. */
export function specificationAjv(document: object, options: Options = {}): Ajv {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, ...options }));
  for (const format of ['unix-time', 'unixtime', 'decimal', 'currency', 'base64']) ajv.addFormat(format, true);
  ajv.addSchema({ ...document, $id: 'doc' });
  return ajv;
}

interface Schema {
  [keyword: string]: unknown;
  type?: string;
  properties?: Record<string, unknown>;
  required?: string[];
  allOf?: Schema[];
  $ref?: string;
  discriminator?: { mapping?: Record<string, string> };
}

/** Keywords that mean nothing to a validator or would mislead it. */
const DROPPED = new Set(['discriminator', 'example', 'examples', 'xml', 'externalDocs']);

/**
 * Closes the objects of an OpenAPI document: vendors allow any further property, so that a misspelt one would pass.
 * `nullable` of version 3.0 becomes an alternative; an object put together by `allOf` becomes one object, because
 * closed parts would refuse each other's properties.
 */
export function closed<Document extends object>(document: Document): Document {
  const close = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(close);
    if (typeof value !== 'object' || value === null) return value;
    const kinds = kindsOf(value as Schema, document as Schema);
    if (kinds.length > 0) return { anyOf: kinds.map(($ref) => ({ $ref })) };
    const whole = put(value as Schema, document as Schema);
    const schema: Schema = Object.fromEntries(
      Object.entries(whole)
        .filter(([name]) => !DROPPED.has(name) && !name.startsWith('x-'))
        .map(([name, item]) => [name, close(item)]),
    );
    // A base whose kinds the document leaves out stays open.
    if (isSchemaOfObject(schema) && !whole.discriminator && schema.additionalProperties === undefined)
      schema.additionalProperties = false;
    return schema.nullable === true ? orNull(schema) : schema;
  };
  return close(document) as Document;
}

/** The kinds that a base schema stands for, as far as the document has them. */
function kindsOf({ discriminator, properties }: Schema, document: Schema): string[] {
  if (!properties) return [];
  return [...new Set(Object.values(discriminator?.mapping ?? {}))].filter(($ref) => target({ $ref }, document));
}

/** Puts an object schema of several parts together; any other schema is left as it is. */
function put(schema: Schema, document: Schema): Schema {
  if (!Array.isArray(schema.allOf)) return schema;
  const { allOf, ...own } = schema;
  const parts = [...allOf.map((part) => put(target(part, document), document)), own];
  if (!parts.slice(0, -1).every((part) => part.properties && !part.discriminator)) return schema;
  return {
    ...own,
    type: 'object',
    properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})) as Record<string, unknown>,
    required: [...new Set(parts.flatMap((part) => part.required ?? []))],
  };
}

function target(part: Schema, document: Schema): Schema {
  if (typeof part.$ref !== 'string') return part;
  const steps = part.$ref.slice(2).split('/');
  return steps.reduce<unknown>((node, step) => (node as Schema)[step], document) as Schema;
}

/** A map of properties may itself have a property called `properties`; a schema's are objects. */
const isSchemaOfObject = (schema: Schema) =>
  schema.type !== 'array' && typeof schema.properties === 'object' && !('allOf' in schema) && !('$ref' in schema);

function orNull({ nullable: _, ...schema }: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}
