import { INTENTS, type Intent } from '../../contract/vocabulary';
import type { IntentModel } from './intent-model';
import { readSentence } from './read-sentence';
import type { Scores } from './score-sentence';
import { sentencesOf } from './sentences';
import { isSmallTalk } from './small-talk';

/** A sentence's part in the answer. */
export interface Vote {
  weight: number;
  /** It asks for something. */
  isRequest: boolean;
  probabilities: Scores;
  /** What the linear part alone makes of it. */
  learned: Scores;
  /** What the rules alone make of it. */
  ruled: Scores;
}

/** The subject names the matter more often than a sentence of the body does. */
const SUBJECT_WEIGHT = 1.6;
/** The first request counts: each later sentence weighs a little less. */
const LATER_SENTENCE = 0.78;
/** What somebody asks for says more than what they tell before it. */
const REQUEST_WEIGHT = 1.6;
const REQUEST =
  /\?|\b(?:please|can|could|would|will you|want|need|like to|how (?:do|can|to)|when|where|what|which|let me know|tell me|quiero|quisiera|puede\w*|necesito|voudrais|souhaite|pouvez|mochte|konnen|brauche|bitte)\b/;
/** "When can I expect it?" asks about whatever the other sentences name. */
const POINTS_BACK = 0.3;
const ONLY_POINTS_BACK =
  /^(?=.{0,60}$)(?=.*\b(?:it|that|this|them|they)\b)(?!.*(?:\d{3}|\b(?:order|parcel|package|refund|invoice|money|item|product|payment|delivery)s?\b))/;

/** "Order 12345" above a message says what it is about, not what is wanted. */
const ONLY_REFERENCE =
  /^[^a-z0-9]*(?:(?:your|my|our|the|mi|ma|meine?|n|no|nr|num\w*|order|purchase|parcel|package|pedido|commande|bestellung|auftrag|confirmation|confirmacion|id) ?[^a-z0-9]*){0,4}(?:ord)?[^a-z0-9]*\d{3,20}[^a-z0-9]*$/;
const REFERENCE_WEIGHT = 0.25;

function voteOf(sentence: string, position: number, isAlone: boolean, model: IntentModel): Vote {
  const { evidence, ...readings } = readSentence(sentence, model);
  const isRequest = REQUEST.test(sentence);
  let weight = evidence * LATER_SENTENCE ** position;
  if (isRequest) weight *= REQUEST_WEIGHT;
  if (!isAlone && isRequest && ONLY_POINTS_BACK.test(sentence)) weight *= POINTS_BACK;
  return { weight, isRequest, ...readings };
}

/**
 * The votes of the subject and of the sentences that say something; at least one.
 * @param subject folded and spelled out, or empty
 * @param body folded and spelled out
 */
export function votesOf(subject: string, body: string, model: IntentModel): Vote[] {
  const all = sentencesOf(body);
  const matter = all.filter((sentence) => !isSmallTalk(sentence));
  const sentences = matter.length > 0 || subject !== '' ? matter : all;
  const isAlone = sentences.length === 1 && subject === '';
  const votes = sentences.map((sentence, i) => voteOf(sentence, i, isAlone, model));
  if (subject !== '') {
    const vote = voteOf(subject, 0, sentences.length === 0, model);
    const isReference = sentences.length > 0 && ONLY_REFERENCE.test(subject);
    votes.unshift({ ...vote, weight: vote.weight * (isReference ? REFERENCE_WEIGHT : SUBJECT_WEIGHT) });
  }
  return votes.length > 0 ? votes : [voteOf('', 0, true, model)];
}

/** The probabilities of the message: those of its votes by their weight. */
export function averageOf(votes: readonly Vote[], of: 'probabilities' | 'learned' | 'ruled' = 'probabilities'): Scores {
  const total = votes.reduce((sum, { weight }) => sum + weight, 0);
  const share = (intent: Intent) => votes.reduce((sum, vote) => sum + vote.weight * vote[of][intent], 0) / total;
  return Object.fromEntries(INTENTS.map((intent) => [intent, share(intent)])) as Scores;
}
