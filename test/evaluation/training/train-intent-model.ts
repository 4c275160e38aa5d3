import { INTENTS } from '../../../proxy/src/contract/vocabulary';
import type { IntentModel } from '../../../proxy/src/triage/intent/intent-model';
import { HAZARD_PHRASES, type LabelledMessage, PHRASES } from './labelled-messages';
import { trainLinearModel, type TrainingOptions } from './train-linear-model';

/** One written phrase stands for many ways to say it; the templates of a collection say one thing in many ways. */
const PHRASE_WEIGHT = 8;
/** Hazards are one of many reasons to give something back, and many sentences tell of them. */
const HAZARD_WEIGHT = 2;
/** What people ask an assistant about anything but a shop: useful as a backdrop, and far too much of it. */
const CLINC_WEIGHT = 0.1;

function weightOf(source: string): number {
  if (source === PHRASES) return PHRASE_WEIGHT;
  if (source === HAZARD_PHRASES) return HAZARD_WEIGHT;
  return source.startsWith('clinc150') ? CLINC_WEIGHT : 1;
}

/**
 * Trains the linear part of the intent reading on labelled messages.
 * @throws Error when there are not messages of two intents
 */
export const trainIntentModel = (messages: readonly LabelledMessage[], options?: TrainingOptions): IntentModel =>
  trainLinearModel(
    INTENTS,
    messages.map(({ text, intent, source }) => ({ text, label: intent, weight: weightOf(source) })),
    options,
  );
