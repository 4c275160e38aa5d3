import { type ExpressionContext } from './context';
import { evaluate } from './evaluate';
import { ExpressionError } from './expression-error';
import { setOwn } from './json-text';
import { parseExpression } from './parse-expression';
import { type Expression } from './syntax';
import { closingQuote } from './tokenize';
import { textOfValue } from './text-of-value';

type TextPart = string | Expression;

/** A value of a flow definition with its expressions parsed. */
export type Template =
  | { kind: 'constant'; value: unknown }
  | { kind: 'expression'; tree: Expression }
  | { kind: 'text'; parts: TextPart[] }
  | { kind: 'array'; items: Template[] }
  | { kind: 'object'; members: [Template, Template][] };

/** Members that describe data and are taken as they stand. */
const NOT_TEMPLATES = new Set(['schema', 'metadata']);

/** A template that cannot be read, with the place in the value it stands in. */
export class TemplateError extends ExpressionError {
  constructor(
    message: string,
    /** JSON pointer below the compiled value. */
    readonly pointer: string,
    position?: number,
  ) {
    super(message, position);
  }
}

/**
 * Parses the expressions of a definition's value: `@call()` keeps its type, `@{call()}` inside text becomes text, `@@`
 * stands for `@`; member names are templates too, `schema` and `metadata` are not.
 * @throws {TemplateError} with the pointer of the string that cannot be read
 */
export function compileTemplate(value: unknown, pointer = ''): Template {
  if (typeof value === 'string') return compileText(value, pointer);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => compileTemplate(item, `${pointer}/${index}`));
    const unchanged = items.every((item, index) => isConstant(item, value[index]));
    return unchanged ? { kind: 'constant', value } : { kind: 'array', items };
  }
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    return { kind: 'constant', value };
  }
  const members = Object.entries(value).map(([name, member]): [Template, Template] => {
    const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [
      compileText(name, place),
      NOT_TEMPLATES.has(name) ? { kind: 'constant', value: member as unknown } : compileTemplate(member, place),
    ];
  });
  const originals = Object.entries(value) as [string, unknown][];
  const unchanged = members.every(
    ([name, member], i) => isConstant(name, originals[i]![0]) && isConstant(member, originals[i]![1]),
  );
  return unchanged ? { kind: 'constant', value } : { kind: 'object', members };
}

/** True when the template always gives this very value; an escape (`@@`) gives another one than is written. */
function isConstant(template: Template, written: unknown): boolean {
  return template.kind === 'constant' && template.value === written;
}

function compileText(text: string, pointer: string): Template {
  if (!text.includes('@')) return { kind: 'constant', value: text };
  try {
    if (text.startsWith('@@')) return joinParts(splitText(text.slice(1), 1));
    if (text.startsWith('@') && text[1] !== '{') return { kind: 'expression', tree: parseExpression(text.slice(1)) };
    return joinParts(splitText(text, 0));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new TemplateError(error.message, pointer, error.position);
  }
}

function joinParts(parts: TextPart[]): Template {
  if (parts.every((part) => typeof part === 'string')) return { kind: 'constant', value: parts.join('') };
  return { kind: 'text', parts };
}

/** Splits text at its `@{…}`; `from` skips characters that are already known to be plain. */
function splitText(text: string, from: number): TextPart[] {
  const parts: TextPart[] = [];
  let plain = '';
  let position = 0;
  for (;;) {
    const start = text.indexOf('@{', Math.max(position, from));
    if (start < 0) break;
    if (start > from && text[start - 1] === '@') {
      plain += text.slice(position, start - 1) + '@{';
      position = start + 2;
      continue;
    }
    plain += text.slice(position, start);
    const end = closingBrace(text, start + 2);
    if (plain !== '') parts.push(plain);
    plain = '';
    parts.push(parseExpression(text.slice(start + 2, end)));
    position = end + 1;
  }
  plain += text.slice(position);
  if (plain !== '' || parts.length === 0) parts.push(plain);
  return parts;
}

function closingBrace(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === "'") i = closingQuote(text, i);
    else if (text[i] === '}') return i;
  }
  throw new ExpressionError(`The expression opened with @{ at position ${from - 2} is never closed.`, from - 2);
}

/**
 * The template's value. Parts without expressions are shared with the definition, so treat the result as read-only.
 * @throws {ExpressionError}
 */
export function evaluateTemplate(template: Template, context: ExpressionContext): unknown {
  switch (template.kind) {
    case 'constant':
      return template.value;
    case 'expression':
      return evaluate(template.tree, context) ?? null;
    case 'text': {
      let text = '';
      for (const part of template.parts) {
        text += typeof part === 'string' ? part : textOfValue(evaluate(part, context));
      }
      return text;
    }
    case 'array':
      return template.items.map((item) => evaluateTemplate(item, context));
    case 'object': {
      const object: Record<string, unknown> = {};
      for (const [name, member] of template.members) {
        const key = name.kind === 'constant' ? (name.value as string) : textOfValue(evaluateTemplate(name, context));
        setOwn(object, key, evaluateTemplate(member, context));
      }
      return object;
    }
  }
}

/** Every expression of a template, for checks that look at names. */
export function expressionsOf(template: Template): Expression[] {
  switch (template.kind) {
    case 'constant':
      return [];
    case 'expression':
      return [template.tree];
    case 'text':
      return template.parts.filter((part): part is Expression => typeof part !== 'string');
    case 'array':
      return template.items.flatMap(expressionsOf);
    case 'object':
      return template.members.flatMap(([name, member]) => [...expressionsOf(name), ...expressionsOf(member)]);
  }
}
