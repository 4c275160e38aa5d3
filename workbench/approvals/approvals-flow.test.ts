import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordOf, run, secondsIn, START, testHost } from '../flow-engine/testing/flow-builder';
import { createVirtualClock, type VirtualClock } from '../flow-engine/virtual-clock';
import { catalogueTable, connectionTo, connectorCall } from '../gateway/connector-flow.fixture';
import { openJournal, type Journal } from '../state/journal';
import { createApprovals, type Approvals } from './approvals';

const API = 'shared_approvals';
const HOURS_72 = 72 * 3_600_000;
const ask = connectorCall(API, 'OpenApiConnectionWebhook');

let folder: string;
let journal: Journal;
let clock: VirtualClock;
let approvals: Approvals;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'approvals-'));
  journal = openJournal(folder);
  clock = createVirtualClock(START);
  approvals = createApprovals({ journal, clock });
});
afterEach(() => {
  journal.close();
  rmSync(folder, { recursive: true, force: true });
});

const input = {
  approvalType: 'CustomResponse',
  'WebhookApprovalCreationInput/title': "@{concat('Refund ', 7001)}",
  'WebhookApprovalCreationInput/assignedTo': 'ana@shop.example;',
  'WebhookApprovalCreationInput/responseOptions': ['Pay', 'Refuse'],
  'WebhookApprovalCreationInput/enableNotifications': true,
};

function runFlow(actions: Parameters<typeof run>[0]) {
  const connectors = new Map([[API, approvals]]);
  return run(
    actions,
    testHost(undefined, { connectors, operations: catalogueTable(), clock }),
    {},
    {
      references: connectionTo(API),
    },
  );
}

it('a flow waits three days for an answer and reads it, without anybody waiting', async () => {
  approvals.onRequest(({ name }) => {
    void clock
      .sleep(HOURS_72)
      .then(() => approvals.respond(name, { approver: 'ana@shop.example', response: 'Pay', comments: 'ok' }));
  });
  const record = await runFlow({
    Ask: ask('StartAndWaitForAnApproval', input),
    Read: {
      type: 'Compose',
      inputs: "@concat(outputs('Ask')?['body/outcome'], ', ', first(body('Ask')?['responses'])?['comments'])",
      runAfter: { Ask: ['Succeeded'] },
    },
  });
  expect(record.status).toBe('Succeeded');
  expect(recordOf(record, 'Read').outputs).toBe('Pay, ok');
  expect(secondsIn(recordOf(record, 'Ask').endTime)).toBe(HOURS_72 / 1000);
  expect(approvals.find(approvals.pending[0]?.name ?? '')).toBeUndefined();
});

it('an approval with a limit times out by its limit, and is asked but once', async () => {
  const record = await runFlow({
    Ask: { ...ask('StartAndWaitForAnApproval', input), limit: { timeout: 'PT4H' } },
  });
  expect(recordOf(record, 'Ask')).toMatchObject({ status: 'TimedOut', code: 'ActionTimedOut' });
  expect(secondsIn(recordOf(record, 'Ask').endTime)).toBe(4 * 3600);
  expect(approvals.pending).toHaveLength(1);
});

it('an approval nobody answers ends the action after 30 days, without asking again', async () => {
  const record = await runFlow({ Ask: ask('StartAndWaitForAnApproval', input) });
  expect(recordOf(record, 'Ask')).toMatchObject({
    status: 'Failed',
    outputs: { body: { error: { code: 'ActionTimedOut' } } },
  });
  expect(recordOf(record, 'Ask').tries).toHaveLength(1);
});

it('an approval is created by one action and waited for by another', async () => {
  approvals.onRequest(({ name }) => {
    void clock.sleep(1000).then(() => approvals.respond(name, { approver: 'ana@shop.example', response: 'Reject' }));
  });
  const record = await runFlow({
    Create: connectorCall(API)('CreateAnApproval', {
      approvalType: 'Basic',
      'ApprovalCreationInput/title': 'Refund',
      'ApprovalCreationInput/assignedTo': 'ana@shop.example',
    }),
    Wait: {
      ...ask('WaitForAnApproval', { approvalName: "@outputs('Create')?['body/name']" }),
      runAfter: { Create: ['Succeeded'] },
    },
  });
  expect(recordOf(record, 'Wait')).toMatchObject({ status: 'Succeeded', outputs: { body: { outcome: 'Reject' } } });
});
