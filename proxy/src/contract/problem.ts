import type { ErrorObject } from 'ajv';
import type { JsonSchema } from './connector-document';

/** One thing wrong with an input: where, what, and what helps. Only dates, words of a list and numbers are repeated. */
export interface Problem {
  /** For example `body/order_context/parcels/0`. */
  target: string;
  /** Completes "<target> …", for example "is missing". */
  wrong: string;
  /** A sentence without its full stop: "Give a date such as 2026-03-01". */
  remedy: string;
}

/** What a caller reads: the field, what was wrong with it, and what to give instead. */
export const problemText = ({ target, wrong, remedy }: Problem): string => `${target} ${wrong}. ${remedy}.`;

/** What a format asks for, with an example. */
const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-03-01',
  'date-time': 'a date and time with its zone, such as 2026-03-01T09:30:00Z',
  uuid: 'a UUID such as 0b6f3c1e-5d2a-4f7e-9c1b-2a8d4e6f7a90',
  int32: 'a whole number from -2147483648 to 2147483647, such as 3',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  integer: 'a whole number such as 3',
  number: 'a number such as 0.5',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in braces',
};

const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

const wordsOf = ({ enum: words }: JsonSchema): string =>
  (words as unknown[]).filter((word) => word !== null).join(', ');

const typeOf = ({ type }: JsonSchema): string => String([type].flat().find((one) => one !== 'null'));

/** What a field wants. */
function wanted(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return `one of ${wordsOf(schema)}`;
  // A reference stands for an object; other schemas have a type.
  return FORMATS[String(schema.format)] ?? TYPES[typeOf(schema)] ?? String(TYPES.object);
}

/** What the field is for, as the end of a sentence. */
const meaningOf = ({ description }: JsonSchema): string =>
  description === undefined ? '' : `: ${String(description).replace(/\.$/, '')}`;

/** What was given, without its words: a text may be personal. */
function kindOf(given: unknown): string {
  if (typeof given === 'number' || typeof given === 'boolean' || given === null) return String(given);
  if (typeof given === 'string') return given === '' ? 'empty' : 'a text';
  return Array.isArray(given) ? 'a list' : 'an object';
}

/** The words as well, where the field only takes some that say nothing of a person. */
function closedValue(given: unknown, otherwise: string): string {
  if (typeof given !== 'string' || given === '') return `is ${kindOf(given)}`;
  return /^[\w .:+/-]{1,24}$/.test(given) ? `is '${given}'` : otherwise;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Counted in characters, as the limits are. */
const characters = (text: unknown): number => [...String(text)].length;

type Told = Omit<Problem, 'target'>;

/** What each keyword of the schemas says when it is not kept. */
const TOLD: Readonly<Record<string, (error: ErrorObject & { parentSchema?: JsonSchema }) => Told>> = {
  required: ({ parentSchema, params }) => {
    const properties = (parentSchema?.properties ?? {}) as Record<string, JsonSchema>;
    const schema = properties[params.missingProperty as string] ?? {};
    return { wrong: 'is missing', remedy: `Give ${wanted(schema)}${meaningOf(schema)}` };
  },
  additionalProperties: ({ parentSchema }) => ({
    wrong: 'is not known here',
    remedy: `Leave it out or use one of ${Object.keys(parentSchema?.properties ?? {}).join(', ')}`,
  }),
  enum: ({ data, parentSchema = {} }) => ({
    wrong: closedValue(data, 'is none of the words it may be'),
    remedy: `Give ${wanted(parentSchema)}`,
  }),
  type: ({ data, parentSchema = {} }) => ({ wrong: `is ${kindOf(data)}`, remedy: `Give ${wanted(parentSchema)}` }),
  format: ({ data, parentSchema = {}, params }) => ({
    wrong: params.format === 'uuid' ? 'is not a UUID' : closedValue(data, 'is written in another way'),
    remedy: `Give ${wanted(parentSchema)}`,
  }),
  pattern: ({ data, parentSchema = {} }) => ({
    wrong: closedValue(data, 'is written in another way'),
    remedy: `Give ${wanted(parentSchema)}${meaningOf(parentSchema)}`,
  }),
  minLength: ({ data, params }) => ({
    wrong: data === '' ? 'is empty' : `has ${counted(characters(data), 'character', 'characters')}`,
    remedy: `Give at least ${counted(Number(params.limit), 'character', 'characters')}`,
  }),
  maxLength: ({ data, params }) => ({
    wrong: `has ${counted(characters(data), 'character', 'characters')}`,
    remedy: `Give at most ${counted(Number(params.limit), 'character', 'characters')}`,
  }),
  minimum: ({ data, params }) => ({
    wrong: `is ${String(data)}`,
    remedy: `Give ${String(params.limit)} or more`,
  }),
  maximum: ({ data, params }) => ({
    wrong: `is ${String(data)}`,
    remedy: `Give ${String(params.limit)} or less`,
  }),
  minItems: ({ data, params }) => ({
    wrong: (data as unknown[]).length === 0 ? 'is an empty list' : `has ${(data as unknown[]).length} entries`,
    remedy: `Give at least ${counted(Number(params.limit), 'entry', 'entries')}, or leave it out where that is allowed`,
  }),
  maxItems: ({ data, params }) => ({
    wrong: `has ${(data as unknown[]).length} entries`,
    remedy: `Give at most ${String(params.limit)}, the rest in a further call`,
  }),
};

/** The keywords of a schema that can be broken and are told of. */
export const TOLD_KEYWORDS: readonly string[] = Object.keys(TOLD);

/** Names the field, what is wrong with it and the remedy for one error of the validator. */
export function problemOf(where: 'body' | 'header', error: ErrorObject): Problem {
  const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
  const name = missingProperty ?? additionalProperty;
  const target = `${where}${error.instancePath}${name === undefined ? '' : `/${shortened(name)}`}`;
  const told = TOLD[error.keyword]?.(error as ErrorObject & { parentSchema?: JsonSchema });
  return { target, ...(told ?? { wrong: 'is not valid', remedy: 'Give what the connector document describes' }) };
}
