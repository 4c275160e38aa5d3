import { Refusal } from '../cli/command';
import { COMPONENT_KINDS } from '../source/component-kinds';
import { attribute, children, child, descendants, textAt, type XmlElement } from '../xml/element';
import { keysOf, sameKey, type Component } from './component';

const FILE = 'Other/Solution.xml';

/** Parts of tables that may be added to a solution alone: type code, name, element and its id. */
const PARTS = [
  { type: 26, name: 'view', element: 'savedquery', id: 'savedqueryid' },
  { type: 59, name: 'chart', element: 'visualization', id: 'savedqueryvisualizationid' },
  { type: 60, name: 'form or dashboard', element: 'systemform', id: 'formid' },
] as const;

const NAMES = new Map<number, string>([
  ...COMPONENT_KINDS.flatMap(({ rootType, name }): [number, string][] => (rootType ? [[rootType, name]] : [])),
  ...PARTS.map(({ type, name }): [number, string] => [type, name]),
]);

/**
 * Everything that may be named in the list, as `<type> <key>`.
 * @throws {Refusal} when two files describe one component
 */
function defined(components: readonly Component[]): Set<string> {
  const all = new Map<string, string>();
  const define = (type: number, key: string, path: string): void => {
    const other = all.get(`${type} ${sameKey(key)}`);
    if (other !== undefined) {
      const place = other === path ? `${path} describes the ${NAMES.get(type)} ${key} twice` : `${path} describes the ${NAMES.get(type)} ${key}, and so does ${other}`; // prettier-ignore
      throw new Refusal(`${place}. Keep one.`);
    }
    all.set(`${type} ${sameKey(key)}`, path);
  };
  for (const { kind, path, element } of components) {
    if (kind.rootType) for (const key of new Set(keysOf(element))) define(kind.rootType, key, path);
    if (element.name !== 'Entity') continue;
    for (const { type, element: part, id } of PARTS) {
      for (const each of descendants(element, part)) if (textAt(each, id) !== '') define(type, textAt(each, id), path);
    }
  }
  return new Set(all.keys());
}

function add(kind: Component['kind'], [key]: string[]): string {
  return `<RootComponent type="${kind.rootType}" ${kind.rootKey}="${kind.rootKey === 'id' ? key : key!.toLowerCase()}" behavior="0" />`;
}

/**
 * Holds the list of root components against the components there are.
 * @param manifest root of `Other/Solution.xml`
 * @throws {Refusal} for a type no rule of this packer knows, an entry twice or without component, a component without entry
 */
export function checkRootComponents(manifest: XmlElement, components: readonly Component[]): void {
  const there = defined(components);
  const listed = new Set<string>();
  for (const entry of children(child(manifest, 'SolutionManifest', 'RootComponents'))) {
    const type = Number(attribute(entry, 'type'));
    const keys = [attribute(entry, 'id'), attribute(entry, 'schemaName')].filter((key) => key !== '');
    const place = `${FILE}:${entry.line}`;
    const what = `type="${attribute(entry, 'type')}" ${keys.join(' ')}`;
    if (!NAMES.has(type)) {
      const known = [...NAMES].sort(([a], [b]) => a - b).map(([code, name]) => `${code} ${name}`); // prettier-ignore
      throw new Refusal(`${place} lists a component of a kind that cannot be packed: ${what}. Those that can: ${known.join(', ')}. Take it out.`); // prettier-ignore
    }
    const found = keys.map((key) => `${type} ${sameKey(key)}`);
    if (found.length === 0 || found.some((key) => listed.has(key))) throw new Refusal(`${place} lists ${what} again, or nothing. Take it out.`); // prettier-ignore
    if (!found.some((key) => there.has(key))) {
      throw new Refusal(`${place} lists the ${NAMES.get(type)} ${keys.join(' ')}, which is not in the source. Restore its files, or take it out.`); // prettier-ignore
    }
    for (const key of found) listed.add(key);
  }
  for (const { kind, path, element } of components) {
    if (kind.rootType === undefined) continue;
    const keys = keysOf(element);
    if (keys.length === 0) throw new Refusal(`${path} describes a ${kind.name} without ${kind.rootKey === 'id' ? 'an id' : 'a name'}. Give it one.`); // prettier-ignore
    if (!keys.some((key) => listed.has(`${kind.rootType} ${sameKey(key)}`))) {
      throw new Refusal(`${path}: the ${kind.name} ${keys[0]} is not among the root components. Add ${add(kind, keys)} to ${FILE}.`); // prettier-ignore
    }
  }
}
