import { join } from 'node:path';
import { openRunStore } from '../platform/run-store';
import { type RunRecord } from '../flow-engine/types';

const DEFAULT_DATA_FOLDER = '.data';

export const dataFolder = (option: string | undefined): string =>
  option ?? process.env.RCC_DATA_DIR ?? DEFAULT_DATA_FOLDER;

/** Where records of runs are kept: those of this command and those of the running product. */
export const runFolders = (data: string): { own: string; product: string } => ({
  own: join(data, 'flow-runs'),
  product: join(data, 'workbench', 'runs'),
});

/** Keeps the records of runs for `trace`. */
export function saveRuns(data: string, runs: readonly RunRecord[]): void {
  const store = openRunStore(runFolders(data).own);
  try {
    for (const run of runs) store.add(run);
  } finally {
    store.close();
  }
}
