import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseView, RunSummary } from '../page/client/page-data';
import { startProblem } from './start-problem';
import { startWorkbench, type Workbench } from './start-workbench';

let folder: string;
let running: Workbench;
let firstStarts: string[];

const options = (environment: Record<string, string>) => ({
  environment: { PORT: '0', WORKBENCH_PORT: '0', ...environment },
  clientFolder: folder,
  modulesFolder: folder,
  onFirstStart: (data: string) => firstStarts.push(data),
});

/** What the operator reads when a start fails. */
const refused = async (environment: Record<string, string>, more = {}): Promise<string> => {
  const error: unknown = await startWorkbench({ ...options(environment), ...more }).then(
    (started) => started.close().then(() => new Error('it started')),
    (reason: unknown) => reason,
  );
  return startProblem(error);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  writeFileSync(join(folder, 'main.js'), '');
  firstStarts = [];
  running = await startWorkbench(options({ RCC_DATA_DIR: join(folder, 'data') }));
}, 60_000);

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const portOf = (url: string): string => new URL(url).port;

it('tells a first start what is created, and where everything is', () => {
  expect(firstStarts).toEqual([join(folder, 'data')]);
  expect(running.vendors.map(({ id, origin }) => [id, origin])).toEqual([
    ['shopify', 'sandbox'],
    ['ups', 'sandbox'],
    ['fedex', 'sandbox'],
    ['stripe', 'sandbox'],
    ['openai', 'off'],
  ]);
});

it('names the process that has the folder on a second start', async () => {
  const problem = await refused({ RCC_DATA_DIR: join(folder, 'data') });
  expect(problem).toContain(`in use by process ${process.pid}`);
  expect(problem).toContain('npm start -- --data DIR');
});

it('names the port of the service that is in use', async () => {
  const problem = await refused({ RCC_DATA_DIR: join(folder, 'other'), PORT: portOf(running.serviceUrl) });
  expect(problem).toMatch(/in use.*another port with PORT/);
});

it('names the port of the page that is in use, and gives the folder free again', async () => {
  const data = join(folder, 'third');
  const problem = await refused({ RCC_DATA_DIR: data, WORKBENCH_PORT: portOf(running.pageUrl) });
  expect(problem).toMatch(/Port \d+ for the page is in use.*--port PORT/);
  const again = await startWorkbench(options({ RCC_DATA_DIR: data }));
  await again.close();
}, 60_000);

it.each([
  ['a file in place of the folder', { RCC_DATA_DIR: __filename }, /cannot be (written|a folder).*--data DIR/],
  ['a setting that is wrong', { RCC_DATA_DIR: 'x', LOG_LEVEL: 'loud' }, /LOG_LEVEL[^]*Example/],
])('says in a sentence what %s means', async (_, environment, words) => {
  expect(await refused(environment)).toMatch(words);
});

it('says how to build the page when it is not built', async () => {
  expect(await refused({}, { clientFolder: tmpdir() })).toContain('npm run build');
});

it('refuses a key that is live while nobody has to show one', async () => {
  const problem = await refused({ RCC_DATA_DIR: join(folder, 'live'), STRIPE_API_KEY: 'sk_test_1234567890abcdef' });
  expect(problem).toContain('RCC_API_KEYS');
});

it('goes on where the last start stopped', async () => {
  const data = join(folder, 'data');
  const post = await fetch(`${running.pageUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      channel: 'email',
      from: 'customer@example.com',
      subject: 'Hi',
      text: 'Where is order 12345?',
    }),
  });
  const { run_id } = (await post.json()) as { run_id: string };
  const charge = async (path: string, form?: string) => {
    const headers = { authorization: 'Bearer sandbox', 'content-type': 'application/x-www-form-urlencoded' };
    const init = form === undefined ? { headers } : { method: 'POST', headers, body: form };
    return (await fetch(`${running.product.sandboxes.stripe}${path}`, init)).json();
  };
  await charge('/v1/refunds', 'charge=ch_1234567890&amount=500');
  await running.close();
  running = await startWorkbench(options({ RCC_DATA_DIR: data }));
  const [run] = (await (await fetch(`${running.pageUrl}/api/runs`)).json()) as RunSummary[];
  expect(run).toMatchObject({ run_id, status: 'Succeeded', channel: 'email', title: 'Hi' });
  const view = (await (await fetch(`${running.pageUrl}/api/runs/${run_id}/case`)).json()) as CaseView;
  expect(view.ticket?.number).toBe('TKT-000001');
  expect(await charge('/v1/charges/ch_1234567890')).toMatchObject({ amount_refunded: 500 });
}, 60_000);
