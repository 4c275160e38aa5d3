import { unzipSync, zipSync, type Zippable } from 'fflate';
import { Refusal } from '../cli/command';
import { type Entries } from './pack';

/**
 * The time of every entry: the first day a zip can name, so that the same content is the same file on every day. Zips say
 * local times; noon exists on that day in every time zone.
 */
const WHEN = new Date(1980, 0, 1, 12);

/** The same entries give the same bytes, on every machine: the compression is plain JavaScript, without zlib's versions. */
export function writeZip(entries: Entries): Uint8Array {
  const contents: Zippable = Object.fromEntries(entries);
  return zipSync(contents, { mtime: WHEN, level: 6 });
}

/**
 * The files of a zip in its order; folders are left out.
 * @param file name for the message
 * @throws {Refusal} when it is no zip or damaged
 */
export function readZip(bytes: Uint8Array, file: string): Entries {
  try {
    return new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/')));
  } catch (error) {
    throw new Refusal(`${file} is no zip, or it is damaged (${(error as Error).message}). Get it again.`);
  }
}
