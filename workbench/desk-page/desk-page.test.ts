import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Approvals, createApprovals } from '../approvals/approvals';
import { CORE_SOLUTION, type DataverseFixture, openDataverseFixture } from '../dataverse/stand-in.fixture';
import { callOutsideRuns } from '../flow-engine/call-outside-runs';
import { createVirtualClock } from '../flow-engine/virtual-clock';
import { testDesk } from '../page/desk.fixture';
import { type PageServer, startPage } from '../page/page-server';
import { RunLog } from '../page/run-log';
import { type Journal, openJournal } from '../state/journal';
import { controlsAsBuilt } from './controls';
import type { DeskView, TableView } from './desk-data';
import { deskPage } from './desk-page';

const TITLE = 'Fish & chips + 50 % #1';
const BEN = '00000000-0000-4000-8000-000000000103';
let folder: string;
let tables: DataverseFixture;
let page: PageServer;
let ticket: string;
let published = 0;
let journal: Journal;
let approvals: Approvals;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-page-'));
  for (const name of ['controls', 'static']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  tables = openDataverseFixture();
  tables.dataverse.seed('systemuser', [
    { systemuserid: BEN, firstname: 'Ben', lastname: 'Carter', internalemailaddress: 'ben@shop.example' },
    { firstname: 'Anna', lastname: 'Weber', internalemailaddress: 'anna@shop.example' },
  ]);
  const profile = {
    rcc_name: 'Ben Carter',
    rcc_teams: '727000000',
    rcc_languages: 'en',
    rcc_experience: 727000000,
    rcc_capacity: 5,
    rcc_available: true,
    rcc_timezone: 'Europe/London',
  };
  tables.dataverse.seed('rcc_agentprofile', [{ ...profile, 'rcc_User@odata.bind': `/systemusers(${BEN})` }]);
  const item = { rcc_title: TITLE, rcc_channel: 727000000, rcc_customeremail: 'a@example.com' };
  ticket = String((await tables.call('CreateRecord', { entityName: 'rcc_tickets', item })).body.rcc_ticketid);
  journal = openJournal(join(folder, 'approvals'));
  approvals = createApprovals({ journal, clock: createVirtualClock(new Date('2026-03-02T09:00:00Z')) });
  const routes = deskPage({
    dataverse: tables.dataverse,
    approvals,
    solutionFolder: CORE_SOLUTION,
    controls: controlsAsBuilt(join(folder, 'controls')),
    modulesFolder: folder,
    publishMetrics: () => (published += 1),
  });
  page = await startPage(
    testDesk(),
    new RunLog(() => null),
    { static: join(folder, 'static'), client: join(folder, 'static') },
    0,
    routes,
  );
});
afterAll(async () => {
  await page.close();
  tables.remove();
  journal.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  status: number;
  headers: Record<string, unknown>;
  body: { error?: { code: string; message: string } } & Record<string, unknown>;
}
/** Sends exactly what is given: another Host, another Origin. */
const send = (method: string, path: string, item?: unknown, headers: Record<string, string> = {}): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const text = item === undefined ? '' : JSON.stringify(item);
    const kind = item === undefined ? {} : { 'content-type': 'application/json' };
    const all = { 'content-length': String(Buffer.byteLength(text)), ...kind, ...headers };
    const { port } = new URL(page.url);
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers: all }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (part: string) => (answer += part));
      response.on('end', () => {
        const isJson = String(response.headers['content-type']).includes('json');
        const body = (isJson ? JSON.parse(answer) : { answer }) as Sent['body'];
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject).end(text);
  });
const titleOf = () => [...tables.dataverse.rows('rcc_ticket')].find((row) => row.rcc_ticketid === ticket)?.rcc_title;

