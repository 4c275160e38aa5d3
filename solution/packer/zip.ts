import { zipSync, type Zippable } from 'fflate';
import { Refusal } from '../cli/command';
import { type Entries } from './pack';
import { contentOf, listed } from './zip-directory';

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

const MEBIBYTE = 2 ** 20;
/** More than any package holds, and no more than a machine that packs has to spare. */
const LIMIT = 512 * MEBIBYTE;

/**
 * The files of a zip in its order, each held against its checksum; folders are left out.
 * @param file name for the message
 * @throws {Refusal} when it is no zip or damaged, has two files of one name, or would become more than 512 MiB
 */
export function readZip(bytes: Uint8Array, file: string): Entries {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Uint8Array>();
  try {
    const files = listed(zip).filter(({ path }) => !path.endsWith('/'));
    const size = files.reduce((sum, each) => sum + each.size, 0);
    if (size > LIMIT) throw new Refusal(`${file} would become ${Math.ceil(size / MEBIBYTE)} MiB, and more than ${LIMIT / MEBIBYTE} are not unpacked: no package is as large. Ask where it comes from.`); // prettier-ignore
    for (const each of files) {
      if (entries.has(each.path)) throw new Refusal(`${file} has two files ${each.path}. Nothing was unpacked; ask where it comes from.`); // prettier-ignore
      entries.set(each.path, contentOf(zip, each));
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const fault = error instanceof RangeError ? 'it is cut off' : (error as Error).message;
    throw new Refusal(`${file} is no zip, or it is damaged (${fault}). Get it again.`);
  }
  return entries;
}
