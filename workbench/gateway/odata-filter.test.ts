import { compileRowFilter, compileRowOrder } from './odata-filter';

type Row = Record<string, unknown>;
const rows: Row[] = [
  { ID: 1, Title: 'Lamp', Price: 10, Due: '2026-03-01T08:00:00Z', Done: false },
  { ID: 2, Title: "Bo's table", Price: 250.5, Due: '2026-03-02', Done: true },
  { ID: 3, Title: null, Price: 0 },
];
const property = (path: string) => (row: Row) => row[path];
const found = (filter: string) =>
  rows.filter(compileRowFilter(filter, property, ['startswith', 'substringof']).matches).map(({ ID }) => ID);

it.each([
  ["Title eq 'lamp'", [1]],
  ["Title eq 'Bo''s table'", [2]],
  ["Title ne 'Lamp'", [2, 3]],
  ['Title eq null', [3]],
  ['Title ne null', [1, 2]],
  ['Price gt 9.5 and Price le 250.5', [1, 2]],
  ["Price eq '10'", [1]],
  ["Due ge '2026-03-01T09:00:00+01:00'", [1, 2]],
  ["Due lt '2026-03-01T08:00:01'", [1]],
  ["Due ge datetime'2026-03-02T00:00:00Z'", [2]],
  ['Due ge 2026-03-02', [2]],
  ['Done eq true', [2]],
  ['Done eq 0', [1]],
  ["startswith(Title,'LA')", [1]],
  ["substringof('able', Title)", [2]],
  ["not substringof('able',Title)", [1, 3]],
  ['ID eq 1 or ID eq 2 and Price lt 1', [1]],
  ['(ID eq 1 or ID eq 2) and Price lt 100', [1]],
  [' ID  EQ 3\n', [3]],
])('%s finds %j', (filter, ids) => {
  expect(found(filter)).toEqual(ids);
});

it.each([
  "Title like 'x'",
  "Title eq 'x",
  'Title eq',
  '(ID eq 1',
  'ID eq 1 ID eq 2',
  "endswith(Title,'x')",
  "year(Due) eq '2026'",
  "substringof(Title,'x')",
  '',
])('refuses %j instead of finding everything', (filter) => {
  expect(() => found(filter)).toThrow(expect.objectContaining({ statusCode: 400 }) as Error);
});

it('knows which properties an index could narrow', () => {
  const narrowing = (filter: string) => [...compileRowFilter(filter, property, ['startswith']).narrowing];
  expect(narrowing("ID eq 1 and (Title eq 'a' or Title eq 'b')")).toEqual(['ID', 'Title']);
  expect(narrowing("ID eq 1 or Title eq 'a'")).toEqual([]);
  expect(narrowing('not (ID eq 1)')).toEqual([]);
  expect(narrowing('ID ne 1')).toEqual([]);
});

it('orders by several properties, empty ones first', () => {
  const order = (orderBy: string) => [...rows].sort(compileRowOrder(orderBy, property)).map(({ ID }) => ID);
  expect(order('Title desc')).toEqual([1, 2, 3]);
  expect(order('Title')).toEqual([3, 2, 1]);
  expect(order('Done Desc, ID desc')).toEqual([2, 1, 3]);
  expect(() => order('Title up')).toThrow('$orderby');
});
