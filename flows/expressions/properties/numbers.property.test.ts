import fc from 'fast-check';
import { type FlowNumber, makeInteger } from '../numbers';
import { asFloat, run, runTyped } from './run';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;

/** Small ones, those near 2^53 and those near the ends alike. */
const integer = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: 2n ** 53n - 5n, max: 2n ** 53n + 5n }),
  fc.bigInt({ min: MIN, max: MAX }),
);

function inRange(name: string, oracle: (a: bigint, b: bigint) => bigint) {
  fc.assert(
    fc.property(integer, integer, (a, b) => {
      fc.pre(b !== 0n || !['div', 'mod'].includes(name));
      const expected = oracle(a, b);
      const actual = (): unknown => runTyped(name, makeInteger(a), makeInteger(b));
      if (expected > MAX || expected < MIN) expect(actual).toThrow(/64 bits/);
      else expect(BigInt(actual() as number | bigint)).toBe(expected);
    }),
    { numRuns: 500 },
  );
}

describe('integers are counted as BigInt counts', () => {
  test('add', () => inRange('add', (a, b) => a + b));
  test('sub', () => inRange('sub', (a, b) => a - b));
  test('mul', () => inRange('mul', (a, b) => a * b));
  test('div', () => inRange('div', (a, b) => a / b));
  test('mod', () => inRange('mod', (a, b) => a % b));
});

test('quotient times divisor plus remainder is the dividend', () => {
  fc.assert(
    fc.property(integer, integer, (a, b) => {
      fc.pre(b !== 0n && !(a === MIN && b === -1n));
      const [x, y] = [makeInteger(a), makeInteger(b)];
      expect(runTyped('add', runTyped('mul', runTyped('div', x, y), y), runTyped('mod', x, y))).toBe(x);
    }),
  );
});

const double = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 });

test('a float on either side makes a float calculation', () => {
  fc.assert(
    fc.property(double, fc.integer(), (a, b) => {
      expect(run('add', asFloat(a), b)).toBe(a + b + 0);
      expect(run('mul', b, asFloat(a))).toBe(b * a + 0);
      if (Number.isFinite(b / a)) expect(run('div', b, asFloat(a))).toBe(b / a + 0);
    }),
  );
});

test('numbers compare by value whatever their type', () => {
  const number = fc.oneof(integer.map(makeInteger), double.map(asFloat));
  fc.assert(
    fc.property(number, number, (a: FlowNumber, b: FlowNumber) => {
      const [less, greater, equal] = [run('less', a, b), run('greater', a, b), run('equals', a, b)];
      expect([less, greater, equal].filter(Boolean)).toHaveLength(1);
      expect(run('lessOrEquals', a, b)).toBe(!greater);
      expect(run('greaterOrEquals', a, b)).toBe(!less);
    }),
  );
});

test('the text of an integer reads back as the integer', () => {
  fc.assert(
    fc.property(integer, (value) => {
      expect(runTyped('int', run('string', makeInteger(value)))).toBe(makeInteger(value));
      expect(run('isInt', String(value))).toBe(true);
    }),
  );
});

describe('formatNumber writes as Intl writes', () => {
  const amount = fc.oneof(
    fc.integer(),
    fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 1000),
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
  );
  const places = fc.integer({ min: 0, max: 8 });

  test.each(['en-US', 'de-DE', 'fr-FR', 'hi-IN', 'sv-SE', 'ja-JP'])(
    'N, F, P and C in %s, with plain blanks',
    (locale) => {
      fc.assert(
        fc.property(amount, places, (value, digits) => {
          const number = Number.isSafeInteger(value) && !Object.is(value, -0) ? value : asFloat(value + 0);
          const text = (options: Intl.NumberFormatOptions): string =>
            new Intl.NumberFormat(locale, {
              minimumFractionDigits: digits,
              maximumFractionDigits: digits,
              ...options,
            })
              .formatToParts(value + 0)
              // .NET parts a mark from the digits with a plain blank.
              .map((part) => (part.type === 'literal' ? part.value.replace(/\s/g, ' ') : part.value))
              .join('');
          // Where nothing is left, the sign is.
          fc.pre(Math.abs(value) > 1e-6 || value === 0);
          expect(run('formatNumber', number, `N${digits}`, locale)).toBe(text({}));
          expect(run('formatNumber', number, `F${digits}`, locale)).toBe(text({ useGrouping: false }));
          expect(run('formatNumber', number, `P${digits}`, locale)).toBe(text({ style: 'percent' }));
          const currency = { 'en-US': 'USD', 'hi-IN': 'INR', 'sv-SE': 'SEK', 'ja-JP': 'JPY' }[locale] ?? 'EUR';
          expect(run('formatNumber', number, `C${digits}`, locale)).toBe(text({ style: 'currency', currency }));
        }),
        { numRuns: 300 },
      );
    },
  );

  test('D pads, X is two’s complement, G of an integer is its text', () => {
    fc.assert(
      fc.property(integer, fc.integer({ min: 0, max: 30 }), (value, digits) => {
        const size = (value < 0n ? -value : value).toString().padStart(digits, '0');
        expect(run('formatNumber', makeInteger(value), `D${digits}`)).toBe(value < 0n ? `-${size}` : size);
        expect(BigInt(`0x${String(run('formatNumber', makeInteger(value), 'X'))}`)).toBe(BigInt.asUintN(64, value));
        expect(run('formatNumber', makeInteger(value), 'G')).toBe(value.toString());
      }),
    );
  });

  test('R and E17 read back as the same float', () => {
    fc.assert(
      fc.property(double, (value) => {
        expect(Number(run('formatNumber', asFloat(value), 'R'))).toBe(value + 0);
        expect(Number(run('formatNumber', asFloat(value), 'E17'))).toBe(value + 0);
      }),
    );
  });

  test('a custom format writes as the standard one it spells out', () => {
    fc.assert(
      fc.property(amount, places, (value, digits) => {
        fc.pre(Math.abs(value) >= 1);
        const number = Number.isSafeInteger(value) ? value : asFloat(value);
        const point = digits > 0 ? `.${'0'.repeat(digits)}` : '';
        expect(run('formatNumber', number, `#,##0${point}`)).toBe(run('formatNumber', number, `N${digits}`));
        expect(run('formatNumber', number, `0${point}`)).toBe(run('formatNumber', number, `F${digits}`));
      }),
    );
  });
});

test('what is formatted with groups reads back as a float', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'hi-IN', 'es-ES'), (cents, locale) => {
      const written = run('formatNumber', asFloat(cents / 100), 'N2', locale);
      expect(run('float', written, locale)).toBe(cents / 100 + 0);
      expect(run('isFloat', written, locale)).toBe(true);
    }),
  );
});
