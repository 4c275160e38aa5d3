import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { charge, context } from '../server/fake-services';
import { exportBronze } from './bronze';
import { type NewEvent, newEvent } from './event';
import { openMemoryStore } from './memory-store';
import type { Store } from './store';

const day = (date: string) => new Date(`${date}T12:00:00.000Z`);
let store: Store;
let folder: string;
beforeAll(async () => {
  store = await openMemoryStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rcc-bronze-'));
  await exportBronze(store, folder);
  rmSync(folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let keys = 0;
const record = (events: NewEvent[], at: Date) =>
  store.write({ operation: 'Test', key: `k${(keys += 1)}`, bodyHash: '', status: 200, answer: {}, events }, at);

const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const rows = (): Record<string, unknown>[] =>
  files().flatMap((file) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );

const replied = (id: string, channel: 'email' | 'chat', at: Date) =>
  newEvent('message.replied', { channel, message_id: id }, at);

it('writes one file per source and day of storing, with the columns of the bronze tables', async () => {
  await record(
    [replied('<1@x>', 'email', day('2026-02-27')), replied('c1', 'chat', day('2026-03-01'))],
    day('2026-03-01'),
  );
  await record([replied('<2@x>', 'email', day('2026-03-02'))], day('2026-03-02'));
  expect(await exportBronze(store, folder)).toBe(3);
  const names = files().map((file) => file.slice(folder.length + 1));
  expect(names).toEqual([
    expect.stringMatching(/^chat\/dt=2026-03-01\/proxy-\d{12}\.ndjson$/),
    expect.stringMatching(/^email\/dt=2026-03-01\/proxy-\d{12}\.ndjson$/),
    expect.stringMatching(/^email\/dt=2026-03-02\/proxy-\d{12}\.ndjson$/),
  ]);
  expect(rows()[1]).toEqual({
    ingest_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    source_id: '<1@x>',
    received_at: '2026-02-27T12:00:00.000Z',
    ingested_at: '2026-03-01T12:00:00.000Z',
    schema_version: 1,
    payload: { type: 'message.replied', channel: 'email', message_id: '<1@x>' },
  });
});

it('writes only what is new, and nothing twice', async () => {
  await record([replied('<3@x>', 'email', day('2026-03-01'))], day('2026-03-01'));
  expect(await exportBronze(store, folder)).toBe(1);
  expect(await exportBronze(store, folder)).toBe(0);
  await record([replied('<4@x>', 'email', day('2026-03-01'))], day('2026-03-01'));
  expect(await exportBronze(store, folder)).toBe(1);
  expect(rows().map((row) => row.source_id)).toEqual(['<3@x>', '<4@x>']);
});

it('gives each charge of an order context a row among the payments', async () => {
  const { facts: _facts, summary: _summary, fetched_at: _at, ...found } = context;
  const looked = { operation: 'GetOrderContext', requester_email: 'a@example.com', ...found, duration_ms: 1 };
  await record([newEvent('context.looked_up', looked, day('2026-03-01'))], day('2026-03-01'));
  await exportBronze(store, folder);
  const [order, payment] = rows();
  expect(order).toMatchObject({ source_id: 'ORD-12345', payload: { type: 'context.looked_up' } });
  expect(payment).toMatchObject({
    ingest_id: `${String(order?.ingest_id)}:${charge.charge_id}`,
    source_id: charge.charge_id,
    payload: { order_id: 'ORD-12345', payments: [charge] },
  });
});

it('gives each parcel of an order context a row among the orders, also one without a number', async () => {
  const parcel = (tracking_number: string | null) => ({
    tracking_number,
    carrier: 'UPS',
    status: 'in_transit' as const,
    status_text: 'in transit',
    estimated_delivery: null,
    delivered_at: null,
    delivered_to: null,
    proof: [],
    exception: null,
    events: [],
    url: null,
    line_titles: [],
    carrier_mismatch: false,
    source: 'ups',
  });
  const parcels = [parcel('1Z204W4R0308071865'), parcel(null)];
  const { facts: _facts, summary: _summary, fetched_at: _at, ...found } = { ...context, parcels, payments: [] };
  const looked = { operation: 'GetOrderContext', requester_email: 'a@example.com', ...found, duration_ms: 1 };
  await record([newEvent('context.looked_up', looked, day('2026-03-01'))], day('2026-03-01'));
  await exportBronze(store, folder);
  const [order, ...others] = rows();
  const rowOf = (index: number, source_id: string) =>
    expect.objectContaining({
      ingest_id: `${String(order?.ingest_id)}:parcel:${index}`,
      source_id,
      payload: { type: 'context.looked_up', order_id: 'ORD-12345', parcel: parcels[index] },
    }) as unknown;
  expect(others).toEqual([rowOf(0, '1Z204W4R0308071865'), rowOf(1, 'ORD-12345')]);
});

it('gives each refund and each dispute of an order context a row among the payments', async () => {
  const refund = {
    refund_id: 're_1',
    total: { amount: '20.00', currency: 'EUR' },
    status: 'pending',
    failure_reason: null,
    created_at: null,
    source: 'Stripe',
  };
  const dispute = {
    kind: 'inquiry' as const,
    status: 'needs_response',
    open: true,
    reason: null,
    due_by: null,
    created_at: null,
    source: 'Shopify',
  };
  const { facts: _facts, summary: _summary, fetched_at: _at, ...found } = { ...context, payments: [] };
  const looked = { operation: 'GetOrderContext', requester_email: 'a@example.com', ...found, duration_ms: 1 };
  const event = newEvent('context.looked_up', { ...looked, refunds: [refund], disputes: [dispute] }, day('2026-03-01'));
  await record([event], day('2026-03-01'));
  await exportBronze(store, folder);
  const [, first, second] = rows();
  expect(first).toMatchObject({
    ingest_id: `${event.id}:refund:0`,
    source_id: 're_1',
    payload: { type: 'context.looked_up', order_id: 'ORD-12345', refund },
  });
  expect(second).toMatchObject({
    ingest_id: `${event.id}:dispute:0`,
    source_id: 'ORD-12345',
    payload: { order_id: 'ORD-12345', dispute },
  });
  expect(files().map((file) => file.slice(folder.length + 1).split('/')[0])).toEqual(['order', 'payment']);
});

it('repeats a step that was cut off with the same range, although more has come since', async () => {
  const ids = Array.from({ length: 5 }, (_, n) => `<cut${n}@x>`);
  await record(
    ids.slice(0, 3).map((id) => replied(id, 'email', day('2026-03-01'))),
    day('2026-03-01'),
  );
  // As if the process was killed between writing the files and noting that they are written.
  const cutOff: Store = {
    ...store,
    database: {
      ...store.database,
      query: (sql, parameters) =>
        sql.includes('SET exported = planned')
          ? Promise.reject(new Error('killed'))
          : store.database.query(sql, parameters),
    },
  };
  await expect(exportBronze(cutOff, folder)).rejects.toThrow('killed');
  await record(
    ids.slice(3).map((id) => replied(id, 'email', day('2026-03-01'))),
    day('2026-03-01'),
  );
  expect(await exportBronze(store, folder)).toBe(5);
  expect(rows().map((row) => row.source_id)).toEqual(ids);
  expect(files()).toHaveLength(2);
});

it('leaves a step to the instance that is at it', async () => {
  await record([replied('<held@x>', 'email', day('2026-03-01'))], day('2026-03-01'));
  const seized = `UPDATE bronze_progress SET holder = 'another', held_until = $1::timestamptz`;
  await store.database.query(seized, [new Date(Date.now() + 60_000).toISOString()]);
  expect(await exportBronze(store, folder)).toBe(0);
  await store.database.query(seized, [new Date(Date.now() - 1000).toISOString()]);
  expect(await exportBronze(store, folder)).toBe(1);
});

it('writes a large backlog in several steps', async () => {
  const many = Array.from({ length: 4_500 }, (_, n) => replied(`<bulk${n}@x>`, 'email', day('2026-03-01')));
  await record(many, day('2026-03-01'));
  expect(await exportBronze(store, folder)).toBe(4_500);
  expect(files()).toHaveLength(3);
  expect(new Set(rows().map((row) => row.ingest_id)).size).toBe(4_500);
});
