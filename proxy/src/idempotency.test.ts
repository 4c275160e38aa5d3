import { newEvent } from './events/event';
import { openMemoryStore } from './events/memory-store';
import type { Store } from './events/store';
import { createOnce } from './idempotency';

const now = () => new Date('2026-03-01T09:30:00.000Z');
let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
});
afterAll(() => store.close());

const effect = (answer: object, id = 'm') => ({
  answer,
  events: [newEvent('message.replied', { channel: 'email', message_id: id }, now())],
});

const counted = () => {
  let done = 0;
  return { work: () => Promise.resolve(effect({ n: (done += 1) })), times: () => done };
};

it('does work without a key every time', async () => {
  const once = createOnce(store, now, () => undefined);
  const { work, times } = counted();
  await once('Op', undefined, {}, work);
  expect(await once('Op', undefined, {}, work)).toMatchObject({ answer: { n: 2 }, replayed: false });
  expect(times()).toBe(2);
});

it('does work at no cost without looking first, and still gives the first answer', async () => {
  const once = createOnce(store, now, () => undefined);
  const { work, times } = counted();
  await once('Op', 'free', {}, work, { atNoCost: true });
  expect(await once('Op', 'free', {}, work, { atNoCost: true })).toMatchObject({ answer: { n: 1 }, replayed: true });
  expect(times()).toBe(2);
});

it('lets the next call with the key try again when the first failed', async () => {
  const once = createOnce(store, now, () => undefined);
  await expect(once('Op', 'retry', {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await once('Op', 'retry', {}, () => effect({ n: 1 }))).toMatchObject({ replayed: false });
});

it('tells the same body from another, whatever the order of its properties', async () => {
  const other: string[] = [];
  const once = createOnce(store, now, (operation) => other.push(operation));
  const { work } = counted();
  await once('Op', 'body', { a: 1, b: { c: 2, d: 3 } }, work);
  await once('Op', 'body', { b: { d: 3, c: 2 }, a: 1 }, work);
  expect(other).toEqual([]);
  await once('Op', 'body', { a: 2 }, work);
  await once('Op', 'body', { a: 3 }, work, { atNoCost: true });
  expect(other).toEqual(['Op', 'Op']);
});

it('refuses the key with another body where the answer is only for who asked first', async () => {
  const once = createOnce(store, now, () => undefined);
  const { work, times } = counted();
  const mine = once('Op', 'mine', { who: 'a' }, work, { sameBodyOnly: true });
  const reused = { code: 'RCC_KEY_REUSED', target: 'header/Idempotency-Key' };
  await expect(once('Op', 'mine', { who: 'b' }, work, { sameBodyOnly: true })).rejects.toMatchObject(reused);
  expect(await mine).toMatchObject({ answer: { n: 1 }, replayed: false });
  await expect(once('Op', 'mine', { who: 'b' }, work, { sameBodyOnly: true })).rejects.toMatchObject(reused);
  expect(await once('Op', 'mine', { who: 'a' }, work, { sameBodyOnly: true })).toMatchObject({ replayed: true });
  expect(times()).toBe(1);
});

it('stores one effect when two instances do the same work at the same time', async () => {
  const [one, two] = [createOnce(store, now, () => undefined), createOnce(store, now, () => undefined)];
  const results = await Promise.all([
    one('Op', 'both', {}, () => effect({ by: 1 }, 'both')),
    two('Op', 'both', {}, () => effect({ by: 2 }, 'both')),
  ]);
  expect(results.map((result) => result.replayed).sort()).toEqual([false, true]);
  expect(results[0]?.answer).toEqual(results[1]?.answer);
  expect(await store.eventsAbout({ messageId: 'both' })).toHaveLength(1);
});
