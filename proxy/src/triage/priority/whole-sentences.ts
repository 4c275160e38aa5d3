/** A line shorter than this is a line of its own; longer ones are wrapped by the mail program and go on. */
const WRAPPED_FROM = 55;

/** How a line begins that ends a message, or asks for help with what was told before it. */
const CLOSING =
  /^(?:could|can|would|please|thanks?|many thanks|kind|best|regards|gracias|muchas|un saludo|puede\w*|merci|cordialement|pouvez|pourriez|danke|vielen|viele|mit freundlichen|konnen|konnten)\b/;

/** Joins the lines a mail program has wrapped. */
function unwrapped(part: string): string[] {
  const sentences: string[] = [];
  let current = '';
  for (const line of part.split('\n')) {
    const trimmed = line.trim();
    if (CLOSING.test(trimmed) && current !== '') {
      sentences.push(current);
      current = '';
    }
    current = current === '' ? trimmed : `${current} ${trimmed}`;
    if (trimmed.length < WRAPPED_FROM) {
      if (current !== '') sentences.push(current);
      current = '';
    }
  }
  if (current !== '') sentences.push(current);
  return sentences.map((sentence) => sentence.replace(/\s+/g, ' '));
}

/** Every sentence of a folded text, those over several lines of a mail in one. */
export const wholeSentences = (folded: string): string[] =>
  folded.split(/(?<=[.!?])\s+|\n\s*\n/).flatMap((part) => unwrapped(part));
