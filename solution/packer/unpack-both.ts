import { Refusal } from '../cli/command';
import { inOrder, type SolutionFiles } from '../source/solution-files';
import { child } from '../xml/element';
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

/**
 * One source of which both packages can be made, from the sources of both. A form, an app or a site map that differs in
 * the managed one gets a twin.
 * @throws {Refusal} when they differ in anything else
 */
export function joinSources(unmanaged: SolutionFiles, managed: SolutionFiles): SolutionFiles {
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
