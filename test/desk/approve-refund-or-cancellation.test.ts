import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { createFaultSwitch, BROKEN } from '../faults/fault-switch';
import { openProduct, SCHEDULED, type TestProduct } from '../product/open-product';
import { createCountedMoney } from './counted-money';
import { mailsAbout, ticketNow } from './desk-ticket';
import { runsOf } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { HOUSEKEEPING } from './housekeeping';
import {
  answerQuestions,
  APPROVER,
  askForMoney,
  type Decide,
  MONEY_FLOW,
  MONEY_KIND,
  MONEY_STATUS,
  notesOn,
  REQUESTER,
  requestedBy,
  requestNow,
} from './money-desk';
import { situations } from './situations/approve-refund-or-cancellation';

const APPROVE: Decide = () => ({ response: 'Approve', comments: 'Fine.' });
const money = createCountedMoney();
const faults = createFaultSwitch();
let desk: TestProduct;
let decide: Decide;
let questions: ReturnType<typeof answerQuestions>;
let known = 0;

beforeAll(async () => {
  desk = await openProduct({
    desk: true,
    off: SCHEDULED,
    wrapConnector: (name, connector) => faults.wrapConnector(name, money.wrapConnector(name, connector)),
  });
  questions = answerQuestions(desk, (approval) => decide(approval));
});
beforeEach(() => {
  money.clear();
  faults.set([]);
  decide = APPROVE;
  known = questions.length;
});
afterAll(() => desk.close());

const asked = () => questions.slice(known);

async function ask(columns: Record<string, unknown> = {}, ticketColumns: Record<string, unknown> = {}) {
  const given = await askForMoney(desk, columns, ticketColumns);
  return { ...given, ...(await found(given)) };
}
/** What became of a request once nothing runs any more. */
async function found({ ticket, request }: { ticket: PresentedRow; request: PresentedRow }) {
  const runs = runsOf(MONEY_FLOW, await desk.idle());
  return {
    runs,
    row: await requestNow(desk, request),
    notes: notesOn(desk, ticket),
    mails: mailsAbout(desk, ticket, REQUESTER),
    ticketNow: ticketNow(desk, ticket),
  };
}
const paidOn = ({ ticket }: { ticket: PresentedRow }): number =>
  money.payments.filter(({ body }) => body.ticket_id === ticket.rcc_ticketid).length;
async function keepHouse(): Promise<void> {
  desk.product.platform.raise(HOUSEKEEPING, {});
  await desk.idle();
}

