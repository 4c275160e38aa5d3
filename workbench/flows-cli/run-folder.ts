import { join } from 'node:path';
import { openRunStore } from '../platform/run-store';
import { type ActionRecord, type RunRecord } from '../flow-engine/types';

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
    for (const run of runs) store.add(shortened(run));
  } finally {
    store.close();
  }
}

/** Larger values are kept by their beginning only; in characters of JSON. */
const LONGEST_VALUE = 100_000;
const BEGINNING = 2_000;

function shortened(run: RunRecord): RunRecord {
  const actions = run.actions.map((action): ActionRecord => ({ ...action, ...shortMembers(action) }));
  return { ...run, trigger: { ...run.trigger, outputs: { ...run.trigger.outputs, ...shortBody(run) } }, actions };
}

function shortMembers({ inputs, outputs }: ActionRecord): Pick<ActionRecord, 'inputs' | 'outputs'> {
  return {
    ...(inputs === undefined ? {} : { inputs: shortValue(inputs) }),
    ...(outputs === undefined ? {} : { outputs: shortValue(outputs) }),
  };
}

const shortBody = ({ trigger }: RunRecord): { body?: unknown } =>
  trigger.outputs.body === undefined ? {} : { body: shortValue(trigger.outputs.body) };

function shortValue(value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === undefined || text.length <= LONGEST_VALUE) return value;
  return `${text.slice(0, BEGINNING)}… (${text.length} characters in all)`;
}
