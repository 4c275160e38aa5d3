import { ExpressionError } from './expression-error';
import { isFlowNumber, makeFloat, numberFromText, typedNumberText, WholeFloat } from './numbers';

/** Only text that may hold a whole float or a very long integer needs the slow reader. */
const TYPED_NUMBER = /(?:^|[[:,\s])-?(?:\d+\.0+(?!\d)|\d+(?:\.\d+)?[eE]|\d{16})/;

/**
 * JSON text as a flow value: like `JSON.parse`, but `5.0` stays a float and long integers keep their digits
 * (see `numbers.ts`).
 * @throws {ExpressionError} with the parser's words when the text is not JSON
 */
export function parseJsonText(text: string): unknown {
  if (isTooDeep(text)) throw new ExpressionError(`The JSON is nested deeper than ${DEEPEST_JSON} levels.`);
  try {
    if (!TYPED_NUMBER.test(text)) return JSON.parse(text);
    JSON.parse(text);
  } catch (error) {
    throw new ExpressionError(`The text is not valid JSON: ${(error as Error).message}`);
  }
  return readTyped(text);
}

/** Deeper than any real data, and shallow enough for functions that walk a value to end. */
const DEEPEST_JSON = 500;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x22) i = closingDoubleQuote(text, i);
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return deepest > DEEPEST_JSON;
}

function closingDoubleQuote(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, index: number): boolean {
  let slashes = 0;
  while (text[index - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** Reads text that `JSON.parse` has accepted, so only the tokens matter. */
function readTyped(text: string): unknown {
  const token = /"(?:[^"\\]|\\.)*"|[-+\d.eE]+|true|false|null|[{}[\],:]/g;
  const next = (): string => token.exec(text)![0];
  const read = (current: string): unknown => {
    if (current === '{') {
      const object: Record<string, unknown> = {};
      for (let key = next(); key !== '}'; key = next()) {
        if (key === ',') continue;
        next();
        setOwn(object, JSON.parse(key) as string, read(next()));
      }
      return object;
    }
    if (current === '[') {
      const array: unknown[] = [];
      for (let item = next(); item !== ']'; item = next()) if (item !== ',') array.push(read(item));
      return array;
    }
    const first = current[0]!;
    if (first === '-' || (first >= '0' && first <= '9')) return numberIn(current);
    return JSON.parse(current);
  };
  return read(next());
}

/** JSON allows integers of any length; beyond 64 bits only their size is kept. */
function numberIn(text: string): unknown {
  return /^-?\d{19,}$/.test(text) && Math.abs(Number(text)) >= 2 ** 63 ? makeFloat(Number(text)) : numberFromText(text);
}

/** Sets a member even when it is called `__proto__`, as JSON allows. */
export function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else object[key] = value;
}

/** Compact JSON of a flow value, numbers with their type: a whole float is written `5.0`. */
export function jsonTextOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isFlowNumber(value)) return typedNumberText(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(jsonTextOf).join(',')}]`;
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${jsonTextOf(member)}`);
  return `{${members.join(',')}}`;
}

/**
 * The value as ordinary JSON for records and connectors. Returns the same object when nothing had to be changed, so
 * that large answers are not copied.
 */
export function toPlainJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof WholeFloat) return value.value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let i = 0; i < value.length; i += 1) {
      const plain = toPlainJson(value[i]);
      if (plain !== value[i]) (copy ??= value.slice())[i] = plain;
    }
    return copy ?? value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    const plain = toPlainJson(member);
    if (plain !== member) setOwn((copy ??= { ...value } as Record<string, unknown>), key, plain);
  }
  return copy ?? value;
}
