import fc from 'fast-check';
import { ExpressionError } from './expression-error';
import { WholeFloat } from './numbers';
import { parseExpression } from './parse-expression';
import { printExpression } from './print-expression';
import { type Dereference, type Expression } from './syntax';

describe('reading expressions', () => {
  test.each<[string, string, string]>([
    ['white space is free', " concat ( 'a' ,\n 'b' ) ", "concat('a', 'b')"],
    ['two quotes are one', "concat('it''s')", "concat('it''s')"],
    ['a string may hold anything', "concat('a)],@{}\"?')", "concat('a)],@{}\"?')"],
    ['a whole float keeps its point', 'add(5.0, 5)', 'add(5.0, 5)'],
    ['signs and exponents', 'add(-1.5e3, +2)', 'add(-1500.0, 2)'],
    ['literals in any case', 'if(True, NULL, false)', 'if(true, null, false)'],
    ['dots become brackets', "body('X')?.a.b", "body('X')?['a']['b']"],
    ['calls inside brackets', "items('L')?[concat('a', 'b')]", "items('L')?[concat('a', 'b')]"],
    ['blanks around dereferences', "body('X') ? ['a'] [0]", "body('X')?['a'][0]"],
    ['a literal alone', "'text'", "'text'"],
    ['odd characters in a function name', 'my-fn$1()', 'my-fn$1()'],
  ])('%s: %s', (_name, text, printed) => {
    expect(printExpression(parseExpression(text))).toBe(printed);
  });

  test.each<[string, string, number | undefined]>([
    ['an empty expression', '', 0],
    ['a bare word', 'subject', 0],
    ['double quotes', 'concat("a")', 7],
    ['a string that is never closed', "concat('a", 7],
    ['a missing bracket', "concat('a'", 10],
    ['a missing argument', "concat('a',)", 11],
    ['something after the end', "concat('a') x", 12],
    ['an operator', 'a() + b()', 4],
    ['a literal with a dereference', "'a'['b']", 3],
    ['a question mark without a step', "body('X')?", 10],
    ['a dot without a name', "body('X').", 10],
    ['braces', 'concat({})', 7],
    ['an at sign', '@concat()', 0],
  ])('%s is an error with its position', (_name, text, position) => {
    let error: unknown;
    try {
      parseExpression(text);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ExpressionError);
    expect((error as ExpressionError).position).toBe(position);
  });

  test('more than 8,192 characters are an error', () => {
    expect(() => parseExpression(`concat('${'x'.repeat(8192)}')`)).toThrow(/8192 are allowed/);
  });

  test('hostile nesting is an error, not a crash', () => {
    expect(() => parseExpression('a('.repeat(4000))).toThrow(/deeper than 200/);
  });
});

const literal: fc.Arbitrary<Expression> = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n }),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (Number.isInteger(value) ? new WholeFloat(value + 0) : value)),
    fc.boolean(),
    fc.constant(null),
  )
  .map((value) => ({ kind: 'literal', value, position: 0 }));

const { tree } = fc.letrec<{ tree: Expression; call: Expression; step: Dereference }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, literal, tie('call')),
  call: fc.record({
    kind: fc.constant('call' as const),
    name: fc.constantFrom('concat', 'outputs', 'body', 'my-fn'),
    arguments: fc.array(tie('tree'), { maxLength: 3 }),
    path: fc.array(tie('step'), { maxLength: 2 }),
    position: fc.constant(0),
  }),
  step: fc.record({ optional: fc.boolean(), key: tie('tree') }),
}));

function withoutPositions(expression: Expression): unknown {
  if (expression.kind === 'literal') return expression.value;
  const { name, arguments: args, path } = expression;
  return {
    name,
    arguments: args.map(withoutPositions),
    path: path.map((step) => ({ ...step, key: withoutPositions(step.key) })),
  };
}

test('any tree printed is read back as the same tree', () => {
  fc.assert(
    fc.property(tree, (expression) => {
      const text = printExpression(expression);
      fc.pre(text.length <= 8192);
      expect(withoutPositions(parseExpression(text))).toEqual(withoutPositions(expression));
    }),
    { numRuns: 500 },
  );
});

test('any text is read or refused, never more', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab1.0'()[]?,@{} \n-") }), (text) => {
      try {
        parseExpression(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
      }
    }),
    { numRuns: 1000 },
  );
});
