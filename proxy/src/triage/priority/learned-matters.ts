import { isSmallTalk } from '../intent/small-talk';
import { logOddsOf, softmax } from '../linear/linear-model';
import { type MatterKind, MATTERS, type MatterModel, shippedMatterModel } from './matter-model';

/**
 * What the trained part reads of a text, in training as in service. Every text begins with the same word, from which it
 * learns how rare critical matters are: what it knows nothing of is ordinary. A question mark is a word, as a question
 * about a danger tells of none.
 * @param text folded and spelled out
 */
export const matterWords = (text: string): string => `x ${text.replace(/\?/g, ' asked ')}`;

/** The sentences that say something, each with the next one: what happened often stands in two. */
export function passagesOf(sentences: readonly string[]): string[] {
  const telling = sentences.filter((sentence) => !isSmallTalk(sentence));
  if (telling.length < 2) return telling;
  return telling.slice(1).map((sentence, i) => `${telling[i]!} ${sentence}`);
}

/** What the trained part takes a message for. */
export interface LearnedMatter {
  kind: Exclude<MatterKind, 'none'>;
  /** That the message tells of any critical matter, from 0 to 1. */
  probability: number;
}

/** Fewer words are too little evidence: short messages are left to the rules. */
const FEWEST_WORDS = 30;

const CRITICAL = MATTERS.filter((kind) => kind !== 'none');

/** The logarithm of the odds that a text is critical, and what it is most likely then. */
function readPassage(text: string, model: MatterModel): { odds: number; kind: LearnedMatter['kind'] } {
  const probabilities = softmax(logOddsOf(matterWords(text), model));
  const kind = CRITICAL.reduce((a, b) => (probabilities[b] > probabilities[a] ? b : a));
  return { odds: Math.log((1 - probabilities.none) / probabilities.none), kind };
}

/**
 * What the trained part takes for a critical matter in a message: its strongest passage and the whole together. The
 * passage finds what is told in passing; the whole tells whether the message goes with it.
 * @param sentences folded and spelled out
 * @param model the shipped one when left out
 * @returns null when too little is said
 */
export function learnedMatter(
  sentences: readonly string[],
  model: MatterModel = shippedMatterModel(),
): LearnedMatter | null {
  const passages = passagesOf(sentences);
  if (passages.length === 0 || sentences.join(' ').split(' ').length < FEWEST_WORDS) return null;
  const strongest = passages.map((passage) => readPassage(passage, model)).reduce((a, b) => (b.odds > a.odds ? b : a));
  const whole = sentences.filter((sentence) => !isSmallTalk(sentence)).join(' ');
  const odds = passages.length === 1 ? strongest.odds : (strongest.odds + readPassage(whole, model).odds) / 2;
  return { kind: strongest.kind, probability: 1 / (1 + Math.exp(-odds)) };
}
