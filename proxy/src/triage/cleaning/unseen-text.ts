import type { DomNode } from 'html-to-text';
import { isUnreadable, WHITE } from './colour';

/** How the text of an element looks; all of it is handed down to the elements inside. */
interface Look {
  /** Taken out of sight for good: no element inside can come back. */
  gone: boolean;
  /** These an element inside may change again. */
  tiny: boolean;
  invisible: boolean;
  ink: string;
  paper: string;
}

const PLAIN: Look = { gone: false, tiny: false, invisible: false, ink: 'black', paper: WHITE };

/** Their content is no text of the mail. */
const NO_TEXT = new Set(['style', 'script', 'head', 'xml', 'template', 'noscript']);

/** Text up to this size, in pixels or points, is not read by anybody. */
const TINY = 2;

function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.slice(0, 2000).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).toLowerCase();
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value.replace('!important', '').trim());
  }
  return found;
}

const isZero = (length: string | undefined): boolean => length !== undefined && /^0(?:\.0+)?\s?[a-z%]*$/.test(length);

function isTiny(size: string): boolean {
  const [, number, unit] = /^(\d{0,4}(?:\.\d{1,6})?)\s?(px|pt|em|rem|%|)/.exec(size) ?? [];
  if (!number) return false;
  const scale = unit === 'em' || unit === 'rem' ? 12 : unit === '%' ? 0.12 : 1;
  return Number(number) * scale <= TINY;
}

function lookOf(element: DomNode, outer: Look): Look {
  const attributes = element.attribs ?? {};
  const style = declarations(attributes.style ?? '');
  const far = /^-\d{3,}/;
  const paper = style.get('background-color') ?? style.get('background') ?? attributes.bgcolor?.toLowerCase();
  const size = style.get('font-size');
  const visibility = style.get('visibility');
  return {
    gone:
      outer.gone ||
      'hidden' in attributes ||
      element.name === 'title' ||
      style.get('display') === 'none' ||
      style.get('mso-hide') === 'all' ||
      /^0(?:\.0\d*)?$/.test(style.get('opacity') ?? '') ||
      ((isZero(style.get('max-height')) || isZero(style.get('height')) || isZero(style.get('width'))) &&
        style.get('overflow') === 'hidden') ||
      ['left', 'top', 'text-indent'].some((property) => far.test(style.get(property) ?? '')),
    tiny: size === undefined ? outer.tiny : isTiny(size),
    invisible: visibility === undefined ? outer.invisible : /^(?:hidden|collapse)$/.test(visibility),
    ink: style.get('color') ?? attributes.color?.toLowerCase() ?? outer.ink,
    paper: paper === undefined || /^(?:transparent|none|inherit|initial)?$/.test(paper) ? outer.paper : paper,
  };
}

/**
 * Empties what the reader of a mail does not see: hidden, tiny or shifted elements, text in the colour of its background.
 * @returns the words taken out
 */
export function takeOutUnseen(root: DomNode): string[] {
  const unseen: string[] = [];
  const open: { node: DomNode; look: Look }[] = [{ node: root, look: PLAIN }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, look } = next;
    if (node.data !== undefined && node.type === 'text') {
      if (!look.gone && !look.tiny && !look.invisible && !isUnreadable(look.ink, look.paper)) continue;
      unseen.push(node.data);
      node.data = ' ';
    }
    if (NO_TEXT.has(node.name ?? '')) continue;
    // Last child first onto the pile, so that the words come out in their order.
    const inner = node.name === undefined ? look : lookOf(node, look);
    for (let i = (node.children?.length ?? 0) - 1; i >= 0; i -= 1) {
      const child = node.children[i];
      if (child) open.push({ node: child, look: inner });
    }
  }
  return unseen;
}
