import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseView, PageError, RunNews } from './client/page-data';
import { type PageServer, startPage } from './page-server';
import { RunLog } from './run-log';
import { MESSAGE_ID, mailMessage, mailRun, runAction, type TestDesk, testDesk, TICKET_ID } from './desk.fixture';

let folder: string;
let page: PageServer;
let desk: TestDesk;
let runs: RunLog;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  desk = testDesk();
  runs = new RunLog(() => mailMessage);
  page = await startPage(desk, runs, { static: folder, client: folder }, 0);
});

afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true });
});

const get = async <T>(path: string): Promise<T> => (await (await fetch(page.url + path)).json()) as T;

interface Sent {
  status: number;
  body: string;
}

/** Sends what `fetch` would not let a page send: a foreign Host or Origin. */
const raw = (method: string, path: string, headers: Record<string, string>, body = ''): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(page.url);
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

const JSON_TYPE = { 'content-type': 'application/json' };
const mail = { channel: 'email', from: 'customer@example.com', subject: 'Hi', text: 'Where is order 12345?' };

describe('what keeps foreign web pages out', () => {
  it('refuses a name that only points at this machine', async () => {
    const { status, body } = await raw('GET', '/', { host: 'evil.example:3000' });
    expect(status).toBe(403);
    expect((JSON.parse(body) as PageError).error.code).toBe('foreign_host');
  });

  it.each([
    ['another site', { ...JSON_TYPE, origin: 'https://evil.example' }],
    ['another port of this machine', { ...JSON_TYPE, origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { ...JSON_TYPE, origin: 'null' }],
    ['another site that hides its origin', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }],
  ])('refuses a message from %s', async (_, headers) => {
    const before = desk.sent.length;
    expect((await raw('POST', '/api/messages', headers, JSON.stringify(mail))).status).toBe(403);
    expect(desk.sent).toHaveLength(before);
  });

  it('refuses a plain form', async () => {
    const { status } = await raw('POST', '/api/messages', { 'content-type': 'text/plain' }, JSON.stringify(mail));
    expect(status).toBe(415);
  });

  it('takes a message from its own page', async () => {
    const headers = { ...JSON_TYPE, origin: page.url, 'sec-fetch-site': 'same-origin' };
    const { status, body } = await raw('POST', '/api/messages', headers, JSON.stringify(mail));
    expect(status).toBe(202);
    expect(JSON.parse(body)).toEqual({ run_id: 'run-1', message_id: MESSAGE_ID, conversation_id: 'conversation-1' });
    expect(desk.sent.pop()).toEqual(mail);
  });

  it('allows only its own scripts and styles, and no frame around it', async () => {
    const policy = (await fetch(page.url)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('a message that cannot be sent', () => {
  const post = (body: unknown) => raw('POST', '/api/messages', JSON_TYPE, JSON.stringify(body));

  it.each([
    ['without a channel', {}, 'channel'],
    ['without a sender', { ...mail, from: '' }, 'From'],
    ['from no address', { ...mail, from: 'customer' }, 'From'],
    ['answering to no address', { ...mail, reply_to: 'nobody' }, 'Reply-To'],
    ['without words', { ...mail, subject: ' ', text: '\n' }, 'message'],
    ['with an empty chat line', { channel: 'chat', text: ' ' }, 'message'],
    ['with a number for a text', { ...mail, text: 7 }, 'text'],
    ['that is too long', { ...mail, text: 'x'.repeat(20_001) }, 'text'],
  ])('%s is refused with the field named', async (_, body, named) => {
    const { status, body: answer } = await post(body);
    expect(status).toBe(400);
    expect((JSON.parse(answer) as PageError).error.message).toContain(named);
  });

  it('is refused in words when it is no JSON or larger than a mail', async () => {
    expect((await raw('POST', '/api/messages', JSON_TYPE, '{')).status).toBe(400);
    const large = await post({ ...mail, text: 'x'.repeat(300_000) });
    expect(large.status).toBe(413);
    expect(large.body).toContain('256kb');
  });

  it('cannot smuggle a header in its subject', async () => {
    await post({ ...mail, subject: 'a\r\nBcc: everybody@example.com' });
    expect(desk.sent.pop()?.subject).toBe('a Bcc: everybody@example.com');
  });
});

describe('what came of a message', () => {
  beforeAll(() => runs.remember(mailRun()));

  it('is told from its rows and its events', async () => {
    const view = await get<CaseView>('/api/runs/run-1/case');
    expect(view).toMatchObject({
      outcome: 'answered',
      message: { from: 'customer@example.com', text: 'Where is order 12345?' },
      reply: { kind: 'reply', to: 'customer@example.com', text: 'Your parcel is out for delivery.' },
      ticket: { number: 'TKT-000001', status: 'Answered', intent: 'order_tracking', team: 'orders', confidence: 0.96 },
      check: { passed: true, statements: 2 },
      facts: [{ label: 'Parcel', value: 'out for delivery', source: 'fedex' }],
      sources: [{ vendor: 'fedex', origin: 'sandbox' }],
      degraded: [{ vendor: 'stripe' }],
    });
    expect(view.events.map(({ sequence }) => sequence)).toEqual([4, 3, 2, 1]);
  });

  it('is found from the ticket too', async () => {
    const view = await get<CaseView>(`/api/tickets/${TICKET_ID}/case`);
    expect(view).toMatchObject({ run_id: 'run-1', outcome: 'answered', ticket: { ticket_id: TICKET_ID } });
  });

  it("shows the mail's HTML under a policy that lets it run nothing", async () => {
    const response = await fetch(`${page.url}/api/replies/${encodeURIComponent(MESSAGE_ID)}`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toMatch(/script-src|allow-scripts/);
    expect(await response.text()).toContain('<b>out for delivery</b>');
  });

  it.each([
    '/api/runs/none',
    '/api/runs/none/case',
    '/api/tickets/none/case',
    '/api/runs/run-1/actions/none',
    '/api/none',
  ])('%s is a 404 in words', async (path) => {
    const response = await fetch(page.url + path);
    expect(response.status).toBe(404);
    expect(((await response.json()) as PageError).error.message).not.toBe('');
  });
});

describe('a run while it happens', () => {
  it('is told step by step to every listener', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${page.url}/api/news`, { signal: stop.signal });
    const reader = (stream.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();

    const run = { ...mailRun('run-2'), status: 'Running' as const, endTime: undefined, actions: [] };
    runs.runStarted(run);
    runs.actionStarted(run, runAction('Triage_message'));
    expect(runs.view('run-2')?.actions).toMatchObject([{ name: 'Triage_message', status: 'Running' }]);
    const ended = { ...run, actions: [runAction('Triage_message')] };
    runs.actionEnded(run, runAction('Triage_message'));
    runs.runEnded({ ...ended, status: 'Succeeded', endTime: run.startTime });

    let text = '';
    while (!text.includes('run_ended')) text += (await reader.read()).value ?? '';
    stop.abort();
    const news = [...text.matchAll(/^data: (.*)$/gm)].map(([, line]) => JSON.parse(line ?? '') as RunNews);
    expect(news.map(({ kind }) => kind)).toEqual(['run_started', 'action', 'action', 'run_ended']);
    expect(news[0]).toMatchObject({ run: { message_id: MESSAGE_ID, channel: 'email', status: 'Running' } });
    expect(news[1]).toMatchObject({ run_id: 'run-2', action: { status: 'Running' } });
    expect(news[2]).toMatchObject({ action: { status: 'Succeeded', duration_ms: 1000 } });
  });

  it('gives the inputs and outputs of an action when it is opened', async () => {
    expect(await get('/api/runs/run-1/actions/Triage_message')).toEqual({
      inputs: { asked: 'Triage_message' },
      outputs: { body: '<b>given</b>' },
    });
  });
});

describe('a sandbox that is made to fail', () => {
  const put = (vendor: string, body: unknown) =>
    raw('PUT', `/api/vendors/${vendor}/fault`, JSON_TYPE, JSON.stringify(body));

  it('is in that state until it is made well', async () => {
    const { status, body } = await put('fedex', { fault: 'down' });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject([{ id: 'fedex', fault: 'down' }, { id: 'openai' }]);
    await put('fedex', { fault: 'none' });
    expect(desk.faults).toEqual({ fedex: 'none' });
  });

  it('must be a sandbox, and the fault one of the list', async () => {
    expect((await put('openai', { fault: 'down' })).status).toBe(404);
    expect((await put('fedex', { fault: 'on fire' })).body).toContain('rate_limited');
  });
});
