import fc from 'fast-check';
import { run } from './run';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
/** Few letters, so that searches find something. */
const ab = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 12 });
const position = fc.integer({ min: -15, max: 15 });

test('slice cuts as JavaScript does', () => {
  fc.assert(
    fc.property(text, position, position, (source, start, end) => {
      expect(run('slice', source, start, end)).toBe(source.slice(start, end));
      expect(run('slice', source, start)).toBe(source.slice(start));
    }),
  );
});

test('substring cuts within the text and refuses anything else', () => {
  fc.assert(
    fc.property(text, position, position, (source, start, length) => {
      const fits = start >= 0 && length >= 0 && start + length <= source.length;
      if (fits) expect(run('substring', source, start, length)).toBe(source.substr(start, length));
      else expect(() => run('substring', source, start, length)).toThrow(/'substring' cannot take/);
    }),
  );
});

test('searches ignore case and find what JavaScript finds', () => {
  fc.assert(
    fc.property(ab, ab, (source, searched) => {
      const [low, needle] = [source.toLowerCase(), searched.toLowerCase()];
      expect(run('indexOf', source, searched)).toBe(low.indexOf(needle));
      expect(run('startsWith', source, searched)).toBe(low.startsWith(needle));
      expect(run('endsWith', source, searched)).toBe(low.endsWith(needle));
      if (needle !== '') expect(run('lastIndexOf', source, searched)).toBe(low.lastIndexOf(needle));
      expect(run('contains', source, searched)).toBe(source.includes(searched));
    }),
  );
});

test('the nth occurrence is found from either end', () => {
  fc.assert(
    fc.property(ab, fc.constantFrom('a', 'b', 'ab', 'aa'), (source, searched) => {
      const places: number[] = [];
      const low = source.toLowerCase();
      for (let at = low.indexOf(searched); at >= 0; at = low.indexOf(searched, at + searched.length)) places.push(at);
      places.forEach((place, index) => {
        expect(run('nthIndexOf', source, searched, index + 1)).toBe(place);
        expect(run('nthIndexOf', source, searched, index - places.length)).toBe(place);
      });
      expect(run('nthIndexOf', source, searched, places.length + 1)).toBe(-1);
    }),
  );
});

test('split and join undo each other, and replace is the two with another text between', () => {
  fc.assert(
    fc.property(ab, fc.constantFrom('a', 'b', 'ba'), text, (source, searched, other) => {
      const pieces = run('split', source, searched);
      expect(pieces).toEqual(source.split(searched));
      expect(run('join', pieces, searched)).toBe(source);
      expect(run('replace', source, searched, other)).toBe(run('join', pieces, other));
    }),
  );
});

test('take and skip part a text or an array', () => {
  const sequence = fc.oneof(text, fc.array(fc.integer()));
  fc.assert(
    fc.property(sequence, fc.nat(40), (source, count) => {
      const [front, back] = [run('take', source, count), run('skip', source, count)];
      expect(Array.isArray(source) ? [...(front as []), ...(back as [])] : `${String(front)}${String(back)}`).toEqual(
        source,
      );
      expect(run('length', front)).toBe(Math.min(count, source.length));
    }),
  );
});

describe('what is encoded decodes to the same text', () => {
  test.each<[string, string]>([
    ['base64', 'base64ToString'],
    ['base64', 'decodeBase64'],
    ['uriComponent', 'uriComponentToString'],
    ['encodeUriComponent', 'decodeUriComponent'],
    ['dataUri', 'dataUriToString'],
  ])('%s and %s', (encode, decode) => {
    fc.assert(
      fc.property(text, (source) => {
        expect(run(decode, run(encode, source))).toBe(source);
      }),
    );
  });

  test('base64 is that of Node, and percent escapes leave only letters that need none', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(run('base64', source)).toBe(Buffer.from(source, 'utf8').toString('base64'));
        expect(run('uriComponent', source)).toMatch(/^([A-Za-z0-9\-_.~]|%[0-9A-F]{2})*$/);
      }),
    );
  });

  test('binary content', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(run('base64ToString', run('binary', source))).toBe(source);
        expect(run('dataUriToBinary', run('dataUri', run('binary', source)))).toEqual(run('binary', source));
      }),
    );
  });

  test('JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        fc.pre(value !== null && typeof value === 'object');
        expect(run('json', run('string', value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
