import { type RunRecord } from '../flow-engine/types';
import { readRuns } from '../platform/run-store';
import { CommandProblem } from './command-problem';
import { type FlowsOptions } from './flows-options';
import { dataFolder, runFolders } from './run-folder';
import { actionText, runText } from './run-text';

/**
 * Shows a run again.
 * @throws {CommandProblem} when it is not there
 */
export function trace(options: FlowsOptions, say: (text: string) => void): number {
  const record = find(options.subjects[0]!, dataFolder(options.data));
  const { action, json } = options;
  if (action === undefined) {
    say(json ? `${JSON.stringify(record, null, 2)}\n` : runText(record, options));
    return 0;
  }
  const name = action.replaceAll(' ', '_').toLowerCase();
  const found = record.actions.filter((one) => one.name.toLowerCase() === name);
  if (found.length === 0) {
    const names = [...new Set(record.actions.map((one) => one.name))];
    throw new CommandProblem(`The run has no action '${action}'. It has: ${names.join(', ')}.`);
  }
  say(json ? `${JSON.stringify(found, null, 2)}\n` : actionText(found));
  return 0;
}

/** The newest run whose id begins so; "last" is the newest that no other run called. */
function find(subject: string, data: string): RunRecord {
  const { own, product } = runFolders(data);
  const runs = [...readRuns(own), ...readRuns(product)];
  const fits =
    subject === 'last'
      ? ({ parentRunId }: RunRecord) => parentRunId === undefined
      : ({ runId }: RunRecord) => runId.toLowerCase().startsWith(subject.toLowerCase());
  const [newest] = runs.filter(fits).sort((left, right) => (left.startTime < right.startTime ? 1 : -1));
  if (newest) return newest;
  const recent = runs.slice(-5).map(({ runId, flowName, status }) => `  ${runId}  ${flowName}, ${status}`);
  const hint = recent.length > 0 ? `Some that are there:\n${recent.join('\n')}` : 'There are no runs yet.';
  throw new CommandProblem(`There is no run '${subject}' in ${data}. ${hint}`);
}
