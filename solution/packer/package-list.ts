import { COMPONENT_KINDS } from '../source/component-kinds';
import { attribute, children, find } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { canonicalXml, digest, meaningOf } from './canonical';
import { keysOf } from './component';
import { type Entries } from './pack';

const isXml = (path: string) => path.endsWith('.xml');

/**
 * A package as lines that a person can compare: every entry, of XML with a digest of its canonical form, and every
 * component of `customizations.xml` with its own. Flows, documents and bundles have their history where they are made.
 */
export function packageList(entries: Entries): string {
  const files = [...entries].map(([path, content]) => (isXml(path) ? `${path}  ${meaningOf(path, content)}` : path));
  const root = readXml(entries.get('customizations.xml')!, 'customizations.xml');
  const components = COMPONENT_KINDS.flatMap(({ placeholder }) => {
    const place = find(root, placeholder);
    return place === undefined
      ? []
      : children(place).map((each) => `${placeholder} ${keysOf(each)[0]}  ${digest(canonicalXml(each))}`);
  });
  const references = children(find(root, 'connectionreferences') ?? root, 'connectionreference').map(
    (each) => `connectionreference ${attribute(each, 'connectionreferencelogicalname')}  ${digest(canonicalXml(each))}`,
  );
  return `${[...files.sort(), '', ...[...components, ...references].sort()].join('\n')}\n`;
}