describe('A request that is approved', () => {
  it('is asked about once, then carried out once, and everybody can see it', async () => {
    const { ticket, request, row, runs, notes, mails, ticketNow: after } = await ask({ rcc_amount: 20 });
    expect(runs).toMatchObject([{ status: 'Succeeded', billableActions: 41 }]);
    expect(asked()).toMatchObject([
      {
        type: 'Basic',
        assignedTo: expect.arrayContaining([APPROVER]),
        title: `${String(row.rcc_actionnumber)}: Refund 20.00 EUR for ORD-12359?`,
        details: 'Paid 40.00 EUR.',
        requestor: REQUESTER,
        itemLink: expect.stringContaining(String(ticket.rcc_ticketid)),
      },
    ]);
    expect(money.payments).toEqual([
      {
        key: `${String(request.rcc_moneyactionid)}:money`,
        operation: 'RefundOrder',
        body: expect.objectContaining({
          requester_email: 'customer@example.com',
          order_id: '12359',
          amount: '20',
          reason: 'It arrived broken.',
          requested_by: REQUESTER,
          action_number: row.rcc_actionnumber,
          ticket_id: ticket.rcc_ticketid,
          ticket_number: ticket.rcc_ticketnumber,
          approval: {
            decided_by: asked()[0]!.assignedTo[0],
            decided_at: row.rcc_decidedon,
            outcome: 'Approve',
            amount: '20.00',
            currency: 'EUR',
          },
        }),
      },
    ]);
    expect(row).toMatchObject({
      rcc_status: MONEY_STATUS.done,
      rcc_approvaloutcome: 'Approve',
      rcc_actionkey: `${String(request.rcc_moneyactionid)}:money`,
      rcc_approvalid: asked()[0]!.name,
      rcc_vendorreference: 're_1',
      rcc_outcome: 'It is done.',
    });
    expect(row.rcc_completedon).toBeTruthy();
    expect(notes).toMatchObject([{ subject: `Refund ${String(row.rcc_actionnumber)}: done`, notetext: 'It is done.' }]);
    expect(mails).toHaveLength(1);
    expect(after.rcc_requireshumanreview).not.toBe(true);
    expect(JSON.parse(String(after.rcc_ordercontext))).toMatchObject({ requested_at: after.rcc_contextrequestedon });
    expect([...desk.product.platform.outlook.sent()].filter(({ to }) => to.includes('customer@'))).toEqual([]);
  });

  it('names the approver whose user has the address of the answer', async () => {
    decide = () => ({ ...APPROVE(asked()[0]!), approver: APPROVER, response: 'Approve' });
    const { row } = await ask();
    expect(row._rcc_approver_value).toBe(DEMO_USERS.supervisor);
  });

  it('is saved as approved, with its key, before anything is sent', async () => {
    const seen: unknown[] = [];
    const { payments } = money;
    decide = (approval) => {
      void desk.clock.sleep(3_600_001).then(() => seen.push(payments.length));
      return APPROVE(approval);
    };
    faults.set([{ action: 'Save_decision', rule: BROKEN }]);
    const { row, runs } = await ask();
    expect(money.payments).toEqual([]);
    expect(runs).toMatchObject([{ status: 'Failed' }]);
    expect(row.rcc_status).toBe(MONEY_STATUS.requested);
    expect(desk.rows('rcc_errorlog').some(({ rcc_runid }) => rcc_runid === runs[0]!.runId)).toBe(true);
  });

  it.each([
    [49.9, '49.9'],
    [20, '20'],
    [0.001, '0.001'],
    [1234567.891, '1234567.891'],
    [4.35, '4.35'],
  ])('of %p asks for exactly that amount', async (rcc_amount, amount) => {
    await ask({ rcc_amount, rcc_currency: 'eur' });
    expect(money.payments).toMatchObject([{ body: { amount, currency: 'EUR' } }]);
  });

  it('by line passes the lines on, and no amount', async () => {
    const lines = [{ line_id: 'gid://shopify/LineItem/123591', quantity: 2 }];
    await ask({ rcc_lines: JSON.stringify(lines) });
    expect(money.payments).toMatchObject([{ body: { lines, amount: null, currency: null } }]);
  });

  it('as a cancellation cancels the order', async () => {
    const { row, notes } = await ask({ rcc_kind: MONEY_KIND.cancellation });
    expect(money.payments).toMatchObject([
      { operation: 'CancelOrder', body: { order_id: '12359', approval: { amount: '20.00', currency: 'EUR' } } },
    ]);
    expect(notes).toMatchObject([{ subject: `Cancellation ${String(row.rcc_actionnumber)}: done` }]);
  });

  it('runs on when it takes long, and is told once it has ended', async () => {
    money.carryOut({ state: 'running' }, { state: 'running' });
    const { row, mails } = await ask();
    expect(row.rcc_status).toBe(MONEY_STATUS.done);
    expect([mails.length, money.payments.length]).toEqual([1, 1]);
  });

  it.each([
    ['incomplete', MONEY_STATUS.failed],
    ['unknown', MONEY_STATUS.failed],
  ] as const)('and ends as %s brings the ticket to a person', async (state, status) => {
    money.carryOut({ state, message: 'Look at Stripe.' });
    const { row, mails, notes, ticketNow: after } = await ask();
    expect(row).toMatchObject({ rcc_status: status, rcc_outcome: 'Look at Stripe.' });
    expect(after.rcc_requireshumanreview).toBe(true);
    expect(String(after.rcc_reviewreasons).split('; ')).toContain('money_action');
    expect(notes).toMatchObject([{ notetext: 'Look at Stripe.' }]);
    expect(mails).toMatchObject([{ importance: 'high' }]);
  });

  it('and refused by the service after all is failed with its words', async () => {
    money.carryOut({ state: 'refused', message: 'The order was refunded meanwhile.' });
    const { row, mails } = await ask();
    expect(row).toMatchObject({ rcc_status: MONEY_STATUS.failed, rcc_outcome: 'The order was refunded meanwhile.' });
    expect([mails.length, money.payments.length]).toEqual([1, 0]);
  });

  it('does not disturb another one on the same order', async () => {
    const [one, other] = [await ask({ rcc_amount: 5 }), await ask({ rcc_amount: 6 })];
    expect(money.payments.map(({ body }) => body.amount)).toEqual(['5', '6']);
    expect(new Set([one.row.rcc_actionkey, other.row.rcc_actionkey]).size).toBe(2);
    expect(asked()).toHaveLength(2);
  });
});

