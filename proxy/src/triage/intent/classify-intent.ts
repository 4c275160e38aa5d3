import { INTENTS, type Intent } from '../../contract/vocabulary';
import { foldText } from '../fold-text';
import { spellOut } from './chat-words';
import { scoreSentence, type Scores } from './score-sentence';
import { sentencesOf } from './sentences';
import { settleTies } from './settle-ties';
import { isSmallTalk } from './small-talk';

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
/** What somebody asks for says more than what they tell before it. */
const REQUEST_WEIGHT = 1.4;
const REQUEST =
  /\?|\b(?:please|can|could|would|will you|want|need|like to|how (?:do|can|to)|when|where|what|which|let me know|tell me|quiero|quisiera|puede\w*|necesito|voudrais|souhaite|pouvez|mochte|konnen|brauche|bitte)\b/;
/** "When can I expect it?" asks about whatever the other sentences name. */
const POINTS_BACK = 0.5;
const ONLY_POINTS_BACK =
  /^(?=.{0,60}$)(?=.*\b(?:it|that|this|them|they)\b)(?!.*(?:\d{3}|\b(?:order|parcel|package|refund|invoice|money|item|product|payment|delivery)s?\b))/;
/** How much a sentence without any sign takes part in the average. */
const SILENT_SENTENCE = 0.04;
/** Without a sign of anything else a message is `other`. */
const NO_SIGN: Partial<Scores> = { other: 0.5 };
/** A complaint about a concrete thing is about the thing. */
const COMPLAINT_BESIDE_TOPIC = 0.45;
const CLEAR = 0.75;
/** A second request counts as one when it holds this share of the message. */
const SECOND_SHARE = 0.2;

function softmax(scores: Scores): Scores {
  const exponentials = INTENTS.map((intent) => Math.exp(scores[intent] + (NO_SIGN[intent] ?? 0)));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return Object.fromEntries(INTENTS.map((intent, i) => [intent, (exponentials[i] ?? 0) / sum])) as Scores;
}

/** Intents that name a matter of their own. */
const CONCRETE = INTENTS.filter((intent) => intent !== 'general_complaint' && intent !== 'other');

const best = (scores: Scores): Intent => INTENTS.reduce((a, b) => (scores[b] > scores[a] ? b : a));

function setComplaintBehindTopic(scores: Scores): Scores {
  const topic = Math.max(...CONCRETE.map((intent) => scores[intent]));
  if (topic < 2.2 || scores.general_complaint > 3.3) return scores;
  return { ...scores, general_complaint: scores.general_complaint * COMPLAINT_BESIDE_TOPIC };
}

interface Vote {
  weight: number;
  isRequest: boolean;
  probabilities: Scores;
}

function voteOf(sentence: string, position: number, isAlone: boolean): Vote {
  const scores = setComplaintBehindTopic(scoreSentence(sentence));
  const evidence = Math.max(...Object.values(scores));
  const isRequest = REQUEST.test(sentence);
  let weight = evidence === 0 ? SILENT_SENTENCE : Math.min(1, evidence / 2.4);
  if (isRequest) weight *= REQUEST_WEIGHT;
  if (!isAlone && isRequest && ONLY_POINTS_BACK.test(sentence)) weight *= POINTS_BACK;
  return { weight: weight * LATER_SENTENCE ** position, isRequest, probabilities: softmax(scores) };
}

function votesOf(subject: string, body: string): Vote[] {
  const all = sentencesOf(body);
  const matter = all.filter((sentence) => !isSmallTalk(sentence));
  const sentences = matter.length > 0 || subject !== '' ? matter : all;
  const votes = sentences.map((sentence, i) => voteOf(sentence, i, sentences.length === 1 && subject === ''));
  if (subject !== '') {
    const vote = voteOf(subject, 0, sentences.length === 0);
    votes.unshift({ ...vote, weight: vote.weight * SUBJECT_WEIGHT });
  }
  return votes.length > 0 ? votes : [voteOf('', 0, true)];
}

function averageOf(votes: readonly Vote[]): Scores {
  const total = votes.reduce((sum, { weight }) => sum + weight, 0);
  const share = (intent: Intent) =>
    votes.reduce((sum, vote) => sum + vote.weight * vote.probabilities[intent], 0) / total;
  return Object.fromEntries(INTENTS.map((intent) => [intent, share(intent)])) as Scores;
}

function secondRequest(votes: readonly Vote[], average: Scores, intent: Intent): Intent | null {
  const asked = votes.filter(({ isRequest }) => isRequest).map(({ probabilities }) => probabilities);
  const isClear = (one: Intent) => asked.some((probabilities) => probabilities[one] >= CLEAR);
  if (!isClear(intent)) return null;
  const second = CONCRETE.find((one) => one !== intent && average[one] >= SECOND_SHARE && isClear(one));
  const pair = [intent, second].sort().join();
  return second === undefined || pair === 'delivery_issue,order_tracking' ? null : second;
}

/**
 * Classifies by rules: every sentence votes with its probabilities, the subject more than the body, requests more than
 * tales, the first sentences more than the later ones. When no rule speaks the answer is `other` with a low confidence.
 * @param subject cleaned subject line, or empty
 * @param body cleaned body
 */
export function classifyIntent(subject: string, body: string): IntentGuess {
  const words = spellOut(foldText(body));
  const topic = spellOut(foldText(subject)).slice(0, 300);
  const votes = votesOf(topic, words);
  const probabilities = settleTies(averageOf(votes), `${topic}\n${words}`.slice(0, 4000));
  const intent = best(probabilities);
  return {
    intent,
    confidence: probabilities[intent],
    probabilities,
    second: secondRequest(votes, probabilities, intent),
  };
}
