import { createHash } from 'node:crypto';
import { openMemoryStore } from '../events/memory-store';
import type { Store } from '../events/store';
import { readSettings } from '../settings';
import { fakeServices } from './fake-services';
import { serveForTest, type ServedForTest } from './serve-for-test';

const KEY = 'the-first-key-of-the-shop';
const NEXT = 'the-second-key-of-the-shop';
const { apiKeyHashes } = readSettings({
  RCC_API_KEYS: `${KEY},sha256:${createHash('sha256').update(NEXT).digest('hex')}`,
});

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
});
afterAll(() => store.close());

let opened: ServedForTest[] = [];
const serve = async (...options: Parameters<typeof serveForTest> extends [Store, ...infer Rest] ? Rest : never) => {
  const served = await serveForTest(store, ...options);
  opened.push(served);
  return served;
};
afterEach(async () => {
  await Promise.all(opened.map((served) => served.stop()));
  opened = [];
});

const path = '/v1/messages/triage';
const message = {
  channel: 'email',
  text: 'My card 4242 was charged twice, call me',
  subject: 'A very private subject',
  from_email: 'jane.doe@example.com',
  message_id: '<private-id@example.com>',
};

it.each([
  ['the first key', KEY, 200],
  ['the next key while keys are rotated', NEXT, 200],
  ['no key', undefined, 401],
  ['a wrong key', `${KEY}x`, 401],
  ['the hash of a key', apiKeyHashes[0], 401],
  ['an empty key', '', 401],
])('with %s a call is answered with the right status', async (_name, key, status) => {
  const served = await serve(fakeServices(), { settings: { apiKeyHashes } });
  const reply = await served.post(path, message, key === undefined ? {} : { 'x-api-key': key });
  expect(reply.status).toBe(status);
  if (status === 401) {
    expect(reply.body).toMatchObject({ error: { code: 'RCC_UNAUTHORIZED', target: 'header/X-Api-Key' } });
  }
});

it('without a key not even the existence of an address is told', async () => {
  const served = await serve(fakeServices(), { settings: { apiKeyHashes } });
  expect((await served.post('/v1/nothing', {})).status).toBe(401);
});

it.each([
  ['127.0.0.1:5000', 200],
  ['localhost', 200],
  ['[::1]:5000', 200],
  ['shop.example.com:5000', 401],
])('an open service asked as %s answers %i', async (host, status) => {
  const served = await serve(fakeServices());
  expect((await served.post(path, message, { host })).status).toBe(status);
});

it('never logs bodies, addresses or keys, whatever happens', async () => {
  const failing = fakeServices({
    triage: {
      triage: () =>
        Promise.reject(
          new Error(`could not read jane.doe@example.com with Bearer abc123 and sk_live_4242 at ${KEY.length}`),
        ),
    },
  });
  for (const [name, services] of Object.entries({ working: fakeServices(), failing })) {
    const served = await serve(services, { settings: { apiKeyHashes } });
    const headers = { 'x-api-key': KEY, 'idempotency-key': `jane.doe@example.com:${name}` };
    await served.post(path, message, headers);
    await served.post(path, { ...message, channel: 'jane.doe@example.com' }, headers);
    await served.post(`/v1/jane.doe@example.com?email=jane.doe@example.com`, message, headers);
    await served.post(path, '{"text": "A very private subject', headers);
    await served.post(path, message, { 'x-api-key': 'jane.doe@example.com', 'x-request-id': 'jane.doe@example.com' });
    expect(served.logged()).toContain('"message":"request"');
    expect(served.logged().includes('"message":"failure"')).toBe(name === 'failing');
    expect(served.logged()).not.toMatch(/jane|private|4242|charged twice|abc123|first-key/);
  }
});
