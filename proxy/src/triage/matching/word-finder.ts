/** Letters and digits of folded text, blank and apostrophe; everything else is one sign. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789 '";
const OTHER = ALPHABET.length;
const SIGNS = OTHER + 1;

const SIGN_OF = new Uint8Array(128).fill(OTHER);
for (const [sign, letter] of [...ALPHABET].entries()) SIGN_OF[letter.charCodeAt(0)] = sign;
const signAt = (text: string, i: number): number => {
  const code = text.charCodeAt(i);
  return code < 128 ? SIGN_OF[code]! : OTHER;
};

/**
 * Finds which of many strings occur in a text, in one pass over it, however many there are (Aho and Corasick 1975).
 * Signs outside the alphabet count as equal, so that a string may be reported that differs in such a sign; none that
 * occurs is left out.
 */
export class WordFinder {
  /** By state and sign: the next state. */
  private readonly next: Int32Array;
  /** By state: where its words stand in `wordsAt`, and how many. */
  private readonly first: Int32Array;
  private readonly wordsAt: Int32Array;

  constructor(words: readonly string[]) {
    const children: Map<number, number>[] = [new Map()];
    const ends: number[][] = [[]];
    words.forEach((word, index) => {
      let state = 0;
      for (let i = 0; i < word.length; i += 1) {
        const sign = signAt(word, i);
        let child = children[state]!.get(sign);
        if (child === undefined) {
          child = children.length;
          children[state]!.set(sign, child);
          children.push(new Map());
          ends.push([]);
        }
        state = child;
      }
      ends[state]!.push(index);
    });

    this.next = new Int32Array(children.length * SIGNS);
    const fallback = new Int32Array(children.length);
    const order: number[] = [0];
    for (const state of order) {
      for (let sign = 0; sign < SIGNS; sign += 1) {
        const child = children[state]!.get(sign);
        const otherwise = state === 0 ? 0 : this.next[fallback[state]! * SIGNS + sign]!;
        if (child === undefined) this.next[state * SIGNS + sign] = otherwise;
        else {
          this.next[state * SIGNS + sign] = child;
          fallback[child] = otherwise;
          ends[child]!.push(...ends[otherwise]!);
          order.push(child);
        }
      }
    }
    this.first = new Int32Array(children.length + 1);
    ends.forEach((found, state) => (this.first[state + 1] = this.first[state]! + found.length));
    this.wordsAt = Int32Array.from(ends.flat());
  }

  /** Tells every word that ends somewhere in the text, as often as it does. @param tell gets its place in the list */
  find(text: string, tell: (word: number) => void): void {
    let state = 0;
    for (let i = 0; i < text.length; i += 1) {
      state = this.next[state * SIGNS + signAt(text, i)]!;
      const end = this.first[state + 1]!;
      for (let at = this.first[state]!; at < end; at += 1) tell(this.wordsAt[at]!);
    }
  }
}
