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

/** Numbers of the files with full records, oldest first; none when there is no such folder. */
function fileNumbers(folder: string): number[] {
  return orNothing(() => readdirSync(folder), [])
    .map((name) => FILE.exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((left, right) => left - right);
}

function pathOf(folder: string, kind: 'runs' | 'summaries', number: number): string {
  return join(folder, `${kind}-${String(number).padStart(6, '0')}.ndjson`);
}

/** What a reading gives, or something else when the file or folder is not there. */
function orNothing<T>(read: () => T, nothing: T): T {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return nothing;
    throw error;
  }
}

/**
 * The full records in a folder, newest first, read one file at a time. The folder may be in use: a run that is just being
 * written is left out, and a file that is being summarized meanwhile counts as gone.
 * @param folder `runs` in the platform's data folder
 */
export function* readRuns(folder: string): Generator<RunRecord> {
  for (const number of fileNumbers(folder).reverse()) {
    const lines = orNothing(() => linesOf(pathOf(folder, 'runs', number)), []);
    for (const line of lines.reverse()) yield JSON.parse(line) as RunRecord;
  }
}

/**
 * The run with an id, or the only one whose id begins so (of a run that was delivered twice, the newest record).
 * @returns undefined when no full record is kept of such a run
 * @throws Error when several runs begin so
 */
export function findRun(folder: string, idOrPrefix: string): RunRecord | undefined {
  const found = new Map<string, RunRecord>();
  for (const run of readRuns(folder)) {
    if (run.runId === idOrPrefix) return run;
    if (run.runId.startsWith(idOrPrefix) && !found.has(run.runId)) found.set(run.runId, run);
  }
  if (found.size > 1) {
    const some = [...found.keys()].slice(0, 3).join(', ');
    throw new Error(`${found.size} runs begin with '${idOrPrefix}', among them ${some}; give more of the id.`);
  }
  return [...found.values()][0];
}

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
  const path = (kind: 'runs' | 'summaries', number: number) => pathOf(folder, kind, number);
  const numbers = () => fileNumbers(folder);

  let current = numbers().at(-1) ?? 1;
  const kept = orNothing(() => linesOf(path('runs', current)), []);
  let lines = kept.length;
  orNothing(
    () => truncateSync(path('runs', current), Buffer.byteLength(kept.map((line) => `${line}\n`).join(''))),
    undefined,
  );
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
      for (const run of readRuns(folder)) {
        found.push(run);
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
