import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { JsonSchema } from './connector-document';

const EARLIEST = Date.parse('1970-01-01T00:00:00Z');

/** RFC 3339 with a zone, and a moment that calendars and the store know. */
const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(text) && Date.parse(text) >= EARLIEST;

/**
 * Turns Swagger 2.0 into JSON Schema: `x-nullable` becomes the null type, references point into the definitions that
 * were given to the compiler.
 */
const toJsonSchema = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const plain = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === '$ref') return [key, String(value).replace(/^#\//, 'document#/')];
      return [key, toJsonSchema(value)];
    }),
  );
  if (plain['x-nullable'] !== true) return plain;
  return {
    ...plain,
    ...(plain.type === undefined ? {} : { type: [plain.type, 'null'] }),
    ...(Array.isArray(plain.enum) ? { enum: [...(plain.enum as unknown[]), null] } : {}),
  };
};

/**
 * Makes a compiler of schemas that refer to these definitions. Compiling costs milliseconds: do it once, at the start.
 * @returns a function from a Swagger 2.0 schema to its validator, which reports all errors with their schemas
 */
export function schemaCompiler(definitions: Record<string, JsonSchema>): (schema: JsonSchema) => ValidateFunction {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  ajv.addFormat('date-time', isInstant);
  ajv.addVocabulary(['x-ms-summary', 'x-ms-visibility', 'x-nullable', 'x-ms-enum-values', 'example']);
  ajv.addSchema({ $id: 'document', definitions: toJsonSchema(definitions) as JsonSchema });
  return (schema) => ajv.compile(toJsonSchema(schema) as JsonSchema);
}
