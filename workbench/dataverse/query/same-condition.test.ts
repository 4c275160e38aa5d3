import fc from 'fast-check';
import { sampleTables } from '../sample-tables.fixture';
import { openDataverseFixture } from '../stand-in.fixture';

interface Row {
  sam_name: string | null;
  sam_weight: number | null;
  sam_size: number | null;
  sam_marks: string | null;
  sam_due: string | null;
  sam_fragile: boolean;
}

/** One condition in both languages, and what it means spelt out plainly. */
interface Condition {
  odata: string;
  fetch: string;
  holds(row: Row): boolean;
}

const NOW = Date.parse('2026-03-04T12:00:00Z');
const DAY = 86_400_000;
const NAMES = ['ann', 'Ann', "o'hara", 'b_b', '5%', 'a<b&c'];
const row: fc.Arbitrary<Row> = fc.record({
  sam_name: fc.constantFrom(null, ...NAMES),
  sam_weight: fc.constantFrom(null, -1, 0, 1, 5),
  sam_size: fc.constantFrom(null, 1, 2, 3),
  sam_marks: fc.constantFrom(null, '1', '1,2', '2,3', '11'),
  sam_due: fc.integer({ min: -40, max: 40 }).map((hours) => new Date(NOW + hours * 3_600_000).toISOString()),
  sam_fragile: fc.boolean(),
});

const xml = (text: string) =>
  text.replace(/[&<>"']/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[one]!);
const literal = (text: string) => encodeURIComponent(`'${text.replaceAll("'", "''")}'`);
const condition = (attribute: string, operator: string, ...values: (string | number)[]) =>
  values.length === 1
    ? `<condition attribute="${attribute}" operator="${operator}" value="${xml(String(values[0]))}"/>`
    : `<condition attribute="${attribute}" operator="${operator}">${values.map((one) => `<value>${xml(String(one))}</value>`).join('')}</condition>`;
const called = (name: string, column: string, values = '') =>
  `Microsoft.Dynamics.CRM.${name}(PropertyName='${column}'${values})`;

const COMPARISONS: Record<string, (left: number, right: number) => boolean> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
};
const numeric = fc.constantFrom('sam_weight' as const, 'sam_size' as const);
const dayOf = (text: string) => Math.floor(Date.parse(text) / DAY);
const TODAY = Math.floor(NOW / DAY);

const simple: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(numeric, fc.constantFrom(...Object.keys(COMPARISONS)), fc.integer({ min: -2, max: 6 }))
    .map(([column, operator, value]): Condition => ({
      odata: `${column} ${operator} ${value}`,
      fetch: condition(column, operator, value),
      holds: (one) => (one[column] === null ? operator === 'ne' : COMPARISONS[operator]!(one[column], value)),
    })),
  fc
    .tuple(numeric, fc.uniqueArray(fc.integer({ min: -1, max: 5 }), { minLength: 2, maxLength: 3 }), fc.boolean())
    .map(([column, values, not]): Condition => ({
      odata: called(not ? 'NotIn' : 'In', column, `,PropertyValues=[${values.map((one) => `'${one}'`).join(',')}]`),
      fetch: condition(column, not ? 'not-in' : 'in', ...values),
      holds: (one) => (one[column] === null ? not : values.includes(one[column]) !== not),
    })),
  fc
    .tuple(numeric, fc.integer({ min: -1, max: 2 }), fc.integer({ min: 0, max: 3 }), fc.boolean())
    .map(([column, low, more, not]): Condition => ({
      odata: called(not ? 'NotBetween' : 'Between', column, `,PropertyValues=["${low}","${low + more}"]`),
      fetch: condition(column, not ? 'not-between' : 'between', low, low + more),
      holds: (one) => (one[column] === null ? not : (one[column] >= low && one[column] <= low + more) !== not),
    })),
  fc.constantFrom(...NAMES).map((name): Condition => ({
    odata: `sam_name eq ${literal(name)}`,
    fetch: condition('sam_name', 'eq', name),
    holds: (one) => one.sam_name?.toLowerCase() === name.toLowerCase(),
  })),
  fc
    .tuple(fc.constantFrom('startswith', 'endswith', 'contains'), fc.constantFrom('A', 'b', '_', '%', "'", '&c'))
    .map(([name, part]): Condition => ({
      odata: `${name}(sam_name,${literal(part)})`,
      fetch:
        name === 'contains'
          ? condition('sam_name', 'like', `%${part.replace(/[_%]/, '[$&]')}%`)
          : condition('sam_name', name === 'startswith' ? 'begins-with' : 'ends-with', part),
      holds: ({ sam_name: value }) => {
        if (value === null) return false;
        const [text, wanted] = [value.toLowerCase(), part.toLowerCase()];
        if (name === 'contains') return text.split(wanted).length > 1;
        return (name === 'startswith' ? text.slice(0, wanted.length) : text.slice(-wanted.length)) === wanted;
      },
    })),
  fc
    .tuple(fc.uniqueArray(fc.constantFrom<number[]>(1, 2, 3, 11), { minLength: 1, maxLength: 2 }), fc.boolean())
    .map(([values, not]): Condition => ({
      odata: called(
        not ? 'DoesNotContainValues' : 'ContainValues',
        'sam_marks',
        `,PropertyValues=[${values.map((one) => `'${one}'`).join(',')}]`,
      ),
      fetch: condition('sam_marks', not ? 'not-contain-values' : 'contain-values', ...values),
      holds: ({ sam_marks: marks }) =>
        marks === null ? not : marks.split(',').some((one) => values.includes(Number(one))) !== not,
    })),
  fc
    .constantFrom<[string, string, (due: string) => boolean]>(
      ['Today', 'today', (due) => dayOf(due) === TODAY],
      ['Yesterday', 'yesterday', (due) => dayOf(due) === TODAY - 1],
      ['Tomorrow', 'tomorrow', (due) => dayOf(due) === TODAY + 1],
      ['Last7Days', 'last-seven-days', (due) => Date.parse(due) <= NOW],
      ['ThisMonth', 'this-month', (due) => due.startsWith('2026-03')],
    )
    .map(([name, operator, holds]): Condition => ({
      odata: called(name, 'sam_due'),
      fetch: `<condition attribute="sam_due" operator="${operator}"/>`,
      holds: (one) => holds(one.sam_due!),
    })),
  fc
    .constantFrom<[string, string, number | string, (due: string) => boolean]>(
      ['LastXHours', 'last-x-hours', 5, (due) => Date.parse(due) <= NOW && Date.parse(due) >= NOW - 5 * 3_600_000],
      ['NextXDays', 'next-x-days', 1, (due) => Date.parse(due) >= NOW && dayOf(due) <= TODAY + 1],
      ['LastXDays', 'last-x-days', 1, (due) => Date.parse(due) <= NOW && dayOf(due) >= TODAY - 1],
      ['OlderThanXDays', 'olderthan-x-days', 1, (due) => Date.parse(due) < NOW - DAY],
      ['OlderThanXHours', 'olderthan-x-hours', 2, (due) => Date.parse(due) < NOW - 2 * 3_600_000],
      ['OlderThanXMinutes', 'olderthan-x-minutes', 90, (due) => Date.parse(due) < NOW - 90 * 60_000],
      ['On', 'on', '2026-03-04', (due) => due.startsWith('2026-03-04')],
      ['OnOrAfter', 'on-or-after', '2026-03-05', (due) => due >= '2026-03-05'],
      ['OnOrBefore', 'on-or-before', '2026-03-03', (due) => due < '2026-03-04'],
    )
    .map(([name, operator, value, holds]): Condition => ({
      odata: called(name, 'sam_due', `,PropertyValue=${typeof value === 'number' ? value : `'${value}'`}`),
      fetch: condition('sam_due', operator, value),
      holds: (one) => holds(one.sam_due!),
    })),
  fc
    .tuple(fc.constantFrom('sam_name', 'sam_weight', 'sam_marks' as const), fc.boolean())
    .map(([column, not]): Condition => ({
      odata: `${column} ${not ? 'ne' : 'eq'} null`,
      fetch: `<condition attribute="${column}" operator="${not ? 'not-null' : 'null'}"/>`,
      holds: (one) => (one[column as keyof Row] === null) !== not,
    })),
  fc.boolean().map((value): Condition => ({
    odata: `sam_fragile eq ${value}`,
    fetch: condition('sam_fragile', 'eq', value ? 1 : 0),
    holds: (one) => one.sam_fragile === value,
  })),
  fc.constant<Condition>({
    odata: 'sam_weight ge sam_size',
    fetch: '<condition attribute="sam_weight" operator="ge" valueof="sam_size"/>',
    holds: (one) => one.sam_weight !== null && one.sam_size !== null && one.sam_weight >= one.sam_size,
  }),
);

