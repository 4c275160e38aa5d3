import { createHash } from 'node:crypto';
import { type XmlElement } from '../xml/element';
import { MalformedXml, readXml } from '../xml/read-xml';
import { writeElement } from '../xml/write-xml';
import { CONTENT_TYPES } from './content-types';
import { type Entries } from './pack';

/** Elements whose children have keys and no order: packers write them as they find the files. */
const LISTS = new Set([
  ...['RootComponents', 'Entities', 'Roles', 'Workflows', 'EntityRelationships', 'optionsets', 'WebResources'],
  ...['CustomControls', 'AppModuleSiteMaps', 'AppModules', 'Connectors', 'Dashboards', 'connectionreferences'],
  ...['FormXml', 'forms', 'savedqueries', 'Visualizations', 'Types'],
]);

/** Forms of a type, or views, of which there are none: exports have such groups or leave them out. */
const isEmptyGroup = ({ name, children }: XmlElement): boolean =>
  ['forms', 'savedqueries'].includes(name) && children.length === 0;

/**
 * An element in the one form that all elements of the same meaning have: without blank text and the declaration of `xsi`,
 * attributes by name, lists in order.
 */
function canonical(element: XmlElement): XmlElement {
  const attributes = Object.entries(element.attributes).filter(([name]) => name !== 'xmlns:xsi');
  attributes.sort(([a], [b]) => (a < b ? -1 : 1));
  const children = element.children
    .filter((each) => (typeof each === 'string' ? each.trim() !== '' : !isEmptyGroup(each)))
    .map((each) => (typeof each === 'string' ? each : canonical(each)));
  const texts = LISTS.has(element.name) ? children.map((each) => [text(each), each] as const) : undefined;
  return {
    name: element.name,
    attributes: Object.fromEntries(attributes),
    children: texts ? texts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each) : children,
    line: 0,
  };
}

const text = (each: XmlElement | string): string => (typeof each === 'string' ? each : writeElement(each));

/** An XML element as a text that is the same exactly for elements of the same meaning. */
export const canonicalXml = (element: XmlElement): string => writeElement(canonical(element));

/** Short, and long enough that no two contents of a package ever share one. */
export const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

/** A digest of what a file means: of XML by its canonical form, of everything else by its bytes. */
export function meaningOf(path: string, content: Uint8Array): string {
  if (!path.toLowerCase().endsWith('.xml')) return digest(content);
  try {
    return digest(canonicalXml(readXml(content, path)));
  } catch (error) {
    if (error instanceof MalformedXml) return digest(content);
    throw error;
  }
}

/**
 * In what two sets of files differ in meaning, as sentences; empty when they are equal. The list of content types is
 * held out: exports and packers write it in two forms, which say the same.
 * @param one and `other`: what to call the two
 */
export function differences(left: Entries, right: Entries, one = 'the first', other = 'the second'): string[] {
  const paths = [...new Set([...left.keys(), ...right.keys()])].filter((path) => path !== CONTENT_TYPES).sort();
  return paths.flatMap((path) => {
    const [a, b] = [left.get(path), right.get(path)];
    if (a === undefined) return [`${path} is only in ${other}.`];
    if (b === undefined) return [`${path} is only in ${one}.`];
    return meaningOf(path, a) === meaningOf(path, b) ? [] : [`${path} differs.`];
  });
}
