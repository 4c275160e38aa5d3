import fc from 'fast-check';
import { readCutJson } from './cut-json';

/** Whether a value has only what another has, in the same places; of a list the beginning. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return Object.is(part, whole);
  if (typeof whole !== 'object' || whole === null || Array.isArray(part) !== Array.isArray(whole)) return false;
  return Object.entries(part).every(([name, value]) => isPartOf(value, (whole as Record<string, unknown>)[name]));
}

const anObject = fc.dictionary(
  fc.string().filter((name) => name !== '__proto__'),
  fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
  { minKeys: 1 },
);

it('wherever JSON is cut, what is read of it is true', () => {
  fc.assert(
    fc.property(anObject, fc.nat(), (whole, place) => {
      const text = JSON.stringify(whole);
      const cut = text.slice(0, 1 + (place % text.length));
      expect(isPartOf(readCutJson(cut), JSON.parse(text))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['{"a":1,"b":[{"c":"x, ]}"},{"d', { a: 1, b: [{ c: 'x, ]}' }, {}] }],
  ['{"a":"\\"}","b":"cut', { a: '"}' }],
  ['{"a":1,"b":"one, {two}, [three', { a: 1 }],
  ['{"a":1,"b":"one, {\\', { a: 1 }],
  ['{"a":12', {}],
  ['{"a":{"b":[1,2,3', { a: { b: [1, 2] } }],
  ['{"a":[]}', { a: [] }],
])('of %s is read %j', (text, value) => {
  expect(readCutJson(text)).toEqual(value);
});

it.each(['', 'Please, call me', '"cut', '12', ',', '}'])('of %j nothing is read', (text) => {
  expect(readCutJson(text)).toBeUndefined();
});
