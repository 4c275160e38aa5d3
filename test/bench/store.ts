import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newEvent } from '../../proxy/src/events/event';
import { openStore } from '../../proxy/src/events/open-store';
import { type Bench, comparison, ratesOf } from './measurement';

/** A write of key, answer and event in one transaction, against a one-row INSERT into the same database. */
export const store: Bench = {
  name: 'store',
  meaning: 'a write of idempotency key, answer and event',
  async run() {
    const dataDir = mkdtempSync(join(tmpdir(), 'rcc-bench-'));
    try {
      const opened = await openStore({ dataDir });
      try {
        await opened.database.query('CREATE TABLE plain_row (id text PRIMARY KEY, body jsonb)');
        const answer = { recorded: true, event_id: randomUUID() };
        const write = () => {
          const key = randomUUID();
          const event = newEvent(
            'reply.claimed',
            { type: 'send_claimed', channel: 'email', message_id: key } as never,
            new Date(),
          );
          return opened.write(
            { operation: 'RecordInteraction', key, bodyHash: key, status: 200, answer, events: [event] },
            new Date(),
          );
        };
        const insert = () =>
          opened.database.query('INSERT INTO plain_row (id, body) VALUES ($1, $2)', [
            randomUUID(),
            JSON.stringify(answer),
          ]);
        const rates = await ratesOf({ write: { run: write }, insert: { run: insert } });
        return {
          bench: 'store',
          about: 'writes of key, answer and event against plain one-row INSERTs into the same embedded database',
          figures: comparison('writes', rates.write, 'one-row INSERTs', rates.insert),
        };
      } finally {
        await opened.close();
      }
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
