import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVirtualClock, type VirtualClock } from '../flow-engine/virtual-clock';
import { openJournal, type Journal } from '../state/journal';
import type { ApprovalType } from './approval';
import { createApprovals, type Approvals } from './approvals';

const START = new Date('2026-03-02T09:00:00Z');
const HOUR = 3_600_000;

let folder: string;
let journal: Journal;
let clock: VirtualClock;
let approvals: Approvals;

function open(): void {
  journal = openJournal(folder);
  approvals = createApprovals({ journal, clock });
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'approvals-'));
  clock = createVirtualClock(START);
  open();
});
afterEach(() => {
  journal.close();
  rmSync(folder, { recursive: true, force: true });
});
function restart(): void {
  // The calls of the process that ends stand still for ever.
  clock.hold();
  clock = createVirtualClock(clock.now());
  journal.close();
  open();
}

type Json = Record<string, unknown>;
const input = { title: 'Refund 7001', assignedTo: 'ana@shop.example;bo@shop.example;' };

function call(operationId: string, args: Json, { runId = 'run-1', signal = new AbortController().signal } = {}) {
  // A call holds the clock but while it is idle, as the engine has it.
  let release = clock.hold();
  const idle = async <T>(wait: Promise<T>): Promise<T> => {
    release();
    try {
      return await wait;
    } finally {
      release = clock.hold();
    }
  };
  const request = { operationId, arguments: args, runId, actionName: 'Ask', attempt: 1, signal, idle };
  return approvals
    .call(request)
    .then((answer) => ({ ...answer, body: answer.body as Json }))
    .finally(() => release());
}
const start = (type: string, more: Json = {}, options = {}) =>
  call(
    'StartAndWaitForAnApproval',
    { approvalType: type, WebhookApprovalCreationInput: { ...input, ...more } },
    options,
  );
const name = () => approvals.pending[0]!.name;
const approve = (approver: string, response = 'Approve', comments?: string) =>
  approvals.respond(name(), { approver, response, ...(comments === undefined ? {} : { comments }) });

