import type { ErrorObject } from 'ajv';
import type { JsonSchema } from './connector-document';

/** One thing wrong with an input: where, and what helps. Never holds the value, which may be personal. */
export interface Problem {
  /** For example `body/order_context/parcels/0`. */
  target: string;
  remedy: string;
}

const FORMAT_REMEDY: Record<string, string> = {
  'date-time': 'must be a date and time with zone, such as 2026-03-01T09:30:00Z',
  uuid: 'must be a UUID',
};

const shown = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

const remedies: Record<string, (error: ErrorObject) => string> = {
  required: ({ parentSchema, params }) => {
    const properties = (parentSchema as JsonSchema).properties as Record<string, JsonSchema> | undefined;
    const description = properties?.[params.missingProperty as string]?.description;
    return description === undefined ? 'is missing' : `is missing. It is: ${String(description).replace(/\.$/, '')}`;
  },
  additionalProperties: ({ parentSchema }) => {
    const known = Object.keys((parentSchema as JsonSchema).properties as object);
    return `is not known here; leave it out or use one of ${known.join(', ')}`;
  },
  enum: ({ params }) =>
    `must be one of ${(params.allowedValues as unknown[]).filter((value) => value !== null).join(', ')}`,
  type: ({ params }) => `must be of type ${[params.type as string | string[]].flat().join(' or ')}`,
  format: ({ params }) => FORMAT_REMEDY[params.format as string] ?? `must have the format ${String(params.format)}`,
  minLength: ({ params }) => `must have at least ${String(params.limit)} character(s)`,
  maxLength: ({ params }) => `must have at most ${String(params.limit)} characters`,
};

/** Names the field and the remedy for one error of the validator. */
export function problemOf(where: 'body' | 'header', error: ErrorObject): Problem {
  const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
  const name = missingProperty ?? additionalProperty;
  const target = `${where}${error.instancePath}${name === undefined ? '' : `/${shown(name)}`}`;
  return { target, remedy: remedies[error.keyword]?.(error) ?? error.message ?? 'is not valid' };
}
