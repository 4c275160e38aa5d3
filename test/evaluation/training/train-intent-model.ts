import { INTENTS } from '../../../proxy/src/contract/vocabulary';
import { foldText } from '../../../proxy/src/triage/fold-text';
import { spellOut } from '../../../proxy/src/triage/intent/chat-words';
import { BUCKETS, featuresOf } from '../../../proxy/src/triage/intent/linear/features';
import type { IntentModel } from '../../../proxy/src/triage/intent/linear/intent-model';
import { type LabelledMessage, PHRASES } from './labelled-messages';

export interface TrainingOptions {
  /** Decides the order the messages are gone through. */
  seed?: number;
  /** Told after each round through all messages. */
  progress?: (round: number, of: number) => void;
}

const ROUNDS = 6;
const LEARNING_RATE = 0.2;
/** This share of every label is spread over all intents, so that no weight grows without end. */
const LABEL_SMOOTHING = 0.05;
/** A rare intent counts more: by its inverse frequency to this power. */
const RARITY_POWER = 0.5;
/** One written phrase stands for many ways to say it; the templates of a collection say one thing in many ways. */
const PHRASE_WEIGHT = 8;
/** What people ask an assistant about anything but a shop: useful as a backdrop, and far too much of it. */
const CLINC_WEIGHT = 0.1;
const LARGEST_WEIGHT = 127;

interface Example {
  label: number;
  weight: number;
  buckets: Uint16Array;
  values: Float32Array;
}

function weightOf(source: string): number {
  if (source === PHRASES) return PHRASE_WEIGHT;
  return source.startsWith('clinc150') ? CLINC_WEIGHT : 1;
}

function exampleOf({ text, intent, source }: LabelledMessage): Example {
  const { size, buckets, values } = featuresOf(spellOut(foldText(text)));
  return {
    label: INTENTS.indexOf(intent),
    weight: weightOf(source),
    buckets: buckets.slice(0, size),
    values: values.slice(0, size),
  };
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

function importanceOf(examples: readonly Example[]): number[] {
  const shares = INTENTS.map(() => 0);
  for (const { label, weight } of examples) shares[label]! += weight;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const present = shares.filter((share) => share > 0).length;
  return shares.map((share) => (share === 0 ? 0 : (total / (present * share)) ** RARITY_POWER));
}

/** Weights as they are learned, with the sum of squared gradients of each (Adagrad). */
class Learner {
  readonly weights = new Float64Array(BUCKETS * INTENTS.length);
  private readonly squares = new Float64Array(this.weights.length);
  private readonly errors = new Float64Array(INTENTS.length);

  private predict({ buckets, values }: Example): void {
    const { errors, weights } = this;
    errors.fill(0);
    buckets.forEach((bucket, i) => {
      for (let label = 0; label < INTENTS.length; label += 1)
        errors[label]! += values[i]! * weights[bucket * INTENTS.length + label]!;
    });
    const largest = Math.max(...errors);
    let sum = 0;
    for (let label = 0; label < errors.length; label += 1) sum += errors[label] = Math.exp(errors[label]! - largest);
    for (let label = 0; label < errors.length; label += 1) errors[label]! /= sum;
  }

  learn(example: Example, importance: number): void {
    const { errors, weights, squares } = this;
    this.predict(example);
    for (let label = 0; label < errors.length; label += 1) {
      const wanted = (label === example.label ? 1 - LABEL_SMOOTHING : 0) + LABEL_SMOOTHING / INTENTS.length;
      errors[label] = (errors[label]! - wanted) * importance;
    }
    example.buckets.forEach((bucket, i) => {
      for (let label = 0; label < INTENTS.length; label += 1) {
        const at = bucket * INTENTS.length + label;
        const gradient = errors[label]! * example.values[i]!;
        squares[at]! += gradient * gradient;
        weights[at]! -= (LEARNING_RATE * gradient) / (Math.sqrt(squares[at]!) + 1e-8);
      }
    });
  }
}

function rounded({ weights }: Learner): IntentModel {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / LARGEST_WEIGHT;
  const steps = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) steps[at] = Math.round(weights[at]! / scale);
  return { weights: steps, scale };
}

/**
 * Trains the linear part on labelled messages. The same messages and seed give the same weights, to the byte.
 * @throws Error when there is nothing to tell apart
 */
export function trainIntentModel(messages: readonly LabelledMessage[], options: TrainingOptions = {}): IntentModel {
  const { seed = 1, progress = () => undefined } = options;
  if (new Set(messages.map(({ intent }) => intent)).size < 2)
    throw new Error(`Training needs messages of at least two intents; ${messages.length} messages do not have them.`);
  const examples = messages.map(exampleOf);
  const importance = importanceOf(examples);
  const random = randomOf(seed);
  const learner = new Learner();
  for (let round = 1; round <= ROUNDS; round += 1) {
    shuffle(examples, random);
    for (const example of examples) learner.learn(example, importance[example.label]! * example.weight);
    progress(round, ROUNDS);
  }
  return rounded(learner);
}
