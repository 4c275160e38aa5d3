import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema } from './connector-document';

type Definitions = Record<string, JsonSchema>;

const textOf = ({ format, minLength = 0, maxLength = 40 }: JsonSchema): Arbitrary<string> => {
  const instant = { min: new Date('1970-01-02'), max: new Date('2999-01-01'), noInvalidDate: true };
  if (format === 'date-time') return fc.date(instant).map((date) => date.toISOString());
  if (format === 'uuid') return fc.uuid();
  const length = { minLength: Number(minLength), maxLength: Math.min(Number(maxLength), 40) };
  // JSON Schema counts code points, and a grapheme may be several.
  const graphemes = fc.string({ ...length, unit: 'grapheme' }).filter((text) => [...text].length <= length.maxLength);
  return fc.oneof(fc.string(length), graphemes);
};

const objectOf = (schema: JsonSchema, definitions: Definitions): Arbitrary<unknown> => {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, schemaArbitrary(property, definitions)]),
  );
  return fc.record(model, { requiredKeys: (schema.required ?? []) as string[] });
};

/** Values that a schema of the connector document allows, for tests that try many of them. */
export function schemaArbitrary(schema: JsonSchema, definitions: Definitions): Arbitrary<unknown> {
  const plain = ((): Arbitrary<unknown> => {
    if (typeof schema.$ref === 'string') {
      return schemaArbitrary(definitions[schema.$ref.replace('#/definitions/', '')] ?? {}, definitions);
    }
    if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
    switch (schema.type) {
      case 'string':
        return textOf(schema);
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return fc.integer({ min: Number(schema.minimum ?? 0), max: Number(schema.maximum ?? 1_000_000) });
      case 'number':
        return fc.double({ min: Number(schema.minimum ?? 0), max: Number(schema.maximum ?? 1e6), noNaN: true });
      case 'array':
        return fc.array(schemaArbitrary(schema.items as JsonSchema, definitions), { maxLength: 3 });
      default:
        return objectOf(schema, definitions);
    }
  })();
  return schema['x-nullable'] === true ? fc.option(plain) : plain;
}
