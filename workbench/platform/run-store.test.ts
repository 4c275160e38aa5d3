import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../flow-engine/types';
import { findRun, openRunStore, readRuns } from './run-store';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (number: number, status: RunRecord['status'] = 'Succeeded'): RunRecord => ({
  runId: `run-${number}`,
  flowId: 'f',
  flowName: 'Flow',
  trigger: { name: 't', outputs: { body: 'ü'.repeat(10) } },
  status,
  startTime: '2026-03-02T09:30:15Z',
  endTime: '2026-03-02T09:30:16Z',
  actions: [],
  billableActions: 3,
});

const ids = (runs: readonly RunRecord[]) => runs.map(({ runId }) => runId);

describe('the run records', () => {
  it('give the newest first, over a restart, with a torn line left out', () => {
    const store = openRunStore(folder, 3);
    for (let number = 1; number <= 4; number += 1) store.add(run(number));
    store.close();
    appendFileSync(join(folder, 'runs-000002.ndjson'), '{"runId":"torn');
    const again = openRunStore(folder, 3);
    again.add(run(5));
    expect(ids(again.latest(3))).toEqual(['run-5', 'run-4', 'run-3']);
    expect(again.latest(1)).toEqual([run(5)]);
    expect(again.latest(0)).toEqual([]);
    again.close();
  });

  it('keep at least so many in full and turn older ones into one summary line each', () => {
    const store = openRunStore(folder, 3);
    for (let number = 1; number <= 10; number += 1) store.add(run(number, number % 2 ? 'Failed' : 'Succeeded'));
    expect(ids(store.latest(100))).toEqual(['run-10', 'run-9', 'run-8', 'run-7']);
    expect(store.counts).toEqual({ Failed: 5, Succeeded: 5 });
    store.close();
    const summaries = readdirSync(folder).filter((name) => name.startsWith('summaries'));
    const lines = summaries.flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
    expect(lines).toHaveLength(6);
    expect(JSON.parse(lines[0]!)).toEqual({
      runId: 'run-1',
      flowName: 'Flow',
      status: 'Failed',
      startTime: '2026-03-02T09:30:15Z',
      endTime: '2026-03-02T09:30:16Z',
      billableActions: 3,
    });
  });

  it('take nothing once they are closed', () => {
    const store = openRunStore(folder);
    store.close();
    store.add(run(1));
    expect(openRunStore(folder).latest(5)).toEqual([]);
  });

  it('can be read while they are written, without the line that is just being written', () => {
    const store = openRunStore(folder, 3);
    for (let number = 1; number <= 4; number += 1) store.add(run(number));
    appendFileSync(join(folder, 'runs-000002.ndjson'), '{"runId":"run-5","flow');
    expect(ids([...readRuns(folder)])).toEqual(['run-4', 'run-3', 'run-2', 'run-1']);
    store.close();
    expect([...readRuns(join(folder, 'nowhere'))]).toEqual([]);
  });

  it('are read past a file that is summarized meanwhile', () => {
    const store = openRunStore(folder, 1);
    store.add(run(1));
    store.add(run(2));
    const reading = readRuns(folder);
    expect(reading.next().value).toMatchObject({ runId: 'run-2' });
    store.add(run(3));
    expect(reading.next().done).toBe(true);
    store.close();
  });

  it('are found by their id or by its beginning, when only one begins so', () => {
    const store = openRunStore(folder);
    for (const number of [1, 12, 2]) store.add(run(number));
    store.add(run(2, 'Failed'));
    store.close();
    expect(findRun(folder, 'run-1')?.runId).toBe('run-1');
    expect(findRun(folder, 'run-12')?.runId).toBe('run-12');
    expect(findRun(folder, 'run-2')?.status).toBe('Failed');
    expect(findRun(folder, 'run-3')).toBeUndefined();
    expect(() => findRun(folder, 'run')).toThrow(/3 runs begin with 'run', among them run-2/);
  });
});