describe('rows of the desk', () => {
  it('are read by filter, page and FetchXML, whatever signs a text has', async () => {
    const filter = encodeURIComponent(`rcc_title eq '${TITLE}'`);
    const { body } = await send('GET', `/api/data/rcc_tickets?$select=rcc_title&$filter=${filter}`);
    expect(body.value).toMatchObject([{ rcc_title: TITLE }]);
    const prefer = { prefer: 'odata.maxpagesize=1' };
    expect((await send('GET', '/api/data/systemusers', undefined, prefer)).body).toMatchObject({
      value: [expect.anything()],
      '@odata.nextLink': expect.any(String),
    });
    const fetchXml = encodeURIComponent(
      '<fetch><entity name="rcc_ticket"><attribute name="rcc_title"/></entity></fetch>',
    );
    expect((await send('GET', `/api/data/rcc_tickets?fetchXml=${fetchXml}`)).body.value).toHaveLength(1);
  });

  it('are changed and made like anybody’s', async () => {
    const changed = await send('PATCH', `/api/data/rcc_tickets(${ticket})`, { rcc_ordernumber: 'ORD-1' });
    expect([changed.status, changed.body.rcc_ordernumber]).toEqual([200, 'ORD-1']);
    const message = { rcc_subject: 'Re', rcc_body: 'Hi', 'rcc_Ticket@odata.bind': `/rcc_tickets(${ticket})` };
    const choices = { rcc_direction: 727000001, rcc_channel: 727000000, rcc_author: 727000001, rcc_status: 727000001 };
    const made = await send('POST', '/api/data/rcc_messages', { ...message, ...choices });
    expect([made.status, made.body._rcc_ticket_value]).toEqual([201, ticket]);
  });

  it.each([
    ['a table the desk does not have', 'GET', '/api/data/accounts', 404, /no table "accounts"[^]*rcc_tickets/],
    ['the name of an inherited property', 'GET', '/api/data/constructor', 404, /no table/],
    ['a column that is not there', 'GET', '/api/data/rcc_tickets?$select=rcc_colour', 400, /rcc_colour/],
    ['an option that is not known', 'GET', '/api/data/rcc_tickets?$apply=x', 400, /\$apply[^]*\$select/],
    ['an option given twice', 'GET', '/api/data/rcc_tickets?$top=1&$top=2', 400, /\$top once/],
    ['a filter that cannot be read', 'GET', '/api/data/rcc_tickets?$filter=rcc_title%20is%201', 400, /Expected eq/],
    [
      'a row that is not there',
      'GET',
      `/api/data/rcc_tickets(${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)})`,
      404,
      /Does Not Exist/,
    ],
    ['an address that is no id', 'GET', '/api/data/rcc_tickets(1)', 404, /nothing at/],
  ])('%s is refused in words', async (_, method, path, status, words) => {
    const answer = await send(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body.error?.message).toMatch(words);
  });

  it.each([
    ['make a ticket', 'POST', '/api/data/rcc_tickets', {}, 403],
    ['make a user', 'POST', '/api/data/systemusers', {}, 403],
    [
      'change a metric',
      'PATCH',
      `/api/data/rcc_dailymetrics(${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)})`,
      {},
      403,
    ],
    ['delete a ticket', 'DELETE', '/api/data/rcc_tickets(TICKET)', {}, 404],
    ['write a list in place of a row', 'PATCH', '/api/data/rcc_tickets(TICKET)', [], 400],
    ['write a column that is not there', 'PATCH', '/api/data/rcc_tickets(TICKET)', { rcc_colour: 'red' }, 400],
    ['write a choice that is none', 'PATCH', '/api/data/rcc_tickets(TICKET)', { rcc_priority: 5 }, 400],
  ])('nobody may %s', async (_, method, path, item, status) => {
    const before = [...tables.dataverse.rows('rcc_ticket')];
    const answer = await send(method, path.replace('TICKET', ticket), item);
    expect([answer.status, typeof answer.body.error?.message]).toEqual([status, 'string']);
    expect([...tables.dataverse.rows('rcc_ticket')]).toEqual(before);
  });

  it.each([
    ['a name that only points at this machine', { host: 'evil.example:3000' }],
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
  ])('are not changed for %s', async (_, headers) => {
    const answer = await send('PATCH', `/api/data/rcc_tickets(${ticket})`, { rcc_title: 'Stolen' }, headers);
    expect([answer.status, titleOf()]).toEqual([403, TITLE]);
  });

  it('are not read under a foreign name, nor changed by a plain form', async () => {
    expect((await send('GET', '/api/data/rcc_tickets', undefined, { host: 'evil.example' })).status).toBe(403);
    const form = { 'content-type': 'text/plain' };
    expect((await send('PATCH', `/api/data/rcc_tickets(${ticket})`, {}, form)).status).toBe(415);
  });
});

