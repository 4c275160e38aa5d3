/**
 * An element of an XML document as a solution uses them: names with their prefix as written, attributes and children in
 * the order of the document, and the line it begins on, so that a finding can say where.
 */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** Child elements and texts. White space between elements is not kept: no solution gives it a meaning. */
  children: (XmlElement | string)[];
  /** Line of the start tag in its file, from 1; 0 for an element made by a program. */
  line: number;
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [], line: 0 };

/** An element made by a program. */
export function element(
  name: string,
  attributes: Record<string, string> = {},
  children: (XmlElement | string)[] = [],
): XmlElement {
  return { name, attributes, children, line: 0 };
}

/** The child elements, or those of one name. */
export function children(parent: XmlElement, name?: string): XmlElement[] {
  return parent.children.filter(
    (each): each is XmlElement => typeof each !== 'string' && (name === undefined || each.name === name),
  );
}

/** The first child element of that name, then of the next name within it, and so on; undefined when there is none. */
export function find(parent: XmlElement, ...path: string[]): XmlElement | undefined {
  let at: XmlElement | undefined = parent;
  for (const name of path) at = at && children(at, name)[0];
  return at;
}

/** As `find`, but an empty element when there is none, for reading what may be left out. */
export function child(parent: XmlElement, ...path: string[]): XmlElement {
  return find(parent, ...path) ?? NOTHING;
}

/** All elements below, in the order of the document, or those of one name. */
export function* descendants(parent: XmlElement, name?: string): Generator<XmlElement> {
  for (const each of children(parent)) {
    if (name === undefined || each.name === name) yield each;
    yield* descendants(each, name);
  }
}

/** The text of an element without that of its children; empty when there is none. */
export function textOf(element: XmlElement): string {
  return element.children.filter((each) => typeof each === 'string').join('');
}

/** The text of a child element; empty when there is none. */
export function textAt(parent: XmlElement, ...path: string[]): string {
  return textOf(child(parent, ...path));
}

/** An attribute; empty when there is none. */
export function attribute(element: XmlElement, name: string): string {
  return element.attributes[name] ?? '';
}
