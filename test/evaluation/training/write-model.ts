import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENTS } from '../../../proxy/src/contract/vocabulary';
import { BUCKETS } from '../../../proxy/src/triage/intent/linear/features';
import type { IntentModel } from '../../../proxy/src/triage/intent/linear/intent-model';
import {
  checksumOf,
  DESCRIPTION_FILE,
  FORMAT,
  type ModelDescription,
  WEIGHTS_FILE,
} from '../../../proxy/src/triage/intent/linear/model-file';
import { type LabelledMessage, messagesOf, PHRASES, SOURCES } from './labelled-messages';
import { SOURCE_CREDITS } from './sources';

/** What is written beside the weights of a model that was trained on these messages. */
export const descriptionOf = (model: IntentModel, messages: readonly LabelledMessage[]): ModelDescription => ({
  format: FORMAT,
  labels: INTENTS,
  buckets: BUCKETS,
  scale: model.scale,
  sources: ([PHRASES, ...SOURCES] as const)
    .map((source) => ({
      ...SOURCE_CREDITS[source],
      messages: messagesOf(messages, source).length,
    }))
    .filter((source) => source.messages > 0),
  sha256: checksumOf(model.weights),
});

/** Writes weights and description, the way `readIntentModel` reads them. */
export function writeModel(folder: string, model: IntentModel, messages: readonly LabelledMessage[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, WEIGHTS_FILE), model.weights);
  writeFileSync(join(folder, DESCRIPTION_FILE), `${JSON.stringify(descriptionOf(model, messages), null, 2)}\n`);
}