describe('Nothing is sent', () => {
  it('when it is rejected; the requester reads why', async () => {
    decide = () => ({ response: 'Reject', comments: 'Ask for a photo first.' });
    const { row, notes, mails } = await ask();
    expect(row).toMatchObject({
      rcc_status: MONEY_STATUS.rejected,
      rcc_approvaloutcome: 'Reject',
      rcc_actionkey: null,
    });
    const { displayName, email } = desk.product.platform.approvals.find(asked()[0]!.name)!.responses[0]!.responder;
    expect(row.rcc_outcome).toBe(`Rejected by ${displayName} (${email}). Ask for a photo first.`);
    expect(notes).toHaveLength(1);
    expect(mails[0]?.body).toContain('Ask for a photo first.');
    expect(money.payments).toEqual([]);
  });

  it.each(['', '  '])('when it is rejected without a word (%j); the outcome ends with who did it', async (comments) => {
    decide = () => ({ response: 'Reject', comments });
    const { row } = await ask();
    expect(row.rcc_outcome).toMatch(/^Rejected by \S.*\(.+@.+\)\.$/);
  });

  it('when nobody decides within three days, and a late answer changes nothing', async () => {
    decide = () => undefined;
    const { request, row, mails } = await ask();
    expect(row.rcc_status).toBe(MONEY_STATUS.timedOut);
    expect(Date.parse(String(row.rcc_completedon)) - Date.parse(String(row.rcc_askedon))).toBe(3 * 86_400_000);
    expect(mails).toHaveLength(1);
    desk.product.platform.approvals.respond(asked()[0]!.name, { approver: APPROVER, response: 'Approve' });
    await desk.pass(60);
    desk.product.platform.raise(MONEY_FLOW, { headers: {}, body: request });
    await desk.idle();
    expect((await requestNow(desk, request)).rcc_status).toBe(MONEY_STATUS.timedOut);
    expect(money.payments).toEqual([]);
  });

  it('and nobody asked when the service refuses', async () => {
    money.plan({ state: 'refused', refusal: 'already_refunded', message: 'All of it was given back on 3 March.' });
    const { row, notes, mails, ticketNow: after } = await ask();
    expect(row).toMatchObject({ rcc_status: MONEY_STATUS.failed, rcc_outcome: 'All of it was given back on 3 March.' });
    expect([asked().length, notes.length, mails.length]).toEqual([0, 1, 1]);
    expect(after.rcc_requireshumanreview).not.toBe(true);
  });

  it('before the service can be reached: it is asked again at growing intervals', async () => {
    money.plan({ state: 'unavailable' }, { statusCode: 404, headers: {}, body: {} }, { state: 'unavailable' });
    const { row } = await ask();
    expect(money.plans).toHaveLength(4);
    expect(Date.parse(String(row.rcc_askedon)) - Date.parse(String(row.createdon))).toBe((1 + 2 + 4) * 60_000);
    expect(row.rcc_status).toBe(MONEY_STATUS.done);
  });

  it('when the order cannot be looked at for an hour', async () => {
    money.plan(...Array.from({ length: 7 }, () => ({ state: 'unavailable' as const, message: 'Shopify is away.' })));
    const { row, mails } = await ask();
    expect(row.rcc_status).toBe(MONEY_STATUS.failed);
    expect(row.rcc_outcome).toMatch(/nothing was sent.+Shopify is away\.$/);
    expect([asked().length, mails.length]).toEqual([0, 1]);
  });
});

