const MARKS = /\p{M}/gu;
const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l' };

/**
 * One plain form for matching: lower case, no accents, straight quotes, and English contractions without apostrophe
 * (`don’t` → `dont`, `where's` → `wheres`), other apostrophes as blanks (`l'adresse` → `l adresse`).
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[ßæœøł]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—―]/g, '-')
    .replace(/(?<=[a-z])'(?=(?:s|t|re|ve|ll|d|m)\b)/g, '')
    .replace(/(?<=[a-z])'(?=[a-z])/g, ' ');
}
