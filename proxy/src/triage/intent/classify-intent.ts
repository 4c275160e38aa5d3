import { INTENTS, type Intent } from '../../contract/vocabulary';
import { foldText } from '../fold-text';
import { spellOut } from './chat-words';
import { scoreSentence, type Scores } from './score-sentence';
import { sentencesOf } from './sentences';

export interface IntentGuess {
  intent: Intent;
  /** From 0 to 1. */
  confidence: number;
  /** The probability of every intent. */
  probabilities: Scores;
  /** Another intent that a sentence of its own clearly asks for, or null. */
  second: Intent | null;
}

/** The subject names the matter more often than a sentence of the body does. */
const SUBJECT_WEIGHT = 1.5;
/** The first request counts: each later sentence weighs a little less. */
const LATER_SENTENCE = 0.92;
/** How much a sentence without any sign takes part in the average. */
const SILENT_SENTENCE = 0.04;
/** Without a sign of anything else a message is `other`. */
const NO_SIGN: Partial<Scores> = { other: 0.5 };
/** A complaint about a concrete thing is about the thing. */
const COMPLAINT_BESIDE_TOPIC = 0.45;
const CLEAR = 0.75;
/** Who wants the money back no longer wants the parcel, whatever sentence says so. */
const WANTS_MONEY_BACK =
  /\b(?:want|need|demand|like|request\w*|expect|give|get|just|please|insist\w*)\b[^.?!]{0,30}\b(?:refund\w*|(?:my )?money back|cancel\w*|reimburse\w*)\b|\b(?:reembols\w+|devuelvan mi dinero|rembours\w+|geld zuruck|ruckerstatt\w*)\b/;
const MOVED_TO_RETURNS = 0.6;

function softmax(scores: Scores): Scores {
  const exponentials = INTENTS.map((intent) => Math.exp(scores[intent] + (NO_SIGN[intent] ?? 0)));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return Object.fromEntries(INTENTS.map((intent, i) => [intent, (exponentials[i] ?? 0) / sum])) as Scores;
}

const best = (scores: Scores): Intent => INTENTS.reduce((a, b) => (scores[b] > scores[a] ? b : a));

function setComplaintBehindTopic(scores: Scores): Scores {
  const topic = Math.max(
    ...INTENTS.filter((intent) => intent !== 'general_complaint' && intent !== 'other').map((intent) => scores[intent]),
  );
  if (topic < 2.2 || scores.general_complaint > 3.3) return scores;
  return { ...scores, general_complaint: scores.general_complaint * COMPLAINT_BESIDE_TOPIC };
}

function preferMoneyBack(probabilities: Scores, words: string): Scores {
  if (!WANTS_MONEY_BACK.test(words)) return probabilities;
  const moved = probabilities.delivery_issue * MOVED_TO_RETURNS;
  return {
    ...probabilities,
    delivery_issue: probabilities.delivery_issue - moved,
    returns: probabilities.returns + moved,
  };
}

interface Weighed {
  weight: number;
  probabilities: Scores;
}

function weigh(sentence: string, position: number): Weighed {
  const scores = setComplaintBehindTopic(scoreSentence(sentence));
  const evidence = Math.max(...Object.values(scores));
  const weight = evidence === 0 ? SILENT_SENTENCE : Math.min(1, evidence / 2.4);
  return { weight: weight * LATER_SENTENCE ** position, probabilities: softmax(scores) };
}

/**
 * Classifies by rules: every sentence votes with its probabilities, the subject more than the body, the first sentences
 * more than the later ones. When no rule speaks the answer is `other` with a low confidence.
 * @param subject cleaned subject line, or empty
 * @param body cleaned body
 */
export function classifyIntent(subject: string, body: string): IntentGuess {
  const words = spellOut(foldText(body));
  const votes = sentencesOf(words).map(weigh);
  if (subject !== '') {
    const vote = weigh(spellOut(foldText(subject)).slice(0, 300), 0);
    votes.push({ ...vote, weight: vote.weight * SUBJECT_WEIGHT });
  }
  if (votes.length === 0) votes.push({ weight: 1, probabilities: softmax(scoreSentence('')) });
  const total = votes.reduce((sum, { weight }) => sum + weight, 0);
  const average = Object.fromEntries(
    INTENTS.map((intent) => [
      intent,
      votes.reduce((sum, vote) => sum + vote.weight * vote.probabilities[intent], 0) / total,
    ]),
  ) as Scores;
  const probabilities = preferMoneyBack(average, `${subject.toLowerCase()}\n${words}`.slice(0, 4000));
  const intent = best(probabilities);
  const other = votes
    .map((vote) => vote.probabilities)
    .filter((p) => {
      const theirs = best(p);
      return theirs !== intent && theirs !== 'other' && theirs !== 'general_complaint' && p[theirs] >= CLEAR;
    })[0];
  return { intent, confidence: probabilities[intent], probabilities, second: other ? best(other) : null };
}
