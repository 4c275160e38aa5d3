import type { DomNode } from 'html-to-text';

/** A blockquote without a line at its side only indents the writer's own words, as mail programs let them do. */
const INDENTS = /border(?:-left)?\s?:\s?(?:none|0)/i;

/** Where Gmail, Yahoo and Proton put the message that is answered or forwarded. */
const CONTAINER = /\b(?:gmail_quote|yahoo_quoted|protonmail_quote)\b/;

function everyElement(root: DomNode): DomNode[] {
  const all = [root];
  for (let i = 0; i < all.length; i += 1)
    for (const child of all[i]?.children ?? []) if (child.name !== undefined) all.push(child);
  return all;
}

/**
 * Makes a blockquote of what is quoted, and of nothing else. In a container that holds blockquotes the writer may have
 * answered between them; one without holds the other message only.
 */
export function markQuotations(root: DomNode): void {
  const elements = everyElement(root);
  const holdsQuotation = new Set<DomNode>();
  for (const element of elements) {
    if (element.name !== 'blockquote') continue;
    if (element.attribs?.type !== 'cite' && INDENTS.test(element.attribs?.style ?? '')) {
      element.name = 'div';
      continue;
    }
    for (let outer = element.parent; outer && !holdsQuotation.has(outer); outer = outer.parent)
      holdsQuotation.add(outer);
  }
  for (const element of elements)
    if (element.name === 'div' && CONTAINER.test(element.attribs?.class ?? '') && !holdsQuotation.has(element))
      element.name = 'blockquote';
}
