import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENTS } from '../../../contract/vocabulary';
import { projectFile } from '../../../project-file';
import { BUCKETS } from './features';
import type { IntentModel } from './intent-model';

/** Weights in steps of `scale`, one byte each: seven intents of every bucket in turn. */
export const WEIGHTS_FILE = 'intent.bin';
/** What the weights mean. */
export const DESCRIPTION_FILE = 'intent.json';

/** Data the weights were learned from. */
export interface TrainingSource {
  name: string;
  messages: number;
  authors: string;
  licence: string;
  address: string;
}

export interface ModelDescription {
  /** Raised when the features change, so that weights of other features are refused. */
  format: number;
  labels: readonly string[];
  buckets: number;
  scale: number;
  sources: readonly TrainingSource[];
  /** SHA-256 of the weights in hexadecimal. */
  sha256: string;
}

export const FORMAT = 1;

export const checksumOf = (weights: Int8Array): string => createHash('sha256').update(weights).digest('hex');

const REMEDY = 'Restore proxy/models from the installation, or train the model again (proxy/models/README.md).';

function problemOf(description: Partial<ModelDescription> | null, weights: Int8Array): string | undefined {
  if (description === null || typeof description !== 'object') return `${DESCRIPTION_FILE} is no object`;
  const { format, labels, buckets, scale, sha256 } = description;
  if (format !== FORMAT) return `format is ${JSON.stringify(format)}, but this version reads ${FORMAT}`;
  if (JSON.stringify(labels) !== JSON.stringify(INTENTS)) return `labels are not ${INTENTS.join(', ')}`;
  if (buckets !== BUCKETS) return `buckets is ${JSON.stringify(buckets)}, but this version has ${BUCKETS}`;
  if (typeof scale !== 'number' || !(scale > 0 && scale < 10)) return `scale is ${JSON.stringify(scale)}`;
  const wanted = BUCKETS * INTENTS.length;
  if (weights.length !== wanted) return `${WEIGHTS_FILE} has ${weights.length} bytes instead of ${wanted}`;
  if (checksumOf(weights) !== sha256) return `${WEIGHTS_FILE} does not have the sha256 of ${DESCRIPTION_FILE}`;
  return undefined;
}

/**
 * Reads a trained model.
 * @param folder with both files
 * @throws Error naming the file, what is wrong with it and the remedy
 */
export function readIntentModel(folder: string): IntentModel {
  let weights: Int8Array;
  let description: ModelDescription;
  try {
    const bytes = readFileSync(join(folder, WEIGHTS_FILE));
    weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    description = JSON.parse(readFileSync(join(folder, DESCRIPTION_FILE), 'utf8')) as ModelDescription;
  } catch (error) {
    throw new Error(`The intent model cannot be read: ${(error as Error).message}. ${REMEDY}`);
  }
  const problem = problemOf(description, weights);
  if (problem !== undefined) throw new Error(`The intent model cannot be used: ${problem}. ${REMEDY}`);
  return { weights, scale: description.scale };
}

let shipped: IntentModel | undefined;

/** The model that comes with the service, read when it is first asked for. */
export const shippedIntentModel = (): IntentModel => (shipped ??= readIntentModel(projectFile('proxy/models')));
