/** A JSON schema as far as strict mode is concerned. */
export interface StrictSchema {
  type?: string | readonly string[];
  properties?: Record<string, StrictSchema>;
  required?: readonly string[];
  additionalProperties?: unknown;
  items?: StrictSchema;
  anyOf?: readonly StrictSchema[];
  enum?: readonly unknown[];
  const?: unknown;
  $ref?: string;
  $defs?: Record<string, StrictSchema>;
  [keyword: string]: unknown;
}

/** Keywords kept to: the intersection of what OpenAI and Azure OpenAI take in strict mode. */
const KEYWORDS = new Set([
  ...['type', 'properties', 'required', 'additionalProperties', 'items', 'anyOf', 'enum', 'const', '$ref', '$defs'],
  ...['title', 'description'],
]);

/**
 * Finds the first thing that strict mode refuses: an open object, a property that is not required, a keyword of
 * another kind (ranges, patterns, lengths). Source: OpenAI's guide to structured outputs.
 * @returns the complaint in the service's manner, or null
 */
export function strictSchemaProblem(schema: StrictSchema, context: readonly string[] = []): string | null {
  const at = `In context=(${context.map((step) => `'${step}'`).join(', ')})`;
  const stray = Object.keys(schema).find((keyword) => !KEYWORDS.has(keyword));
  if (stray) return `${at}, '${stray}' is not permitted.`;
  if (context.length === 0 && schema.type !== 'object') return 'schema must be a JSON Schema of \'type: "object"\'.';
  if (schema.type === 'object') {
    const names = Object.keys(schema.properties ?? {});
    if (schema.additionalProperties !== false)
      return `${at}, 'additionalProperties' is required to be supplied and to be false.`;
    const missing = names.find((name) => !schema.required?.includes(name));
    if (missing)
      return `${at}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
  }
  if (schema.type === 'array' && !schema.items) return `${at}, array schema missing items.`;
  for (const [step, inner] of innerSchemas(schema)) {
    const problem = strictSchemaProblem(inner, [...context, ...step]);
    if (problem) return problem;
  }
  return null;
}

function innerSchemas({ properties = {}, $defs = {}, items, anyOf = [] }: StrictSchema): [string[], StrictSchema][] {
  return [
    ...Object.entries(properties).map(([name, inner]): [string[], StrictSchema] => [['properties', name], inner]),
    ...Object.entries($defs).map(([name, inner]): [string[], StrictSchema] => [['$defs', name], inner]),
    ...anyOf.map((inner, index): [string[], StrictSchema] => [['anyOf', String(index)], inner]),
    ...(items ? [[['items'], items] as [string[], StrictSchema]] : []),
  ];
}
