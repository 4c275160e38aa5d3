/** How many buckets the n-grams are hashed into: two of them share one now and then, which costs little. */
export const BUCKETS = 2 ** 16;

const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;
/** More than this of a text adds nothing but time. */
const MOST_CHARACTERS = 2000;

/** What a text consists of: `buckets[i]` weighs `values[i]` for every i below `size`; the weights have the length 1. */
export interface Features {
  size: number;
  buckets: Uint16Array;
  values: Float32Array;
}

// Words, pairs of words and parts of words of the longest text; one set of arrays serves every call.
const MOST_FEATURES = MOST_CHARACTERS * (LONGEST_GRAM + 1);
const counts = new Float32Array(BUCKETS);
const features: Features = {
  size: 0,
  buckets: new Uint16Array(MOST_FEATURES),
  values: new Float32Array(MOST_FEATURES),
};

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WORD_BORDER = 32;
/** Numbers say the same whatever their digits are. */
const DIGIT = 48;

/** FNV-1a, one character at a time (http://www.isthe.com/chongo/tech/comp/fnv). */
const hashOn = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME);

function count(hash: number): void {
  const bucket = (hash ^ (hash >>> 16)) & (BUCKETS - 1);
  if (counts[bucket] === 0) features.buckets[features.size++] = bucket;
  counts[bucket]! += 1;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || code > 191;

/** The parts of a word and its borders, of two to five characters. */
function countParts(codes: readonly number[]): void {
  for (let from = 0; from < codes.length - 1; from += 1) {
    let hash = FNV_OFFSET;
    const end = Math.min(codes.length, from + LONGEST_GRAM);
    for (let to = from; to < end; to += 1) {
      hash = hashOn(hash, codes[to]!);
      if (to - from + 1 >= SHORTEST_GRAM) count(hash);
    }
  }
}

function countWords(text: string): void {
  const end = Math.min(text.length, MOST_CHARACTERS);
  let codes: number[] = [WORD_BORDER];
  let word = FNV_OFFSET;
  let before = hashOn(FNV_OFFSET, WORD_BORDER);
  for (let i = 0; i <= end; i += 1) {
    const code = i < end ? text.charCodeAt(i) : WORD_BORDER;
    const isNumber = isDigit(code);
    if (isNumber || isLetter(code)) {
      const kept = isNumber ? DIGIT : code;
      // A number of any length is one digit.
      if (isNumber && codes[codes.length - 1] === DIGIT) continue;
      codes.push(kept);
      word = hashOn(word, kept);
    } else if (codes.length > 1) {
      codes.push(WORD_BORDER);
      countParts(codes);
      // The marks keep words, pairs and parts of words apart.
      count(hashOn(word, 1));
      count(hashOn(Math.imul(before, 31) ^ word, 2));
      before = word;
      codes = [WORD_BORDER];
      word = FNV_OFFSET;
    }
  }
}

/**
 * Hashes the words, the pairs of words and the parts of words of a text, each by the logarithm of how often it occurs.
 * @param text folded text (see `foldText`)
 * @returns arrays that the next call overwrites
 */
export function featuresOf(text: string): Features {
  features.size = 0;
  countWords(text);
  let square = 0;
  for (let i = 0; i < features.size; i += 1) {
    const bucket = features.buckets[i]!;
    const value = Math.log1p(counts[bucket]!);
    counts[bucket] = 0;
    features.values[i] = value;
    square += value * value;
  }
  const length = Math.sqrt(square);
  for (let i = 0; i < features.size; i += 1) features.values[i]! /= length;
  return features;
}
