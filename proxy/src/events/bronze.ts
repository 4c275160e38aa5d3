import { mkdir, rename, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { StoredEvent } from './event';
import { bronzeRows } from './bronze-rows';
import type { Store } from './store';

/** Events per step; a day's load is some thousand. */
const BATCH = 2_000;
const HOLD_MS = 60_000;
const WRITER = 'proxy';

/** The first sequence makes the name sort by age and the same after every repetition. */
const fileName = (from: number): string => `${WRITER}-${String(from).padStart(12, '0')}.ndjson`;

const filesOf = (events: readonly StoredEvent[], from: number): Map<string, string[]> => {
  const files = new Map<string, string[]>();
  for (const event of events) {
    for (const { source, row } of bronzeRows(event)) {
      const path = join(source, `dt=${event.recordedAt.slice(0, 10)}`, fileName(from));
      const lines = files.get(path) ?? [];
      lines.push(`${JSON.stringify(row)}\n`);
      files.set(path, lines);
    }
  }
  return files;
};

/** A reader never sees half a file: it gets its name only when it is whole. */
const writeWhole = async (path: string, lines: readonly string[]): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.unfinished`;
  await writeFile(draft, lines.join(''));
  await rename(draft, path);
};

interface Progress {
  exported: number;
  planned: number;
}

/**
 * Writes new events to the files of the bronze layer: `<folder>/<source>/dt=<day>/proxy-<first sequence>.ndjson`,
 * one JSON object per line. Each event is there exactly once, however often the process is killed: the range of a
 * step is fixed in the store before its files are written, and a step that was cut off is repeated with the very same
 * range, names and content.
 * @param folder the bronze folder, for example `.data/Files/bronze`
 * @returns how many events were written
 */
export async function exportBronze(store: Store, folder: string, now: () => Date = () => new Date()): Promise<number> {
  // One process holds a data folder, so after a crash the next one in it may go on at once.
  const holder = `${hostname()}:${resolve(folder)}`;
  let written = 0;
  for (;;) {
    const step = await planStep(store, holder, now());
    if (step === undefined) return written;
    const events = await store.eventsAfter(step.exported, step.planned, BATCH);
    for (const [path, lines] of filesOf(events, step.exported + 1)) await writeWhole(join(folder, path), lines);
    await store.database.query(
      `UPDATE bronze_progress SET exported = planned, planned = NULL, holder = NULL, held_until = NULL
       WHERE planned = $1::bigint AND holder = $2::text`,
      [step.planned, holder],
    );
    written += events.length;
  }
}

/** Takes the next range, or the one that was cut off; nothing when all is written or another instance is at it. */
async function planStep(store: Store, holder: string, now: Date): Promise<Progress | undefined> {
  const [step] = await store.database.query<Progress>(
    `UPDATE bronze_progress
     SET holder = $1::text,
         held_until = $3::timestamptz,
         planned = coalesce(planned, (
           SELECT max(sequence) FROM (
             SELECT sequence FROM event WHERE sequence > bronze_progress.exported ORDER BY sequence LIMIT $4::integer
           ) AS next))
     WHERE (holder = $1::text OR held_until IS NULL OR held_until < $2::timestamptz)
       AND (planned IS NOT NULL OR EXISTS (SELECT 1 FROM event WHERE sequence > bronze_progress.exported))
     RETURNING exported, planned`,
    [holder, now.toISOString(), new Date(now.getTime() + HOLD_MS).toISOString(), BATCH],
  );
  return step;
}
