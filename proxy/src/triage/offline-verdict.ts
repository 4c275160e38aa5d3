import { classifyIntent } from './intent/classify-intent';
import type { Verdict } from './judge-message';
import { isCriticalMatter } from './priority/read-signals';
import type { ReadMessage } from './read-message';
import { scoreSentiment } from './sentiment/score-sentiment';

export const OFFLINE_MODEL = 'offline-rules';
/** Raised with every change of the rules that can change an answer. */
export const OFFLINE_MODEL_VERSION = '1';

/** The rules' verdict on a message. */
export function offlineVerdict(read: ReadMessage): Verdict {
  const guess = classifyIntent(read.subject, read.body);
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
