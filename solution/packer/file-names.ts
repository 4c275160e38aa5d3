import { Refusal } from '../cli/command';

/** What Windows, the strictest of the systems sources are kept on, does not take in a file's name. */
// eslint-disable-next-line no-control-regex
const REFUSED = /[<>:"|?*\\\u0000-\u001f]/g;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const isRefused = (part: string): boolean =>
  part === '' || part !== part.replace(REFUSED, '_') || /[. ]$/.test(part) || RESERVED.test(part);

/**
 * A name as it can stand in a path: `Sales: EU` as `Sales_ EU`. Of tables, roles and the like the file's name has no
 * meaning, so that a changed one changes nothing.
 */
export function fileName(name: string): string {
  const plain = name
    .replace(REFUSED, '_')
    .replaceAll('/', '_')
    .replace(/[. ]+$/, '_');
  // A name that begins with a dot would be hidden, and not be read again.
  return plain === '' || plain.startsWith('.') || RESERVED.test(plain) ? `_${plain}` : plain;
}

/** As `fileName`, for a name whose `/` are folders: those of web resources. */
export const pathName = (name: string): string => name.split('/').map(fileName).join('/');

/** @throws {Refusal} for two paths that are one on a system without letters' case */
export function checkDistinct(paths: Iterable<string>, zip: string): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const other = seen.get(path.toLowerCase());
    if (other !== undefined) throw new Refusal(`${zip} has the entries ${other} and ${path}, which are one file on Windows. Nothing was unpacked.`); // prettier-ignore
    seen.set(path.toLowerCase(), path);
  }
}

/** Names of files that Macs add to folders and zips, and of hidden ones: they would not be read from the source again. */
const NO_PART = /^__MACOSX\/|(^|\/)\./;

/**
 * Holds the paths of a zip against what may be written below a folder on any system.
 * @throws {Refusal} for a path that would leave the folder, a name Windows refuses, a hidden file, and two that differ by
 * case only
 */
export function checkPaths(paths: readonly string[], zip: string): void {
  for (const path of paths) {
    if (path.split('/').some(isRefused)) {
      throw new Refusal(`${zip} has an entry ${JSON.stringify(path)}, which is no path that can be written below a folder on every system. Nothing was unpacked; ask where the file comes from.`); // prettier-ignore
    }
    if (NO_PART.test(path)) throw new Refusal(`${zip} has an entry ${path}, which is no part of a solution: it was zipped by hand. Nothing was unpacked; take the zip the environment gave, or remove the entry.`); // prettier-ignore
  }
  checkDistinct(paths, zip);
}

/** Gives out paths, each once: a second one of the same name, on systems without letters' case too, gets a number. */
export class FreePaths {
  private readonly taken = new Set<string>();

  /** @param path with an extension */
  take(path: string): string {
    let free = path;
    for (let number = 2; this.taken.has(free.toLowerCase()); number += 1) {
      free = path.replace(/(\.[^/.]*(?:\.xml)?)?$/, (extension) => ` ${number}${extension}`);
    }
    this.taken.add(free.toLowerCase());
    return free;
  }
}
