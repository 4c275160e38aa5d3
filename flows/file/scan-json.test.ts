import fc from 'fast-check';
import { findDuplicateMembers, JsonProblem, MAX_JSON_DEPTH } from './scan-json';

const pointers = (text: string): string[] => findDuplicateMembers(text).map(({ pointer }) => pointer);

it('finds members written twice, however they are escaped, and only those', () => {
  expect(pointers('{"a":1,"b":{"a":2,"a/b":[{},{"x":1,"\\u0078":2}],"a/b":3},"c":[{"a":1},{"a":1}]}')).toEqual([
    '/b/a~1b/1/x',
    '/b/a~1b',
  ]);
});

it('takes names such as __proto__ for names', () => {
  expect(pointers('{"__proto__":1,"constructor":2,"__proto__":3}')).toEqual(['/__proto__']);
});

it('accepts what JSON.parse accepts, and refuses what it refuses', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"\\n"',
    '"\\x"',
    '"',
    '1',
    '-0.5e3',
    '01',
    'true',
    'nul',
    ' ',
  );
  const nearly = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));
  const accepts = (read: () => unknown): boolean => {
    try {
      read();
      return true;
    } catch {
      return false;
    }
  };
  fc.assert(
    fc.property(fc.oneof(nearly, fc.json()), (text) => {
      expect(accepts(() => findDuplicateMembers(text))).toBe(accepts(() => JSON.parse(text)));
    }),
    { numRuns: 3000 },
  );
});

it.each([
  [
    '{\n  "a": 1\n  "b": 2\n}',
    /line 3, column 3\. Expected ',' or the end of the object or list, but '"' stands there/,
  ],
  ['{"a":', /line 1, column 6\. Expected a value, but the text ends/],
  ['{"a":1,}', /column 8\. Expected a member’s name in double quotes, but '}' stands there/],
  ['{"a": "x', /column 7\. The string that starts there is never closed/],
  ['{"a": "x\ny"}', /column 7\. The string there has a line break/],
  ['{} {}', /column 4\. Expected nothing more, but '{' stands there/],
])('says where %j breaks off', (text, message) => {
  expect(() => findDuplicateMembers(text)).toThrow(message);
});

it('stops at a depth no flow has', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  expect(pointers(nested(MAX_JSON_DEPTH))).toEqual([]);
  expect(() => findDuplicateMembers(nested(100_000))).toThrow(JsonProblem);
});
