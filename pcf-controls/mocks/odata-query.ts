/** A row of a table as the Web API gives it: `rcc_title`, `_rcc_ticket_value`, … */
export type Row = Readonly<Record<string, unknown>>;

export interface ODataQuery {
  readonly select: readonly string[] | undefined;
  readonly passes: (row: Row) => boolean;
  readonly order: (a: Row, b: Row) => number;
  readonly top: number | undefined;
  readonly skip: number;
}

const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

/**
 * Reads the query options the controls use: `$select`, `$filter` (comparisons joined by `and`), `$orderby`, `$top`.
 * @param options as passed to `retrieveMultipleRecords`, with or without the question mark
 * @throws Error for an option or expression that is not imitated here, so that no test passes by accident
 */
export function readQuery(options = ''): ODataQuery {
  let query: ODataQuery = { select: undefined, passes: () => true, order: () => 0, top: undefined, skip: 0 };
  for (const part of options.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const at = part.indexOf('=');
    const [name, value] = [part.slice(0, at), decodeURIComponent(part.slice(at + 1))];
    if (name === '$select') query = { ...query, select: value.split(',').map((column) => column.trim()) };
    else if (name === '$filter') query = { ...query, passes: filterOf(value) };
    else if (name === '$orderby') query = { ...query, order: orderOf(value) };
    else if (name === '$top') query = { ...query, top: Number(value) };
    else if (name === '$skiptoken') query = { ...query, skip: Number(value) };
    else throw new Error(`The query option ${name} is not imitated; see odata-query.ts.`);
  }
  return query;
}

function filterOf(text: string): (row: Row) => boolean {
  const tests: ((row: Row) => boolean)[] = [];
  const comparison = /\s*(\w+)\s+(eq|ne|gt|ge|lt|le)\s+('(?:[^']|'')*'|[^\s()]+)\s*(and\s|$)/y;
  while (comparison.lastIndex < text.length) {
    const found = comparison.exec(text);
    if (!found) throw new Error(`The filter "${text}" is not imitated; see odata-query.ts.`);
    const [, column = '', operator = '', literal = ''] = found;
    const wanted = literalOf(literal);
    tests.push((row) => {
      const order = orderBetween(row[column], wanted);
      return order !== undefined && (OPERATORS[operator]?.(order) ?? false);
    });
  }
  return (row) => tests.every((test) => test(row));
}

function literalOf(literal: string): unknown {
  if (literal === 'null') return null;
  if (literal === 'true' || literal === 'false') return literal === 'true';
  if (literal.startsWith("'")) return literal.slice(1, -1).replace(/''/g, "'");
  return /^-?\d+(\.\d+)?$/.test(literal) ? Number(literal) : literal;
}

/** Less than 0, 0 or more; nothing when the two have no order, as an empty value and any other. */
function orderBetween(value: unknown, wanted: unknown): number | undefined {
  const isMissing = value === null || value === undefined;
  if (wanted === null || isMissing) return isMissing === (wanted === null) ? 0 : wanted === null ? 1 : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value) - Number(wanted);
  const [is, asked] = [String(value).toLowerCase(), String(wanted).toLowerCase()];
  return is < asked ? -1 : is > asked ? 1 : 0;
}

function orderOf(text: string): (a: Row, b: Row) => number {
  const keys = text.split(',').map((key) => key.trim().split(/\s+/));
  return (a, b) => {
    for (const [column = '', direction] of keys) {
      const [before, after] = [a[column] ?? null, b[column] ?? null];
      const difference = before === null ? (after === null ? 0 : -1) : (orderBetween(before, after) ?? 1);
      if (difference !== 0) return direction === 'desc' ? -difference : difference;
    }
    return 0;
  };
}
