import { ExpressionError } from '../expressions/expression-error';
import { type Expression } from '../expressions/syntax';
import { compileTemplate } from '../expressions/template';
import { typeName } from '../expressions/value-types';

/** Text of a definition taken apart: plain text and expressions in turn. */
export type TextPart = string | Expression;

/** The parts of a definition's text; undefined when its expressions cannot be read. */
export function partsOfText(text: string): readonly TextPart[] | undefined {
  if (!text.includes('@')) return [text];
  try {
    const template = compileTemplate(text);
    if (template.kind === 'constant') return [template.value as string];
    if (template.kind === 'expression') return [template.tree];
    return template.kind === 'text' ? template.parts : undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

/** The value as it will be when no expression is in it; undefined when one is. */
export function literalOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const parts = partsOfText(value);
  return parts?.length === 1 && typeof parts[0] === 'string' ? parts[0] : undefined;
}

/** As `literalOf`, for what has to be text. */
export function literalText(value: unknown): string | undefined {
  const literal = literalOf(value);
  return typeof literal === 'string' ? literal : undefined;
}

/** The one expression the whole text consists of, which keeps its type. */
export function wholeExpression(value: unknown): Expression | undefined {
  const parts = typeof value === 'string' ? partsOfText(value) : undefined;
  return parts?.length === 1 && typeof parts[0] === 'object' ? parts[0] : undefined;
}

/**
 * The type a value certainly has, as `typeName` has it; undefined when that depends on an expression or when it cannot be
 * read. Text with `@{…}` in it is text whatever the expressions give.
 */
export function certainType(value: unknown): string | undefined {
  if (typeof value !== 'string') return typeName(value);
  const parts = partsOfText(value);
  if (!parts) return undefined;
  const [only] = parts;
  if (parts.length > 1 || typeof only === 'string' || value.startsWith('@{')) return 'String';
  return only?.kind === 'literal' ? typeName(only.value) : undefined;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  Null: 'null',
  String: 'text',
  Boolean: 'true or false',
  Integer: 'a number',
  Float: 'a number',
  Array: 'a list',
  Object: 'an object',
};

/** A type of `certainType` as people say it. */
export function typeInWords(type: string): string {
  return TYPE_WORDS[type] ?? type;
}

/** The text of a call's only argument when it is written out: `X` of `body('X')`. */
export function namedBy(tree: Expression, ...functions: string[]): string | undefined {
  if (tree.kind !== 'call' || tree.arguments.length !== 1 || !functions.includes(tree.name.toLowerCase()))
    return undefined;
  const [argument] = tree.arguments;
  return argument?.kind === 'literal' && typeof argument.value === 'string' ? argument.value : undefined;
}
