import { createHash } from 'node:crypto';

/**
 * Makes GUIDs (version 4 in form, RFC 9562) that depend on the seed and their number only, so that a repeated run makes
 * the same ones. Hashed, because a short random state would meet itself again over many starts.
 */
export function seededGuids(seed: string): () => string {
  let number = 0;
  return () => {
    number += 1;
    const digits = createHash('sha256').update(`${seed}/${number}`).digest('hex');
    const variant = (8 + (parseInt(digits[16]!, 16) % 4)).toString(16);
    return [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(13, 16)}`,
      `${variant}${digits.slice(17, 20)}`,
      digits.slice(20, 32),
    ].join('-');
  };
}
