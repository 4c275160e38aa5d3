import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * An unpacked solution in memory: the bytes of each file by its path below the source folder, with `/` between folders,
 * such as `Entities/rcc_Ticket/Entity.xml`, in the order of the paths' code units.
 */
export type SolutionFiles = ReadonlyMap<string, Uint8Array>;

/** The same files in the one order everything is made in, whatever folder or machine they come from. */
export function inOrder(files: Iterable<readonly [string, Uint8Array]>): SolutionFiles {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/**
 * All files below a folder; names that begin with a dot are left out.
 * @throws as `readdirSync` when there is no such folder
 */
export function readFolder(folder: string): SolutionFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')));
  return inOrder(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** Writes the files below a folder, which is made when needed; files already there that have other names stay. */
export function writeFolder(files: SolutionFiles, folder: string): void {
  for (const [path, content] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
