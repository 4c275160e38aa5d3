import { type TextPart } from './literal';

/** What a query option names, and what is wrong with its writing. */
export interface QueryReading {
  /** Columns and navigation properties by path, as written; collections and what is behind them are left out. */
  properties: string[][];
  /** Why it cannot be read; silent where an expression may stand for the missing part. */
  problem?: string;
}

/** Stands for an expression: a value, a name or a whole condition, nobody knows. */
const HOLE = '\u0001';

/** The text of a query option with a mark for each of its expressions. */
export function textWithHoles(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
}

type Kind = 'text' | 'value' | 'word' | 'mark' | 'hole';
interface Token {
  kind: Kind;
  text: string;
  position: number;
}

const COMPARISONS = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const TEXT_TESTS = new Set(['contains', 'startswith', 'endswith']);
/** The platform's own query functions, such as `Microsoft.Dynamics.CRM.LastXDays`. */
const QUERY_FUNCTION = /(^|\/)Microsoft\.Dynamics\.CRM\.\w+$/;
const LAMBDA = /.\/(any|all)$/;
const CONSTANTS = new Set(['true', 'false', 'null']);
const JOINING = new Set(['and', 'or']);

// The order matters: a GUID may begin like a number, a date or a word.
const TOKEN = new RegExp(
  [
    `('(?:[^']|'')*')`,
    `([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\\w-]))`,
    `(\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)?)?(?![\\w-]))`,
    `([+-]?\\d+(?:\\.\\d+)?(?![\\w-]))`,
    `([A-Za-z_${HOLE}][\\w.@${HOLE}-]*(?:/[A-Za-z_${HOLE}][\\w.@${HOLE}-]*)*)`,
    `([(),[\\]:=])`,
  ].join('|'),
  'iy',
);

/** A request's address may have 16,384 characters in all. */
const LONGEST_QUERY = 16_384;
const DEEPEST_NESTING = 100;

class Unreadable extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

/**
 * Reads a Dataverse `$filter`: comparisons, `contains`, `startswith`, `endswith`, the platform's query functions, `any`
 * and `all`, joined by `and`, `or`, `not` and parentheses (Dataverse Web API, "Filter rows").
 * @param text with marks for its expressions, see `textWithHoles`
 */
export function readFilter(text: string): QueryReading {
  if (text.length > LONGEST_QUERY) return TOO_LONG;
  const reader = new FilterReader(text);
  try {
    reader.read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    // Behind an expression outside of quotes anything may follow.
    const hole = text.replace(/'(?:[^']|'')*'/g, (quoted) => ' '.repeat(quoted.length)).indexOf(HOLE);
    if (hole < 0 || error.position < hole) return { properties: reader.properties, problem: error.message };
  }
  return { properties: reader.properties };
}

class FilterReader {
  readonly properties: string[][] = [];
  private readonly tokens: Token[] = [];
  private readonly variables: string[] = [];
  private next = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  read(): void {
    this.tokenize();
    if (this.tokens.length === 0) return;
    this.condition();
    if (this.next < this.tokens.length) throw this.expected("'and' or 'or'");
  }

  private tokenize(): void {
    const kinds: Kind[] = ['text', 'value', 'value', 'value', 'word', 'mark'];
    for (let position = 0; ;) {
      while (/\s/.test(this.text[position] ?? '')) position += 1;
      if (position >= this.text.length) return;
      TOKEN.lastIndex = position;
      const match = TOKEN.exec(this.text);
      if (!match) {
        const character = this.text[position]!;
        const reason = character === "'" ? 'a quote is never closed' : `'${character}' has no meaning here`;
        throw new Unreadable(`${reason}, at position ${position + 1}`, position);
      }
      const kind = kinds[match.slice(1).findIndex((group) => group !== undefined)]!;
      this.tokens.push({ kind: match[0] === HOLE ? 'hole' : kind, text: match[0], position });
      position += match[0].length;
    }
  }

  private condition(): void {
    this.depth += 1;
    if (this.depth > DEEPEST_NESTING) throw new Unreadable('conditions are nested too deeply', 0);
    this.single();
    while (JOINING.has(this.word() ?? '')) {
      this.next += 1;
      this.single();
    }
    this.depth -= 1;
  }

