import { type ActionView, type ExpressionContext } from '../context';
import { evaluate } from '../evaluate';
import { ExpressionError } from '../expression-error';
import { parseExpression } from '../parse-expression';
import { toPlainJson } from '../json-text';
import { typeName } from '../value-types';

/** Surroundings for expressions in tests: one trigger, three actions, one loop. */
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
      $formdata: [
        { key: 'name', value: 'Ann' },
        { key: 'tag', value: 'a' },
        { key: 'tag', value: 'b' },
      ],
    },
  }),
  trigger: () => ({ name: 'manual', status: 'Succeeded' }),
  workflow: () => ({ name: 'flow-id', tags: null, run: { name: 'run-id' } }),
  action: (name) => actionNamed(name),
  outputsOf: (name) => actionNamed(name).outputs,
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

/** The answer of a form posted with an encoded body, and of one in parts; both as bytes. */
const ENCODED_FORM: ActionView = {
  ...CALL,
  name: 'Encoded_form',
  outputs: {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'name=Ann+Lee&tag=a%26b&tag=c',
  },
};

const PARTS = [
  '--line',
  'Content-Disposition: form-data; name="note"',
  '',
  'first\r\nsecond',
  '--line',
  'Content-Disposition: form-data; name="file"; filename="a.bin"',
  'Content-Type: application/octet-stream',
  '',
  'abc',
  '--line',
  'Content-Disposition: form-data; name="data"',
  'Content-Type: application/json',
  '',
  '{"n":5}',
  '--line--',
].join('\r\n');

const PARTED_FORM: ActionView = {
  ...CALL,
  name: 'Parted_form',
  outputs: {
    headers: {},
    body: {
      '$content-type': 'multipart/form-data; boundary="line"',
      $content: Buffer.from(PARTS, 'utf8').toString('base64'),
    },
  },
};

const actionNamed = (name: string): ActionView =>
  lookUp({ Call_api: CALL, Encoded_form: ENCODED_FORM, Parted_form: PARTED_FORM }, name) as ActionView;

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

/** What the case shows, the expression, and its value or error. */
export type ExpressionCase = [promise: string, expression: string, expected: unknown];

/** Cases that one section of the language's reference asks for; `WDL 6.4 div` is the line about `div` in section 6.4. */
export interface SourcedCases {
  source: string;
  cases: ExpressionCase[];
}

/** Runs tables of expression cases as one test each. */
export function testExpressions(families: SourcedCases[]): void {
  describe.each(families)('$source', ({ cases }) => {
    test.each(cases)('%s: %s', (_promise, text, expected) => {
      const value = (): unknown => evaluate(parseExpression(text), SAMPLE_CONTEXT);
      if (expected instanceof Fails) {
        expect(value).toThrow(ExpressionError);
        expect(value).toThrow(expected.message);
      } else if (expected instanceof FloatOf) {
        expect([typeName(value()), toPlainJson(value())]).toEqual(['Float', expected.value]);
      } else if (typeof expected === 'bigint') expect(value()).toBe(expected);
      else {
        expect(toPlainJson(value())).toEqual(expected);
        if (typeof expected === 'number') {
          expect(typeName(value())).toBe(Number.isInteger(expected) ? 'Integer' : 'Float');
        }
      }
    });
  });
}
