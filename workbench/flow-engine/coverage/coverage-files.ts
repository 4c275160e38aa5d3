import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlowDocument } from '../../../flows/file/flow-document';
import { type RunObserver } from '../types';
import { type Covered, coveredBy } from './covered-by-run';

/** One line of a coverage file. */
interface Line extends Covered {
  /** The flow's GUID. */
  flow: string;
}

const EXTENSION = '.coverage.ndjson';

/**
 * Appends what each ended run reached, if it is new in this process, to the process's own file of a folder. A line is
 * written at once, so a killed process leaves everything up to its last ended run.
 */
export function recordCoverage(folder: string, documents: readonly FlowDocument[]): RunObserver {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const file = join(folder, `${process.pid}${EXTENSION}`);
  const known = new Set<string>();
  return {
    runEnded(run) {
      const document = byId.get(run.flowId);
      if (!document) return;
      const isNew = (kind: string) => (name: string) => {
        const key = `${run.flowId} ${kind} ${name}`;
        return !known.has(key) && known.add(key);
      };
      const { actions, failed, branches } = coveredBy(document, run);
      const line: Line = {
        flow: run.flowId,
        actions: actions.filter(isNew('action')),
        failed: failed.filter(isNew('failed')),
        branches: branches.filter(isNew('branch')),
      };
      if (line.actions.length + line.failed.length + line.branches.length === 0) return;
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    },
  };
}

/** What all processes wrote to a folder, by the flow's GUID; lines that a kill tore are left out. */
export function readCoverage(folder: string): Map<string, Covered> {
  const found = new Map<string, Covered>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(EXTENSION))) {
    for (const text of readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1)) {
      const line = parse(text);
      if (line) found.set(line.flow, joined(found.get(line.flow), line));
    }
  }
  return found;
}

function parse(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}

function joined(left: Covered | undefined, right: Covered): Covered {
  const both = (of: keyof Covered) => [...new Set([...(left?.[of] ?? []), ...right[of]])];
  return { actions: both('actions'), failed: both('failed'), branches: both('branches') };
}
