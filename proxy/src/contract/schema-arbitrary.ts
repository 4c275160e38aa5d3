import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema } from './connector-document';

type Definitions = Record<string, JsonSchema>;

/** What narrows the values beyond their schema. */
export interface ValueRules {
  /** Values of a property, by its name. */
  named?: Record<string, Arbitrary<unknown>>;
  /** Between which instants. */
  instants?: { min: Date; max: Date };
}

const ANY_TIME = { min: new Date('1970-01-02'), max: new Date('2999-01-01') };

const textOf = (
  { format, pattern, minLength = 0, maxLength = 40 }: JsonSchema,
  { instants = ANY_TIME }: ValueRules,
): Arbitrary<string> => {
  const instant = { ...instants, noInvalidDate: true };
  if (format === 'date-time') return fc.date(instant).map((date) => date.toISOString());
  if (format === 'date') return fc.date(instant).map((date) => date.toISOString().slice(0, 10));
  if (format === 'uuid') return fc.uuid();
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
  const length = { minLength: Number(minLength), maxLength: Math.min(Number(maxLength), 40) };
  // JSON Schema counts code points, and a grapheme may be several.
  const graphemes = fc.string({ ...length, unit: 'grapheme' }).filter((text) => [...text].length <= length.maxLength);
  return fc.oneof(fc.string(length), graphemes);
};

const objectOf = (schema: JsonSchema, definitions: Definitions, rules: ValueRules): Arbitrary<unknown> => {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      rules.named?.[name] ?? schemaArbitrary(property, definitions, rules),
    ]),
  );
  return fc.record(model, { requiredKeys: (schema.required ?? []) as string[] });
};

/** Values that a schema of the connector document allows, for tests that try many of them. */
export function schemaArbitrary(
  schema: JsonSchema,
  definitions: Definitions,
  rules: ValueRules = {},
): Arbitrary<unknown> {
  const plain = ((): Arbitrary<unknown> => {
    if (typeof schema.$ref === 'string') {
      return schemaArbitrary(definitions[schema.$ref.replace('#/definitions/', '')] ?? {}, definitions, rules);
    }
    if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
    switch (schema.type) {
      case 'string':
        return textOf(schema, rules);
      case 'boolean':
        return fc.boolean();
      case 'integer':
        return fc.integer({ min: Number(schema.minimum ?? 0), max: Number(schema.maximum ?? 1_000_000) });
      case 'number':
        return fc.double({ min: Number(schema.minimum ?? 0), max: Number(schema.maximum ?? 1e6), noNaN: true });
      case 'array':
        return fc.array(schemaArbitrary(schema.items as JsonSchema, definitions, rules), {
          minLength: Number(schema.minItems ?? 0),
          maxLength: 3,
        });
      default:
        return objectOf(schema, definitions, rules);
    }
  })();
  return schema['x-nullable'] === true ? fc.option(plain) : plain;
}
