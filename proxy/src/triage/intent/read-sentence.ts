import { INTENTS } from '../../contract/vocabulary';
import { logOddsOf, softmax } from '../linear/linear-model';
import type { IntentModel } from './intent-model';
import { CONCRETE_INTENTS, scoreSentence, type Scores } from './score-sentence';

/** What rules and linear part together make of one sentence. */
export interface SentenceReading {
  probabilities: Scores;
  /** What the linear part alone makes of it. */
  learned: Scores;
  /** What the rules alone make of it. */
  ruled: Scores;
  /** How much the sentence says of anything, from 0 to 1. */
  evidence: number;
}

/** One point of the rules moves the odds by this much, in natural logarithms. */
const RULE_WEIGHT = 0.85;
/** The linear part is surer than it is right on sentences of others: its odds count less. */
const LINEAR_WEIGHT = 1;
/** Without a sign of anything else a sentence is `other`, the more so when no rule speaks at all. */
const OTHER_BY_DEFAULT = 0.3;
const OTHER_WITHOUT_RULE = 1.4;
/** A complaint about a concrete thing is about the thing. */
const COMPLAINT_BESIDE_TOPIC = 0.45;
const CLEAR_TOPIC = 2.2;
const CLEAR_COMPLAINT = 3.3;
/** The score of rules that makes a sentence count in full. */
const FULL_SCORE = 5;
/** From here on the linear part knows the sentence. */
const KNOWN = 0.3;
const SILENT_SENTENCE = 0.01;

function setComplaintBehindTopic(scores: Scores): Scores {
  const topic = Math.max(...CONCRETE_INTENTS.map((intent) => scores[intent]));
  if (topic < CLEAR_TOPIC || scores.general_complaint > CLEAR_COMPLAINT) return scores;
  return { ...scores, general_complaint: scores.general_complaint * COMPLAINT_BESIDE_TOPIC };
}

const scoresOf = (score: (intent: keyof Scores) => number): Scores =>
  Object.fromEntries(INTENTS.map((intent) => [intent, score(intent)])) as Scores;

/**
 * Adds what the rules find to what the linear part has learned (a product of experts): where both agree the
 * probability is high, where they contradict each other or know nothing it is low.
 * @param sentence folded and spelled out
 */
export function readSentence(sentence: string, model: IntentModel): SentenceReading {
  const rules = setComplaintBehindTopic(scoreSentence(sentence));
  const logOdds = logOddsOf(sentence, model);
  const learned = softmax(logOdds);
  const topic = Math.max(...INTENTS.filter((intent) => intent !== 'other').map((intent) => learned[intent]));
  const strongest = Math.max(...Object.values(rules));
  const byDefault = strongest === 0 ? OTHER_WITHOUT_RULE : OTHER_BY_DEFAULT;
  const evidence = strongest / FULL_SCORE + Math.max(0, topic - KNOWN);
  const byRules = scoresOf((intent) => RULE_WEIGHT * rules[intent] + (intent === 'other' ? byDefault : 0));
  return {
    probabilities: softmax(scoresOf((intent) => byRules[intent] + LINEAR_WEIGHT * logOdds[intent])),
    learned,
    ruled: softmax(byRules),
    evidence: Math.min(1, Math.max(SILENT_SENTENCE, evidence)),
  };
}
