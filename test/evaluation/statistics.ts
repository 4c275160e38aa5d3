/** A 95 % interval, lower and upper end. */
export type Interval = readonly [number, number];

const Z = 1.959964;

/**
 * The interval of a share by Wilson's score method, which stays within 0 and 1 and is right for few cases as well
 * (E. B. Wilson, Journal of the American Statistical Association 22, 1927).
 * @param k how many of them
 * @param n how many in all; without any the share can be anything
 */
export function wilson(k: number, n: number): Interval {
  if (n === 0) return [0, 1];
  const share = k / n;
  const square = Z * Z;
  const middle = (share + square / (2 * n)) / (1 + square / n);
  const half = (Z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return [k === 0 ? 0 : Math.max(0, middle - half), k === n ? 1 : Math.min(1, middle + half)];
}

/** Random numbers from 0 to 1, the same ones for the same seed (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The interval of any figure, by drawing the items anew with replacement and taking the middle 95 % of the results.
 * The same items give the same interval.
 * @param figure what is computed of a drawn sample of the same size
 * @param draws more are slower and steadier
 */
export function bootstrap<T>(items: readonly T[], figure: (sample: T[]) => number, draws = 400, seed = 1): Interval {
  if (items.length === 0) return [0, 1];
  const random = seededRandom(seed);
  const draw = () => items[Math.floor(random() * items.length)]!;
  const results = Array.from({ length: draws }, () => figure(Array.from(items, draw))).sort((a, b) => a - b);
  const at = (share: number) => results[Math.min(draws - 1, Math.max(0, Math.round(share * (draws - 1))))]!;
  return [at(0.025), at(0.975)];
}

/** What a message is and what it was taken for. */
export interface Pair<T extends string = string> {
  wanted: T;
  guessed: T;
}

export interface ClassQuality<T extends string = string> {
  name: T;
  /** How many are of the class. */
  wanted: number;
  /** How many were taken for it. */
  guessed: number;
  right: number;
  precision: number;
  recall: number;
  f1: number;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision, recall and F1 of every class that is wanted or guessed at least once. */
export function classQuality<T extends string>(pairs: readonly Pair<T>[], classes: readonly T[]): ClassQuality<T>[] {
  const counts = new Map(classes.map((name) => [name, { wanted: 0, guessed: 0, right: 0 }]));
  for (const pair of pairs) {
    const [wanted, guessed] = [counts.get(pair.wanted), counts.get(pair.guessed)];
    if (wanted) wanted.wanted += 1;
    if (guessed) guessed.guessed += 1;
    if (wanted && wanted === guessed) wanted.right += 1;
  }
  return [...counts]
    .filter(([, { wanted, guessed }]) => wanted + guessed > 0)
    .map(([name, { wanted, guessed, right }]) => {
      const [precision, recall] = [ratio(right, guessed), ratio(right, wanted)];
      return { name, wanted, guessed, right, precision, recall, f1: ratio(2 * right, wanted + guessed) };
    });
}

/** The mean F1 over the classes that are wanted, each counting the same; a class that nobody wanted has no F1. */
export function macroF1<T extends string>(pairs: readonly Pair<T>[], classes: readonly T[]): number {
  const f1 = classQuality(pairs, classes)
    .filter(({ wanted }) => wanted > 0)
    .map((quality) => quality.f1);
  return ratio(
    f1.reduce((a, b) => a + b, 0),
    f1.length,
  );
}

/** How sure an answer was, and whether it was right. */
export interface Judged {
  /** From 0 to 1. */
  confidence: number;
  right: boolean;
}

export interface Bin {
  from: number;
  to: number;
  n: number;
  meanConfidence: number;
  accuracy: number;
}

/** Judged answers in bins of equal width by confidence; a confidence on a border belongs to the upper bin. */
export function confidenceBins(judged: readonly Judged[], bins = 10): Bin[] {
  const counts = Array.from({ length: bins }, () => ({ n: 0, right: 0, confidence: 0 }));
  for (const { confidence, right } of judged) {
    const bin = counts[Math.min(bins - 1, Math.floor(confidence * bins))]!;
    bin.n += 1;
    bin.confidence += confidence;
    if (right) bin.right += 1;
  }
  return counts.map(({ n, right, confidence }, i) => ({
    from: i / bins,
    to: (i + 1) / bins,
    n,
    meanConfidence: ratio(confidence, n),
    accuracy: ratio(right, n),
  }));
}

/** Expected calibration error: how far confidence and accuracy are apart, averaged over the bins by their messages. */
export function calibrationError(judged: readonly Judged[], bins = 10): number {
  return confidenceBins(judged, bins).reduce(
    (sum, { n, meanConfidence, accuracy }) => sum + ratio(n, judged.length) * Math.abs(meanConfidence - accuracy),
    0,
  );
}

/** The accuracy of the answers at or above a confidence, and the share of all that they are. */
export function keptAt(judged: readonly Judged[], threshold: number): { kept: number; right: number } {
  const sure = judged.filter(({ confidence }) => confidence >= threshold);
  return { kept: sure.length, right: sure.filter(({ right }) => right).length };
}