describe('the page', () => {
  it('allows its own files, its import map and empty style elements, and nothing else', async () => {
    const policy = String((await send('GET', '/desk')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]{44}';/);
    // The digest of nothing.
    expect(policy).toContain("style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('knows who works there and says what is missing', async () => {
    const desk = (await send('GET', '/api/desk')).body as unknown as DeskView;
    expect(desk.people.map(({ name, time_zone }) => [name, time_zone])).toEqual([
      ['Anna Weber', null],
      ['Ben Carter', 'Europe/London'],
    ]);
    expect([desk.controls, desk.said]).toEqual(['missing', expect.stringContaining('npm run controls')]);
  });

  it('gets a table with columns, choices and views in both languages', async () => {
    const table = (await send('GET', '/api/desk/tables/rcc_ticket')).body as unknown as TableView;
    expect(table).toMatchObject({ set: 'rcc_tickets', primaryId: 'rcc_ticketid', primaryName: 'rcc_title' });
    const priority = table.columns.find(({ name }) => name === 'rcc_priority');
    expect(priority?.options?.at(-1)).toEqual({
      value: 727000003,
      label: { 1033: 'Critical', 3082: expect.any(String) },
    });
    expect(table.views[0]?.label).toEqual({ 1033: 'Open tickets', 3082: 'Tickets abiertos' });
    expect((await send('GET', '/api/desk/tables/rcc_nothing')).status).toBe(404);
  });

  it('starts the counting of the day when its button is pressed', async () => {
    expect((await send('POST', '/api/desk/metrics', {})).status).toBe(202);
    expect((await send('POST', '/api/desk/metrics', {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect(published).toBe(1);
  });

  it('is where the links in the flows’ mails lead', async () => {
    const { status, headers } = await send('GET', `/tickets/${ticket}`);
    expect([status, headers.location]).toEqual([302, `/desk#/ticket/${ticket}`]);
  });

  it.each([
    ['/platform/react_16_14_0.js', 200],
    ['/platform/names.js', 200],
    ['/modules/main', 200],
    ['/platform/fluent_8_121_1.js', 404],
    ['/platform/..%2fpackage.json', 404],
    ['/controls/..%2fsecret.txt', 404],
    ['/controls/', 404],
  ])('asked for %s it answers %d', async (path, status) => {
    expect((await send('GET', path)).status).toBe(status);
  });
});

describe('approvals', () => {
  it('are shown while they wait, and answered by whoever was asked', async () => {
    const input = { title: 'MON-000001: 5.00 EUR', assignedTo: 'sofia@shop.example' };
    const args = { approvalType: 'Basic', ApprovalCreationInput: input };
    await callOutsideRuns(approvals, 'CreateAnApproval', args, 'test');
    const waiting = async () => (await send('GET', '/api/desk/approvals')).body as unknown as { name: string }[];
    const [asked] = await waiting();
    expect(asked).toMatchObject({ title: input.title, assignedTo: [input.assignedTo], options: ['Approve', 'Reject'] });
    const answer = (item: unknown) => send('POST', `/api/desk/approvals/${asked!.name}`, item);
    expect(await answer({ approver: input.assignedTo })).toMatchObject({
      status: 400,
      body: { error: { code: 'bad_answer' } },
    });
    expect((await answer({ approver: 'anna@shop.example', response: 'Approve' })).status).toBe(403);
    expect((await answer({ approver: input.assignedTo, response: 'Maybe' })).status).toBe(400);
    expect(await answer({ approver: input.assignedTo, response: 'Approve' })).toMatchObject({
      status: 200,
      body: { outcome: 'Approve' },
    });
    expect(await waiting()).toEqual([]);
  });
});
