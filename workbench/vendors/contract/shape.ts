/** Schemas of what our clients rely on: everything named must be there, anything else may be. */
export const having = (properties: Record<string, object>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
export const listOf = (items: object, minItems = 0) => ({ type: 'array', items, minItems });
export const text = { type: 'string', minLength: 1 };
export const whole = { type: 'integer' };
export const flag = { type: 'boolean' };
export const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
export const matching = (pattern: RegExp) => ({ type: 'string', pattern: pattern.source });
