import { Refusal } from '../cli/command';
import { attribute, children, type XmlElement } from '../xml/element';
import { sameKey } from './component';
import { type Source } from './source';

const INDEX = 'Other/Relationships.xml';

/**
 * The relationships of a source with their files. The index and the files have to name the same ones: the platform's own
 * packer drops one that is not in the index, and writes an empty one for an entry without definition, without a word.
 * @throws {Refusal}
 */
export function packRelationships(source: Source): { path: string; element: XmlElement }[] {
  const files = source.matching(/^Other\/Relationships\/[^/]+\.xml$/);
  if (files.length === 0 && !source.has(INDEX)) return [];
  const defined = files.flatMap((path) =>
    children(source.xml(path, 'EntityRelationships')).map((element) => ({ path, element })),
  );
  const byName = new Map<string, string>();
  for (const { path, element } of defined) {
    const name = attribute(element, 'Name');
    const other = byName.get(sameKey(name));
    if (other !== undefined) throw new Refusal(`${path}:${element.line} defines ${name} again; it is in ${other} too. Keep one.`); // prettier-ignore
    byName.set(sameKey(name), path);
  }
  const listed = new Set<string>();
  for (const entry of children(source.xml(INDEX, 'EntityRelationships'))) {
    const name = attribute(entry, 'Name');
    if (!byName.has(sameKey(name))) {
      throw new Refusal(`${INDEX}:${entry.line} lists ${name}, which no file in Other/Relationships defines. Define it, or take it out.`); // prettier-ignore
    }
    listed.add(sameKey(name));
  }
  const missing = defined.find(({ element }) => !listed.has(sameKey(attribute(element, 'Name'))));
  if (missing !== undefined) {
    throw new Refusal(`${missing.path}:${missing.element.line} defines ${attribute(missing.element, 'Name')}, which ${INDEX} does not list. Add it there.`); // prettier-ignore
  }
  return defined;
}
