import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectorResponse } from '../flow-engine/types';
import { openJournal, type Journal } from '../state/journal';
import { createDataverse, type Dataverse, type DataverseOptions } from './dataverse';
import { readTables } from '../../solution/tables/read-tables';

/** Source of the product's own tables. */
export const CORE_SOLUTION = join(__dirname, '..', '..', 'solution', 'core', 'src');

const tables = readTables(CORE_SOLUTION);

/** A row, a list of rows or an error, read freely by tests. */
export interface Answer extends ConnectorResponse {
  body: Record<string, unknown> & { value: Record<string, unknown>[]; error: { code: string; message: string } };
}

/** A stand-in on a fresh folder, as tests use it. */
export interface DataverseFixture {
  dataverse: Dataverse;
  journal: Journal;
  folder: string;
  call(operationId: string, args: Record<string, unknown>, minimumItemCount?: number): Promise<Answer>;
  /** Closes and opens the same state again, as after a restart. */
  restart(): void;
  setTime(iso: string): void;
  remove(): void;
}

export function openDataverseFixture(options: Partial<DataverseOptions> = {}): DataverseFixture {
  const folder = mkdtempSync(join(tmpdir(), 'dataverse-'));
  let now = new Date('2026-03-02T09:30:15.250Z');
  const open = () => {
    fixture.journal = openJournal(folder);
    fixture.dataverse = createDataverse({ journal: fixture.journal, tables, clock: { now: () => now }, ...options });
  };
  const fixture: DataverseFixture = {
    folder,
    journal: undefined as unknown as Journal,
    dataverse: undefined as unknown as Dataverse,
    call: (operationId, args, minimumItemCount) =>
      fixture.dataverse.call({
        operationId,
        arguments: args,
        runId: 'run',
        actionName: 'action',
        attempt: 1,
        ...(minimumItemCount === undefined ? {} : { minimumItemCount }),
        signal: new AbortController().signal,
      }) as Promise<Answer>,
    restart() {
      fixture.journal.close();
      open();
    },
    setTime: (iso) => (now = new Date(iso)),
    remove() {
      fixture.journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  open();
  return fixture;
}
