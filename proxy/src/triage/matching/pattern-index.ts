import { neededWords } from './needed-words';
import { WordFinder } from './word-finder';

/**
 * Says which of many patterns can match a text at all: those whose words occur in it. Most rules speak of words that a
 * message does not have; trying them all would take most of the time of reading.
 */
export class PatternIndex {
  private readonly finder: WordFinder;
  /** By word: the patterns that need it. */
  private readonly patternsOf: readonly Int32Array[];
  private readonly always: Uint8Array;
  private readonly possible: Uint8Array;

  constructor(patterns: readonly RegExp[]) {
    const byWord = new Map<string, number[]>();
    this.always = new Uint8Array(patterns.length);
    patterns.forEach((pattern, i) => {
      const words = neededWords(pattern);
      if (words === null) this.always[i] = 1;
      for (const word of words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), i]);
    });
    this.finder = new WordFinder([...byWord.keys()]);
    this.patternsOf = [...byWord.values()].map((places) => Int32Array.from(places));
    this.possible = new Uint8Array(patterns.length);
  }

  /** @returns 1 for each pattern that can match, 0 for one that cannot; the next call overwrites it */
  possibleIn(text: string): Uint8Array {
    const { possible, patternsOf } = this;
    possible.set(this.always);
    this.finder.find(text, (word) => {
      for (const pattern of patternsOf[word]!) possible[pattern] = 1;
    });
    return possible;
  }
}

/** Many patterns asked together: whether any of them matches. */
export class PatternSet {
  private readonly index: PatternIndex;

  constructor(private readonly patterns: readonly RegExp[]) {
    this.index = new PatternIndex(patterns);
  }

  test(text: string): boolean {
    const possible = this.index.possibleIn(text);
    return this.patterns.some((pattern, i) => possible[i] === 1 && pattern.test(text));
  }
}
