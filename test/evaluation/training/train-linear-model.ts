import { foldText } from '../../../proxy/src/triage/fold-text';
import { spellOut } from '../../../proxy/src/triage/intent/chat-words';
import { BUCKETS, featuresOf } from '../../../proxy/src/triage/linear/features';
import type { LinearModel } from '../../../proxy/src/triage/linear/linear-model';

export interface TrainingOptions {
  /** Decides the order the examples are gone through. */
  seed?: number;
  /** Told after each round through all examples. */
  progress?: (round: number, of: number) => void;
}

/** A text to learn from. */
export interface Example<Label extends string> {
  text: string;
  label: Label;
  /** How many ordinary texts it counts for. */
  weight: number;
}

const ROUNDS = 6;
const LEARNING_RATE = 0.2;
/** This share of every label is spread over all labels, so that no weight grows without end. */
const LABEL_SMOOTHING = 0.05;
/** A rare label counts more: by its inverse frequency to this power. */
const RARITY_POWER = 0.5;
const LARGEST_WEIGHT = 127;

interface FeaturedExample {
  label: number;
  weight: number;
  buckets: Uint16Array;
  values: Float32Array;
}

function featured(text: string, label: number, weight: number): FeaturedExample {
  const { size, buckets, values } = featuresOf(spellOut(foldText(text)));
  return { label, weight, buckets: buckets.slice(0, size), values: values.slice(0, size) };
}

/** Mulberry32: the same seed gives the same order on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
}

function importanceOf(examples: readonly FeaturedExample[], labels: number): number[] {
  const shares = Array.from({ length: labels }, () => 0);
  for (const { label, weight } of examples) shares[label]! += weight;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const present = shares.filter((share) => share > 0).length;
  return shares.map((share) => (share === 0 ? 0 : (total / (present * share)) ** RARITY_POWER));
}

/** Weights as they are learned, with the sum of squared gradients of each (Adagrad). */
class Learner {
  readonly weights: Float64Array;
  private readonly squares: Float64Array;
  private readonly errors: Float64Array;

  constructor(private readonly labels: number) {
    this.weights = new Float64Array(BUCKETS * labels);
    this.squares = new Float64Array(this.weights.length);
    this.errors = new Float64Array(labels);
  }

  private predict({ buckets, values }: FeaturedExample): void {
    const { errors, weights, labels } = this;
    errors.fill(0);
    buckets.forEach((bucket, i) => {
      for (let label = 0; label < labels; label += 1) errors[label]! += values[i]! * weights[bucket * labels + label]!;
    });
    const largest = Math.max(...errors);
    let sum = 0;
    for (let label = 0; label < labels; label += 1) sum += errors[label] = Math.exp(errors[label]! - largest);
    for (let label = 0; label < labels; label += 1) errors[label]! /= sum;
  }

  learn(example: FeaturedExample, importance: number): void {
    const { errors, weights, squares, labels } = this;
    this.predict(example);
    for (let label = 0; label < labels; label += 1) {
      const wanted = (label === example.label ? 1 - LABEL_SMOOTHING : 0) + LABEL_SMOOTHING / labels;
      errors[label] = (errors[label]! - wanted) * importance;
    }
    example.buckets.forEach((bucket, i) => {
      for (let label = 0; label < labels; label += 1) {
        const at = bucket * labels + label;
        const gradient = errors[label]! * example.values[i]!;
        squares[at]! += gradient * gradient;
        weights[at]! -= (LEARNING_RATE * gradient) / (Math.sqrt(squares[at]!) + 1e-8);
      }
    });
  }

  /** The weights in whole steps of one byte. */
  rounded(): Pick<LinearModel<string>, 'weights' | 'scale'> {
    let largest = 0;
    for (const weight of this.weights) largest = Math.max(largest, Math.abs(weight));
    const scale = largest / LARGEST_WEIGHT;
    const steps = new Int8Array(this.weights.length);
    for (let at = 0; at < steps.length; at += 1) steps[at] = Math.round(this.weights[at]! / scale);
    return { weights: steps, scale };
  }
}

/**
 * Trains a model that tells labels apart. The same examples and seed give the same weights, to the byte.
 * @throws Error when there is nothing to tell apart
 */
export function trainLinearModel<Label extends string>(
  labels: readonly Label[],
  examples: readonly Example<Label>[],
  { seed = 1, progress = () => undefined }: TrainingOptions = {},
): LinearModel<Label> {
  if (new Set(examples.map(({ label }) => label)).size < 2)
    throw new Error(`Training needs texts of at least two labels; ${examples.length} texts do not have them.`);
  const all = examples.map(({ text, label, weight }) => featured(text, labels.indexOf(label), weight));
  const importance = importanceOf(all, labels.length);
  const random = randomOf(seed);
  const learner = new Learner(labels.length);
  for (let round = 1; round <= ROUNDS; round += 1) {
    shuffle(all, random);
    for (const example of all) learner.learn(example, importance[example.label]! * example.weight);
    progress(round, ROUNDS);
  }
  return { labels, ...learner.rounded() };
}
