import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { request } from 'undici';
import { readConnectorDocument } from './contract/connector-document';
import { schemaArbitrary } from './contract/schema-arbitrary';
import { validateAnswer } from './contract/validate-answer';
import { eventProblems } from './events/event-problems';
import { validValues } from './server/valid-values.fixture';
import { readSettings } from './settings';
import { type RunningProxy, startProxy } from './start-proxy';

const sink = () => new Writable({ write: (_chunk, _encoding, done) => done() });
let folder: string;
let proxy: RunningProxy;
const start = (more: Record<string, string> = {}) =>
  startProxy(readSettings({ PORT: '0', RCC_DATA_DIR: folder, LOG_LEVEL: 'warn', ...more }), { logTo: sink() });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rcc-proxy-'));
  proxy = await start();
}, 60_000);
afterAll(async () => {
  await proxy.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await request(`${proxy.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.statusCode, body: (await answer.body.json()) as Record<string, unknown> };
};

it('answers with its real parts, with every vendor off', async () => {
  const triage = await post('/v1/messages/triage', {
    channel: 'email',
    subject: 'Where is order 12345?',
    text: 'I ordered something last week...',
    from_email: 'customer@example.com',
  });
  validateAnswer('TriageMessage', triage.body);
  expect(triage.body).toMatchObject({ intent: 'order_tracking', order_id: 'ORD-12345' });
  const context = await post('/v1/orders/context', { requester_email: 'customer@example.com', order_id: 'ORD-12345' });
  validateAnswer('GetOrderContext', context.body);
  expect(context.body).toMatchObject({ found: false, verification: 'unavailable' });
});

it('refuses a second start in the same folder, on the same port, and in a folder it cannot write to', async () => {
  await expect(start()).rejects.toThrow(/is in use by process \d+/);
  const other = mkdtempSync(join(tmpdir(), 'rcc-proxy-'));
  const busy = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => busy.once('listening', resolve));
  const { port } = busy.address() as AddressInfo;
  await expect(start({ RCC_DATA_DIR: other, PORT: String(port) })).rejects.toThrow(
    `127.0.0.1:${port} is in use. Stop what listens there, or choose another port with PORT.`,
  );
  busy.close();
  writeFileSync(join(other, 'file'), '');
  await expect(start({ RCC_DATA_DIR: join(other, 'file') })).rejects.toThrow('cannot be written to');
  rmSync(other, { recursive: true, force: true });
}, 60_000);

it('keeps keys and events over a restart, and writes the events to bronze when it stops', async () => {
  const claim = { type: 'send_claimed', channel: 'email', message_id: '<kept@example.com>' };
  const key = { 'idempotency-key': 'kept:send' };
  expect((await post('/v1/interactions', claim, key)).body.replayed).toBe(false);
  await proxy.close();
  expect(readdirSync(join(folder, 'Files', 'bronze')).sort()).toEqual(['email', 'order']);
  proxy = await start();
  expect((await post('/v1/interactions', claim, key)).body.replayed).toBe(true);
  expect(await proxy.store.eventsAbout({ messageId: '<kept@example.com>' })).toHaveLength(1);
  expect(await proxy.exportEvents()).toBe(0);
}, 60_000);

it('makes links to its own feedback page, and they are good after a restart', async () => {
  const ticket = { ticket_id: 'b7c7a3a2-1d5a-4c53-9f0e-6a0f6d3f2a11', status: 'in_progress' };
  const { body } = await post('/v1/tickets/resolutions', { ticket }, { 'idempotency-key': 'resolved' });
  const link = new URL(String(body.survey_link));
  const opened = async (address: string) => {
    const answer = await request(address);
    return { status: answer.statusCode, title: /<h1>(.*)<\/h1>/.exec(await answer.body.text())?.[1] };
  };
  const page = { status: 200, title: 'Feedback is not open yet' };
  expect(link.origin).toBe(proxy.url);
  expect(await opened(link.href)).toEqual(page);
  await proxy.close();
  proxy = await start();
  expect(await opened(`${proxy.url}${link.pathname}${link.search}`)).toEqual(page);
}, 60_000);

const document = readConnectorDocument();
const operations = Object.entries(document.paths).flatMap(([path, { post: operation }]) =>
  operation ? [{ path, ...operation }] : [],
);

/** With the vendors off no refund is ever started, so there is none to look at. */
const FOUND_NOTHING = ['GetMoneyAction'];

it.each(operations)('$operationId answers whatever the document allows', async ({ operationId, path, parameters }) => {
  const schema = parameters.find((parameter) => parameter.in === 'body')?.schema ?? {};
  let keys = 0;
  let seen = (await proxy.store.eventsAfter(0, undefined, 1_000_000)).at(-1)?.sequence ?? 0;
  await fc.assert(
    fc.asyncProperty(schemaArbitrary(schema, document.definitions, validValues(operationId)), async (body) => {
      const reply = await post(path, body, { 'idempotency-key': `${operationId}-${(keys += 1)}` });
      if (FOUND_NOTHING.includes(operationId)) return expect(reply.status).toBe(404);
      expect([reply.status, reply.body]).toEqual([200, reply.body]);
      validateAnswer(operationId, reply.body);
      const events = await proxy.store.eventsAfter(seen);
      seen = events.at(-1)?.sequence ?? seen;
      expect(events.flatMap(eventProblems)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
