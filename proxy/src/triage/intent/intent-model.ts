import { INTENTS, type Intent } from '../../contract/vocabulary';
import { projectFile } from '../../project-file';
import type { LinearModel } from '../linear/linear-model';
import { readModel } from '../linear/model-file';

/** The trained part of the intent reading. */
export type IntentModel = LinearModel<Intent>;

export const INTENT_MODEL = 'intent';

/** @throws Error naming the file of the folder that is at fault, and the remedy */
export const readIntentModel = (folder: string): IntentModel => readModel(folder, INTENT_MODEL, INTENTS);

let shipped: IntentModel | undefined;

/** The model that comes with the service, read when it is first asked for. */
export const shippedIntentModel = (): IntentModel => (shipped ??= readIntentModel(projectFile('proxy/models')));
