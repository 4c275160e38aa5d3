import fc from 'fast-check';
import { checkLiterals } from './check-literals';
import { evaluate } from './evaluate';
import { ExpressionError } from './expression-error';
import { findFunction, functionNames } from './functions/all-functions';
import { parseExpression } from './parse-expression';
import { type Call, type Literal } from './syntax';
import { SAMPLE_CONTEXT } from './testing/expression-cases';
import { WholeFloat } from './numbers';

const check = (text: string) => checkLiterals(parseExpression(text));

describe('calls that can never succeed', () => {
  test.each<[string, string, number, RegExp]>([
    ['a function that does not exist', 'shout()', 0, /'shout' is not known\.$/],
    ['a slip in a name', "concat(tolowr('a'))", 7, /Did you mean 'toLower'\?/],
    ['letters swapped', 'utcNwo()', 0, /Did you mean 'utcNow'\?/],
    ['too few arguments', 'add(1)', 0, /'add' takes 2 argument\(s\), not 1/],
    ['too many', 'triggerBody(1)', 0, /takes 0/],
    ['text for a number', "add('1',2)", 4, /'add', argument 1: a number is expected, not a literal of type 'String'/],
    ['a fraction for an integer', 'addDays(utcNow(), 1.5)', 18, /argument 2: an integer is expected, .* 'Float'/],
    ['a number for a sequence', 'length(5)', 7, /text or an array is expected/],
    ['null for a sequence', 'first(null)', 6, /type 'Null'/],
    ['a number for truth', 'if(1,2,3)', 3, /true or false is expected/],
    ['any argument of many', 'or(true,false,1)', 14, /argument 3/],
    ['a time that is none', "addDays('soon',1)", 8, /'soon' is not a date and time/],
    [
      'a zone that is none',
      "convertFromUtc(utcNow(),'Mars Standard Time')",
      24,
      /'Mars Standard Time' is not a Windows time zone/,
    ],
    ['a unit that is none', "addToTime(utcNow(),1,'Fortnight')", 21, /'Fortnight' is not known/],
    ['a date format that is none', "utcNow('q')", 7, /'q' is not a standard date format/],
    ['a number format that is none', "formatNumber(1,'Q2')", 15, /'Q2' is not a number format/],
    ['a culture that is none', "formatNumber(1,'N','no culture')", 19, /culture 'no culture'/],
    ['a GUID format that is none', "guid('Z')", 5, /'Z' is not a GUID format/],
    ['an integer that is none', "int('10.5')", 4, /'10.5' is not an integer/],
    ['a number that is none', "float('abc')", 6, /'abc' is not a number/],
    ['a truth that is none', "bool('yes')", 5, /'yes' is neither true nor false/],
    ['JSON that is none', "json('{bad')", 5, /not valid JSON/],
    ['XML that is none', "xml('<a>')", 4, /not XML/],
    ['a query that is none', "xpath(body('X'),'//[')", 16, /cannot run the query/],
    ['base64 that is none', "base64ToString('§')", 15, /not base64/],
    ['a data URI that is none', "dataUriToString('x')", 16, /not a data URI/],
    ['a URI that is none', "uriHost('shop')", 8, /not an absolute URI/],
    ['in a dereference', "body('X')?[length(5)]", 18, /text or an array/],
    ['deep inside', "if(true,concat(string(add(true,1))),'')", 26, /a number/],
  ])('%s: %s', (_name, text, position, message) => {
    expect(check(text)).toEqual([{ position, message: expect.stringMatching(message) as string }]);
  });

  test('all of them are found', () => {
    expect(check("concat(nope(),add('1','2'))").map(({ position }) => position)).toEqual([7, 18, 22]);
  });

  test.each([
    "addDays(outputs('X'),variables('n'))",
    "formatDateTime('2018-03-15',null,'de-DE')",
    "replace('a','b',null)",
    "coalesce(null,1,'a')",
    "float('10.000,5','de-DE')",
    "equals(null,'')",
    "formatNumber(1.5,'N2','is-IS')",
    "decodeDataUri('%0a')",
    "json('5')",
    'max(1,createArray(2))',
    "convertTimeZone('2018-03-15','UTC','Europe/Paris','g')",
    'int(5.0)',
    "'literal'",
  ])('nothing is wrong with %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  test('a name unlike any other gets no advice', () => {
    expect(check('frobnicate()')[0]!.message).not.toContain('Did you mean');
  });
});

const literal = fc
  .oneof(
    fc.constantFrom(
      '',
      'a',
      '5',
      '1.5',
      'true',
      '{}',
      '<a/>',
      'N2',
      'D',
      'Day',
      'UTC',
      'de-DE',
      '2018-03-15',
      'https://a.test/',
    ),
    fc.constantFrom(0, 1, -3, 2.5, new WholeFloat(2)),
    fc.boolean(),
    fc.constant(null),
  )
  .map((value): Literal => ({ kind: 'literal', value, position: 0 }));

const call = fc.constantFrom(...functionNames()).chain((name) => {
  const { minimum, maximum } = findFunction(name)!;
  return fc
    .array(literal, { minLength: minimum, maxLength: Math.min(maximum, minimum + 2) })
    .map((args): Call => ({ kind: 'call', name, arguments: args, path: [], position: 0 }));
});

/** These do not evaluate what they do not need. */
const LAZY = new Set(['if', 'and', 'or', 'coalesce']);

test('a call that is found wrong fails whenever it is evaluated', () => {
  fc.assert(
    fc.property(call, (tree) => {
      fc.pre(!LAZY.has(tree.name));
      if (checkLiterals(tree).length === 0) return;
      expect(() => evaluate(tree, SAMPLE_CONTEXT)).toThrow(ExpressionError);
    }),
    { numRuns: 3000 },
  );
});

test('a call of any literals gives a value or an ExpressionError, nothing else', () => {
  fc.assert(
    fc.property(call, (tree) => {
      try {
        expect(evaluate(tree, SAMPLE_CONTEXT)).not.toBeUndefined();
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
      }
    }),
    { numRuns: 3000 },
  );
});