describe('StartAndWaitForAnApproval', () => {
  it('waits until somebody answers, and tells who said what and when', async () => {
    const answer = start('Basic', {
      details: '**Lamp**',
      itemLink: 'https://shop.example',
      requestor: 'cy@shop.example',
    });
    void clock.sleep(2 * HOUR).then(() => approve('Bo@shop.example', 'approve', 'Fine'));
    expect(await answer).toMatchObject({
      statusCode: 200,
      body: {
        name: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        title: 'Refund 7001',
        details: '**Lamp**',
        itemLink: 'https://shop.example',
        requestor: 'cy@shop.example',
        assignedTo: 'ana@shop.example;bo@shop.example',
        outcome: 'Approve',
        requestDate: '2026-03-02T09:00:00.000Z',
        completionDate: '2026-03-02T11:00:00.000Z',
        responses: [
          {
            approverResponse: 'Approve',
            comments: 'Fine',
            requestDate: '2026-03-02T09:00:00.000Z',
            responseDate: '2026-03-02T11:00:00.000Z',
            responder: { email: 'bo@shop.example', displayName: 'bo', userPrincipalName: 'bo@shop.example' },
          },
        ],
        responseSummary: expect.stringContaining('Response: Approve') as string,
      },
    });
    expect(approvals.pending).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  it.each<[ApprovalType, string[], string]>([
    ['Basic', ['Reject'], 'Reject'],
    ['BasicAwaitAll', ['Approve', 'Approve'], 'Approve'],
    ['BasicAwaitAll', ['Reject'], 'Reject'],
    ['BasicAwaitAll', ['Approve', 'Reject'], 'Reject'],
    ['CustomResponse', ['Later'], 'Later'],
    ['CustomResponseAwaitAll', ['Later', 'Yes'], 'Later, Yes'],
  ])('of type %s with %j comes to %s', async (type, responses, outcome) => {
    let done = false;
    const release = clock.hold();
    const answer = start(type, { responseOptions: ['Yes', 'Later'] }).finally(() => (done = true));
    for (const [index, response] of responses.entries()) {
      await new Promise(setImmediate);
      expect(done).toBe(false);
      approve(['ana@shop.example', 'bo@shop.example'][index]!, response);
    }
    release();
    expect((await answer).body).toMatchObject({
      outcome,
      responses: responses.map((approverResponse) => ({ approverResponse })),
    });
  });

  it('gives up after 30 days, and nobody can answer any more', async () => {
    const { statusCode, body } = await start('Basic');
    expect(statusCode).toBe(400);
    expect(body.error).toMatchObject({ code: 'ActionTimedOut', message: expect.stringContaining('30 days') as string });
    expect(clock.now().toISOString()).toBe('2026-04-01T09:00:00.000Z');
    expect(approvals.pending).toEqual([]);
  });

  it('of a cancelled run is left to itself', async () => {
    const controller = new AbortController();
    const answer = start('Basic', {}, { signal: controller.signal });
    controller.abort(new Error('cancelled'));
    await expect(answer).rejects.toThrow('cancelled');
    expect(clock.waiting).toBe(0);
    restart();
    const other = start('Basic', {}, { runId: 'run-2' });
    expect(approvals.pending).toHaveLength(2);
    for (const { name: id } of approvals.pending)
      approvals.respond(id, { approver: 'ana@shop.example', response: 'Reject' });
    await other;
  });

  it.each([
    ['an unknown type', 'Poll', {}, 'Basic, CustomResponse'],
    ['no title', 'Basic', { title: '' }, "'title'"],
    ['nobody to ask', 'Basic', { assignedTo: ' ; ' }, "'assignedTo'"],
    ['custom answers without any', 'CustomResponse', {}, "'responseOptions'"],
    ['answers that are no texts', 'CustomResponse', { responseOptions: [1] }, "'responseOptions'"],
  ])('refuses %s', async (_, type, more, text) => {
    const { statusCode, body } = await start(type, more);
    expect([statusCode, String(body.message)]).toEqual([400, expect.stringContaining(text) as string]);
    expect(approvals.pending).toEqual([]);
  });
});

describe('an answer', () => {
  it.each([
    [{ approver: 'ana@shop.example', response: 'Maybe' }, 400],
    [{ approver: 'cy@shop.example', response: 'Approve' }, 403],
  ])('%j is refused with %d', async (answer, statusCode) => {
    await call('CreateAnApproval', { approvalType: 'Basic', ApprovalCreationInput: input });
    expect(() => approvals.respond(name(), answer)).toThrow(expect.objectContaining({ statusCode }) as Error);
    expect(approvals.pending[0]!.responses).toEqual([]);
  });

  it('is taken once from each, and not after the decision', async () => {
    await call('CreateAnApproval', { approvalType: 'BasicAwaitAll', ApprovalCreationInput: input });
    const id = name();
    const respond = (approver: string) => () => approvals.respond(id, { approver, response: 'Approve' });
    respond('ana@shop.example')();
    const conflict = expect.objectContaining({ statusCode: 409 }) as Error;
    expect(respond('ana@shop.example')).toThrow(conflict);
    respond('bo@shop.example')();
    expect(respond('bo@shop.example')).toThrow(conflict);
    expect(() => approvals.respond('other', { approver: 'a', response: 'Approve' })).toThrow(
      expect.objectContaining({ statusCode: 404 }) as Error,
    );
  });
});

it('can be created first and waited for later, by several actions and also when it is decided', async () => {
  const { statusCode, body } = await call('CreateAnApproval', { approvalType: 'Basic', ApprovalCreationInput: input });
  expect([statusCode, body.outcome, body.responses]).toEqual([201, undefined, []]);
  const wait = () => call('WaitForAnApproval', { approvalName: body.name });
  const waits = [wait(), wait()];
  approve('ana@shop.example');
  expect((await Promise.all(waits)).map((answer) => answer.body.outcome)).toEqual(['Approve', 'Approve']);
  expect((await wait()).body.outcome).toBe('Approve');
  expect((await call('WaitForAnApproval', { approvalName: 'x' })).statusCode).toBe(404);
});

describe('over a restart', () => {
  it('an approval waits on, and the run that is delivered again finds it', async () => {
    void start('Basic');
    const id = name();
    restart();
    expect(approvals.pending.map((one) => one.name)).toEqual([id]);
    const again = start('Basic', {}, { runId: 'run-2' });
    expect(approvals.pending).toHaveLength(1);
    approve('ana@shop.example');
    expect((await again).body).toMatchObject({ name: id, outcome: 'Approve' });
  });

  it('an answer given while no run waited is not lost', async () => {
    void start('Basic');
    restart();
    approve('ana@shop.example');
    restart();
    expect((await start('Basic', {}, { runId: 'run-2' })).body.outcome).toBe('Approve');
  });

  it('the same run finds its answer again, another one asks anew', async () => {
    const first = start('Basic');
    const id = name();
    approve('ana@shop.example');
    await first;
    restart();
    const other = start('Basic', {}, { runId: 'run-2' });
    expect(approvals.pending).toHaveLength(1);
    expect((await start('Basic')).body.name).toBe(id);
    approve('ana@shop.example');
    await other;
  });

  it('another question is another approval', async () => {
    void start('Basic');
    restart();
    const other = start('Basic', { title: 'Refund 7002' });
    expect(approvals.pending.map(({ title }) => title)).toEqual(['Refund 7001', 'Refund 7002']);
    for (const one of approvals.pending)
      approvals.respond(one.name, { approver: 'ana@shop.example', response: 'Reject' });
    await other;
  });
});

it.each(['StartAndWaitForATextSuggestionApproval', 'StartAndWaitForACustomResponseApproval'])(
  '%s is refused by name',
  async (operationId) => {
    const { statusCode, body } = await call(operationId, {});
    expect([statusCode, String(body.message)]).toEqual([404, expect.stringContaining(operationId) as string]);
  },
);
