import fc from 'fast-check';
import { evaluate } from '../evaluate';
import { ExpressionError } from '../expression-error';
import { toPlainJson } from '../json-text';
import { parseExpression } from '../parse-expression';
import { selectProperty } from '../property-path';
import { compileTemplate, evaluateTemplate } from '../template';
import { SAMPLE_CONTEXT } from '../testing/expression-cases';

/** Reads a template character by character: slow, and plain to see. */
function scan(text: string): string {
  let out = '';
  let at = 0;
  if (text.startsWith('@@')) [out, at] = ['@', 2];
  // Behind an escape at the front, a brace opens an expression again.
  while (at < text.length) {
    if (text.startsWith('@@{', at)) [out, at] = [`${out}@{`, at + 3];
    else if (text.startsWith('@{', at)) {
      let end = at + 2;
      let quoted = false;
      while (quoted || text[end] !== '}') {
        if (end >= text.length) throw new ExpressionError('never closed');
        if (text[end] === "'") quoted = !quoted;
        end += 1;
      }
      out += String(toPlainJson(evaluate(parseExpression(text.slice(at + 2, end)), SAMPLE_CONTEXT)));
      at = end + 1;
    } else [out, at] = [out + text[at]!, at + 1];
  }
  return out;
}

const outcome = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    expect(error).toBeInstanceOf(ExpressionError);
    return 'refused';
  }
};

test('templates are parted as a plain scanner parts them', () => {
  const piece = fc.constantFrom(
    '@',
    '@@',
    '@{',
    '@@{',
    '}',
    '@{add(1,2)}',
    "@{concat('}','''')}",
    "'",
    'a',
    ' ',
    "@{'x'}",
    '{',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      // A single expression keeps its type; that is another rule.
      fc.pre(!text.startsWith('@') || text.startsWith('@{') || text.startsWith('@@'));
      const actual = outcome(() => evaluateTemplate(compileTemplate(text), SAMPLE_CONTEXT));
      expect(actual).toEqual(outcome(() => scan(text)));
    }),
    { numRuns: 3000 },
  );
});

const key = fc.constantFrom('a', 'b', 'A', 'a/b', 0, 1, -1, 'length', '__proto__');
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, fc.constantFrom(null, 'text', 5, true), tie('array'), tie('object')),
  array: fc.array(tie('any'), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom('a', 'b', 'A', 'a/b', '__proto__'), tie('any'), { maxKeys: 3 }),
})).any;

/** One step without alias paths, by looking at every member in turn. */
function step(from: unknown, by: unknown): unknown {
  if (from === null) return undefined;
  if (Array.isArray(from)) {
    if (typeof by !== 'number') throw new ExpressionError('index');
    return (from as unknown[]).find((_, index) => index === by);
  }
  if (typeof from !== 'object' || typeof by !== 'string') throw new ExpressionError('no members');
  const members = Object.entries(from as object);
  const exact = members.find(([name]) => name === by);
  return (exact ?? members.find(([name]) => name.toLowerCase() === by.toLowerCase()))?.[1];
}

test('a step finds what a look at every member finds', () => {
  fc.assert(
    fc.property(value, key, fc.boolean(), (from, by, optional) => {
      // With a slash that is no member's name, the segments are walked.
      fc.pre(by !== 'a/b' || (typeof from === 'object' && from !== null && Object.hasOwn(from, 'a/b')));
      const expected = outcome(() => {
        const found = step(from, by);
        if (found === undefined && !optional) throw new ExpressionError('missing');
        return found ?? null;
      });
      expect(outcome(() => selectProperty(from, by, optional))).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

describe('hostile text ends at once', () => {
  const within = (milliseconds: number, work: () => unknown): unknown => {
    const start = performance.now();
    const result = outcome(work);
    expect(performance.now() - start).toBeLessThan(milliseconds);
    return result;
  };
  const big = 1_000_000;

  test.each<[string, string]>([
    ['an expression of open brackets', `@${'('.repeat(100_000)}`],
    ['interpolations never closed', '@{'.repeat(big / 2)],
    ['quotes within an interpolation', `@{${"'".repeat(big + 1)}`],
    ['braces within quotes', `@{'${'}'.repeat(big)}`],
    ['nested calls', `@${'not('.repeat(2000)}`],
    ['blanks', `@${' '.repeat(8000)}`],
    ['question marks', `@a()${'?'.repeat(8000)}`],
  ])('%s', (_name, text) => {
    expect(within(1000, () => compileTemplate(text))).toBe('refused');
  });

  test('a query over a long document', () => {
    const xml = `<r>${'<a id="1">x</a>'.repeat(6000)}</r>`;
    const context = { ...SAMPLE_CONTEXT, variable: () => xml };
    const query = parseExpression("length(xpath(variables('xml'),'//a[@id=1]/text()'))");
    expect(within(4000, () => evaluate(query, context))).toBe(6000);
  });

  test('many escapes are text', () => {
    expect(within(1000, () => evaluateTemplate(compileTemplate('@@{'.repeat(100_000)), SAMPLE_CONTEXT))).toHaveLength(
      1 + 2 * 99_999 + 1,
    );
  });

  test.each<[string, string, unknown[]]>([
    ['digits', 'int', ['9'.repeat(big)]],
    ['digits of a float', 'float', [`1${','.repeat(big)}x`]],
    ['brackets of JSON', 'json', ['['.repeat(big)]],
    ['deep JSON that is whole', 'json', [`${'['.repeat(100_000)}${']'.repeat(100_000)}`]],
    ['white space that is no base64', 'base64ToString', [`${' '.repeat(big)}§`]],
    ['white space in a time', 'ticks', [`1/1/2020 10:00${' '.repeat(big)}x`]],
    ['a date format of one letter', 'parseDateTime', ['x', 'en-US', 'd'.repeat(100_000)]],
    ['an open element', 'xml', ['<a '.repeat(big / 4)]],
    ['deep elements', 'xml', ['<a>'.repeat(big / 4)]],
    ['a text too long for concat', 'concat', Array.from({ length: 120 }, () => 'x'.repeat(big))],
    ['a text too long for replace', 'replace', ['a'.repeat(big), 'a', 'x'.repeat(1000)]],
    ['a data URI without a comma', 'dataUriToString', [`data:${';'.repeat(big)}`]],
  ])('%s', (_name, name, args) => {
    const context = { ...SAMPLE_CONTEXT, variable: (index: string): unknown => args[Number(index)] };
    const text = `${name}(${args.map((_, index) => `variables('${index}')`).join(',')})`;
    expect(within(2000, () => evaluate(parseExpression(text), context))).toBe('refused');
  });
});
