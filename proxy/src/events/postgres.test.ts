import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from './migrate';
import { newEvent } from './event';
import { openPostgres } from './postgres-database';
import { ConversationMoved, createStore, type Store, StoreUnavailable } from './store';

/** A PostgreSQL server of our own, when the machine has one; it refuses to run as root. */
const asRoot = process.getuid?.() === 0;
const pg = (command: string) =>
  spawnSync(asRoot ? 'su' : 'sh', asRoot ? ['postgres', '-s', '/bin/sh', '-c', command] : ['-c', command], {
    encoding: 'utf8',
  });
const binaries = ['/usr/lib/postgresql/15/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/17/bin'].find(
  (path) => existsSync(join(path, 'pg_ctl')),
);
const suite = binaries === undefined ? describe.skip : describe;
if (binaries === undefined) console.log('skipped: no PostgreSQL server on this machine');

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

suite('on a PostgreSQL server', () => {
  let folder: string;
  let address: string;
  let stores: [Store, Store];
  const now = new Date('2026-03-01T09:30:00.000Z');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rcc-postgres-'));
    const port = await freePort();
    if (asRoot) spawnSync('chown', ['postgres', folder]);
    const data = join(folder, 'data');
    const made = pg(`${binaries}/initdb -D ${data} -U rcc -A trust -N`);
    expect(made.stderr).not.toContain('error');
    pg(`${binaries}/pg_ctl -D ${data} -w -l ${folder}/log -o "-p ${port} -h 127.0.0.1 -k ${folder} -F" start`);
    address = `postgres://rcc@127.0.0.1:${port}/postgres`;
    // Two instances of the service start at once on an empty database.
    const databases = await Promise.all([openPostgres(address), openPostgres(address)]);
    await Promise.all(databases.map((database) => migrate(database)));
    stores = [createStore(databases[0]), createStore(databases[1])];
  }, 60_000);

  afterAll(async () => {
    await Promise.all((stores ?? []).map((store) => store.close()));
    pg(`${binaries}/pg_ctl -D ${join(folder, 'data')} -m immediate stop`);
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (key: string) => ({
    operation: 'Test',
    key,
    bodyHash: 'h',
    status: 200,
    answer: { key },
    events: [newEvent('message.replied', { channel: 'email', message_id: key }, now)],
  });

  it('two instances give one effect to the same key', async () => {
    for (let n = 0; n < 20; n += 1) {
      const results = await Promise.all(
        stores.flatMap((store) => [store.write(write(`k${n}`), now), store.write(write(`k${n}`), now)]),
      );
      expect(results.filter((result) => !result.replayed)).toHaveLength(1);
      expect(await stores[0].eventsAbout({ messageId: `k${n}` })).toHaveLength(1);
    }
  });

  it('gives sequences that become visible in their order', async () => {
    const seen: number[] = [];
    let after = (await stores[0].eventsAfter(0)).at(-1)?.sequence ?? 0;
    const look = async () => {
      const fresh = await stores[0].eventsAfter(after);
      seen.push(...fresh.map((event) => event.sequence));
      after = seen.at(-1) ?? after;
    };
    const writes = Array.from({ length: 200 }, (_, n) => stores[n % 2 === 0 ? 0 : 1].write(write(`s${n}`), now));
    let writing = true;
    const all = Promise.all(writes).finally(() => (writing = false));
    while (writing) await look();
    await all;
    await look();
    expect(seen).toHaveLength(200);
  });

  it('lets one of two turns of a conversation through', async () => {
    const turn = (key: string) => ({
      ...write(key),
      conversation: { id: 'talk', state: { key }, readAtVersion: 0, expiresAt: new Date(now.getTime() + 1000) },
    });
    const results = await Promise.allSettled([stores[0].write(turn('t1'), now), stores[1].write(turn('t2'), now)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((result) => result.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(ConversationMoved);
    expect((await stores[0].conversation('talk', now)).version).toBe(1);
  });

  it('says that the store is unavailable when the server does not answer', async () => {
    const store = createStore(await openPostgres(address));
    await store.close();
    await expect(store.findAnswer('Test', 'k1')).rejects.toThrow(StoreUnavailable);
    await expect(openPostgres('postgres://rcc@127.0.0.1:1/none')).rejects.toThrow();
  });
});
