import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUCKETS } from '../../../proxy/src/triage/linear/features';
import type { LinearModel } from '../../../proxy/src/triage/linear/linear-model';
import {
  checksumOf,
  descriptionFile,
  FORMAT,
  type ModelDescription,
  type TrainingSource,
  weightsFile,
} from '../../../proxy/src/triage/linear/model-file';

/** Writes weights and description, the way `readModel` reads them. */
export function writeModel(
  folder: string,
  name: string,
  { labels, weights, scale }: LinearModel<string>,
  sources: readonly TrainingSource[],
): void {
  const description: ModelDescription = {
    format: FORMAT,
    labels,
    buckets: BUCKETS,
    scale,
    sources,
    sha256: checksumOf(weights),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, weightsFile(name)), weights);
  writeFileSync(join(folder, descriptionFile(name)), `${JSON.stringify(description, null, 2)}\n`);
}
