import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'; // prettier-ignore
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '../cli/command';
import { orRefuse } from '../cli/write-whole';
import { textAt } from '../xml/element';
import { readXml } from '../xml/read-xml';
import { type SolutionFiles, writeFolder } from './solution-files';

const MANIFEST = 'Other/Solution.xml';

const uniqueName = (manifest: Uint8Array, file: string): string =>
  textAt(readXml(manifest, file), 'SolutionManifest', 'UniqueName');

/**
 * Whether there is nothing yet where a source is to be written, so that nothing can be lost.
 * @throws {Refusal} when it cannot be looked at
 */
export const isFree = (folder: string): boolean =>
  orRefuse(`${folder} cannot be looked at`, 'Name another folder.', () => {
    const found = statSync(folder, { throwIfNoEntry: false });
    return found === undefined || (found.isDirectory() && readdirSync(folder).length === 0);
  });

/**
 * Holds a folder that is to be replaced against what replaces it.
 * @throws {Refusal} when it is neither free nor an unpacked source of the same solution
 * @throws {MalformedXml} when its manifest is malformed
 */
export function checkReplaceable(folder: string, files: SolutionFiles): void {
  if (isFree(folder)) return;
  const manifest = join(folder, MANIFEST);
  if (!existsSync(manifest)) throw new Refusal(`${folder} holds something else than an unpacked solution. Name another folder.`); // prettier-ignore
  const held = orRefuse(`${manifest} cannot be read`, 'Name another folder.', () => uniqueName(readFileSync(manifest), manifest)); // prettier-ignore
  const coming = uniqueName(files.get(MANIFEST)!, MANIFEST);
  if (held.toLowerCase() !== coming.toLowerCase()) {
    throw new Refusal(`${folder} holds the solution ${held}, not ${coming}. Name another folder.`);
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** As two systems say that a folder is not empty. */
const isInTheWay = (error: unknown): boolean => ['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '');

/** Does something with what may have been taken away already, by another run. */
function ifThere(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Puts a folder in a place that is free; Windows does not put it over an empty one. */
function put(made: string, place: string): void {
  ifThere(() => rmdirSync(place));
  renameSync(made, place);
}

/** Does something with a source that was written beside the folder it is for, and is gone afterwards. */
function withWritten(files: SolutionFiles, folder: string, act: (made: string, beside: string) => void): void {
  orRefuse(`${folder} cannot be written`, 'Name another folder.', () => {
    mkdirSync(dirname(folder), { recursive: true });
    const beside = mkdtempSync(join(dirname(folder), `.${basename(folder)}.part-`));
    try {
      const made = join(beside, 'new');
      writeFolder(files, made);
      act(made, beside);
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  });
}

/**
 * Writes a source into a free folder, as a whole or not at all.
 * @throws {Refusal} when it cannot be written, or somebody was quicker
 */
export function writeNew(files: SolutionFiles, folder: string): void {
  const place = resolve(folder);
  withWritten(files, place, (made) => {
    try {
      put(made, place);
    } catch (error) {
      if (isInTheWay(error)) throw new Refusal(`${folder} is not empty any more. Name a new folder.`);
      throw error;
    }
  });
}

/**
 * Writes a source in place of a whole folder; of several at once one's is there in the end.
 * @throws {Refusal} when it cannot be written
 */
export function replaceFolder(files: SolutionFiles, folder: string): void {
  const place = resolve(folder);
  withWritten(files, place, (made, beside) => {
    for (let number = 0; ; number += 1) {
      try {
        return put(made, place);
      } catch (error) {
        if (!isInTheWay(error)) throw error;
      }
      ifThere(() => renameSync(place, join(beside, `old ${String(number)}`)));
    }
  });
}
