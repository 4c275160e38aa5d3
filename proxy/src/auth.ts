import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Makes the check of a caller's key against the SHA-256 hashes of the known ones.
 * Every hash is compared, and each in constant time, so that the time tells nothing.
 * @param hashes as hex; with none the service is open, which the settings allow only on loopback
 */
export function createKeyCheck(hashes: readonly string[]): (key: string | undefined) => boolean {
  if (hashes.length === 0) return () => true;
  const known = hashes.map((hash) => Buffer.from(hash, 'hex'));
  return (key) => {
    const given = createHash('sha256')
      .update(key ?? '')
      .digest();
    return known.map((hash) => timingSafeEqual(hash, given)).includes(true);
  };
}
