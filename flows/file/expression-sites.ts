import { ExpressionError } from '../expressions/expression-error';
import { compileTemplate, expressionsOf } from '../expressions/template';
import { type ExpressionSite } from './flow-document';
import { below } from './json-pointer';

/** Members that describe data and are taken as they stand. */
const NOT_TEMPLATES = new Set(['schema', 'metadata']);

/** Every string below a value that holds an expression, member names included, in the order of the file. */
export function expressionSites(value: unknown, pointer: string): ExpressionSite[] {
  const sites: ExpressionSite[] = [];
  // A list of work instead of recursion: files from elsewhere may be nested deeper than the stack.
  const work: { value: unknown; pointer: string }[] = [{ value, pointer }];
  for (let next = work.pop(); next; next = work.pop()) {
    if (typeof next.value === 'string') readSite(next.value, next.pointer, sites);
    else if (Array.isArray(next.value)) {
      const { value: items, pointer: place } = next as { value: unknown[]; pointer: string };
      for (let i = items.length - 1; i >= 0; i -= 1) work.push({ value: items[i], pointer: below(place, i) });
    } else if (next.value !== null && typeof next.value === 'object') {
      for (const [name, member] of Object.entries(next.value).reverse()) {
        const place = below(next.pointer, name);
        if (!NOT_TEMPLATES.has(name)) work.push({ value: member, pointer: place });
        if (name.includes('@')) work.push({ value: name, pointer: place });
      }
    }
  }
  return sites;
}

function readSite(text: string, pointer: string, sites: ExpressionSite[]): void {
  if (!text.includes('@')) return;
  try {
    const template = compileTemplate(text);
    const trees = expressionsOf(template);
    if (trees.length > 0) sites.push({ pointer, text, whole: template.kind === 'expression', trees });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    sites.push({ pointer, text, whole: false, trees: [], error });
  }
}
