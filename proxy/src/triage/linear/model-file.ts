import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUCKETS } from './features';
import type { LinearModel } from './linear-model';

/** Data the weights were learned from. */
export interface TrainingSource {
  name: string;
  messages: number;
  authors: string;
  licence: string;
  address: string;
}

/** What the weights of a model mean. */
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

/** Weights in steps of `scale`, one byte each: every label of every bucket in turn. */
export const weightsFile = (name: string): string => `${name}.bin`;
export const descriptionFile = (name: string): string => `${name}.json`;

export const checksumOf = (weights: Int8Array): string => createHash('sha256').update(weights).digest('hex');

const REMEDY = 'Restore proxy/models from the installation, or train the model again (proxy/models/README.md).';

function problemOf(
  name: string,
  wantedLabels: readonly string[],
  description: Partial<ModelDescription> | null,
  weights: Int8Array,
): string | undefined {
  const [bin, json] = [weightsFile(name), descriptionFile(name)];
  if (description === null || typeof description !== 'object') return `${json} is no object`;
  const { format, labels, buckets, scale, sha256 } = description;
  if (format !== FORMAT) return `format is ${JSON.stringify(format)}, but this version reads ${FORMAT}`;
  if (JSON.stringify(labels) !== JSON.stringify(wantedLabels)) return `labels are not ${wantedLabels.join(', ')}`;
  if (buckets !== BUCKETS) return `buckets is ${JSON.stringify(buckets)}, but this version has ${BUCKETS}`;
  if (typeof scale !== 'number' || !(scale > 0 && scale < 10)) return `scale is ${JSON.stringify(scale)}`;
  const wanted = BUCKETS * wantedLabels.length;
  if (weights.length !== wanted) return `${bin} has ${weights.length} bytes instead of ${wanted}`;
  if (checksumOf(weights) !== sha256) return `${bin} does not have the sha256 of ${json}`;
  return undefined;
}

/**
 * Reads a trained model.
 * @param folder with both files of the model
 * @param name of the model and of its files, such as `intent`
 * @param labels what it tells apart
 * @throws Error naming the file, what is wrong with it and the remedy
 */
export function readModel<Label extends string>(
  folder: string,
  name: string,
  labels: readonly Label[],
): LinearModel<Label> {
  let weights: Int8Array;
  let description: ModelDescription;
  try {
    const bytes = readFileSync(join(folder, weightsFile(name)));
    weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    description = JSON.parse(readFileSync(join(folder, descriptionFile(name)), 'utf8')) as ModelDescription;
  } catch (error) {
    throw new Error(`The ${name} model cannot be read: ${(error as Error).message}. ${REMEDY}`);
  }
  const problem = problemOf(name, labels, description, weights);
  if (problem !== undefined) throw new Error(`The ${name} model cannot be used: ${problem}. ${REMEDY}`);
  return { labels, weights, scale: description.scale };
}
