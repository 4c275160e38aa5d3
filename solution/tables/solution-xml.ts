import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/** A parsed element: attributes as `@name`, child elements by name (always a list for those that repeat), text as `#text`. */
export type Element = { [name: string]: (Element | string)[] | Element | string | undefined };

const REPEATING = new Set([
  'attribute',
  'EntityKey',
  'AttributeName',
  'EntityRelationship',
  'EntityRelationshipRole',
  'option',
  'state',
  'status',
  'displayname',
  'LocalizedName',
  'LocalizedCollectionName',
  'label',
  'Description',
  'RootComponent',
  'connectionreference',
]);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name, _path, _leaf, isAttribute) => !isAttribute && REPEATING.has(name),
});

/** Reads one file of an unpacked solution. @throws with the file's name when it is not XML */
export function readSolutionXml(file: string): Element {
  try {
    return parser.parse(readFileSync(file, 'utf8'), true) as Element;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** A child element, or an empty one. */
export function child(element: Element, ...path: string[]): Element {
  let at: Element = element;
  for (const name of path) {
    const next = at[name];
    at = typeof next === 'object' && !Array.isArray(next) ? next : {};
  }
  return at;
}

/** The elements of that name; an empty list when there are none. */
export function children(element: Element, name: string): Element[] {
  const found = element[name];
  return Array.isArray(found) ? found.filter((item) => typeof item === 'object') : [];
}

/** The texts of the elements of that name. */
export function texts(element: Element, name: string): string[] {
  const found = element[name];
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : [];
}

/** An attribute's or a child's text; empty when there is none. */
export function textOf(element: Element, name: string): string {
  const found = element[name];
  return typeof found === 'string' ? found : '';
}
