import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../flow-engine/types';

/** What stays of a run whose full record has gone. */
export interface RunSummaryLine {
  runId: string;
  flowName: string;
  status: RunRecord['status'];
  startTime: string;
  endTime?: string;
  billableActions: number;
  error?: RunRecord['error'];
}

/** Run records on disk; memory holds none of them. */
export interface RunStore {
  /** Does nothing once the store is closed: such a run is delivered again. */
  add(run: RunRecord): void;
  /** Full records, newest first. @param limit no more than the store keeps are given */
  latest(limit: number): RunRecord[];
  /** Runs by the status they ended with, since this store was opened. */
  readonly counts: Readonly<Partial<Record<RunRecord['status'], number>>>;
  close(): void;
}

const FILE = /^runs-(\d+)\.ndjson$/;

function summaryOf({ runId, flowName, status, startTime, endTime, billableActions, error }: RunRecord): RunSummaryLine {
  return { runId, flowName, status, startTime, endTime, billableActions, error };
}

/** Whole lines of a file; a last line torn by a kill is left out. */
function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1);
}

/**
 * Opens the run records of a folder: files of `keep` full records each, of which the newest two stay; an older one
 * becomes a file of one summary line per run.
 * @param keep how many full records there are at least, once so many have been added
 */
export function openRunStore(folder: string, keep = 500): RunStore {
  mkdirSync(folder, { recursive: true });
  const path = (kind: 'runs' | 'summaries', number: number) =>
    join(folder, `${kind}-${String(number).padStart(6, '0')}.ndjson`);
  const numbers = () =>
    readdirSync(folder)
      .map((name) => FILE.exec(name)?.[1])
      .filter((number) => number !== undefined)
      .map(Number)
      .sort((left, right) => left - right);

  let current = numbers().at(-1) ?? 1;
  let lines = 0;
  try {
    const kept = linesOf(path('runs', current));
    lines = kept.length;
    truncateSync(path('runs', current), Buffer.byteLength(kept.map((line) => `${line}\n`).join('')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  let handle = openSync(path('runs', current), 'a');
  let isOpen = true;
  const counts: Partial<Record<RunRecord['status'], number>> = {};

  function summarize(number: number): void {
    const summaries = linesOf(path('runs', number)).map((line) =>
      JSON.stringify(summaryOf(JSON.parse(line) as RunRecord)),
    );
    const file = path('summaries', number);
    writeFileSync(`${file}.new`, summaries.map((line) => `${line}\n`).join(''));
    renameSync(`${file}.new`, file);
    rmSync(path('runs', number));
  }

  function nextFile(): void {
    closeSync(handle);
    current += 1;
    lines = 0;
    handle = openSync(path('runs', current), 'a');
    for (const number of numbers().filter((one) => one < current - 1)) summarize(number);
  }

  return {
    counts,
    add(run) {
      if (!isOpen) return;
      if (lines >= keep) nextFile();
      writeSync(handle, `${JSON.stringify(run)}\n`);
      lines += 1;
      counts[run.status] = (counts[run.status] ?? 0) + 1;
    },
    latest(limit) {
      const found: RunRecord[] = [];
      if (limit < 1) return found;
      for (const number of numbers().reverse()) {
        const records = linesOf(path('runs', number)).slice(found.length - limit);
        found.push(...records.reverse().map((line) => JSON.parse(line) as RunRecord));
        if (found.length >= limit) break;
      }
      return found;
    },
    close() {
      if (isOpen) closeSync(handle);
      isOpen = false;
    },
  };
}
