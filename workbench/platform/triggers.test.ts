import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORE_SOLUTION } from '../dataverse/stand-in.fixture';
import { callOutsideRuns } from '../flow-engine/call-outside-runs';
import type { Connector } from '../flow-engine/types';
import { createVirtualClock, type VirtualClock } from '../flow-engine/virtual-clock';
import { call, ECHO_DOCUMENT, flow, log, mailTrigger, writeFlows } from './flows.fixture';
import { startPlatform, type Platform } from './platform';
import type { PlatformOptions } from './platform-options';

const MAILBOX = 'support@shop.example';
const START = '2026-03-02T09:30:00.000Z';
const HOUR = 3_600_000;

let dataFolder: string;
let platform: Platform;
let isOpen = false;
let clock: VirtualClock;
const folders: string[] = [];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'triggers-'));
});
afterEach(async () => {
  if (isOpen) await platform.close(0);
  isOpen = false;
  rmSync(dataFolder, { recursive: true, force: true });
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Starts over flows of this text; a later start of the same test finds the same state. */
async function start(flows: Record<string, string>, at = START, options: Partial<PlatformOptions> = {}): Promise<void> {
  const flowFolder = writeFlows(flows);
  folders.push(flowFolder);
  clock = createVirtualClock(new Date(at));
  platform = await startPlatform({
    dataFolder,
    flowFolder,
    solutionFolder: CORE_SOLUTION,
    proxyUrl: 'http://127.0.0.1:9',
    document: ECHO_DOCUMENT,
    clock,
    seed: 1,
    environment: { rcc_SupportMailbox: MAILBOX },
    ...options,
  });
  isOpen = true;
}

const runUntil = (time: string) => clock.runUntil(new Date(time));
const after = (hours: number) => clock.runUntil(new Date(clock.now().getTime() + hours * HOUR));
/** What the flows have noted down, in the order of the notes. */
const notes = () => [...platform.dataverse.rows('rcc_errorlog')].map((row) => row.rcc_name);
const times = () =>
  platform
    .runs(500)
    .map(({ startTime }) => startTime.slice(5, 16))
    .reverse();
const recurring = (recurrence: object) => ({ Clock: flow({ type: 'Recurrence', recurrence }, { Note: log('tick') }) });
const hourly = recurring({ frequency: 'Hour', interval: 1 });
const daily = recurring({ frequency: 'Day', interval: 1, startTime: '2026-03-02T18:00:00Z' });

describe('a flow with a schedule', () => {
  it('runs at once without a start time, and comes back as time passes; waiting for the platform does not move time', async () => {
    await start(hourly);
    await platform.idle();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(times()).toEqual(['03-02T09:30']);
    expect(clock.now().toISOString()).toBe(START);
    await after(2);
    await platform.idle();
    expect(times()).toEqual(['03-02T09:30', '03-02T10:30', '03-02T11:30']);
  });

  it('is neither run again nor forgotten by a restart', async () => {
    await start(hourly);
    await after(1);
    await platform.close();
    await start(hourly, '2026-03-02T10:30:00.000Z');
    await platform.idle();
    await after(1);
    expect(times()).toEqual(['03-02T09:30', '03-02T10:30', '03-02T11:30']);
  });

  it('has missed what came due while the platform did not run, but for a short restart', async () => {
    await start(daily);
    await platform.close();
    await start(daily, '2026-03-03T18:00:30Z');
    await platform.idle();
    expect(times()).toEqual(['03-03T18:00']);
    await platform.close();
    await start(daily, '2026-03-05T18:01:30Z');
    await after(24);
    expect(times()).toEqual(['03-03T18:00', '03-06T18:00']);
  });

  it('begins anew when its recurrence is another one', async () => {
    await start(hourly);
    await platform.close();
    await start(recurring({ frequency: 'Hour', interval: 2 }), '2026-03-02T09:50:00Z');
    await after(2);
    expect(times()).toEqual(['03-02T09:30', '03-02T09:50', '03-02T11:50']);
  });

  it('honours the conditions of its trigger', async () => {
    const recurrence = { frequency: 'Hour', interval: 1 };
    const conditions = [{ expression: "@equals(int(formatDateTime(utcNow(), 'HH')), 11)" }];
    await start({ Clock: flow({ type: 'Recurrence', recurrence, conditions }, { Note: log('tick') }) });
    await after(4);
    await platform.idle();
    expect(times()).toEqual(['03-02T11:30']);
  });

  it.each([
    ['a field that is wrong', { frequency: 'Day', interval: 0 }, "The trigger of 'Clock': recurrence/interval"],
    [
      'a day that never comes',
      {
        frequency: 'Month',
        interval: 12,
        startTime: '2026-02-01T00:00:00Z',
        schedule: { monthDays: [30], hours: [0], minutes: [0] },
      },
      "The trigger of 'Clock' is never due",
    ],
  ])('keeps the platform from starting for %s', async (_name, recurrence, message) => {
    await expect(start(recurring(recurrence))).rejects.toThrow(message);
  });
});

describe('a flow that allows one run and none to wait', () => {
  const wait = { type: 'Wait', runAfter: {}, inputs: { interval: { count: 150, unit: 'Minute' } } };

  it('leaves out what comes due while a run goes on', async () => {
    const trigger = {
      type: 'Recurrence',
      recurrence: { frequency: 'Hour', interval: 1 },
      operationOptions: 'SingleInstance',
    };
    await start({ Clock: flow(trigger, { Wait: wait }) });
    await after(7);
    await platform.idle();
    expect(times()).toEqual(['03-02T09:30', '03-02T12:30', '03-02T15:30']);
  });

  it('turns a further caller away', async () => {
    const trigger = { type: 'Request', kind: 'Skills', inputs: { schema: {} }, operationOptions: 'SingleInstance' };
    await start({ Called: flow(trigger, { Wait: wait }) });
    expect(await platform.request('Called', {})).toMatchObject({ statusCode: 202 });
    expect(await platform.request('Called', {})).toMatchObject({ statusCode: 429 });
    await platform.idle();
    expect(await platform.request('Called', {})).toMatchObject({ statusCode: 202 });
  });
});

describe('a flow that polls for mail', () => {
  const note = { Note: log("@coalesce(triggerBody()?['subject'], string(length(triggerBody()?['value'])))") };
  const polling = (more: object = {}) => ({
    Poll: flow(
      mailTrigger(
        'OnNewEmailV3',
        { folderPath: 'Inbox' },
        { type: 'OpenApiConnection', recurrence: { frequency: 'Minute', interval: 3 }, ...more },
      ),
      note,
    ),
  });
  const mail = (subject: string) => ({ from: 'ana@example.com', subject, body: 'Hello' });

  it('finds it at its next poll, one run per mail', async () => {
    await start(polling());
    await clock.sleep(60_000);
    platform.deliverMail(mail('first'));
    platform.deliverMail(mail('second'));
    expect(platform.pending).toBe(2);
    await platform.idle();
    expect(notes().sort()).toEqual(['first', 'second']);
    expect(times()).toEqual(['03-02T09:33', '03-02T09:33']);
    expect(platform.pending).toBe(0);
  });

  it('gets all of it in one answer when it does not split it', async () => {
    await start(polling({ splitOn: undefined }));
    platform.deliverMail(mail('first'));
    platform.deliverMail(mail('second'));
    await platform.idle();
    expect(notes()).toEqual(['2']);
  });

  it('finds after a restart what came before it', async () => {
    await start(polling());
    platform.deliverMail(mail('first'));
    await platform.close(0);
    await start(polling(), '2026-03-02T12:01:00Z');
    await platform.idle();
    expect([notes(), times()]).toEqual([['first'], ['03-02T12:03']]);
    await platform.close();
    await start(polling(), '2026-03-02T15:00:00Z');
    await platform.idle();
    expect(notes()).toEqual(['first']);
  });
});

describe('SharePoint and approvals', () => {
  const SITE = 'https://shop.example/sites/support';
  const sites = [{ url: SITE, lists: [{ title: 'Returns', columns: [{ name: 'Order', type: 'text' as const }] }] }];
  const operate = (connector: Connector, operationId: string, args: Record<string, unknown>) =>
    callOutsideRuns(connector, operationId, args, 'test');
  const newItems = (table: string) => ({
    ...mailTrigger('GetOnNewItems', { dataset: SITE, table }),
    type: 'OpenApiConnection',
    recurrence: { frequency: 'Minute', interval: 5 },
    inputs: {
      host: {
        connectionName: 'shared_sharepointonline',
        operationId: 'GetOnNewItems',
        apiId: '/providers/Microsoft.PowerApps/apis/shared_sharepointonline',
      },
      parameters: { dataset: SITE, table },
    },
  });

  it('a new item in a list starts a flow at its next poll', async () => {
    await start({ Watch: flow(newItems('Returns'), { Note: log("@triggerBody()?['Order']") }) }, START, { sites });
    const { statusCode } = await operate(platform.sharePoint, 'PostItem', {
      dataset: SITE,
      table: 'Returns',
      item: { Order: '7001' },
    });
    await platform.idle();
    expect([statusCode, notes(), times()]).toEqual([200, ['7001'], ['03-02T09:35']]);
  });

  it('a list that is not there keeps the platform from starting', async () => {
    const flows = { Watch: flow(newItems('Nowhere'), { Note: log('never') }) };
    await expect(start(flows, START, { sites })).rejects.toThrow(/'Watch': .*Nowhere/);
  });

  it('an approval that outlives the process is asked for once, and its run goes on with the answer', async () => {
    const ask = {
      ...call('shared_approvals', 'StartAndWaitForAnApproval', {
        approvalType: 'Basic',
        'WebhookApprovalCreationInput/title': 'Refund 7001',
        'WebhookApprovalCreationInput/assignedTo': 'ana@shop.example',
      }),
      type: 'OpenApiConnectionWebhook',
    };
    const flows = {
      Ask: flow(mailTrigger('OnNewEmailV3', {}), {
        Ask: ask,
        Note: log("@outputs('Ask')?['body/outcome']", { Ask: ['Succeeded'] }),
      }),
    };
    await start(flows);
    platform.deliverMail({ from: 'ana@example.com', subject: 'Refund', body: '' });
    await after(1);
    expect(platform.approvals.pending.map(({ title }) => title)).toEqual(['Refund 7001']);
    await platform.close(0);
    await start(flows, '2026-03-03T09:30:00Z');
    await after(1);
    const [approval, ...others] = platform.approvals.pending;
    expect(others).toEqual([]);
    platform.approvals.respond(approval!.name, { approver: 'ana@shop.example', response: 'Approve' });
    await platform.idle();
    expect(notes()).toEqual(['Approve']);
  });
});

describe('closing the platform', () => {
  it('takes no time: a run that waits is run again at the next start', async () => {
    const wait = { type: 'Wait', runAfter: {}, inputs: { interval: { count: 3, unit: 'Day' } } };
    const flows = {
      Slow: flow(mailTrigger('OnNewEmailV3', {}), { Wait: wait, Note: log('done', { Wait: ['Succeeded'] }) }),
    };
    await start(flows);
    platform.deliverMail({ from: 'ana@example.com', subject: 'x', body: '' });
    await after(1);
    await platform.close(50);
    expect(clock.now().toISOString()).toBe('2026-03-02T10:30:00.000Z');
    await start(flows, '2026-03-02T12:00:00Z');
    await platform.idle();
    expect([notes(), times()]).toEqual([['done'], ['03-02T12:00']]);
  });
});

describe('the other triggers', () => {
  const shared = (mailboxAddress: string) => ({
    Shared: flow(
      mailTrigger('SharedMailboxOnNewEmailV2', { mailboxAddress, folderId: 'Inbox', hasAttachments: true }),
      {
        Note: log("@triggerBody()?['subject']"),
      },
    ),
  });

  it('a shared mailbox that is the one there is', async () => {
    await start(shared(MAILBOX.toUpperCase()));
    const attachments = [{ name: 'a.txt', contentType: 'text/plain', contentBytes: 'YQ==' }];
    platform.deliverMail({ from: 'ana@example.com', subject: 'without', body: '' });
    platform.deliverMail({ from: 'ana@example.com', subject: 'with', body: '', attachments });
    await platform.idle();
    expect(notes()).toEqual(['with']);
  });

  it('a mailbox that is not there keeps the platform from starting', async () => {
    await expect(start(shared('sales@shop.example'))).rejects.toThrow(/'Shared': .*sales@shop.example.*only support@/);
  });

  it('one that nothing here raises does too, unless a warning is wanted', async () => {
    const foreign = { Foreign: flow(mailTrigger('OnFlaggedEmailV3', {}), { Note: log('never') }) };
    await expect(start(foreign)).rejects.toThrow(/'Foreign' \(OnFlaggedEmailV3 of shared_office365\) cannot be raised/);
    const warnings: string[] = [];
    await start(foreign, START, { warn: (message) => warnings.push(message) });
    expect(warnings).toEqual([expect.stringMatching(/'Foreign'.*nothing starts it/)]);
    platform.deliverMail({ from: 'ana@example.com', subject: 'x', body: '' });
    await platform.idle();
    expect(notes()).toEqual([]);
  });

  it('a day of runs that wait takes nobody else’s place', async () => {
    const wait = { type: 'Wait', runAfter: {}, inputs: { interval: { count: 1, unit: 'Day' } } };
    const actions = { Wait: wait, Note: log("@triggerBody()?['subject']", { Wait: ['Succeeded'] }) };
    await start({ Slow: flow(mailTrigger('OnNewEmailV3', {}), actions), ...daily }, START, { concurrency: 2 });
    for (const subject of ['a', 'b', 'c', 'd']) platform.deliverMail({ from: 'ana@example.com', subject, body: '' });
    await after(23);
    expect(notes()).toEqual(['tick']);
    await after(2);
    expect(notes()).toEqual(['tick', 'a', 'b', 'c', 'd']);
  });

  it('any of them can be raised by hand, with what it hands over', async () => {
    const conditions = [{ expression: "@contains(triggerBody()?['subject'], 'x')" }];
    const poll = { type: 'OpenApiConnection', recurrence: { frequency: 'Hour', interval: 1 }, conditions };
    const note = { Note: log("@triggerBody()?['subject']") };
    await start({ Poll: flow(mailTrigger('OnNewEmailV3', {}, poll), note) });
    platform.raise('Poll', { body: { value: [{ subject: 'x' }, { subject: 'y' }, { subject: 'xx' }] } });
    await platform.idle();
    expect(notes().sort()).toEqual(['x', 'xx']);
    expect(clock.now().toISOString()).toBe(START);
    expect(() => platform.raise('Nobody', {})).toThrow("no flow 'Nobody'");
  });

  it('an event arrives twice when a test wants that', async () => {
    const take = { Take: flow(mailTrigger('OnNewEmailV3', {}), { Note: log("@triggerBody()?['subject']") }) };
    const isOdd = (body: unknown) => (body as { subject: string }).subject === 'odd';
    await start(take, START, { deliverTwice: ({ outputs }) => isOdd(outputs.body) });
    for (const subject of ['odd', 'even']) platform.deliverMail({ from: 'ana@example.com', subject, body: '' });
    await platform.idle();
    expect(notes().sort()).toEqual(['even', 'odd', 'odd']);
  });

  it('a limit of one run at a time makes the next ones wait', async () => {
    const runtimeConfiguration = { concurrency: { runs: 1 } };
    const wait = { type: 'Wait', runAfter: {}, inputs: { interval: { count: 1, unit: 'Hour' } } };
    const actions = { Wait: wait, Note: log("@triggerBody()?['subject']", { Wait: ['Succeeded'] }) };
    await start({ One: flow(mailTrigger('OnNewEmailV3', {}, { runtimeConfiguration }), actions) });
    for (const subject of ['a', 'b', 'c']) platform.deliverMail({ from: 'ana@example.com', subject, body: '' });
    await runUntil('2026-03-02T11:00:00Z');
    expect([notes(), platform.pending]).toEqual([['a'], 2]);
    await platform.idle();
    expect(notes()).toEqual(['a', 'b', 'c']);
    expect(times()).toEqual(['03-02T09:30', '03-02T10:30', '03-02T11:30']);
  });
});