  private single(): void {
    while (this.word() === 'not') this.next += 1;
    if (this.skip('(')) {
      this.condition();
      this.demand(')');
    } else if (this.tokens[this.next]?.kind === 'word' && this.tokens[this.next + 1]?.text === '(') this.call();
    else if (this.tokens[this.next]?.kind === 'hole' && this.endsCondition(this.next + 1)) this.next += 1;
    else this.comparison();
  }

  private endsCondition(at: number): boolean {
    const token = this.tokens[at];
    return token === undefined || token.text === ')' || JOINING.has(token.text);
  }

  private comparison(): void {
    this.operand();
    const token = this.tokens[this.next];
    if (token?.kind !== 'hole' && !COMPARISONS.has(token?.text ?? '')) throw this.expected('eq, ne, gt, ge, lt or le');
    this.next += 1;
    this.operand();
  }

  private operand(): void {
    const token = this.tokens[this.next];
    if (!token || token.kind === 'mark') throw this.expected('a column or a value');
    if (token.kind === 'word' && (COMPARISONS.has(token.text) || JOINING.has(token.text))) {
      throw this.expected('a column or a value');
    }
    this.next += 1;
    if (token.kind === 'word' && !CONSTANTS.has(token.text)) this.name(token.text);
  }

  private call(): void {
    const token = this.tokens[this.next]!;
    const name = token.text;
    this.next += 2;
    if (LAMBDA.test(name)) this.lambda();
    else if (TEXT_TESTS.has(name)) {
      this.operand();
      this.demand(',');
      this.operand();
    } else if (QUERY_FUNCTION.test(name)) {
      while (this.next < this.tokens.length && this.tokens[this.next]!.text !== ')') this.next += 1;
    } else if (!name.includes(HOLE)) {
      throw new Unreadable(`Dataverse has no function '${name}' in a filter`, token.position);
    }
    this.demand(')');
  }

  private lambda(): void {
    if (this.tokens[this.next]?.text === ')') return;
    const variable = this.word();
    if (variable === undefined) throw this.expected('the name of a variable');
    this.next += 1;
    this.demand(':');
    this.variables.push(variable);
    this.condition();
    this.variables.pop();
  }

  private name(text: string): void {
    const path = text.split('/');
    if (!text.includes(HOLE) && !this.variables.includes(path[0]!)) this.properties.push(path);
  }

  private word(): string | undefined {
    const token = this.tokens[this.next];
    return token?.kind === 'word' ? token.text : undefined;
  }

  private skip(mark: string): boolean {
    if (this.tokens[this.next]?.text !== mark) return false;
    this.next += 1;
    return true;
  }

  private demand(mark: string): void {
    if (!this.skip(mark)) throw this.expected(`'${mark}'`);
  }

  private expected(what: string): Unreadable {
    const token = this.tokens[this.next];
    const found = token ? `'${token.text.replaceAll(HOLE, '@{…}')}' at position ${token.position + 1}` : 'the end';
    return new Unreadable(`${what} is expected instead of ${found}`, token?.position ?? this.text.length);
  }
}

const TOO_LONG: QueryReading = { properties: [], problem: 'it is longer than a request may be' };

/** Reads a `$select` or a list of columns: names with commas between them. */
export function readNames(text: string): QueryReading {
  return readList(text, /^[A-Za-z_][\w.@/]*$/, 'column names with commas between them');
}

/** Reads an `$orderby`: names with `asc` or `desc` behind them. */
export function readOrder(text: string): QueryReading {
  return readList(text, /^([A-Za-z_][\w./]*)(?:\s+(?:asc|desc))?$/i, "columns, each with 'asc' or 'desc' behind it");
}

function readList(text: string, item: RegExp, wanted: string): QueryReading {
  if (text.length > LONGEST_QUERY) return TOO_LONG;
  const properties: string[][] = [];
  let problem: string | undefined;
  for (const written of text.split(',').map((each) => each.trim())) {
    if (written === '' || written === '*' || written.includes(HOLE)) continue;
    if (item.test(written)) properties.push(written.split(/\s/)[0]!.split('/'));
    else problem ??= `${wanted} are expected, not '${written}'`;
  }
  return { properties, ...(problem === undefined ? {} : { problem }) };
}
