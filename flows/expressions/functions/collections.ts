import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { setOwn } from '../json-text';
import { joinTexts } from '../text-limit';
import { compareNumbers, isFlowNumber, makeInteger } from '../numbers';
import { sameValue, valueKey } from '../same-value';
import { textOfValue } from '../text-of-value';
import { isFlowObject, typeName, wantArray, wantCount, wantText } from '../value-types';

function contains([collection, searched]: unknown[]): boolean {
  if (typeof collection === 'string') return collection.includes(wantText('contains', searched));
  if (Array.isArray(collection)) return collection.some((item) => sameValue(item, searched));
  if (isFlowObject(collection)) return Object.hasOwn(collection, wantText('contains', searched));
  throw new ExpressionError(`'contains' expects text, an array or an object, but got '${typeName(collection)}'.`);
}

function isEmpty([value]: unknown[]): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (isFlowObject(value)) return Object.keys(value).length === 0;
  if (typeof value === 'string') return false;
  throw new ExpressionError(`'empty' expects text, an array or an object, but got '${typeName(value)}'.`);
}

/** Text or array, the two kinds that have an order. */
function wantSequence(owner: string, value: unknown): string | unknown[] {
  if (typeof value === 'string' || Array.isArray(value)) return value as string | unknown[];
  throw new ExpressionError(`'${owner}' expects text or an array, but got a value of type '${typeName(value)}'.`);
}

function wantPositive(owner: string, value: unknown): number {
  const count = wantCount(owner, value);
  if (count < 0) throw new ExpressionError(`'${owner}' expects a count of 0 or more, but got ${count}.`);
  return count;
}

function union(args: unknown[]): unknown {
  if (args.every(isFlowObject)) return unionOfObjects(args);
  const seen = new Map<string, unknown>();
  for (const item of args.flatMap((arg) => wantArray('union', arg))) {
    const key = valueKey(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

function unionOfObjects(objects: Record<string, unknown>[]): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const object of objects) for (const [name, value] of Object.entries(object)) setOwn(all, name, value);
  return all;
}

function intersection(args: unknown[]): unknown {
  if (args.every(isFlowObject)) {
    const [first, ...rest] = args;
    const common = Object.entries(first!).filter(([name, value]) =>
      rest.every((other) => Object.hasOwn(other, name) && sameValue(other[name], value)),
    );
    return Object.fromEntries(common);
  }
  const [first, ...rest] = args.map((arg) => wantArray('intersection', arg));
  const others = rest.map((array) => new Set(array.map(valueKey)));
  return union([first!.filter((item) => others.every((keys) => keys.has(valueKey(item))))]);
}

function compareForSort(left: unknown, right: unknown): number {
  if (isFlowNumber(left) && isFlowNumber(right)) return compareNumbers(left, right);
  const a = textOfValue(left);
  const b = textOfValue(right);
  return a < b ? -1 : a > b ? 1 : 0;
}

function sort([array, by]: unknown[]): unknown[] {
  const items = wantArray('sort', array).slice();
  if (by === undefined) return items.sort(compareForSort);
  const name = wantText('sort', by);
  const valueOf = (item: unknown): unknown => (isFlowObject(item) ? item[name] : null);
  return items.sort((left, right) => compareForSort(valueOf(left), valueOf(right)));
}

function chunk([sequence, size]: unknown[]): unknown[] {
  const source = wantSequence('chunk', sequence);
  const length = wantPositive('chunk', size);
  if (length === 0) throw new ExpressionError("'chunk' expects a size of at least 1.");
  const parts: unknown[] = [];
  for (let at = 0; at < source.length; at += length) parts.push(source.slice(at, at + length));
  return parts;
}

/** `max` and `min` take numbers or arrays of numbers. */
function extreme(owner: string, args: unknown[], better: (order: number) => boolean): unknown {
  const candidates = args.flatMap((arg) => (Array.isArray(arg) ? (arg as unknown[]) : [arg]));
  if (candidates.length === 0) throw new ExpressionError(`'${owner}' needs at least one number.`);
  if (!candidates.every(isFlowNumber)) throw new ExpressionError(`'${owner}' expects numbers.`);
  return candidates.reduce((best, candidate) => (better(compareNumbers(candidate, best)) ? candidate : best));
}

/** Source: the documentation of `range`, whose integers have 32 bits. */
const MAX_RANGE = 100_000;
const LAST_OF_RANGE = 2_147_483_647;

function range([start, count]: unknown[]): unknown[] {
  const from = wantCount('range', start);
  const length = wantPositive('range', count);
  if (length > MAX_RANGE) throw new ExpressionError(`'range' makes at most ${MAX_RANGE} integers, not ${length}.`);
  if (from + length > LAST_OF_RANGE) {
    throw new ExpressionError(`'range' goes up to ${LAST_OF_RANGE}, and ${from} with ${length} integers does not.`);
  }
  return Array.from({ length }, (_, i) => makeInteger(from + i));
}

export const collectionFunctions = [
  define('contains', 'text|array|object, any', contains),
  define('empty', 'text|array|object|null', isEmpty),
  define('length', 'text|array', ([value]) => wantSequence('length', value).length),
  define('first', 'text|array', ([value]) => wantSequence('first', value).at(0) ?? null),
  define('last', 'text|array', ([value]) => wantSequence('last', value).at(-1) ?? null),
  define('take', 'text|array, integer', ([value, count]) =>
    wantSequence('take', value).slice(0, wantPositive('take', count)),
  ),
  define('skip', 'text|array, integer', ([value, count]) =>
    wantSequence('skip', value).slice(wantPositive('skip', count)),
  ),
  define('join', 'array, text', ([array, delimiter]) =>
    joinTexts('join', wantArray('join', array).map(textOfValue), wantText('join', delimiter)),
  ),
  define('union', 'array|object+', union),
  define('intersection', 'array|object+', intersection),
  define('createArray', 'any*', (args) => args),
  define('reverse', 'array', ([array]) => wantArray('reverse', array).slice().reverse()),
  define('sort', 'array, text?', sort),
  define('chunk', 'text|array, integer', chunk),
  define('max', 'number|array+', (args) => extreme('max', args, (order) => order > 0)),
  define('min', 'number|array+', (args) => extreme('min', args, (order) => order < 0)),
  define('range', 'integer, integer', range),
  define('rand', 'integer, integer', ([low, high], context) => {
    const from = wantCount('rand', low);
    const to = wantCount('rand', high);
    if (to <= from) throw new ExpressionError(`'rand' expects its second number above the first (${from}, ${to}).`);
    return from + Math.floor(context.random() * (to - from));
  }),
];

export const objectFunctions = [
  define('setProperty', 'object, text, any', ([object, name, value]) =>
    withProperty('setProperty', object, name, value),
  ),
  define('addProperty', 'object, text, any', ([object, name, value]) => {
    if (isFlowObject(object) && typeof name === 'string' && Object.hasOwn(object, name)) {
      throw new ExpressionError(`'addProperty' found that the object already has a property '${name}'.`);
    }
    return withProperty('addProperty', object, name, value);
  }),
  define('removeProperty', 'object, text', ([object, name]) => {
    const copy = withProperty('removeProperty', object, name, null);
    delete copy[wantText('removeProperty', name)];
    return copy;
  }),
];

function withProperty(owner: string, object: unknown, name: unknown, value: unknown): Record<string, unknown> {
  if (!isFlowObject(object)) throw new ExpressionError(`'${owner}' expects an object, but got '${typeName(object)}'.`);
  const copy = { ...object };
  setOwn(copy, wantText(owner, name), value);
  return copy;
}
