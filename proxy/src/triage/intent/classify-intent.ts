import { INTENTS, type Intent } from '../../contract/vocabulary';
import { foldText } from '../fold-text';
import { spellOut } from './chat-words';
import { softmax } from '../linear/linear-model';
import { type IntentModel, shippedIntentModel } from './intent-model';
import { CONCRETE_INTENTS, type Scores } from './score-sentence';
import { settleTies } from './settle-ties';
import { averageOf, type Vote, votesOf } from './votes';

export interface IntentGuess {
  intent: Intent;
  /** From 0 to 1. */
  confidence: number;
  /** The probability of every intent. */
  probabilities: Scores;
  /** Another intent that a sentence of its own clearly asks for, or null. */
  second: Intent | null;
}

/** Above 1 the probabilities become less sure: what the model has learned from is not what it reads. */
const TEMPERATURE = 1.16;
/** An average over sentences is flatter than it is wrong: the temperature falls with their number to this power. */
const FLATTENING = 0.4;
const CLEAR = 0.75;
/** A second request counts as one when it holds this share of the message. */
const SECOND_SHARE = 0.2;
const LONGEST_SUBJECT = 300;

const best = (scores: Scores): Intent => INTENTS.reduce((a, b) => (scores[b] > scores[a] ? b : a));

/** An answer that one of the two parts would not have given is right far less often. */
const AGAINST_LINEAR = 1.6;
const AGAINST_RULES = 1.3;
/** `other` is also what is left when nothing else fits, and wrong more often than it seems. */
const DOUBT_OF_OTHER = 1.3;

/** Probabilities that say how often the answer is right (temperature scaling, Guo and others 2017). */
function calibrated(probabilities: Scores, votes: readonly Vote[]): Scores {
  const intent = best(probabilities);
  const isOf = (part: 'learned' | 'ruled') => best(averageOf(votes, part)) === intent;
  const doubt =
    (isOf('learned') ? 1 : AGAINST_LINEAR) *
    (isOf('ruled') ? 1 : AGAINST_RULES) *
    (intent === 'other' ? DOUBT_OF_OTHER : 1);
  const temperature = (TEMPERATURE * doubt) / votes.length ** FLATTENING;
  const logOdds = (one: Intent): number => Math.log(Math.max(probabilities[one], 1e-9)) / temperature;
  return softmax(Object.fromEntries(INTENTS.map((one) => [one, logOdds(one)])) as Scores);
}

function secondRequest(votes: readonly Vote[], average: Scores, intent: Intent): Intent | null {
  const asked = votes.filter(({ isRequest }) => isRequest).map(({ probabilities }) => probabilities);
  const isClear = (one: Intent) => asked.some((probabilities) => probabilities[one] >= CLEAR);
  if (!isClear(intent)) return null;
  const second = CONCRETE_INTENTS.find((one) => one !== intent && average[one] >= SECOND_SHARE && isClear(one));
  const pair = [intent, second].sort().join();
  return second === undefined || pair === 'delivery_issue,order_tracking' ? null : second;
}

/**
 * Classifies by rules and a trained linear part: every sentence votes with its probabilities, the subject more than the
 * body, requests more than tales, the first sentences more than the later ones. What neither knows is `other` with a
 * low confidence.
 * @param subject cleaned subject line, or empty
 * @param body cleaned body
 * @param model the trained part; the shipped one when left out
 */
export function classifyIntent(subject: string, body: string, model: IntentModel = shippedIntentModel()): IntentGuess {
  const words = spellOut(foldText(body));
  const topic = spellOut(foldText(subject)).slice(0, LONGEST_SUBJECT);
  const votes = votesOf(topic, words, model);
  const average = settleTies(averageOf(votes), `${topic}\n${words}`.slice(0, 4000));
  const probabilities = calibrated(average, votes);
  const intent = best(probabilities);
  return {
    intent,
    confidence: probabilities[intent],
    probabilities,
    second: secondRequest(votes, average, intent),
  };
}
