import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopbackHost } from './settings/loopback';

interface Caller {
  /** What came in X-Api-Key. */
  key: string | undefined;
  /** What came in Host, for example `127.0.0.1:5000`. */
  host: string | undefined;
}

/**
 * A web page can make a name of its own point to this machine and so reach an open service through the browser of
 * whoever looks at it; but it cannot make the browser say another Host.
 */
const callsThisMachine = (host = ''): boolean => {
  const address = `http://${host}`;
  return URL.canParse(address) && isLoopbackHost(new URL(address).hostname);
};

/**
 * Makes the check of a caller's key against the SHA-256 hashes of the known ones.
 * Every hash is compared, and each in constant time, so that the time tells nothing.
 * @param hashes as hex; with none the service is open to callers on this machine, and the settings allow that only
 * on loopback
 */
export function createCallerCheck(hashes: readonly string[]): (caller: Caller) => boolean {
  if (hashes.length === 0) return ({ host }) => callsThisMachine(host);
  const known = hashes.map((hash) => Buffer.from(hash, 'hex'));
  return ({ key }) => {
    const given = createHash('sha256')
      .update(key ?? '')
      .digest();
    return known.map((hash) => timingSafeEqual(hash, given)).includes(true);
  };
}
