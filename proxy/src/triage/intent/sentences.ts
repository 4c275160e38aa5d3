const MOST_SENTENCES = 10;
const LONGEST_SENTENCE = 320;

/** Sentences end at `.`, `!`, `?` followed by a blank, and at line ends; `no. 12345` and `ord. 1` do not end one. */
const BORDER = /(?<!\b(?:no|nr|num|ord|ref|mr|mrs|ms|dr|st|approx|vs|etc|e\.g|i\.e|n|p))[.!?]+(?=\s|$)|\n+|;\s/g;

/**
 * The first sentences of a folded text, without greetings and other empty ones.
 * The end sign stays, because rules may look for a question mark.
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  const push = (end: number) => {
    const sentence = text.slice(from, end).replace(/\s+/g, ' ').trim().slice(0, LONGEST_SENTENCE);
    if (/[a-z0-9]/.test(sentence)) sentences.push(sentence);
    from = end;
  };
  for (const border of text.matchAll(BORDER)) {
    push(border.index + border[0].length);
    if (sentences.length >= MOST_SENTENCES) return sentences;
  }
  push(text.length);
  return sentences.slice(0, MOST_SENTENCES);
}
