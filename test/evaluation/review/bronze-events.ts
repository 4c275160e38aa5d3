import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A recorded event as it stands in the bronze files (`proxy/EVENTS.md`). */
export interface BronzeEvent {
  type: string;
  /** When it happened, ISO 8601. */
  at: string;
  payload: Readonly<Record<string, unknown>>;
}

/** What customers wrote and what came of it; orders, payments and operations tell nothing of it. */
const SOURCES = ['email', 'chat', 'ticket'] as const;

const sorted = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/**
 * Reads the exported events in the order they were stored within each source. A row that is there twice counts once.
 * @param folder the bronze folder, for example `.data/Files/bronze`
 * @throws Error when there is no such folder, or naming the file and line that cannot be read
 */
export function* bronzeEvents(folder: string): Generator<BronzeEvent> {
  if (!existsSync(folder))
    throw new Error(`there are no recorded events in ${folder}. Start the product once, or name its folder by --data.`);
  const seen = new Set<string>();
  for (const source of SOURCES)
    for (const day of sorted(join(folder, source)))
      for (const name of sorted(join(folder, source, day)).filter((file) => file.endsWith('.ndjson'))) {
        const path = join(folder, source, day, name);
        for (const [i, line] of readFileSync(path, 'utf8').split('\n').entries()) {
          if (line.trim() === '') continue;
          const row = rowOf(line, `${path} line ${i + 1}`);
          if (seen.has(row.ingest_id)) continue;
          seen.add(row.ingest_id);
          const { type, ...payload } = row.payload;
          yield { type: String(type), at: row.received_at, payload };
        }
      }
}

interface Row {
  ingest_id: string;
  received_at: string;
  payload: Record<string, unknown>;
}

function rowOf(line: string, place: string): Row {
  let value: Partial<Row> | null;
  try {
    value = JSON.parse(line) as Partial<Row> | null;
  } catch (error) {
    throw new Error(`${place} is not JSON: ${(error as Error).message}. Export the events anew.`);
  }
  const { ingest_id, received_at, payload } = value ?? {};
  if (typeof ingest_id !== 'string' || typeof received_at !== 'string' || typeof payload !== 'object' || !payload)
    throw new Error(`${place} is no row of the bronze files: ingest_id, received_at or payload is missing.`);
  return { ingest_id, received_at, payload };
}