describe('Nobody approves their own request', () => {
  it('neither who made the row nor whom it names', async () => {
    const { row } = await ask(requestedBy(DEMO_USERS.supervisor));
    // The service leaves out who asks; the flow leaves out who made the row under another name.
    expect(money.plans[0]).toMatchObject({ requested_by: APPROVER });
    expect(row._createdby_value).not.toBe(DEMO_USERS.supervisor);
  });

  it('and a row that comes with a decision is asked about like any other', async () => {
    const { row } = await ask({
      rcc_status: MONEY_STATUS.approved,
      rcc_approvaloutcome: 'Approve',
      rcc_actionkey: 'x',
    });
    expect(asked()).toHaveLength(1);
    expect(row.rcc_actionkey).toBe(`${String(row.rcc_moneyactionid)}:money`);
  });

  it('and what was written of a decision before anybody was asked is gone once somebody is', async () => {
    decide = () => undefined;
    const { request } = await askForMoney(desk, {
      rcc_status: MONEY_STATUS.running,
      rcc_outcome: 'Approved by the board.',
      rcc_approvaloutcome: 'Approve',
      rcc_actionkey: 'x',
      rcc_vendorreference: 're_9',
      rcc_decidedon: '2026-01-01T00:00:00Z',
      rcc_completedon: '2026-01-01T00:00:00Z',
      'rcc_Approver@odata.bind': `/systemusers(${DEMO_USERS.supervisor})`,
    });
    await desk.pass(60);
    expect(await requestNow(desk, request)).toMatchObject({
      rcc_status: MONEY_STATUS.requested,
      rcc_approvalid: asked()[0]!.name,
      rcc_outcome: null,
      rcc_approvaloutcome: null,
      rcc_actionkey: null,
      rcc_vendorreference: null,
      rcc_decidedon: null,
      rcc_completedon: null,
      _rcc_approver_value: null,
    });
    await desk.idle();
  });

  it('nor with the approval of another request', async () => {
    const other = await ask({ rcc_amount: 1 });
    money.clear();
    decide = () => undefined;
    const { row } = await ask({ rcc_amount: 500, rcc_approvalid: other.row.rcc_approvalid });
    expect(money.payments).toEqual([]);
    expect(row.rcc_status).toBe(MONEY_STATUS.timedOut);
    await desk.update('rcc_moneyactions', String(row.rcc_moneyactionid), {
      rcc_approvalid: other.row.rcc_approvalid,
      rcc_status: MONEY_STATUS.approved,
      rcc_attempts: 1,
    });
    await desk.idle();
    expect(money.payments).toEqual([]);
    expect(await requestNow(desk, row)).toMatchObject({ rcc_status: MONEY_STATUS.failed });
  });
});

describe('When the trigger comes twice', () => {
  it.each([0, 10])('%p minutes later, one question is asked and one refund is made', async (minutes) => {
    const given = await askForMoney(desk);
    await desk.clock.runUntil(new Date(desk.clock.now().getTime() + minutes * 60_000));
    desk.product.platform.raise(MONEY_FLOW, { headers: {}, body: given.request });
    const { row, mails, notes } = await found(given);
    expect([asked().length, money.payments.length, mails.length, notes.length]).toEqual([1, 1, 1, 1]);
    expect(row.rcc_status).toBe(MONEY_STATUS.done);
  });

  it('after its end, nothing happens any more', async () => {
    const given = await ask();
    desk.product.platform.raise(MONEY_FLOW, { headers: {}, body: given.request });
    expect((await found(given)).mails).toHaveLength(1);
    expect([asked().length, money.payments.length]).toEqual([1, 1]);
  });
});