const { nested } = fc.letrec<{ nested: Condition }>((tie) => ({
  nested: fc.oneof(
    { maxDepth: 3 },
    simple,
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('nested'), { minLength: 1, maxLength: 3 }))
      .map(([type, parts]): Condition => ({
        odata: `(${parts.map((part) => part.odata).join(` ${type} `)})`,
        fetch: `<filter type="${type}">${parts.map((part) => part.fetch).join('')}</filter>`,
        holds: (one) =>
          type === 'and' ? parts.every((part) => part.holds(one)) : parts.some((part) => part.holds(one)),
      })),
  ),
}));

it('a condition finds the same rows as $filter, as FetchXML and in plain words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 10 }),
      fc.array(nested, { minLength: 1, maxLength: 6 }),
      async (rows, conditions) => {
        // Names repeat here, so the table's key has to go.
        const tables = sampleTables().map((table) => ({ ...table, keys: new Map() }));
        const fixture = openDataverseFixture({ tables });
        fixture.setTime(new Date(NOW).toISOString());
        try {
          for (const [index, item] of rows.entries()) {
            const created = await fixture.call('CreateRecord', {
              entityName: 'sam_parcels',
              item: { ...item, sam_limit: index },
            });
            expect(created.statusCode).toBe(201);
          }
          const found = async (options: Record<string, string>) => {
            const { body, statusCode } = await fixture.call('ListRecords', { entityName: 'sam_parcels', ...options });
            expect([statusCode, body.error?.message]).toEqual([200, undefined]);
            return body.value.map((one) => Number(one.sam_limit)).sort((a, b) => a - b);
          };
          for (const { odata, fetch, holds } of conditions) {
            const expected = rows.flatMap((one, index) => (holds(one) ? [index] : []));
            expect(await found({ $filter: odata, $select: 'sam_limit' })).toEqual(expected);
            const fetchXml = `<fetch><entity name="sam_parcel"><attribute name="sam_limit"/><filter>${fetch}</filter></entity></fetch>`;
            expect(await found({ fetchXml })).toEqual(expected);
          }
        } finally {
          fixture.remove();
        }
      },
    ),
    { numRuns: 150 },
  );
});
