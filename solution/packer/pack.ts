import { Refusal } from '../cli/command';
import { COMPONENT_KINDS } from '../source/component-kinds';
import { inOrder, type SolutionFiles } from '../source/solution-files';
import { attribute, child, type XmlElement } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { writeXml } from '../xml/write-xml';
import { type Component } from './component';
import { CONTENT_TYPES, contentTypes } from './content-types';
import { COPIED_FOLDERS, TOP_FOLDERS } from './copied-folders';
import { findComponents } from './pack-kinds';
import { fill } from './pack-tables';
import { checkRootComponents } from './root-components';
import { type PackageType, Source } from './source';

/** The entries of a package by their path in the zip, in the order they are written. */
export type Entries = ReadonlyMap<string, Uint8Array>;

const SOLUTION = 'Other/Solution.xml';
const SKELETON = 'Other/Customizations.xml';
const XSI = 'xmlns:xsi';

/** The manifest of a source that is for both kinds of package, or for this one. */
function manifestOf(source: Source, type: PackageType): XmlElement {
  const manifest = source.xml(SOLUTION, 'ImportExportXml');
  const managed = child(manifest, 'SolutionManifest', 'Managed');
  const said = String(managed.children[0] ?? '').trim();
  const due = type === 'managed' ? '1' : '0';
  if (said !== '2' && said !== due) {
    const [only, other] = said === '1' ? ['managed', 'unmanaged'] : ['unmanaged', 'managed'];
    throw new Refusal(
      ['0', '1'].includes(said)
        ? `${SOLUTION}:${managed.line} says Managed ${said}: this source is for ${only} packages and cannot be packed ${other}. 2 is for both.`
        : `${SOLUTION} says in <Managed> neither 0 (unmanaged), 1 (managed) nor 2 (both). Put 2.`,
    );
  }
  managed.children = [due];
  return manifest;
}

/** The declaration of a namespace that the document's root has already. */
function withoutRepeated(element: XmlElement, namespace: string): XmlElement {
  if (attribute(element, XSI) !== namespace) return element;
  const { [XSI]: _, ...attributes } = element.attributes;
  return { ...element, attributes };
}

function copied(source: Source): [string, Uint8Array][] {
  return Object.entries(COPIED_FOLDERS).flatMap(([folder, needed]) => {
    const paths = source.matching(/^[^/]+\/./).filter((path) => path.startsWith(`${folder}/`));
    const parts = new Set(paths.filter((path) => path.split('/').length > 2).map((path) => path.split('/')[1]!));
    if (needed) for (const part of parts) source.bytes(`${folder}/${part}/${needed}`);
    return paths.map((path): [string, Uint8Array] => {
      const content = source.bytes(path);
      if (path.endsWith('.xml')) readXml(content, path);
      return [path, content];
    });
  });
}

function refuseLeft(source: Source): void {
  const [path] = source.left();
  if (path === undefined) return;
  const folder = path.split('/')[0]!;
  const reason = TOP_FOLDERS.has(folder) && path.includes('/') ? 'belongs to no component' : 'is in no folder that can be packed'; // prettier-ignore
  throw new Refusal(`${path} ${reason} and would be lost. Remove it, or add what describes it.`);
}

/**
 * Packs an unpacked source as Microsoft's SolutionPackager 9.1 does, but refuses what that one drops or passes over.
 * @throws {Refusal} naming the file and what to do
 * @throws {MalformedXml}
 */
export function pack(files: SolutionFiles, type: PackageType): Entries {
  // In one order wherever they were read, so that the package is the same by its bytes.
  const source = new Source(inOrder(files), type);
  const manifest = manifestOf(source, type);
  const skeleton = source.xml(SKELETON, 'ImportExportXml');
  const components: Component[] = [];
  for (const kind of COMPONENT_KINDS) {
    const found = findComponents(source, kind);
    const elements = found.map(({ element }) => withoutRepeated(element, attribute(skeleton, XSI)));
    fill(skeleton, SKELETON, kind.placeholder, elements, `everything in ${kind.folder}`);
    components.push(...found);
  }
  const beside = [...components.flatMap((component) => component.beside), ...copied(source)];
  refuseLeft(source);
  checkRootComponents(manifest, components);
  const entries = new Map<string, Uint8Array>([
    ['customizations.xml', writeXml(skeleton, { byteOrderMark: true })],
    ['solution.xml', writeXml(manifest, { byteOrderMark: true })],
  ]);
  for (const [path, content] of beside) {
    if (entries.has(path))
      throw new Refusal(`Two files would be ${path} in the package. Rename one, and what names it.`);
    entries.set(path, content);
  }
  return entries.set(CONTENT_TYPES, contentTypes(entries.keys()));
}
