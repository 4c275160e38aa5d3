import { Refusal } from '../cli/command';
import { inOrder, type SolutionFiles } from '../source/solution-files';
import { child, textAt } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { writeXml } from '../xml/write-xml';
import { meaningOf } from './canonical';
import { MAY_HAVE_TWIN, twinOf } from './twins';

const SOLUTION = 'Other/Solution.xml';

/** The manifest as a source for both kinds of package has it. */
function forBoth(content: Uint8Array): Uint8Array {
  const manifest = readXml(content, SOLUTION);
  child(manifest, 'SolutionManifest', 'Managed').children = ['2'];
  return writeXml(manifest);
}

/** @throws {Refusal} unless they are the unmanaged and the managed package of one version of one solution */
function checkPair(unmanaged: SolutionFiles, managed: SolutionFiles): void {
  const said = (files: SolutionFiles, name: string): string =>
    textAt(readXml(files.get(SOLUTION)!, SOLUTION), 'SolutionManifest', name);
  for (const name of ['UniqueName', 'Version']) {
    const [one, other] = [said(unmanaged, name), said(managed, name)];
    if (one !== other) throw new Refusal(`The packages are not of one solution and version: <${name}> is ${one} in the first, ${other} in the managed one. Take the two of one export.`); // prettier-ignore
  }
  if (said(unmanaged, 'Managed') !== '0') throw new Refusal('The first package is a managed one. Name the unmanaged one there, and this one with --managed.'); // prettier-ignore
  if (said(managed, 'Managed') !== '1') throw new Refusal('The package named with --managed is an unmanaged one. Name the managed one.'); // prettier-ignore
}

/**
 * One source of which both packages can be made, from the sources of both. A form, an app or a site map that differs in
 * the managed one gets a twin.
 * @throws {Refusal} when they differ in anything else, or do not belong together
 */
export function joinSources(unmanaged: SolutionFiles, managed: SolutionFiles): SolutionFiles {
  checkPair(unmanaged, managed);
  const ofBoth = (files: SolutionFiles): SolutionFiles => new Map(files).set(SOLUTION, forBoth(files.get(SOLUTION)!));
  const [one, other] = [ofBoth(unmanaged), ofBoth(managed)];
  const joined = new Map<string, Uint8Array>(one);
  for (const path of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(path), other.get(path)];
    if (a && b && meaningOf(path, a) === meaningOf(path, b)) continue;
    if (!MAY_HAVE_TWIN.test(path) || b === undefined) {
      throw new Refusal(`${path} is not the same in both packages, and only forms, apps and site maps may differ. Unpack each into a folder of its own.`); // prettier-ignore
    }
    joined.set(twinOf(path), b);
  }
  return inOrder(joined);
}
