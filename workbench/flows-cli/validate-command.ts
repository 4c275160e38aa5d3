import { relative } from 'node:path';
import { type Finding } from '../../flows/validator/finding';
import { type FlowReport, validateFlow } from '../../flows/validator/validate-flow';
import { findFlowFiles, ownFlowFiles } from './flow-files';
import { type FlowsOptions } from './flows-options';
import { readTextFile } from './read-json-file';
import { readSurroundings } from './surroundings';

/** @returns the exit code: 1 when any flow has an error */
export function validate({ subjects, standalone, json }: FlowsOptions, say: (text: string) => void): number {
  const around = readSurroundings(standalone);
  const files = subjects.length === 0 ? ownFlowFiles().map((path) => relative('.', path)) : findFlowFiles(subjects);
  const reports = files.map((file) => validateFlow({ file, text: readTextFile(file) }, around));
  say(json ? `${JSON.stringify({ files: reports }, null, 2)}\n` : asText(reports));
  return count(reports, 'error') > 0 ? 1 : 0;
}

function count(reports: readonly FlowReport[], severity: Finding['severity']): number {
  return reports.flatMap(({ findings }) => findings).filter((one) => one.severity === severity).length;
}

const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function asText(reports: readonly FlowReport[]): string {
  const lines = reports.flatMap(({ file, findings }) =>
    findings.length === 0 ? [`${file}: no findings`] : [`${file}:`, ...findings.map((one) => `${textOf(one)}\n`)],
  );
  const sums = [plural(count(reports, 'error'), 'error'), plural(count(reports, 'warning'), 'warning')].join(', ');
  return `${lines.join('\n')}\n${plural(reports.length, 'flow')}, ${sums}.\n`;
}

function textOf({ code, severity, pointer, message, fix }: Finding): string {
  return [`  ${severity} ${code} ${pointer || '(whole file)'}`, `    ${message}`, `    Fix: ${fix}`].join('\n');
}
