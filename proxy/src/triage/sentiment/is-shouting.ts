/** True when most letters of at least two longer words are capitals, or three signs of exclamation stand together. */
export function isShouting(text: string): boolean {
  if (/!{3,}|[!?]{4,}/.test(text)) return true;
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const loud = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase());
  return loud.length >= 2 && loud.length * 2 >= words.length;
}
