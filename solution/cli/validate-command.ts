import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unpack } from '../packer/unpack';
import { readZip } from '../packer/zip';
import { assemble, SOLUTIONS, type SolutionName } from '../source/assemble';
import { buildControlsWhenChanged } from '../source/build-controls';
import { readFolder, type SolutionFiles } from '../source/solution-files';
import type { Finding } from '../validator/finding';
import { validateSolution } from '../validator/validate-solution';
import { Refusal, type Command } from './command';
import { readOptions } from './options';
import { readInput } from './read-input';

interface Named {
  /** What the user calls it: a path, or the name of one of ours. */
  solution: string;
  files: SolutionFiles;
}

/** @throws {Refusal} when there is neither a package nor an unpacked solution */
function read(path: string): Named {
  if (!existsSync(path)) throw new Refusal(`There is neither a file nor a folder ${path}.`);
  if (!statSync(path).isDirectory()) {
    const entries = readZip(readInput(path, 'Name a package that can be read.'), path);
    return { solution: path, files: unpack(entries, path) };
  }
  // A folder without a manifest is a finding; one without any part of a solution is none to look at.
  if (!existsSync(join(path, 'Other')))
    throw new Refusal(`${path} holds no unpacked solution: it has no folder Other. Name the folder that holds it.`);
  return { solution: path, files: readFolder(path) };
}

function ours(): Named[] {
  buildControlsWhenChanged();
  return (Object.keys(SOLUTIONS) as SolutionName[]).map((name) => ({
    solution: SOLUTIONS[name],
    files: assemble(name),
  }));
}

const place = ({ file, line }: Finding) => (line === undefined ? file : `${file}:${String(line)}`);
const plural = (count: number, noun: string) => `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
const count = (findings: readonly Finding[], severity: Finding['severity']) =>
  findings.filter((each) => each.severity === severity).length;

function asText(reports: readonly { solution: string; findings: readonly Finding[] }[]): string {
  return reports
    .map(({ solution, findings }) => {
      const lines = findings.map(
        (each) => `  ${each.severity} ${each.code} ${place(each)}\n    ${each.message}\n    Fix: ${each.fix}\n`,
      );
      const sums = `${plural(count(findings, 'error'), 'error')}, ${plural(count(findings, 'warning'), 'warning')}`;
      return `${lines.join('')}${solution}: ${sums}.\n`;
    })
    .join('\n');
}

export const command: Command = {
  usage: `Usage: npm run solution -- validate [FOLDER | ZIP]... [--json]

Holds solutions against the rules of docs/solution-rules.md: what packing leaves out without a word, what importing would
refuse, and what belongs to one environment only.

  FOLDER, ZIP  unpacked solutions or packages, in the order in which they are imported: each may refer to what those
               before it bring (default: both of ours, the controls built first when they have changed)
  --json       the findings as JSON
  --help       this text

Exit code 0: no errors; 1: errors; 2: not understood.
`,
  run(parameters) {
    const { values, positionals } = readOptions(parameters, { json: { type: 'boolean' } });
    const solutions = positionals.length > 0 ? positionals.map(read) : ours();
    const reports = solutions.map(({ solution, files }, index) => ({
      solution,
      findings: validateSolution(
        files,
        solutions.slice(0, index).map((each) => each.files),
      ),
    }));
    process.stdout.write(values.json ? `${JSON.stringify({ solutions: reports }, null, 2)}\n` : asText(reports));
    return Promise.resolve(reports.some(({ findings }) => count(findings, 'error') > 0) ? 1 : 0);
  },
};
