import fc from 'fast-check';
import { openDataverseFixture } from '../stand-in.fixture';

/** Rows and filters are made of few values, so that they meet often. */
const TEXTS = ['Ana', 'ana', "o'hara", 'b', ''];
const DATES = ['2026-03-01T00:00:00Z', '2026-03-01T10:00:00Z', '2026-03-02T00:00:00Z'];
const IDS = ['11111111-2222-4333-8444-555555555555', '11111111-2222-4333-8444-666666666666'];

interface Row {
  rcc_customeremail: string | null;
  rcc_statusversion: number | null;
  rcc_requireshumanreview: boolean;
  rcc_resolvedon: string | null;
  _rcc_customer_value: string | null;
}

/** A condition as text, and what it means spelt out as slowly and plainly as possible. */
interface Condition {
  text: string;
  holds(row: Row): boolean;
}

const row: fc.Arbitrary<Row> = fc.record({
  rcc_customeremail: fc.constantFrom(null, ...TEXTS.filter((text) => text !== '')),
  rcc_statusversion: fc.constantFrom(null, 0, 1, 2),
  rcc_requireshumanreview: fc.boolean(),
  rcc_resolvedon: fc.constantFrom(null, ...DATES),
  _rcc_customer_value: fc.constantFrom(null, ...IDS),
});

const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;

function plainly(operator: (typeof OPERATORS)[number], left: string | number | null, right: string | number): boolean {
  if (left === null) return operator === 'ne';
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (operator === 'gt') return left > right;
  if (operator === 'ge') return left > right || left === right;
  if (operator === 'lt') return left < right;
  return left < right || left === right;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const operator = fc.constantFrom(...OPERATORS);
const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(operator, fc.constantFrom(...TEXTS)).map(([op, value]) => ({
    text: `rcc_customeremail ${op} ${quoted(value)}`,
    holds: (one: Row) => plainly(op, one.rcc_customeremail?.toLowerCase() ?? null, value.toLowerCase()),
  })),
  fc.tuple(operator, fc.integer({ min: -1, max: 3 })).map(([op, value]) => ({
    text: `rcc_statusversion ${op} ${value}`,
    holds: (one: Row) => plainly(op, one.rcc_statusversion, value),
  })),
  fc.tuple(operator, fc.constantFrom('2026-03-01', '2026-03-01T11:00:00+01:00', ...DATES)).map(([op, value]) => ({
    // Offsets need their plus encoded, like any other.
    text: `rcc_resolvedon ${op} ${value.replace('+', '%2B')}`,
    holds: (one: Row) =>
      plainly(op, one.rcc_resolvedon && new Date(one.rcc_resolvedon).getTime(), new Date(value).getTime()),
  })),
  fc.tuple(fc.constantFrom('eq', 'ne'), fc.boolean()).map(([op, value]) => ({
    text: `rcc_requireshumanreview ${op} ${value}`,
    holds: (one: Row) => (one.rcc_requireshumanreview === value) === (op === 'eq'),
  })),
  fc.constantFrom(...IDS).map((value) => ({
    text: `_rcc_customer_value eq ${value.toUpperCase()}`,
    holds: (one: Row) => one._rcc_customer_value === value,
  })),
  fc
    .tuple(
      fc.constantFrom('rcc_customeremail', 'rcc_statusversion', 'rcc_resolvedon', '_rcc_customer_value' as const),
      fc.constantFrom('eq', 'ne'),
    )
    .map(([column, op]) => ({
      text: `${column} ${op} null`,
      holds: (one: Row) => (one[column as keyof Row] === null) === (op === 'eq'),
    })),
  fc
    .tuple(fc.constantFrom('contains', 'startswith', 'endswith'), fc.constantFrom(...TEXTS, 'a'))
    .map(([name, part]) => ({
      text: `${name}(rcc_customeremail,${quoted(part)})`,
      holds: (one: Row) => {
        const value = one.rcc_customeremail?.toLowerCase();
        const wanted = part.toLowerCase();
        if (value === undefined) return false;
        if (name === 'contains') return value.indexOf(wanted) >= 0;
        if (name === 'startswith') return value.slice(0, wanted.length) === wanted;
        return wanted === '' || value.slice(-wanted.length) === wanted;
      },
    })),
);

/** `bare` parts carry no parentheses, so that precedence shows. */
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    simple,
    tie('condition').map((one) => ({ text: `not (${one.text})`, holds: (it: Row) => !one.holds(it) })),
    fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => ({
      text: `(${left.text}) and (${right.text})`,
      holds: (it: Row) => left.holds(it) && right.holds(it),
    })),
    fc.tuple(tie('condition'), tie('condition')).map(([left, right]) => ({
      text: `(${left.text}) or (${right.text})`,
      holds: (it: Row) => left.holds(it) || right.holds(it),
    })),
    fc.tuple(simple, simple, simple).map(([a, b, c]) => ({
      text: `${a.text} or ${b.text} and not ${c.text}`,
      holds: (it: Row) => a.holds(it) || (b.holds(it) && !c.holds(it)),
    })),
  ),
}));

it('a filter finds exactly the rows a plain reading of it finds, with or without an index', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.array(condition, { minLength: 1, maxLength: 5 }),
      async (rows, conditions) => {
        const fixture = openDataverseFixture();
        try {
          for (const contactid of IDS) {
            await fixture.call('CreateRecord', { entityName: 'contacts', item: { contactid, fullname: 'x' } });
          }
          for (const [index, { _rcc_customer_value: customer, ...columns }] of rows.entries()) {
            const item = { rcc_title: String(index), rcc_channel: 727000000, ...columns };
            const bound = { ...item, 'rcc_Customer@odata.bind': customer && `/contacts(${customer})` };
            const { statusCode } = await fixture.call('CreateRecord', { entityName: 'rcc_tickets', item: bound });
            expect(statusCode).toBe(201);
          }
          for (const { text, holds } of conditions) {
            const { body } = await fixture.call('ListRecords', {
              entityName: 'rcc_tickets',
              $select: 'rcc_title',
              $filter: text,
            });
            const expected = rows
              .map((one, index) => (holds(one) ? String(index) : ''))
              .filter((title) => title !== '');
            expect(body.value.map(({ rcc_title: title }) => title).sort()).toEqual(expected.sort());
          }
        } finally {
          fixture.remove();
        }
      },
    ),
    { numRuns: 150 },
  );
});
