import { ExpressionError } from '../expression-error';
import { define } from '../function-table';
import { setOwn } from '../json-text';
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
  if (args.every(isFlowObject)) return Object.assign({}, ...args) as Record<string, unknown>;
  const seen = new Map<string, unknown>();
  for (const item of args.flatMap((arg) => wantArray('union', arg))) {
    const key = valueKey(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
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
  return candidates.reduce((best, candidate) => {
    if (!isFlowNumber(best) || !isFlowNumber(candidate)) throw new ExpressionError(`'${owner}' expects numbers.`);
    return better(compareNumbers(candidate, best)) ? candidate : best;
  });
}

const MAX_RANGE = 100_000;

function range([start, count]: unknown[]): unknown[] {
  const from = wantCount('range', start);
  const length = wantPositive('range', count);
  if (length > MAX_RANGE) throw new ExpressionError(`'range' makes at most ${MAX_RANGE} integers, not ${length}.`);
  return Array.from({ length }, (_, i) => makeInteger(from + i));
}

export const collectionFunctions = [
  define('contains', 2, contains),
  define('empty', 1, isEmpty),
  define('length', 1, ([value]) => wantSequence('length', value).length),
  define('first', 1, ([value]) => wantSequence('first', value).at(0) ?? null),
  define('last', 1, ([value]) => wantSequence('last', value).at(-1) ?? null),
  define('take', 2, ([value, count]) => wantSequence('take', value).slice(0, wantPositive('take', count))),
  define('skip', 2, ([value, count]) => wantSequence('skip', value).slice(wantPositive('skip', count))),
  define('join', 2, ([array, delimiter]) =>
    wantArray('join', array).map(textOfValue).join(wantText('join', delimiter)),
  ),
  define('union', [1, Infinity], union),
  define('intersection', [1, Infinity], intersection),
  define('createArray', [0, Infinity], (args) => args),
  define('reverse', 1, ([array]) => wantArray('reverse', array).slice().reverse()),
  define('sort', [1, 2], sort),
  define('chunk', 2, chunk),
  define('max', [1, Infinity], (args) => extreme('max', args, (order) => order > 0)),
  define('min', [1, Infinity], (args) => extreme('min', args, (order) => order < 0)),
  define('range', 2, range),
  define('rand', 2, ([low, high], context) => {
    const from = wantCount('rand', low);
    const to = wantCount('rand', high);
    if (to <= from) throw new ExpressionError(`'rand' expects its second number above the first (${from}, ${to}).`);
    return from + Math.floor(context.random() * (to - from));
  }),
];

export const objectFunctions = [
  define('setProperty', 3, ([object, name, value]) => withProperty('setProperty', object, name, value)),
  define('addProperty', 3, ([object, name, value]) => {
    if (isFlowObject(object) && typeof name === 'string' && Object.hasOwn(object, name)) {
      throw new ExpressionError(`'addProperty' found that the object already has a property '${name}'.`);
    }
    return withProperty('addProperty', object, name, value);
  }),
  define('removeProperty', 2, ([object, name]) => {
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
