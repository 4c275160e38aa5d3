import { classifyIntent } from './intent/classify-intent';
import type { IntentModel } from './intent/intent-model';
import type { Verdict } from './judge-message';
import { isCriticalMatter } from './priority/critical-matters';
import type { ReadMessage } from './read-message';
import { scoreSentiment } from './sentiment/score-sentiment';

export const OFFLINE_MODEL = 'offline-hybrid';
/** Raised with every change of rules or weights that can change an answer. */
export const OFFLINE_MODEL_VERSION = '3';

/**
 * The verdict of rules and linear model on a message.
 * @param model the trained part; the shipped one when left out
 */
export function offlineVerdict(read: ReadMessage, model?: IntentModel): Verdict {
  const guess = classifyIntent(read.subject, read.body, model);
  const takesMoney = read.signals.doubleCharge || read.signals.unauthorisedCharge;
  const tone = scoreSentiment(
    [read.subject, read.body].filter((part) => part !== '').join('. '),
    read.language,
    isCriticalMatter(read.signals),
  );
  return {
    reader: 'offline',
    // Money taken wrongly beats every other topic of the message.
    intent: takesMoney ? 'payment_issue' : guess.intent,
    confidence: takesMoney ? Math.max(0.8, guess.probabilities.payment_issue) : guess.confidence,
    sentiment: tone.sentiment,
    hasSecondRequest: guess.second !== null && !takesMoney,
    model: OFFLINE_MODEL,
    modelVersion: OFFLINE_MODEL_VERSION,
  };
}
