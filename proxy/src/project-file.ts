import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The path of a file or folder of the project, from the sources as well as from the compiled tree below `dist`.
 * @param relative as seen from the project's root, for example `connector/apiDefinition.swagger.json`
 * @throws {Error} naming it when the installation lacks it
 */
export function projectFile(relative: string): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const path = join(folder, relative);
    // The compiled tree has the same folders as the sources, but only the project's root has a lockfile.
    if (existsSync(join(folder, 'package-lock.json')) && existsSync(path)) return path;
    if (folder === dirname(folder)) throw new Error(`The installation is incomplete: ${relative} is missing.`);
  }
}
