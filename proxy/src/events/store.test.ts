import { newEvent } from './event';
import { openMemoryStore } from './memory-store';
import { ConversationMoved, type Store, type Write } from './store';

const now = new Date('2026-03-01T09:30:00.000Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
});
afterAll(() => store.close());

const ignored = (messageId: string) => newEvent('message.ignored', { channel: 'email', message_id: messageId }, now);

const write = (key: string, more: Partial<Write> = {}): Write => ({
  operation: 'RecordInteraction',
  key,
  bodyHash: 'hash',
  status: 200,
  answer: { key },
  events: [ignored(key)],
  ...more,
});

it('gives the event of a type that was stored last', async () => {
  expect(await store.latestEvent('flow.error')).toBeUndefined();
  const failed = (flow: string, at: Date) => newEvent('flow.error', { flow, run_id: 'r', message: 'm' }, at);
  await store.write(write('latest 1', { events: [failed('one', later(2)), failed('two', later(1))] }), now);
  await store.write(write('latest 2'), now);
  expect((await store.latestEvent('flow.error'))?.payload).toMatchObject({ flow: 'two' });
});

it('stores key, answer and events together and gives them back', async () => {
  const event = ignored('<a@example.com>');
  expect(await store.write(write('a', { events: [event], answer: { said: 'äöü "quoted"' } }), now)).toEqual({
    answer: { said: 'äöü "quoted"' },
    replayed: false,
    sameBody: true,
  });
  expect(await store.findAnswer('RecordInteraction', 'a')).toEqual({
    answer: { said: 'äöü "quoted"' },
    status: 200,
    bodyHash: 'hash',
  });
  expect(await store.eventsAbout({ messageId: '<a@example.com>' })).toEqual([
    { ...event, sequence: expect.any(Number) as number, recordedAt: now.toISOString() },
  ]);
});

it('gives the first answer to the same key again and stores nothing', async () => {
  await store.write(write('b'), now);
  const again = await store.write(
    write('b', { answer: { other: true }, bodyHash: 'other hash', events: [ignored('never')] }),
    now,
  );
  expect(again).toEqual({ answer: { key: 'b' }, replayed: true, sameBody: false });
  expect(await store.eventsAbout({ messageId: 'never' })).toEqual([]);
});

it('keeps keys of different operations apart', async () => {
  await store.write(write('c'), now);
  expect((await store.write(write('c', { operation: 'CreateTicket' }), now)).replayed).toBe(false);
});

it('stores one of many concurrent writes with the same key', async () => {
  const writes = Array.from({ length: 20 }, (_, n) => store.write(write('d', { answer: { n } }), now));
  const results = await Promise.all(writes);
  expect(results.filter((result) => !result.replayed)).toHaveLength(1);
  expect(new Set(results.map((result) => JSON.stringify(result.answer))).size).toBe(1);
  expect(await store.eventsAbout({ messageId: 'd' })).toHaveLength(1);
});

it('refuses a turn of a conversation that moved on, with nothing stored', async () => {
  const turn = (key: string, readAtVersion: number): Write =>
    write(key, { conversation: { id: 'talk', state: { key }, readAtVersion, expiresAt: later(1) } });
  expect(await store.conversation('talk', now)).toEqual({ state: null, version: 0 });
  await store.write(turn('t1', 0), now);
  await expect(store.write(turn('t2', 0), now)).rejects.toThrow(ConversationMoved);
  expect(await store.findAnswer('RecordInteraction', 't2')).toBeUndefined();
  expect(await store.eventsAbout({ messageId: 't2' })).toEqual([]);
  expect(await store.conversation('talk', now)).toEqual({ state: { key: 't1' }, version: 1 });
  await store.write(turn('t2', 1), now);
  expect(await store.conversation('talk', now)).toEqual({ state: { key: 't2' }, version: 2 });
});

it('forgets a conversation past its time, and still writes the next turn', async () => {
  const conversation = { id: 'old talk', state: { a: 1 }, readAtVersion: 0, expiresAt: later(1) };
  await store.write(write('o1', { conversation }), now);
  const { state, version } = await store.conversation('old talk', later(2));
  expect(state).toBeNull();
  await store.write(
    write('o2', { conversation: { ...conversation, readAtVersion: version, expiresAt: later(9) } }),
    now,
  );
  expect((await store.conversation('old talk', later(2))).state).toEqual({ a: 1 });
});

it('forgets keys after 90 days and keeps the events', async () => {
  await store.write(write('aged'), later(-91));
  await store.write(write('fresh'), later(-89));
  expect(await store.purge(now)).toBeGreaterThan(0);
  expect(await store.findAnswer('RecordInteraction', 'aged')).toBeUndefined();
  expect(await store.findAnswer('RecordInteraction', 'fresh')).toBeDefined();
  expect(await store.eventsAbout({ messageId: 'aged' })).toHaveLength(1);
});

it('lists events in the order they were stored', async () => {
  const before = (await store.eventsAfter(0)).at(-1)?.sequence ?? 0;
  await Promise.all(Array.from({ length: 30 }, (_, n) => store.write(write(`order ${n}`), now)));
  const events = await store.eventsAfter(before);
  expect(events).toHaveLength(30);
  const sequences = events.map((event) => event.sequence);
  expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
  expect(await store.eventsAfter(before, sequences[4], 3)).toHaveLength(3);
});