describe('A run that died', () => {
  const away = ['Refund_order', 'Look_at_action'].map((action) => ({ action, rule: BROKEN }));

  it('between the approval and the call is taken up by Ticket Housekeeping, and nobody is asked again', async () => {
    faults.set(away);
    const given = await ask();
    expect(given.row.rcc_status).toBe(MONEY_STATUS.running);
    expect([paidOn(given), given.mails.length]).toEqual([0, 0]);
    faults.set([]);
    await keepHouse();
    expect((await requestNow(desk, given.request)).rcc_attempts).toBeNull();
    await desk.pass(31);
    await keepHouse();
    const { row, mails } = await found(given);
    expect(row).toMatchObject({ rcc_status: MONEY_STATUS.done, rcc_attempts: 1 });
    expect([asked().length, paidOn(given), mails.length]).toEqual([1, 1, 1]);
  });

  it('after the call is taken up, even when the ticket has changed: the service is asked where it stands', async () => {
    faults.set([{ action: 'Save_outcome', rule: BROKEN }]);
    const given = await ask();
    expect(given.runs).toMatchObject([{ status: 'Failed' }]);
    expect(paidOn(given)).toBe(1);
    faults.set([]);
    await desk.update('rcc_tickets', String(given.ticket.rcc_ticketid), { rcc_customeremail: 'new@example.com' });
    await desk.pass(31);
    await keepHouse();
    const { row } = await found(given);
    expect(row.rcc_status).toBe(MONEY_STATUS.done);
    expect(paidOn(given)).toBe(1);
  });

  it('before anybody was asked is taken up after two hours', async () => {
    faults.set([{ action: 'Create_approval', rule: BROKEN }]);
    const given = await ask();
    expect(given.row.rcc_status).toBe(MONEY_STATUS.requested);
    faults.set([]);
    await desk.pass(121);
    await keepHouse();
    expect((await found(given)).row.rcc_status).toBe(MONEY_STATUS.done);
  });

  it('while it waited has timed out once the three days are long over', async () => {
    decide = () => undefined;
    faults.set([{ action: 'Write_note', rule: BROKEN }]);
    const given = await ask();
    expect(given.row.rcc_status).toBe(MONEY_STATUS.requested);
    faults.set([]);
    await desk.pass(61);
    await keepHouse();
    const { row, mails } = await found(given);
    expect(row.rcc_status).toBe(MONEY_STATUS.timedOut);
    expect([asked().length, mails.length]).toEqual([1, 1]);
  });

  it('is given up after eight attempts, with words on the row and the ticket', async () => {
    faults.set(away);
    const given = await ask();
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await desk.pass(6 * 60 + 31);
      await keepHouse();
    }
    const { row, notes, ticketNow: after } = await found(given);
    expect(row).toMatchObject({ rcc_status: MONEY_STATUS.failed, rcc_attempts: 8 });
    expect(row.rcc_outcome).toContain(`The key there is ${String(row.rcc_actionkey)}.`);
    expect(notes).toMatchObject([{ notetext: row.rcc_outcome }]);
    expect(String(after.rcc_reviewreasons).split('; ')).toContain('money_action');
  });
});

it('shows no customer, approver or amount in the record of the run', async () => {
  const { runs } = await ask({ rcc_amount: 20, rcc_reason: 'the secret word is swordfish' });
  const record = JSON.stringify(runs);
  for (const secret of ['swordfish', 'customer@example.com']) expect(record).not.toContain(secret);
});

describe('with faults', () => {
  const counted = createCountedMoney();
  itKeepsItsPromises(MONEY_FLOW, situations(counted), {
    off: SCHEDULED,
    wrapConnector: counted.wrapConnector,
  });
});
