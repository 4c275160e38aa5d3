import { CLASSIFICATION_SCHEMA, LONGEST_CLASSIFICATION, readClassification } from '../ai/classification';
import type { LanguageModel, ModelTask } from '../ai/language-model';
import type { Prompt } from '../ai/prompt-file';
import { orderAndParcelNumbers } from '../ai/redaction/kept-words';
import { namesOfSender } from '../ai/redaction/known-names';
import { openRedaction } from '../ai/redaction/open-redaction';
import type { TriageMessageRequest } from '../contract/triage';
import { PRIORITIES, type Priority, type Sentiment } from '../contract/vocabulary';
import { agreedConfidence } from './agreed-confidence';
import { classifyIntent } from './intent/classify-intent';
import type { Verdict } from './judge-message';
import { offlineVerdict } from './offline-verdict';
import { choosePriority } from './priority/choose-priority';
import type { ReadMessage } from './read-message';
import type { TriagePolicy } from './review/triage-policy';

/** Longest body sent, in characters; what a message is about stands at its beginning. */
const LONGEST_BODY = 8000;
const LONGEST_SUBJECT = 500;

/** What the language model is asked about a message, without what redaction knows as personal. */
export function classificationOf(message: TriageMessageRequest, read: ReadMessage, prompt: Prompt) {
  // Redacted before it is cut: half a number would no longer look like one.
  const { redact } = openRedaction(orderAndParcelNumbers(read.entities), namesOfSender(message.from_email));
  const { channel, message_id, conversation_id } = message;
  return {
    purpose: 'triage',
    prompt,
    data: { subject: redact(read.subject).slice(0, LONGEST_SUBJECT), body: redact(read.body).slice(0, LONGEST_BODY) },
    schema: { name: 'classification', schema: CLASSIFICATION_SCHEMA },
    read: readClassification,
    longestAnswer: LONGEST_CLASSIFICATION,
    about: {
      channel,
      ...(message_id !== undefined && { message_id }),
      ...(conversation_id !== undefined && { conversation_id }),
    },
  } satisfies ModelTask<unknown>;
}

const rankOf = (priority: Priority): number => PRIORITIES.indexOf(priority);
const higher = (one: Priority, other: Priority): Priority => (rankOf(one) > rankOf(other) ? one : other);

const TONES: readonly Sentiment[] = ['positive', 'neutral', 'negative'];
const moreNegative = (one: Sentiment, other: Sentiment): Sentiment =>
  TONES.indexOf(one) > TONES.indexOf(other) ? one : other;

/**
 * The language model's verdict on a message. What code is sure of is not the model's to say: money taken wrongly is a
 * matter of payment, and what the rules find critical or high stays so. The rules hear the more negative of both tones,
 * which is the tone of the message where they find it high: a gentle word of the model calms nothing.
 * @throws AiFailure
 */
export async function askModel(
  { model, prompt }: { model: LanguageModel; prompt: () => Prompt },
  message: TriageMessageRequest,
  read: ReadMessage,
  policy: TriagePolicy,
  signal?: AbortSignal,
): Promise<Verdict> {
  const asked = classificationOf(message, read, prompt());
  const { value, model: name } = await model.ask(asked, signal);
  const { doubleCharge, unauthorisedCharge } = read.signals;
  const offline = offlineVerdict(read);
  const { intent, confidence } =
    doubleCharge || unauthorisedCharge
      ? offline
      : {
          intent: value.intent,
          confidence: agreedConfidence(
            value.intent,
            value.confidence,
            classifyIntent(read.subject, read.body).probabilities,
          ),
        };
  const tone = moreNegative(offline.sentiment, value.sentiment);
  const byRules = choosePriority(intent, tone, read.signals, policy.priority);
  const isUrgent = rankOf(byRules) >= rankOf('high');
  return {
    reader: 'ai',
    intent,
    confidence,
    sentiment: isUrgent ? tone : value.sentiment,
    priority: isUrgent ? higher(byRules, value.priority) : value.priority,
    hasSecondRequest: value.several_requests,
    model: name,
    modelVersion: `${asked.prompt.name}-${asked.prompt.version}`,
  };
}
