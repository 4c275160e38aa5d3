import fc from 'fast-check';
import { countIn, fieldsOf, instantIn, itemsOf, parseJson, textIn, textsIn } from './json';

it('JSON is read as it was written, and anything else is nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(parseJson('{"cut":"o')).toBeUndefined();
});

it('a field of another kind is as one that is missing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const fields = { value };
      expect(textIn(fields, 'value')).toBe(typeof value === 'string' && value !== '' ? value : undefined);
      expect(countIn(fields, 'value')).toBe(Number.isInteger(value) ? value : undefined);
      expect(itemsOf(value)).toEqual(Array.isArray(value) ? value : []);
      expect(textsIn(fields, 'value').every((text) => typeof text === 'string' && text !== '')).toBe(true);
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      expect(fieldsOf(value)).toEqual(isObject ? value : {});
    }),
  );
});

it('the texts of a list are kept in their order', () => {
  expect(textsIn({ list: ['a', 1, '', null, 'b'] }, 'list')).toEqual(['a', 'b']);
});

it('an instant is read when it is one', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (at) => {
      expect(instantIn({ at: at.toISOString() }, 'at')).toEqual(at);
    }),
  );
  for (const at of ['soon', '', 5, null]) expect(instantIn({ at }, 'at')).toBeUndefined();
});
