import fc from 'fast-check';
import { jsonTextOf, parseJsonText, toPlainJson } from './json-text';
import { WholeFloat } from './numbers';
import { sameValue, valueKey } from './same-value';

test('any JSON reads as JSON.parse reads it, whatever its numbers look like', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify({ forced: 'slow', value }).replace('"slow"', '1.0');
      expect(toPlainJson(parseJsonText(text))).toEqual({ forced: 1, value: JSON.parse(JSON.stringify(value)) });
    }),
  );
});

test('flow values survive their own JSON, types included', () => {
  const value = { whole: new WholeFloat(5), long: 2n ** 60n, list: [1, 2.5, null, 'x'] };
  const text = jsonTextOf(value);
  expect(text).toBe('{"whole":5.0,"long":1152921504606846976,"list":[1,2.5,null,"x"]}');
  expect(parseJsonText(text)).toEqual(value);
});

test('plain values are passed on without a copy, others are copied where they differ', () => {
  const plain = { a: [1, { b: 'x' }] };
  expect(toPlainJson(plain)).toBe(plain);
  const mixed = { same: plain, float: new WholeFloat(2) };
  const copy = toPlainJson(mixed) as typeof mixed;
  expect(copy).toEqual({ same: plain, float: 2 });
  expect(copy.same).toBe(plain);
  expect(mixed.float).toBeInstanceOf(WholeFloat);
});

test('equal values have equal keys, and only they', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.integer({ min: -2, max: 2 }).map((n) => new WholeFloat(n)),
  );
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(valueKey(a) === valueKey(b)).toBe(sameValue(a, b));
      expect(sameValue(a, structuredClone(toPlainJson(a)))).toBe(true);
    }),
  );
});

test('integers beyond 64 bits in JSON lose their digits, not the message', () => {
  expect(toPlainJson(parseJsonText('[12345678901234567890]'))).toEqual([12345678901234567000]);
});
