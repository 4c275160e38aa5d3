import { crc32, inflateRawSync } from 'node:zlib';

/** A file as the directory at the end of a zip lists it; sizes in bytes. */
export interface Listed {
  path: string;
  method: number;
  checksum: number;
  packedSize: number;
  size: number;
  /** Where its local header begins. */
  at: number;
}

const END = Buffer.from('PK\u0005\u0006');
const UTF_8 = 1 << 11;
const STORED = 0;
const DEFLATED = 8;

/**
 * All a zip lists, in its order, folders too: APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16.
 * @throws {RangeError} when it is cut off; {Error} when it is no zip
 */
export function listed(zip: Buffer): Listed[] {
  const end = zip.lastIndexOf(END);
  if (end < 0) throw new Error('it has no directory');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('its directory is not where it should be');
    const afterName = at + 46 + zip.readUInt16LE(at + 28);
    const encoding = zip.readUInt16LE(at + 8) & UTF_8 ? 'utf8' : 'latin1';
    const entry = {
      path: zip.toString(encoding, at + 46, afterName),
      method: zip.readUInt16LE(at + 10),
      checksum: zip.readUInt32LE(at + 16),
      packedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    };
    at = afterName + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return entry;
  });
}

/** @throws what inflating throws, also as soon as there is more than was listed */
function unpacked(zip: Buffer, { method, packedSize, size, at }: Listed): Buffer {
  // The directory may have other extra fields than the local header, so that only the latter knows where it ends.
  const begin = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const packed = zip.subarray(begin, begin + packedSize);
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  throw new Error(`packed by method ${String(method)}`);
}

/**
 * The bytes of a listed file.
 * @throws {Error} when they are not the ones that were packed
 */
export function contentOf(zip: Buffer, entry: Listed): Uint8Array {
  try {
    const content = unpacked(zip, entry);
    if (content.length === entry.size && crc32(content) === entry.checksum) return content;
  } catch (error) {
    throw new Error(`${entry.path} cannot be read`, { cause: error });
  }
  throw new Error(`${entry.path} is not what was packed`);
}
