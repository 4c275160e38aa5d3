/**
 * Reads what a maker writes into a property as `name=value; name=value`. A value may be empty: `escalatedOn=` says that
 * there is no such column.
 * @param property the property's name, for the error
 * @param known the names that may stand there
 * @throws Error that names the property, the part that cannot be read and how it should look
 */
export function readPairs<K extends string>(property: string, text: string, known: readonly K[]): Map<K, string> {
  const pairs = new Map<K, string>();
  for (const part of text.split(/[;\n]/)) {
    if (part.trim() === '') continue;
    const [name = '', ...rest] = part.split('=').map((piece) => piece.trim());
    const key = known.find((one) => one === name);
    if (key === undefined || rest.length !== 1)
      throw new Error(`${property}: "${part.trim()}" is not name=value with one of ${known.join(', ')}.`);
    pairs.set(key, rest[0] ?? '');
  }
  return pairs;
}

/** The text `readPairs` reads. */
export const writePairs = (pairs: Readonly<Record<string, string | number>>): string =>
  Object.entries(pairs)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
