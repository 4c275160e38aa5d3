import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../settings';
import { type RunningProxy, startProxy } from '../start-proxy';
import { OFFLINE_MODEL } from '../triage/offline-verdict';
import { answer, completion, loopbackModel } from './loopback-model.fixture';

const VERDICT = {
  intent: 'order_tracking',
  confidence: 0.9,
  sentiment: 'neutral',
  priority: 'normal',
  several_requests: false,
};
const PERSONAL = ['anna.maier@example.com', '4111 1111 1111 1111', 'DE89 3704 0044 0532 0130 00', '+44 20 7946 0958'];

const folder = mkdtempSync(join(tmpdir(), 'rcc-model-'));
let service: Awaited<ReturnType<typeof loopbackModel>>;
let proxy: RunningProxy | undefined;
let logged = '';
let at = new Date('2026-03-10T12:00:00Z');

const start = async () => {
  proxy = await startProxy(
    readSettings({
      PORT: '0',
      RCC_DATA_DIR: folder,
      AZURE_OPENAI_SANDBOX_URL: service.url,
      // Each call of the fixture costs 0.000099.
      AI_DAILY_BUDGET: '0.00015',
    }),
    { now: () => at, logTo: { write: (line) => void (logged += line) } },
  );
  return proxy.url;
};
const triage = async (url: string, text: string) => {
  const response = await fetch(`${url}/v1/messages/triage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'email', message_id: `<${text.length}@example.com>`, text }),
  });
  return (await response.json()) as { model: string; model_version: string };
};
const health = async (url: string) => (await (await fetch(`${url}/health`)).json()) as Record<string, unknown>;

beforeAll(async () => {
  service = await loopbackModel(answer(200, completion(VERDICT)));
});
afterAll(async () => {
  await proxy?.close();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the service asks its language model until the day’s budget is spent, also over a restart, and says so', async () => {
  let url = await start();
  expect(await triage(url, `Where is order 12345? ${PERSONAL.join(', ')}`)).toMatchObject({ model: 'gpt-test-2026' });
  expect(await health(url)).toMatchObject({
    vendors: { openai: 'sandbox' },
    language_model: { state: 'answering', spent_today: 0.000099, daily_budget: 0.00015 },
  });
  expect((await triage(url, 'Where is order 12346?')).model).toBe('gpt-test-2026');
  expect((await triage(url, 'Where is order 12347, please?')).model).toBe(`${OFFLINE_MODEL} (ai budget)`);

  await proxy?.close();
  url = await start();
  expect((await triage(url, 'Where is my order 12348, please?')).model).toBe(`${OFFLINE_MODEL} (ai budget)`);
  expect((await triage(url, 'Where is my order 12349 now, please?')).model).toBe(`${OFFLINE_MODEL} (ai budget)`);
  expect((await health(url)).language_model).toMatchObject({ state: 'budget_spent', spent_today: 0.000198 });
  expect(service.seen).toHaveLength(2);
  // Once for each start.
  expect(logged.match(/AI_DAILY_BUDGET is spent/g)).toHaveLength(2);

  at = new Date('2026-03-11T00:00:00Z');
  expect((await triage(url, 'Where is order 12350 then, if I may ask?')).model).toBe('gpt-test-2026');
  expect((await health(url)).language_model).toMatchObject({ state: 'answering', spent_today: 0.000099 });

  const sent = JSON.stringify(service.seen.map(({ body }) => body));
  for (const value of PERSONAL) {
    expect(sent).not.toContain(value);
    expect(logged).not.toContain(value);
  }
  expect(logged).not.toMatch(/You sort messages|api-key|Where is order/);
});
