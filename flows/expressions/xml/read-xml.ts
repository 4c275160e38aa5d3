import { type Document, DOMParser, type Node, onWarningStopParsing } from '@xmldom/xmldom';
import { ExpressionError } from '../expression-error';

/** More than real messages have; beyond, queries over the document would take too long. */
const LONGEST_XML = 10_000_000;
const MOST_ELEMENTS = 50_000;
const DEEPEST_XML = 500;

/**
 * Reads an XML document. Nothing outside the text is ever fetched: documents with a document type declaration, which
 * could name files or grow without bounds, are refused.
 * @throws {ExpressionError} for text that is not well-formed XML, has a document type, or is too large
 */
export function readXml(owner: string, text: string): Document {
  const closed = checkShape(owner, text);
  try {
    const document = new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'text/xml');
    numberNodes(document, closed);
    return document;
  } catch (error) {
    throw new ExpressionError(`'${owner}' got text that is not XML: ${(error as Error).message.slice(0, 200)}`);
  }
}

/** Elements written `<a/>`, which a document does not tell from `<a></a>`. */
const selfClosed = new WeakSet<Node>();
export const isSelfClosed = (element: Node): boolean => selfClosed.has(element);

/**
 * One pass over the markup, so that the parser only ever sees documents it can deal with. Tells of each element in turn
 * whether it is written `<a/>`.
 */
function checkShape(owner: string, text: string): boolean[] {
  const refuse = (reason: string): never => {
    throw new ExpressionError(`'${owner}' got XML ${reason}.`);
  };
  if (text.length > LONGEST_XML) refuse(`of ${text.length} characters; ${LONGEST_XML} are allowed`);
  let depth = 0;
  const closed: boolean[] = [];
  let at = text.indexOf('<');
  while (at >= 0) {
    let end: number;
    if (text.startsWith('<!--', at)) end = text.indexOf('-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) end = text.indexOf(']]>', at);
    else if (text.startsWith('<?', at)) end = text.indexOf('?>', at);
    else if (text[at + 1] === '!') return refuse('with a document type declaration, which is not allowed');
    else {
      end = endOfTag(text, at);
      if (text[at + 1] === '/') depth -= 1;
      else {
        closed.push(text[end - 1] === '/');
        if (closed.length > MOST_ELEMENTS) refuse(`of more than ${MOST_ELEMENTS} elements`);
        if (!closed.at(-1) && (depth += 1) > DEEPEST_XML) refuse(`nested deeper than ${DEEPEST_XML} levels`);
      }
    }
    if (end < 0) break;
    at = text.indexOf('<', end + 1);
  }
  return closed;
}

/** Index of the `>` that ends a tag, outside attribute values; -1 when there is none. */
function endOfTag(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const character = text[i]!;
    if (character === '>') return i;
    if (character === '"' || character === "'") {
      i = text.indexOf(character, i + 1);
      if (i < 0) return -1;
    }
  }
  return -1;
}

const ELEMENT = 1;
/** Answers of `compareDocumentPosition`. Source: DOM standard. */
const PRECEDING = 2;
const FOLLOWING = 4;

/**
 * Gives the nodes their place in the document, so that a query orders what it found by a number; finding the order by
 * walking the document makes queries quadratic. Remembers on the way which elements are closed at once.
 */
function numberNodes(document: Document, closed: boolean[]): void {
  const places = new Map<Node, number>();
  let elements = 0;
  function compare(this: Node, other: Node): number {
    const difference = places.get(this)! - places.get(other)!;
    return difference === 0 ? 0 : difference < 0 ? FOLLOWING : PRECEDING;
  }
  const place = (node: Node): void => {
    places.set(node, places.size);
    node.compareDocumentPosition = compare;
  };
  const walk = (node: Node): void => {
    place(node);
    if (node.nodeType === ELEMENT && closed[elements++]) selfClosed.add(node);
    if ('attributes' in node && node.attributes)
      for (const attribute of node.attributes as Iterable<Node>) place(attribute);
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
  };
  walk(document);
}
