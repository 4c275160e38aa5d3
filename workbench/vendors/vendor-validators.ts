import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Schema = Record<string, unknown>;

/**
 * Turns the schemas of an OpenAPI 3.0 document into validators. Vendors allow any further property, so that a
 * misspelt one would pass; here every object with properties is closed.
 * @param document a parsed OpenAPI document with `components.schemas`
 * @returns the validator of a named schema
 */
export function vendorValidators(document: unknown): (name: string) => ValidateFunction {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  for (const format of ['unix-time', 'decimal', 'currency']) ajv.addFormat(format, true);
  const { components } = document as { components: { schemas: Schema } };
  ajv.addSchema({ $id: 'doc', components: { schemas: closed(components.schemas) } });
  return (name) => {
    const validate = ajv.getSchema(`doc#/components/schemas/${name}`);
    if (!validate) throw new Error(`The document has no schema ${name}.`);
    return validate;
  };
}

/** Keywords that mean nothing to a validator or would mislead it. */
const DROPPED = new Set(['discriminator', 'example', 'examples', 'xml', 'externalDocs']);

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const schema = Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !DROPPED.has(name) && !name.startsWith('x-'))
      .map(([name, item]) => [name, closed(item)]),
  );
  if (isSchemaOfObject(schema) && schema.additionalProperties === undefined) schema.additionalProperties = false;
  return schema.nullable === true ? orNull(schema) : schema;
}

/** A map of properties may itself have a property called `properties`; a schema's are objects. */
const isSchemaOfObject = (schema: Schema) =>
  schema.type !== 'array' && typeof schema.properties === 'object' && !('allOf' in schema) && !('$ref' in schema);

function orNull({ nullable: _, ...schema }: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}
