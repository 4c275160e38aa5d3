import fc from 'fast-check';
import { sameValue } from '../same-value';
import { run } from './run';

/** Few values, so that some are equal. */
const item = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('a', 'b', '1', null, true),
  fc.record({ n: fc.integer({ min: 0, max: 1 }) }),
);
const array = fc.array(item, { maxLength: 8 });

/** The obvious way: every item against every other. */
const without = (items: unknown[]): unknown[] =>
  items.filter((value, index) => items.findIndex((other) => sameValue(other, value)) === index);

test('union keeps the first of equal items, in order', () => {
  fc.assert(
    fc.property(array, array, (a, b) => {
      expect(run('union', a, b)).toEqual(without([...a, ...b]));
    }),
  );
});

test('intersection keeps what both have, in the order of the first', () => {
  fc.assert(
    fc.property(array, array, (a, b) => {
      const both = a.filter((value) => b.some((other) => sameValue(other, value)));
      expect(run('intersection', a, b)).toEqual(without(both));
    }),
  );
});

test('union and intersection with oneself change nothing but repeats', () => {
  fc.assert(
    fc.property(array, (a) => {
      expect(run('union', a, a)).toEqual(run('intersection', a, a));
      expect(run('union', run('union', a), a)).toEqual(run('union', a));
    }),
  );
});

test('objects: the last wins, and the intersection is in both', () => {
  const object = fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(object, object, (a, b) => {
      const entries = new Map([...Object.entries(a), ...Object.entries(b)]);
      expect(new Map(Object.entries(run('union', a, b) as object))).toEqual(entries);
      const common = Object.entries(a).filter(([name, value]) => Object.hasOwn(b, name) && b[name] === value);
      expect(Object.entries(run('intersection', a, b) as object)).toEqual(common);
    }),
  );
});

test('contains finds an item exactly when one is equal', () => {
  fc.assert(
    fc.property(array, item, (a, searched) => {
      expect(run('contains', a, searched)).toBe(a.some((value) => sameValue(value, searched)));
    }),
  );
});

test('sort puts in order, keeps all items, and leaves the source alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const copy = [...numbers];
      expect(run('sort', numbers)).toEqual([...numbers].sort((a, b) => a - b));
      expect(numbers).toEqual(copy);
    }),
  );
});

test('sort by a member is stable', () => {
  const row = fc.record({ k: fc.integer({ min: 0, max: 3 }), n: fc.nat() });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(run('sort', rows, 'k')).toEqual([...rows].sort((a, b) => a.k - b.k));
    }),
  );
});

test('chunks put together are the whole, and reverse twice changes nothing', () => {
  fc.assert(
    fc.property(array, fc.integer({ min: 1, max: 10 }), (a, size) => {
      const chunks = run('chunk', a, size) as unknown[][];
      expect(chunks.flat()).toEqual(a);
      expect(chunks.slice(0, -1).every((chunk) => chunk.length === size)).toBe(true);
      expect(run('reverse', run('reverse', a))).toEqual(a);
      expect(run('first', run('reverse', a))).toEqual(run('last', a));
    }),
  );
});

test('min and max are ends of the sorted numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
      expect(run('max', ...numbers)).toBe(Math.max(...numbers));
      expect(run('min', numbers)).toBe(Math.min(...numbers));
    }),
  );
});

test('range counts up, and rand stays within its range', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 50 }), (start, count) => {
      expect(run('range', start, count)).toEqual(Array.from({ length: count }, (_, index) => start + index));
      const chance = run('rand', start, start + count) as number;
      expect(chance >= start && chance < start + count).toBe(true);
    }),
  );
});

test('what is set can be read, and what is removed cannot', () => {
  const name = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'x/y');
  fc.assert(
    fc.property(fc.dictionary(name, fc.integer()), name, fc.integer(), (object, key, value) => {
      const set = run('setProperty', object, key, value) as object;
      expect(Object.entries(set).find(([member]) => member === key)?.[1]).toBe(value);
      expect(Object.keys(run('removeProperty', set, key) as object)).toEqual(
        Object.keys(set).filter((member) => member !== key),
      );
    }),
  );
});
