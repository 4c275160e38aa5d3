const LIMIT = 500;

/**
 * Remembers the results for texts without a digit: greetings, status words and policy sentences come back in every
 * reply. Texts with a digit may be about one customer and are never kept.
 */
export function rememberFixedTexts<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (/\d/.test(text)) return read(text);
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const result = read(text);
    if (known.size >= LIMIT) known.clear();
    known.set(text, result);
    return result;
  };
}
