import { request } from 'undici';
import type { ErrorEnvelope } from '../errors/envelope';
import { openMemoryStore } from '../events/memory-store';
import type { Store } from '../events/store';
import { fakeServices } from './fake-services';
import { serveForTest, type ServedForTest } from './serve-for-test';

const TRIAGE = '/v1/messages/triage';
const message = { channel: 'email', text: 'Where is order 12345?' };

let store: Store;
let served: ServedForTest;
beforeAll(async () => {
  store = await openMemoryStore();
  served = await serveForTest(store, fakeServices());
});
afterAll(async () => {
  await served.stop();
  await store.close();
});

let opened: ServedForTest[] = [];
const serve = async (...options: Parameters<typeof serveForTest> extends [Store, ...infer Rest] ? Rest : never) => {
  const another = await serveForTest(store, ...options);
  opened.push(another);
  return another;
};
afterEach(async () => {
  await Promise.all(opened.map((another) => another.stop()));
  opened = [];
});

const failure = (reply: { body: unknown }) => (reply.body as ErrorEnvelope).error;

it('answers with the request id it was given, or one of its own', async () => {
  expect((await served.post(TRIAGE, message, { 'x-request-id': 'run-7.a' })).headers['x-request-id']).toBe('run-7.a');
  expect((await served.post(TRIAGE, message, { 'x-request-id': 'a b' })).headers['x-request-id']).toMatch(
    /^[0-9a-f-]{36}$/,
  );
});

it('sends three security headers and does not say what it is made of', async () => {
  const { headers } = await served.post(TRIAGE, message);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("default-src 'none'") as string,
  });
  expect(headers['x-powered-by']).toBeUndefined();
});

it('names every wrong field with the remedy, the first as target', async () => {
  const reply = await served.post(TRIAGE, { channel: 'letter', colour: 'red', received_at: 'yesterday' });
  expect(reply.status).toBe(400);
  const error = failure(reply);
  expect(error).toMatchObject({ code: 'RCC_INVALID_REQUEST', retryable: false });
  expect(error.message).toContain('body/text is missing. Give a text in quotes: The body of the message');
  expect(error.message).toContain("body/channel is 'letter'. Give one of email, chat, app.");
  expect(error.message).toContain('body/colour is not known here');
  expect(error.message).toContain("body/received_at is 'yesterday'. Give a date and time with its zone");
  expect(error.target).toMatch(/^body\//);
});

it('names a missing header', async () => {
  const reply = await served.post('/v1/interactions', { type: 'replied', channel: 'email' });
  expect(failure(reply)).toMatchObject({ code: 'RCC_INVALID_REQUEST', target: 'header/Idempotency-Key' });
});

it('takes a property that is null as left out', async () => {
  const reply = await served.post(TRIAGE, { ...message, subject: null, message_id: null, unknown_column: null });
  expect(reply.status).toBe(200);
});

it.each([
  ['broken JSON', '{"channel":', 400, 'RCC_INVALID_JSON'],
  ['an empty body', '', 400, 'RCC_INVALID_JSON'],
  ['a list', '[]', 400, 'RCC_INVALID_REQUEST'],
  ['a bare text', '"hello"', 400, 'RCC_INVALID_REQUEST'],
  ['nine megabytes', JSON.stringify({ channel: 'email', text: 'x'.repeat(9_000_000) }), 413, 'RCC_BODY_TOO_LARGE'],
])('refuses %s', async (_name, body, status, code) => {
  const reply = await served.post(TRIAGE, body);
  expect(reply.status).toBe(status);
  expect(failure(reply).code).toBe(code);
});

it('refuses bytes that are not UTF-8', async () => {
  const answer = await request(`${served.url}${TRIAGE}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
  });
  expect(answer.statusCode).toBe(400);
  expect(failure({ body: await answer.body.json() }).message).toContain('UTF-8');
});

it('stores and answers texts with NUL characters and half surrogate pairs', async () => {
  const reply = await served.post(TRIAGE, '{"channel":"email","text":"a\\u0000b\\ud800c","message_id":"m\\u0000"}');
  expect(reply.status).toBe(200);
  const [received] = await store.eventsAbout({ messageId: 'm' });
  expect(received?.payload.text).toBe('ab\uFFFDc');
});

it.each([
  ['text/plain', 'header/Content-Type'],
  ['application/jsonp', 'header/Content-Type'],
])('refuses the media type %s', async (type, target) => {
  const reply = await served.post(TRIAGE, message, { 'content-type': type });
  expect(reply.status).toBe(415);
  expect(failure(reply)).toMatchObject({ code: 'RCC_UNSUPPORTED_MEDIA_TYPE', target });
});

it('says which method is right, and that an address does not exist', async () => {
  const wrongMethod = await request(`${served.url}${TRIAGE}`);
  expect(wrongMethod.statusCode).toBe(405);
  expect(wrongMethod.headers.allow).toBe('POST');
  expect(failure({ body: await wrongMethod.body.json() }).code).toBe('RCC_METHOD_NOT_ALLOWED');
  const unknown = await served.post('/v1/nothing', {});
  expect(unknown.status).toBe(404);
  expect(failure(unknown).code).toBe('RCC_NOT_FOUND');
});

it('shows its state without a key', async () => {
  const answer = await request(`${served.url}/health`);
  expect(answer.statusCode).toBe(200);
  expect(await answer.body.json()).toMatchObject({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    store: 'embedded',
    authentication: 'open',
    production: false,
    vendors: { shopify: 'sandbox', ups: 'off', fedex: 'off', stripe: 'off', openai: 'offline' },
    language_model: { state: 'off' },
    webhooks: { shopify: 'off', stripe: 'off', ups: 'off' },
  });
});

it('answers what is not ready at the deadline as too slow', async () => {
  const never = { triage: () => new Promise<never>(() => undefined) };
  const slow = await serve(fakeServices({ triage: never }), { settings: { requestDeadlineMs: 100 } });
  const reply = await slow.post(TRIAGE, message);
  expect(reply.status).toBe(504);
  expect(failure(reply)).toMatchObject({ code: 'RCC_DEADLINE_EXCEEDED', retryable: true });
});

it('refuses new work while it stops, and says when to come again', async () => {
  const stopping = await serve(fakeServices(), { stopping: () => true });
  const reply = await stopping.post(TRIAGE, message);
  expect(reply.status).toBe(503);
  expect(reply.headers['retry-after']).toBe('5');
  expect((await request(`${stopping.url}/health`)).statusCode).toBe(503);
});

it('hides what went wrong inside from the caller and logs it under the request id', async () => {
  const broken = { triage: () => Promise.reject(new Error('secret inside jane@example.com')) };
  const failing = await serve(fakeServices({ triage: broken }));
  const reply = await failing.post(TRIAGE, message, { 'x-request-id': 'look-me-up' });
  expect(reply.status).toBe(500);
  expect(failure(reply)).toMatchObject({ code: 'RCC_INTERNAL', request_id: 'look-me-up' });
  expect(failure(reply).message).not.toContain('secret');
  expect(failing.logged()).toContain('secret inside [redacted]');
  expect(failing.logged()).toContain('look-me-up');
});

it('finishes a running answer before it stops', async () => {
  let finish = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (finish = resolve));
  const services = fakeServices();
  const { triage } = services.triage;
  services.triage.triage = async (request) => {
    await waiting;
    return triage(request);
  };
  const slow = await serve(services);
  const reply = slow.post(TRIAGE, message);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = slow.stop();
  finish();
  expect((await reply).status).toBe(200);
  await stopped;
});
