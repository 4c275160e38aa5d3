import { ExpressionError } from '../expressions/expression-error';
import { type Expression } from '../expressions/syntax';
import { compileTemplate } from '../expressions/template';

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

/** The text of a call's only argument when it is written out: `X` of `body('X')`. */
export function namedBy(tree: Expression, ...functions: string[]): string | undefined {
  if (tree.kind !== 'call' || tree.arguments.length !== 1 || !functions.includes(tree.name.toLowerCase()))
    return undefined;
  const [argument] = tree.arguments;
  return argument?.kind === 'literal' && typeof argument.value === 'string' ? argument.value : undefined;
}
