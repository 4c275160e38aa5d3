/**
 * A random GUID (version 4, RFC 9562) from the given source, so that a seeded run makes the same ones.
 * @param random numbers from 0 (included) to 1 (excluded)
 */
export function newGuid(random: () => number): string {
  let digits = '';
  for (let index = 0; index < 8; index += 1) {
    digits += Math.floor(random() * 0x10000)
      .toString(16)
      .padStart(4, '0');
  }
  const variant = (8 + (parseInt(digits[16]!, 16) % 4)).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}
