import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { projectFile } from '../project-file';
import { schemaCompiler } from './compile-schema';
import type { ConnectorDocument, JsonSchema } from './connector-document';
import { contractOperations } from './operations';
import { problemOf, problemText, TOLD_KEYWORDS } from './problem';
import { schemaArbitrary } from './schema-arbitrary';

const document = JSON.parse(
  readFileSync(projectFile('connector/apiDefinition.swagger.json'), 'utf8'),
) as ConnectorDocument;
const compile = schemaCompiler({});

/** What is said of a value for a field of this schema. */
function said(schema: JsonSchema, value: unknown): string[] {
  const validate = compile({ type: 'object', properties: { field: schema } });
  validate({ field: value });
  return (validate.errors ?? []).map((error) => problemText(problemOf('body', error)));
}

it.each<[JsonSchema, unknown, string]>([
  [{ type: 'string', format: 'date' }, 'tomorrow', "body/field is 'tomorrow'. Give a date such as 2026-03-01."],
  [
    { type: 'string', format: 'date' },
    'jane@example.com',
    'body/field is written in another way. Give a date such as 2026-03-01.',
  ],
  [
    { type: 'string', format: 'date-time' },
    '2026-03-01',
    "body/field is '2026-03-01'. Give a date and time with its zone, such as 2026-03-01T09:30:00Z.",
  ],
  [
    { type: 'string', format: 'uuid' },
    '7',
    'body/field is not a UUID. Give a UUID such as 0b6f3c1e-5d2a-4f7e-9c1b-2a8d4e6f7a90.',
  ],
  [
    { type: 'integer', format: 'int32' },
    3e9,
    'body/field is 3000000000. Give a whole number from -2147483648 to 2147483647, such as 3.',
  ],
  [{ type: 'string', enum: ['email', 'chat'] }, 'fax', "body/field is 'fax'. Give one of email, chat."],
  [
    { type: 'string', enum: ['email', 'chat'], 'x-nullable': true },
    'Dear team, I am Jane and',
    'body/field is none of the words it may be. Give one of email, chat.',
  ],
  [{ type: 'number' }, 'Jane', 'body/field is a text. Give a number such as 0.5.'],
  [{ type: 'string', 'x-nullable': true }, 12, 'body/field is 12. Give a text in quotes.'],
  [{ type: 'array', items: {} }, {}, 'body/field is an object. Give a list in square brackets.'],
  [{ type: 'boolean' }, 'yes', 'body/field is a text. Give true or false.'],
  [{ type: 'object' }, [], 'body/field is a list. Give an object in braces.'],
  [
    { type: 'string', pattern: '^[0-9.]+$', description: 'The amount, for example 49.90.' },
    '49,90 EUR, please send it to jane@example.com',
    'body/field is written in another way. Give a text in quotes: The amount, for example 49.90.',
  ],
  [{ type: 'string', minLength: 1 }, '', 'body/field is empty. Give at least 1 character.'],
  [{ type: 'string', maxLength: 3 }, 'Jane', 'body/field has 4 characters. Give at most 3 characters.'],
  [{ type: 'integer', minimum: 1 }, 0, 'body/field is 0. Give 1 or more.'],
  [{ type: 'integer', maximum: 24 }, 25, 'body/field is 25. Give 24 or less.'],
  [
    { type: 'array', items: {}, minItems: 1 },
    [],
    'body/field is an empty list. Give at least 1 entry, or leave it out where that is allowed.',
  ],
  [
    { type: 'array', items: {}, maxItems: 1 },
    [1, 2],
    'body/field has 2 entries. Give at most 1, the rest in a further call.',
  ],
  [
    { type: 'object', properties: { name: { type: 'string', description: 'The name.' } }, required: ['name'] },
    {},
    'body/field/name is missing. Give a text in quotes: The name.',
  ],
  [
    { type: 'object', properties: { name: {}, age: {} }, additionalProperties: false },
    { nome: 1 },
    'body/field/nome is not known here. Leave it out or use one of name, age.',
  ],
])('%j given %j', (schema, value, text) => {
  expect(said(schema, value)).toEqual([text]);
});

/** Of a schema that say nothing about what is right. */
const DESCRIBING = ['$ref', 'description', 'properties', 'items', 'example', 'title', 'default'];

const keywordsOf = (schema: JsonSchema): string[] => [
  ...Object.keys(schema).filter((key) => !key.startsWith('x-') && !DESCRIBING.includes(key)),
  ...Object.values((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(keywordsOf),
  ...(schema.items ? keywordsOf(schema.items as JsonSchema) : []),
];

it('every keyword of every schema has its words', () => {
  const used = new Set(Object.values(document.definitions).flatMap(keywordsOf));
  expect([...used].filter((keyword) => !TOLD_KEYWORDS.includes(keyword))).toEqual([]);
});

/** Each operation with bodies that it takes. */
const operations = [...contractOperations(document).values()].map((operation) => {
  const { parameters } = document.paths[operation.path]?.[operation.method] ?? { parameters: [] };
  const schema = parameters.find(({ name }) => name === 'body')?.schema ?? {};
  return fc.tuple(fc.constant(operation), schemaArbitrary(schema, document.definitions) as fc.Arbitrary<object>);
});

it('whatever is sent to whatever operation, each problem names its field and a remedy, and repeats no address', () => {
  const address = 'jane@example.com';
  const anything = fc.anything({ values: [fc.constant(address), fc.integer(), fc.boolean()], maxDepth: 2 });
  let told = 0;
  fc.assert(
    fc.property(fc.oneof(...operations), anything, fc.nat(), ([operation, body], other, place) => {
      const names = Object.keys(body);
      const spoilt = { ...body, [names[place % names.length] ?? 'text']: other, unheardOf: address };
      for (const problem of operation.requestProblems(JSON.parse(JSON.stringify(spoilt)), {})) {
        told += 1;
        const text = problemText(problem);
        expect(text).toMatch(/^(body|header)[^]* (is|has) [^]+\. (Give|Leave) [^]+\.$/);
        expect(text).not.toContain(address);
      }
    }),
    { numRuns: 500 },
  );
  expect(told).toBeGreaterThan(500);
});
