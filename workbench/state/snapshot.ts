import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Maps } from './journal';

const BATCH_BYTES = 1024 * 1024;

/**
 * Writes the whole state beside the old snapshot and then puts it in its place, so that there is always a whole one.
 * @param file the snapshot's path
 */
export function writeSnapshot(file: string, maps: Maps): void {
  const fresh = `${file}.new`;
  const handle = openSync(fresh, 'w');
  let batch = '';
  const flush = () => {
    const bytes = Buffer.from(batch);
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
    batch = '';
  };
  try {
    for (const [collection, map] of maps) {
      for (const [key, value] of map) {
        batch += `${JSON.stringify([[collection, key, value]])}\n`;
        if (batch.length > BATCH_BYTES) flush();
      }
    }
    flush();
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(fresh, file);
}
