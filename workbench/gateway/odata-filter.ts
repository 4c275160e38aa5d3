import { badArgument } from './arguments';

/** Reads a property of a row; properties behind others are written `start/dateTime`. */
export type PropertyReader<Row> = (path: string) => (row: Row) => unknown;

export interface RowFilter<Row> {
  matches(row: Row): boolean;
  /** Properties of which every matching row has to fulfil a condition: those an index could help with. */
  narrowing: ReadonlySet<string>;
}

type Literal = { value: string | number | boolean | null };
type Operand<Row> = Literal | { path: string; read: (row: Row) => unknown };

// Texts, dates, numbers, words with paths, punctuation. SharePoint's old `datetime'…'` is a text too.
const TOKEN =
  /\s*(?:(?:datetime)?'((?:[^']|'')*)'|(\d{4}-\d{2}-\d{2}[\dT:.Z+-]*)|([+-]?\d+(?:\.\d+)?)(?![\w-])|([A-Za-z_][\w.{}]*(?:\/[A-Za-z_]\w*)*)|([(),]))/y;
const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** The functions of two texts, by the order of their arguments: the text searched in, and the part. */
const TEXT_TESTS: Readonly<Record<string, { partFirst: boolean; holds: (text: string, part: string) => boolean }>> = {
  startswith: { partFirst: false, holds: (text, part) => text.startsWith(part) },
  endswith: { partFirst: false, holds: (text, part) => text.endsWith(part) },
  contains: { partFirst: false, holds: (text, part) => text.includes(part) },
  substringof: { partFirst: true, holds: (text, part) => text.includes(part) },
};

/** Milliseconds of an ISO date; one without an offset counts as UTC. */
function instantOf(text: string): number | undefined {
  if (!ISO_DATE.test(text)) return undefined;
  const time = Date.parse(/[T]/.test(text) && !/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}

/** Below, equal or above: numbers, yes/no and dates by value, texts ignoring case. */
export function compareValues(left: unknown, right: unknown): number {
  let [a, b] = [left, right];
  if (typeof a === 'boolean' || typeof b === 'boolean')
    [a, b] = [a, b].map((one) => ['true', '1'].includes(String(one)));
  else if (typeof a === 'number' || typeof b === 'number') [a, b] = [Number(a), Number(b)];
  else {
    const [one, two] = [instantOf(String(a)), instantOf(String(b))];
    if (one !== undefined && two !== undefined) [a, b] = [one, two];
    else [a, b] = [String(a).toLowerCase(), String(b).toLowerCase()];
  }
  if (a === b) return 0;
  return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : NaN;
}

function compares(operator: string, left: unknown, right: unknown): boolean {
  if (left == null || right == null) {
    const same = left == null && right == null;
    return operator === 'eq' ? same : operator === 'ne' && !same;
  }
  const order = compareValues(left, right);
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    default:
      return order <= 0;
  }
}

/**
 * Turns a `$filter` into a test of rows: comparisons, `and`, `or`, `not`, parentheses, `startswith`, `endswith`,
 * `contains` and `substringof`. Values are compared by what the row holds, so no schema is needed.
 * @param property resolves a property once; it may throw for one that does not exist
 * @param functions names of the functions the service knows
 * @throws {ServiceError} 400 for what cannot be read, naming the place
 */
