import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../project-file';
import { migrate } from './migrate';
import { openPglite } from './pglite-database';
import { createStore } from './store';

/** Writes without end and prints each key once its write is acknowledged. Plain Node: the thread is the service's own. */
const WRITER = `
  const { Worker } = require('node:worker_threads');
  const [script, folder, round] = process.argv.slice(1);
  const worker = new Worker(script, { workerData: { folder } });
  let n = 0;
  const next = () => {
    n += 1;
    const event = { id: crypto.randomUUID(), type: 'message.replied', schemaVersion: 1, source: 'email',
      occurredAt: new Date().toISOString(), payload: { channel: 'email', message_id: round + '-' + n } };
    worker.postMessage({ id: n,
      sql: 'SELECT rcc_write($1, $2, $3, $4, $5, $6, $7, NULL, NULL, NULL, NULL) AS known',
      parameters: ['Test', round + '-' + n, '', 200, '{}', new Date().toISOString(), JSON.stringify([event])] });
  };
  worker.on('message', (message) => {
    if (message.error || message.failed) { console.error(message); process.exit(1); }
    if (message.id) require('node:fs').writeSync(1, round + '-' + message.id + '\\n');
    next();
  });
`;

const ROUNDS = 5;

it('loses nothing it has acknowledged when the process is killed', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'rcc-kill-')), 'proxy');
  const first = await openPglite(folder);
  await migrate(first);
  await first.close();
  const acknowledged: string[] = [];

  for (let round = 0; round < ROUNDS; round += 1) {
    const script = projectFile('proxy/src/events/pglite-worker.js');
    const child = spawn(process.execPath, ['-e', WRITER, script, folder, String(round)]);
    let printed = '';
    let complaints = '';
    const enough = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        // Another moment in every round.
        if (printed.split('\n').length > 20 + round * 17) resolve();
      });
    });
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    const exited = once(child, 'exit');
    await Promise.race([enough, exited]);
    child.kill('SIGKILL');
    await exited;
    expect(complaints).toBe('');
    // The last line may be torn; only whole ones were said.
    acknowledged.push(...printed.split('\n').slice(0, -1));
  }

  const store = createStore(await openPglite(folder));
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 20);
  const recorded = new Set((await store.eventsAfter(0, undefined, 100_000)).map((event) => event.payload.message_id));
  expect(acknowledged.filter((key) => !recorded.has(key))).toEqual([]);
  for (const key of acknowledged.slice(-5)) expect(await store.findAnswer('Test', key)).toBeDefined();
  await store.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
}, 120_000);

it('starts after it was killed while the database was first set up', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'rcc-kill-')), 'proxy');
  const script = projectFile('proxy/src/events/pglite-worker.js');
  const child = spawn(process.execPath, ['-e', WRITER, script, folder, '0']);
  const exited = once(child, 'exit');
  const begun = () => existsSync(join(`${folder}.unfinished`, 'base')) || existsSync(join(folder, 'base'));
  while (!begun()) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await exited;
  const database = await openPglite(folder);
  await migrate(database);
  await database.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
}, 60_000);
