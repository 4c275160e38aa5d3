import { below } from './json-pointer';

/** Far deeper than any flow, whose containers nest eight deep; keeps readers that recurse off the stack's end. */
export const MAX_JSON_DEPTH = 500;

/** A member that stands twice in one object. Readers of JSON silently keep the last of them. */
export interface DuplicateMember {
  /** JSON pointer of the member. */
  pointer: string;
  /** JSON pointer of the object it stands in. */
  parent: string;
  name: string;
}

/** The text is no JSON, or nested too deep to be read. */
export class JsonProblem extends Error {
  override name = 'JsonProblem';
}

/**
 * Reads JSON for its grammar only, and finds what `JSON.parse` hides: members written twice. Takes time and memory in
 * proportion to the text, whatever it holds.
 * @throws {JsonProblem} with line and column of the first thing that cannot stand where it stands
 */
export function findDuplicateMembers(text: string): DuplicateMember[] {
  return new Scanner(text).scan();
}

/** An object or list that is being read. */
interface Level {
  close: '}' | ']';
  /** Member names met so far; a list has none. */
  names?: Set<string>;
  /** The member or index being read. */
  current: string | number;
}

/** What may come next, in the words of the message when something else comes. */
const WANTED = {
  value: 'a value',
  firstItem: "a value or ']'",
  name: 'a member’s name in double quotes',
  firstName: "a member’s name in double quotes or '}'",
  colon: "':'",
  comma: "',' or the end of the object or list",
  end: 'nothing more',
};

const SPACE = /[ \t\r\n]+/y;
const BARE_VALUE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// eslint-disable-next-line no-control-regex -- JSON forbids exactly these in a string
const NEEDS_PARSING = /[\\\u0000-\u001f]/;

class Scanner {
  private position = 0;
  private wanted: keyof typeof WANTED = 'value';
  private readonly levels: Level[] = [];
  private readonly duplicates: DuplicateMember[] = [];

  constructor(private readonly text: string) {}

  scan(): DuplicateMember[] {
    for (;;) {
      this.skip(SPACE);
      if (this.position >= this.text.length) {
        if (this.wanted === 'end') return this.duplicates;
        throw this.problem();
      }
      this.readToken(this.text[this.position]!);
    }
  }

  private readToken(first: string): void {
    const level = this.levels.at(-1);
    const { wanted } = this;
    const valueWanted = wanted === 'value' || wanted === 'firstItem';
    if (first === '"' && (wanted === 'name' || wanted === 'firstName')) {
      this.meet(level!, this.readString());
      this.wanted = 'colon';
    } else if (first === ':' && wanted === 'colon') {
      this.position += 1;
      this.wanted = 'value';
    } else if (first === ',' && wanted === 'comma') {
      this.position += 1;
      if (typeof level!.current === 'number') level!.current += 1;
      this.wanted = level!.names ? 'name' : 'value';
    } else if (
      first === level?.close &&
      (wanted === 'comma' || wanted === (first === '}' ? 'firstName' : 'firstItem'))
    ) {
      this.position += 1;
      this.levels.pop();
      this.endValue();
    } else if ((first === '{' || first === '[') && valueWanted) {
      this.open(first);
    } else if (valueWanted) {
      if (first === '"') this.readString();
      else if (!this.skip(BARE_VALUE)) throw this.problem();
      this.endValue();
    } else throw this.problem();
  }

  private open(first: '{' | '['): void {
    if (this.levels.length === MAX_JSON_DEPTH) {
      throw new JsonProblem(`The file is nested deeper than ${MAX_JSON_DEPTH} levels (${this.place()}).`);
    }
    this.position += 1;
    this.levels.push(first === '{' ? { close: '}', names: new Set(), current: '' } : { close: ']', current: 0 });
    this.wanted = first === '{' ? 'firstName' : 'firstItem';
  }

  private endValue(): void {
    this.wanted = this.levels.length === 0 ? 'end' : 'comma';
  }

  private meet(level: Level, name: string): void {
    if (level.names!.has(name)) {
      const parent = below('', ...this.levels.slice(0, -1).map(({ current }) => current));
      this.duplicates.push({ pointer: below(parent, name), parent, name });
    }
    level.names!.add(name);
    level.current = name;
  }

  private readString(): string {
    const { text } = this;
    const start = this.position;
    let end = text.indexOf('"', start + 1);
    while (end >= 0 && this.isEscaped(end)) end = text.indexOf('"', end + 1);
    if (end < 0) throw this.problem('The string that starts there is never closed');
    this.position = end + 1;
    const inner = text.slice(start + 1, end);
    if (!NEEDS_PARSING.test(inner)) return inner;
    try {
      return JSON.parse(text.slice(start, end + 1)) as string;
    } catch {
      this.position = start;
      throw this.problem('The string there has a line break, a control character or an unknown escape');
    }
  }

  private isEscaped(quote: number): boolean {
    let slashes = 0;
    while (this.text[quote - 1 - slashes] === '\\') slashes += 1;
    return slashes % 2 === 1;
  }

  /** Moves over what matches here; false when nothing does. */
  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    if (!pattern.test(this.text)) return false;
    this.position = pattern.lastIndex;
    return true;
  }

  private problem(reason?: string): JsonProblem {
    const found = this.text.codePointAt(this.position);
    const met = found === undefined ? 'the text ends' : `'${String.fromCodePoint(found)}' stands there`;
    return new JsonProblem(
      `The file is not valid JSON at ${this.place()}. ${reason ?? `Expected ${WANTED[this.wanted]}, but ${met}`}.`,
    );
  }

  private place(): string {
    const before = this.text.slice(0, this.position);
    return `line ${before.split('\n').length}, column ${before.length - before.lastIndexOf('\n')}`;
  }
}