export function compileRowFilter<Row>(
  filter: string,
  property: PropertyReader<Row>,
  functions: readonly string[],
): RowFilter<Row> {
  let position = 0;
  let token = next();

  function fail(expected: string): never {
    throw badArgument(`The $filter expression '${filter}' is not valid: expected ${expected} at position ${position}.`);
  }
  function next(): { text?: string; literal?: Literal; word?: string; mark?: string } | undefined {
    if (filter.slice(position).trim() === '') return undefined;
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(filter);
    if (match === null) return fail('a name, a value or an operator');
    position += match[0].length;
    const [, text, date, number, word, mark] = match;
    if (text !== undefined) return { literal: { value: text.replaceAll("''", "'") } };
    if (date !== undefined) return { literal: { value: date } };
    if (number !== undefined) return { literal: { value: Number(number) } };
    if (word === 'null') return { literal: { value: null } };
    if (word === 'true' || word === 'false') return { literal: { value: word === 'true' } };
    return word === undefined ? { mark } : { word };
  }
  function takeWord(word: string): boolean {
    if (token?.word?.toLowerCase() !== word) return false;
    token = next();
    return true;
  }
  function expect(mark: string): void {
    if (token?.mark !== mark) fail(`'${mark}'`);
    token = next();
  }
  function either(): RowFilter<Row> {
    let left = both();
    while (takeWord('or')) {
      const [a, b] = [left, both()];
      const narrowing = new Set([...a.narrowing].filter((name) => b.narrowing.has(name)));
      left = { matches: (row) => a.matches(row) || b.matches(row), narrowing };
    }
    return left;
  }
  function both(): RowFilter<Row> {
    let left = single();
    while (takeWord('and')) {
      const [a, b] = [left, single()];
      left = {
        matches: (row) => a.matches(row) && b.matches(row),
        narrowing: new Set([...a.narrowing, ...b.narrowing]),
      };
    }
    return left;
  }
  function single(): RowFilter<Row> {
    if (token?.mark === '(') {
      token = next();
      const inside = either();
      expect(')');
      return inside;
    }
    if (takeWord('not')) {
      const inside = single();
      return { matches: (row) => !inside.matches(row), narrowing: new Set() };
    }
    const name = token?.word;
    if (name !== undefined && /^\s*\(/.test(filter.slice(position))) return textTest(name);
    return comparison();
  }
  function operand(): Operand<Row> {
    const found = token;
    if (found?.literal === undefined && found?.word === undefined) return fail('a property or a value');
    token = next();
    return found.literal ?? { path: found.word!, read: property(found.word!) };
  }
  function textTest(name: string): RowFilter<Row> {
    const test = functions.includes(name.toLowerCase()) ? TEXT_TESTS[name.toLowerCase()] : undefined;
    if (test === undefined) {
      throw badArgument(
        `The function '${name}' in the $filter expression '${filter}' is not supported; use ${functions.join(', ')}.`,
      );
    }
    token = next();
    expect('(');
    const first = operand();
    expect(',');
    const second = operand();
    expect(')');
    const [searched, part] = test.partFirst ? [second, first] : [first, second];
    if (!('read' in searched) || !('value' in part) || typeof part.value !== 'string') {
      return fail(`${name} of a property and a text`);
    }
    const wanted = part.value.toLowerCase();
    return {
      matches: (row) => {
        const value = searched.read(row);
        return value != null && test.holds(String(value).toLowerCase(), wanted);
      },
      narrowing: name.toLowerCase() === 'startswith' ? new Set([searched.path]) : new Set(),
    };
  }
  function comparison(): RowFilter<Row> {
    const left = operand();
    const operator = token?.word?.toLowerCase() ?? '';
    if (!COMPARISONS.includes(operator)) return fail(COMPARISONS.join(', '));
    token = next();
    const right = operand();
    const read = (side: Operand<Row>) => ('read' in side ? side.read : () => side.value);
    const [one, two] = [read(left), read(right)];
    const narrows = 'read' in left && !('read' in right) && operator !== 'ne';
    return {
      matches: (row) => compares(operator, one(row), two(row)),
      narrowing: narrows ? new Set([left.path]) : new Set(),
    };
  }

  const compiled = either();
  if (token !== undefined) fail('and, or or the end');
  return compiled;
}

/**
 * Turns an `$orderby` into a comparison of rows; rows without a value come first when ascending.
 * @throws {ServiceError} 400 for anything but `asc` and `desc` after a property
 */
export function compileRowOrder<Row>(orderBy: string, property: PropertyReader<Row>): (a: Row, b: Row) => number {
  const terms = orderBy.split(',').map((term) => {
    const [path = '', direction = 'asc', ...more] = term.trim().split(/\s+/);
    if (path === '' || !['asc', 'desc'].includes(direction.toLowerCase()) || more.length > 0) {
      throw badArgument(`The $orderby expression '${orderBy}' is not valid: expected a property and asc or desc.`);
    }
    return { read: property(path), sign: direction.toLowerCase() === 'asc' ? 1 : -1 };
  });
  return (a, b) => {
    for (const { read, sign } of terms) {
      const [left, right] = [read(a) ?? null, read(b) ?? null];
      const order =
        left === null || right === null ? Number(left !== null) - Number(right !== null) : compareValues(left, right);
      if (order) return sign * order;
    }
    return 0;
  };
}
