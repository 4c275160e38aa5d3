import { type ActionView, type ExpressionContext } from '../context';
import { evaluate } from '../evaluate';
import { ExpressionError } from '../expression-error';
import { parseExpression } from '../parse-expression';
import { toPlainJson } from '../json-text';
import { typeName } from '../value-types';

/** Surroundings for expressions in tests: one trigger, one action, one loop. */
export const SAMPLE_CONTEXT: ExpressionContext = {
  now: () => new Date('2026-03-04T05:06:07.089Z'),
  random: () => 0.25,
  parameter: (name) => lookUp({ 'Support mailbox (rcc_SupportMailbox)': 'support@example.com' }, name),
  variable: (name) => lookUp({ count: 3, list: [1, 2] }, name),
  triggerOutputs: () => ({
    headers: { 'X-Id': '7' },
    body: {
      subject: 'Hi',
      from: 'a@example.com',
      tags: null,
      nested: { list: [{ name: 'x' }] },
      'a/b': 'literal',
      Case: 'big',
      case: 'small',
    },
  }),
  trigger: () => ({ name: 'manual', status: 'Succeeded' }),
  workflow: () => ({ name: 'flow-id', tags: null, run: { name: 'run-id' } }),
  action: (name) => lookUp({ Call_api: CALL }, name) as ActionView,
  outputsOf: (name) => (lookUp({ Call_api: CALL }, name) as ActionView).outputs,
  result: () => [{ name: 'Inner', status: 'Failed' }],
  item: () => ({ id: 5 }),
  items: (loop) => lookUp({ Each_row: { id: 6 } }, loop),
  iterationIndex: (loop) => lookUp({ Each_row: 2 }, loop) as number,
};

const CALL: ActionView = {
  name: 'Call_api',
  inputs: { parameters: { account: 'A1' } },
  outputs: { statusCode: 200, headers: {}, body: { value: [{ id: 1 }, { id: 2 }], text: 'plain' } },
  startTime: '2026-03-04T05:06:07.000Z',
  endTime: '2026-03-04T05:06:08.000Z',
  trackingId: 't-1',
  code: 'OK',
  status: 'Succeeded',
};

function lookUp(values: Record<string, unknown>, name: string): unknown {
  if (!Object.hasOwn(values, name)) throw new ExpressionError(`'${name}' is not known.`);
  return values[name];
}

/** Fails with an error whose message matches. */
export class Fails {
  constructor(readonly message: RegExp) {}
}
export const fails = (message: RegExp): Fails => new Fails(message);

/** A float, which a plain number cannot say of `5.0`. */
export class FloatOf {
  constructor(readonly value: number) {}
}
export const float = (value: number): FloatOf => new FloatOf(value);

/** What the case shows, the expression, and its value. */
export type ExpressionCase = [name: string, expression: string, expected: unknown];

/** Runs a table of expression cases as one test each. */
export function testExpressions(family: string, cases: ExpressionCase[]): void {
  describe(family, () => {
    test.each(cases)('%s: %s', (_name, text, expected) => {
      const value = (): unknown => evaluate(parseExpression(text), SAMPLE_CONTEXT);
      if (expected instanceof Fails) {
        expect(value).toThrow(ExpressionError);
        expect(value).toThrow(expected.message);
      } else if (expected instanceof FloatOf) {
        expect([typeName(value()), toPlainJson(value())]).toEqual(['Float', expected.value]);
      } else if (typeof expected === 'bigint') expect(value()).toBe(expected);
      else {
        expect(toPlainJson(value())).toEqual(expected);
        if (typeof expected === 'number')
          expect(typeName(value())).toBe(Number.isInteger(expected) ? 'Integer' : 'Float');
      }
    });
  });
}
