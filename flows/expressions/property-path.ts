import { ExpressionError } from './expression-error';
import { typeName } from './value-types';

/** Tells a missing member from one that is null. */
export const MISSING = Symbol('missing');

/**
 * A member of an object: the exact name, else the same name in another case (the platform's look-up is believed to
 * ignore case), else an alias path such as `body/value`, whose segments are walked.
 */
function memberOf(object: Record<string, unknown>, key: string): unknown {
  if (Object.hasOwn(object, key)) return object[key];
  const slash = key.indexOf('/');
  if (slash > 0) {
    const head = memberOf(object, key.slice(0, slash));
    if (head !== MISSING) return walk(head, key.slice(slash + 1));
  }
  const lower = key.toLowerCase();
  for (const name of Object.keys(object)) if (name.toLowerCase() === lower) return object[name];
  return MISSING;
}

function walk(value: unknown, rest: string): unknown {
  if (value === null || value === undefined) return MISSING;
  if (Array.isArray(value)) {
    const slash = rest.indexOf('/');
    const segment = slash < 0 ? rest : rest.slice(0, slash);
    if (!/^\d+$/.test(segment)) throw notSelectable('Array', rest);
    const item: unknown = Number(segment) < value.length ? value[Number(segment)] : MISSING;
    return slash < 0 || item === MISSING ? item : walk(item, rest.slice(slash + 1));
  }
  if (typeName(value) !== 'Object') throw notSelectable(typeName(value), rest);
  return memberOf(value as Record<string, unknown>, rest);
}

/**
 * One step into a value: a member by name, or an array's item by number.
 * @throws {ExpressionError} when nothing is there and the step is not optional, or the value has no members at all
 */
export function selectProperty(value: unknown, key: unknown, optional: boolean): unknown {
  const found = select(value, key);
  if (found !== MISSING) return found ?? null;
  if (optional) return null;
  const shown = typeof key === 'string' ? `'${key}'` : String(key);
  throw new ExpressionError(
    value === null || value === undefined
      ? `Cannot select property ${shown} of null.`
      : `Property ${shown} does not exist. Write ?[${shown}] if it may be missing.`,
  );
}

function select(value: unknown, key: unknown): unknown {
  if (value === null || value === undefined || key === null) return MISSING;
  if (Array.isArray(value)) {
    if (typeof key !== 'number' || !Number.isInteger(key)) throw notSelectable('Array', key);
    return key >= 0 && key < value.length ? (value[key] as unknown) : MISSING;
  }
  const type = typeName(value);
  if (type !== 'Object') throw notSelectable(type, key);
  if (typeof key !== 'string')
    throw new ExpressionError(`An object's property is selected by text, not ${typeName(key)}.`);
  return memberOf(value as Record<string, unknown>, key);
}

function notSelectable(type: string, key: unknown): ExpressionError {
  const reason =
    type === 'Array'
      ? 'an array is selected from by an integer index'
      : `property selection is not supported on values of type '${type}'`;
  return new ExpressionError(`Cannot select '${String(key)}': ${reason}.`);
}
