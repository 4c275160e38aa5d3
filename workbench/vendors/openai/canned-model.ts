import type { StrictSchema } from './strict-schema';

/** Words in a message and the values of an enumeration they speak for; of several the first counts. */
const RULES: readonly [RegExp, readonly string[]][] = [
  [/charged? twice|double charge|declined|invoice|payment/, ['payment_issue', 'critical']],
  [/damaged|lost|missing|wrong item|never arrived|not arrived|late/, ['delivery_issue', 'high']],
  [/return|refund|exchange|cancel/, ['returns']],
  [/where is|track|when will|status of/, ['order_tracking']],
  [/in stock|size|colou?r|price|available|do you sell/, ['product_information', 'low']],
  [/rude|worst|disappointed|complain/, ['general_complaint']],
  [/angry|terrible|unacceptable|worst|furious|charged? twice/, ['negative']],
  [/thank|great|love|perfect/, ['positive']],
];

/** Chosen when no rule speaks for another value. */
const DEFAULTS = ['other', 'neutral', 'normal'];

/**
 * A language model's place taken by rules: the same text and schema always give the same object.
 * @param text what the user said
 * @returns a value that fits the schema
 */
export function cannedAnswer(schema: StrictSchema, text: string, root: StrictSchema = schema): unknown {
  const words = text.toLowerCase();
  if (schema.$ref) return cannedAnswer(definition(root, schema.$ref), text, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chosen(schema.enum, words);
  if (schema.anyOf) return cannedAnswer(schema.anyOf[0] ?? {}, text, root);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, cannedAnswer(inner, text, root)]),
      );
    case 'array':
      return [];
    case 'boolean':
      return / also | and another /.test(words);
    case 'number':
    case 'integer':
      return schema.type === 'number' ? confidence(words) : 1;
    case 'string':
      return '';
    default:
      return null;
  }
}

function chosen(values: readonly unknown[], words: string): unknown {
  const spoken = RULES.filter(([pattern]) => pattern.test(words)).flatMap(([, names]) => names);
  return [...spoken, ...DEFAULTS].find((name) => values.includes(name)) ?? values[0];
}

/** Sure of a text that some rule knows. */
const confidence = (words: string) => (RULES.some(([pattern]) => pattern.test(words)) ? 0.93 : 0.45);

const definition = (root: StrictSchema, reference: string): StrictSchema =>
  root.$defs?.[reference.replace(/^#\/\$defs\//, '')] ?? {};
