import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORE_SOLUTION } from '../dataverse/stand-in.fixture';
import { createFaultyConnector } from '../flow-engine/faulty-connector';
import type { RunRecord } from '../flow-engine/types';
import { createVirtualClock } from '../flow-engine/virtual-clock';
import { ECHO_DOCUMENT, writeFlows } from './flows.fixture';
import { startPlatform, type Platform } from './platform';
import type { PlatformOptions } from './platform-options';

const MAILBOX = 'support@shop.example';

let flowFolder: string;
let dataFolder: string;
let service: Server;
let proxyUrl: string;
let answering = true;
let platform: Platform;

beforeAll(async () => {
  flowFolder = writeFlows();
  service = createServer((request, response) => {
    if (answering) request.pipe(response.writeHead(200, { 'content-type': 'application/json' }));
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  proxyUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
  rmSync(flowFolder, { recursive: true, force: true });
});

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'platform-'));
  answering = true;
});
afterEach(async () => {
  await platform.close(0);
  rmSync(dataFolder, { recursive: true, force: true });
});

async function start(options: Partial<PlatformOptions> = {}): Promise<void> {
  platform = await startPlatform({
    dataFolder,
    flowFolder,
    solutionFolder: CORE_SOLUTION,
    proxyUrl,
    document: ECHO_DOCUMENT,
    clock: createVirtualClock(new Date('2026-03-02T09:30:00Z')),
    seed: 1,
    environment: { rcc_SupportMailbox: MAILBOX },
    ...options,
  });
}

const mail = (number: number, subject = `Mail ${number}`) => ({
  from: 'ana@example.com',
  subject,
  body: 'Hello',
  internetMessageId: `<${number}@example.com>`,
});
const subjects = (table: string, column: string) =>
  [...platform.dataverse.rows(table)].map((row) => row[column]).sort();

describe('the platform', () => {
  it('starts a run for each mail to the mailbox, and none for others', async () => {
    await start();
    platform.deliverMail(mail(1));
    platform.deliverMail({ ...mail(2), to: 'sales@shop.example' });
    await platform.idle();
    expect(subjects('rcc_message', 'rcc_subject')).toEqual(['Mail 1']);
    expect([...platform.outlook.sent()]).toMatchObject([{ to: 'ana@example.com', subject: 'RE: Mail 1' }]);
    expect(platform.runs(10)).toMatchObject([{ flowName: 'Take Mail', status: 'Succeeded' }]);
    expect(platform.runCounts).toEqual({ Succeeded: 1 });
    expect(platform.pending).toBe(0);
  });

  it('starts a run for each row a row trigger waits for', async () => {
    await start();
    platform.deliverMail(mail(1, 'Please watch this'));
    platform.deliverMail(mail(2));
    await platform.idle();
    expect(subjects('rcc_errorlog', 'rcc_name')).toEqual(['Please watch this']);
  });

  it('answers a call with the response of the flow, through the service', async () => {
    await start();
    expect(await platform.request('Ask', { text: 'hello' })).toMatchObject({
      statusCode: 200,
      body: { said: 'hello' },
    });
    expect(await platform.request('Mute', {})).toMatchObject({ statusCode: 502 });
    expect(await platform.request('Silent', {})).toMatchObject({ statusCode: 202, body: null });
    await expect(platform.request('Take Mail', {})).rejects.toThrow("no flow 'Take Mail' that can be called");
    await expect(platform.request('Nobody', {})).rejects.toThrow("'Nobody'");
  });

  it('delivers again after a restart what had not ended, once it was accepted', async () => {
    await start();
    answering = false;
    const unanswered = platform.request('Ask', { text: 'hello' });
    platform.deliverMail(mail(1));
    await platform.close(0);
    answering = true;
    await start();
    await platform.idle();
    expect(
      platform
        .runs(10)
        .map(({ flowName, status }) => `${flowName}: ${status}`)
        .sort(),
    ).toContain('Ask: Succeeded');
    expect(subjects('rcc_message', 'rcc_subject')).toEqual(['Mail 1']);
    expect(platform.pending).toBe(0);
    await expect(Promise.race([unanswered, Promise.resolve('nobody answered')])).resolves.toBe('nobody answered');
  });

  it('keeps rows, mails and run records over a restart, and makes no id twice', async () => {
    await start();
    platform.deliverMail(mail(1));
    await platform.idle();
    await platform.close();
    await start();
    platform.deliverMail(mail(2));
    await platform.idle();
    expect(subjects('rcc_message', 'rcc_subject')).toEqual(['Mail 1', 'Mail 2']);
    expect([...platform.outlook.sent()]).toHaveLength(2);
    expect(platform.runs(10)).toHaveLength(2);
  });

  it('tells an observer, and lets a test put faults between flows and connectors', async () => {
    const ended: RunRecord[] = [];
    const clock = createVirtualClock(new Date('2026-03-02T09:30:00Z'));
    await start({
      clock,
      observer: { runEnded: (run) => ended.push(run) },
      wrapConnector: (name, connector) =>
        name === 'shared_office365'
          ? createFaultyConnector(connector, [{ fault: { kind: 'status', statusCode: 400 } }], clock)
          : connector,
    });
    platform.deliverMail(mail(1));
    await platform.idle();
    expect(ended).toMatchObject([{ flowName: 'Take Mail', status: 'Failed' }]);
    expect([...platform.outlook.sent()]).toEqual([]);
  });

  it('refuses a second start on the same folder, and takes no harm from it', async () => {
    await start();
    const first = platform;
    await expect(start()).rejects.toThrow(/in use by process/);
    platform = first;
    platform.deliverMail(mail(1));
    await platform.idle();
    expect(subjects('rcc_message', 'rcc_subject')).toEqual(['Mail 1']);
  });

  it('keeps a run it owes of a flow that is gone, and says which', async () => {
    await start();
    answering = false;
    void platform.request('Ask', { text: 'hello' });
    await platform.close(0);
    answering = true;
    const file = readdirSync(flowFolder).find((name) => name.startsWith('Ask-'))!;
    const hidden = join(dataFolder, file);
    renameSync(join(flowFolder, file), hidden);
    try {
      await start();
      await expect(platform.idle()).rejects.toThrow(/00000000-0000-4000-8000-000000000003.*put its file back/);
      expect(platform.pending).toBe(1);
      await platform.close();
    } finally {
      renameSync(hidden, join(flowFolder, file));
    }
    await start();
    await platform.idle();
    expect(platform.pending).toBe(0);
  });

  it('gives the folder free when the start fails', async () => {
    await expect(start({ flowFolder: CORE_SOLUTION })).rejects.toThrow(/No flows found/);
    await start();
    expect(platform.flows.map(({ name }) => name)).toEqual(['Ask', 'Mute', 'Silent', 'Take Mail', 'Watch Rows']);
  });
});
