import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'survey-signing-key';
const WHOLE_KEY = /^[\w-]{43}$/;

function readKey(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return WHOLE_KEY.test(text) ? text : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The key that signs survey links where no setting names one: made at the first start and kept, for only this user to
 * read, so that links stay good over restarts. To be called by the one process that holds the folder.
 * @param folder the data folder; made when it is missing
 */
export function keptSigningKey(folder: string): string {
  const path = join(folder, FILE);
  const kept = readKey(path);
  if (kept !== undefined) return kept;
  const key = randomBytes(32).toString('base64url');
  mkdirSync(folder, { recursive: true });
  // Written beside and renamed, so that a start that is killed here leaves no half key.
  writeFileSync(`${path}.new`, `${key}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return key;
}
