import { Type, type Static, type TObject, type TProperties, type TSchema } from '@sinclair/typebox';

/**
 * Building blocks for the contract's schemas. Only the Swagger 2.0 subset is produced (no `anyOf`, no
 * `null` type, no `const`), because the connector document is generated from these very objects.
 */

/** Designer-facing name (`x-ms-summary`) and full-sentence description, plus further JSON Schema keywords. */
type Keywords = Record<string, unknown>;

const described = (summary: string, description: string, more: Keywords = {}): Keywords => ({
  'x-ms-summary': summary,
  description,
  ...more,
});

export const text = (summary: string, description: string, more: Keywords = {}) =>
  Type.String(described(summary, description, more));

export const flag = (summary: string, description: string) => Type.Boolean(described(summary, description));

/** Whether the answer is an earlier one: the idempotency key was known. */
export const replayed = flag('Replayed', 'True when the same idempotency key was answered before.');

export const count = (summary: string, description: string, more: Keywords = {}) =>
  Type.Integer(described(summary, description, { format: 'int32', ...more }));

export const number = (summary: string, description: string, more: Keywords = {}) =>
  Type.Number(described(summary, description, { format: 'double', ...more }));

/** An instant in UTC, `2026-03-01T09:30:00Z`. */
export const instant = (summary: string, description: string) =>
  Type.String(described(summary, description, { format: 'date-time' }));

/** A string restricted to the given values (Swagger 2.0 `enum`). */
export const choice = <const V extends readonly string[]>(values: V, summary: string, description: string) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values], ...described(summary, description) });

/** The same schema, but `null` is a legal value: Swagger 2.0 has only `x-nullable` for that. */
export const nullable = <S extends TSchema>(schema: S) =>
  Type.Unsafe<Static<S> | null>({ ...schema, 'x-nullable': true });

export const list = <S extends TSchema>(items: S, summary: string, description: string, more: Keywords = {}) =>
  Type.Array(items, described(summary, description, more));

/** A named object of an answer: further properties may be added in later versions. */
export const answerObject = <P extends TProperties>(name: string, description: string, properties: P) =>
  Type.Object(properties, { $id: name, description });

/** A row just as a table gives it: what it holds besides, such as annotations, is left unread. */
export const tableRow = answerObject;

/** A named object of a request: a misspelt property is refused, with its name. */
export const requestObject = <P extends TProperties>(name: string, description: string, properties: P) =>
  Type.Object(properties, { $id: name, description, additionalProperties: false });

/** Reference to a named object; in Swagger 2.0 a `$ref` must stand alone. */
export const ref = <S extends TObject>(schema: S) =>
  Type.Unsafe<Static<S>>({ $ref: `#/definitions/${String(schema.$id)}` });

/** A property that may be left out. */
export const optional = Type.Optional;
