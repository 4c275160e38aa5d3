import { relative } from 'node:path';
import { type Finding } from '../../flows/validator/finding';
import { type FlowReport, validateFlow } from '../../flows/validator/validate-flow';
import { type CommandOutput } from './command-output';
import { findingText } from './finding-text';
import { findFlowFiles, ownFlowFiles } from './flow-files';
import { type FlowsOptions } from './flows-options';
import { mailboxProblems } from './mailbox-command';
import { readTextFile } from './read-json-file';
import { readSurroundings } from './surroundings';

/** @returns the exit code: 1 when any flow has an error, or our own are not in step with the further mailboxes */
export function validate({ subjects, standalone, json }: FlowsOptions, { out, note }: CommandOutput): number {
  const around = readSurroundings(standalone);
  const { files, passedOver } =
    subjects.length === 0
      ? { files: ownFlowFiles().map((path) => relative('.', path)), passedOver: [] }
      : findFlowFiles(subjects);
  const reports = files.map((file) => validateFlow({ file, text: readTextFile(file) }, around));
  if (passedOver.length > 0) {
    const [first] = passedOver;
    note(
      `Passed over ${plural(passedOver.length, 'JSON file')} not named <Name>-<GUID>.json, such as ${first}; name them to validate them.\n`,
    );
  }
  out(json ? `${JSON.stringify({ files: reports }, null, 2)}\n` : asText(reports));
  const problems = subjects.length === 0 ? mailboxProblems() : [];
  for (const problem of problems) note(`${problem}\n`);
  return count(reports, 'error') + problems.length > 0 ? 1 : 0;
}

function count(reports: readonly FlowReport[], severity: Finding['severity']): number {
  return reports.flatMap(({ findings }) => findings).filter((one) => one.severity === severity).length;
}

const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function asText(reports: readonly FlowReport[]): string {
  const lines = reports.flatMap(({ file, findings }) =>
    findings.length === 0 ? [`${file}: no findings`] : [`${file}:`, ...findings.map((one) => `${findingText(one)}\n`)],
  );
  const sums = [plural(count(reports, 'error'), 'error'), plural(count(reports, 'warning'), 'warning')].join(', ');
  return `${lines.join('\n')}\n${plural(reports.length, 'flow')}, ${sums}.\n`;
}
