import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type RunRecord } from '../flow-engine/types';
import { readRuns } from '../platform/run-store';
import { CommandProblem } from './command-problem';
import { type FlowsOptions } from './flows-options';
import { dataFolder, runFolders } from './run-folder';
import { actionText, runText } from './run-text';

/** How many runs are named when the wanted one is not there. */
const RECENT = 5;

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
  // On a virtual clock a later run may have an earlier time, so what counts is which was kept last.
  const folders = [own, product].sort((left, right) => writtenOn(right) - writtenOn(left));
  const wanted = subject.toLowerCase();
  const fits = ({ runId, parentRunId }: RunRecord): boolean =>
    wanted === 'last' ? parentRunId === undefined : runId.toLowerCase().startsWith(wanted);
  const recent: string[] = [];
  for (const folder of folders) {
    for (const record of readRuns(folder)) {
      if (fits(record)) return record;
      if (recent.length < RECENT) recent.push(`  ${record.runId}  ${record.flowName}, ${record.status}`);
    }
  }
  const hint = recent.length > 0 ? `The last ones are:\n${recent.join('\n')}` : 'There are no runs yet.';
  throw new CommandProblem(`There is no run '${subject}' in ${data}. ${hint}`);
}

/** When a folder's files were last written; 0 when there are none. */
function writtenOn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).reduce((latest, name) => Math.max(latest, statSync(join(folder, name)).mtimeMs), 0);
}
