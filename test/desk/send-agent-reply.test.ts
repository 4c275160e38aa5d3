import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { callOutsideRuns } from '../../workbench/flow-engine/call-outside-runs';
import type { RunRecord } from '../../workbench/flow-engine/types';
import type { SentMail } from '../../workbench/outlook/mail';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { BROKEN, createFaultSwitch } from '../faults/fault-switch';
import { openProduct, type TestProduct } from '../product/open-product';
import { createReminder, newCustomer, onTicket, queueReply } from './desk-ticket';
import { CHANNEL, DIRECTION, MESSAGE_STATUS, runsOf, TICKET_STATUS } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { situations } from './situations/send-agent-reply';

const FLOW = 'Send Agent Reply';
/** Flows that would move the tickets of these tests by themselves. */
const OTHERS = ['Ticket Auto-Assignment', 'Ticket Assignment', 'Ticket Status Recording', 'Ticket Resolution'];

const faults = createFaultSwitch();
let desk: TestProduct;

beforeAll(async () => {
  desk = await openProduct({ desk: true, off: OTHERS, wrapConnector: faults.wrapConnector });
});
afterEach(() => faults.set([]));
afterAll(() => desk.close());

interface Replied {
  ticket: PresentedRow;
  message: PresentedRow;
  runs: RunRecord[];
  sent: SentMail[];
}

const ticketRow = (id: unknown) => desk.rows('rcc_ticket').find((row) => row.rcc_ticketid === id)!;
const sentTo = (address: unknown, text: string) =>
  [...desk.product.platform.outlook.sent()].filter(({ to, body }) => to === address && body.includes(text));

/** A ticket of a mail that a person has to answer; an agent works on it. */
async function ticketOfMail(values: Record<string, unknown> = {}): Promise<PresentedRow> {
  const { ticket } = await desk.mail({
    from: newCustomer(),
    subject: 'Broken',
    body: 'It arrived broken. Very annoying!',
  });
  await desk.update('rcc_tickets', String(ticket?.rcc_ticketid), {
    statuscode: TICKET_STATUS.inProgress,
    rcc_statusversion: 5,
    rcc_firstrespondedon: null,
    ...values,
  });
  await desk.idle();
  return ticketRow(ticket?.rcc_ticketid);
}

async function found(ticketId: unknown, messageId: unknown, text: string): Promise<Replied> {
  const runs = runsOf(FLOW, await desk.idle());
  const ticket = ticketRow(ticketId);
  const message = desk.rows('rcc_message').find((row) => row.rcc_messageid === messageId)!;
  return { ticket, message, runs, sent: sentTo(ticket.rcc_customeremail, text) };
}

let replies = 0;
/** Queues a reply as the app does. */
const queue = (ticket: PresentedRow | undefined, values: Record<string, unknown> = {}) =>
  queueReply(desk, {
    rcc_subject: null,
    rcc_body: `Reply ${(replies += 1)}.`,
    'ownerid@odata.bind': `/systemusers(${DEMO_USERS.anna})`,
    ...(ticket && onTicket(ticket.rcc_ticketid)),
    ...values,
  });
async function reply(ticket: PresentedRow, values: Record<string, unknown> = {}): Promise<Replied> {
  const row = await queue(ticket, values);
  return found(ticket.rcc_ticketid, row.rcc_messageid, String(row.rcc_body).slice(0, 9));
}

describe('A reply that an agent queues', () => {
  it('goes out in the thread of the customer’s newest mail, and the ticket waits for the customer', async () => {
    const before = await ticketOfMail();
    const { ticket, message, runs, sent } = await reply(before);
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
    const inbound = [...desk.product.platform.outlook.inbox()].at(-1)!;
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ answers: inbound.id, conversationId: inbound.conversationId });
    expect(sent[0]?.subject).toBe(`Re: Broken [${String(ticket.rcc_ticketnumber)}]`);
    expect(message).toMatchObject({ rcc_status: MESSAGE_STATUS.sent, rcc_toaddress: before.rcc_customeremail });
    expect(message.rcc_senton).toBeTruthy();
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.waiting,
      rcc_statusversion: 6,
      rcc_slapausedsince: message.rcc_senton,
      rcc_firstrespondedon: message.rcc_senton,
      rcc_lastagentactivityon: message.rcc_senton,
      rcc_reviewreasons: before.rcc_reviewreasons,
    });
    const events = await desk.product.proxy.store.eventsAbout({ messageId: String(message.rcc_messageid) });
    expect(events.map(({ type }) => type)).toEqual(['reply.claimed', 'message.replied']);
    expect(events[1]?.payload).toMatchObject({
      purpose: 'answer',
      author: 'agent',
      agent_id: DEMO_USERS.anna,
      channel: 'email',
      status_from: 'in_progress',
      status_to: 'waiting',
      status_version: 6,
    });
  });

  it.each([
    ['Unassigned', TICKET_STATUS.unassigned],
    ['Assigned', TICKET_STATUS.assigned],
    ['Escalated', TICKET_STATUS.escalated],
  ])('makes a ticket that was %s wait for the customer, too', async (_name, statuscode) => {
    const { ticket } = await reply(await ticketOfMail({ statuscode }));
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.waiting, rcc_statusversion: 6 });
  });

  it.each([
    ['Resolved', { statuscode: TICKET_STATUS.resolved }],
    ['Closed', { statecode: 1, statuscode: TICKET_STATUS.closed }],
    ['Waiting', { statuscode: TICKET_STATUS.waiting, rcc_slapausedsince: '2026-01-01T00:00:00Z' }],
    ['Answered', { statuscode: TICKET_STATUS.answered }],
  ])('is sent on a ticket that is %s, whose status stays', async (_name, values) => {
    const before = await ticketOfMail(values);
    const { ticket, message, sent } = await reply(before);
    expect(sent).toHaveLength(1);
    expect(message.rcc_status).toBe(MESSAGE_STATUS.sent);
    expect(ticket).toMatchObject({
      statuscode: values.statuscode,
      rcc_statusversion: 5,
      rcc_slapausedsince: before.rcc_slapausedsince,
      rcc_lastagentactivityon: message.rcc_senton,
    });
  });

  it('keeps when the customer was first answered', async () => {
    const first = '2026-01-02T03:04:05Z';
    const { ticket } = await reply(await ticketOfMail({ rcc_firstrespondedon: first }));
    expect(ticket.rcc_firstrespondedon).toBe(first);
  });

  it('goes out as a new mail with the reference when the ticket came by chat or from the app', async () => {
    const email = newCustomer();
    const row = await desk.create('rcc_tickets', {
      rcc_channel: CHANNEL.chat,
      rcc_title: 'Chat: a person, please',
      rcc_customeremail: email,
      statuscode: TICKET_STATUS.assigned,
    });
    const { ticket, sent } = await reply(row);
    expect(sent[0]).toMatchObject({ subject: `Re: Chat: a person, please [${String(ticket.rcc_ticketnumber)}]` });
    expect(sent[0]?.answers).toBeUndefined();
    expect(ticket.statuscode).toBe(TICKET_STATUS.waiting);
  });

  it('finds the mail to answer after somebody moved it, and writes a new one when it was deleted', async () => {
    const moved = await ticketOfMail();
    const call = (operationId: string, args: Record<string, unknown>) =>
      callOutsideRuns(desk.product.platform.outlook, operationId, args, 'test');
    await call('MoveV2', { messageId: [...desk.product.platform.outlook.inbox()].at(-1)!.id, folderPath: 'Archive' });
    expect((await reply(moved)).sent[0]?.answers).toBeDefined();

    const deleted = await ticketOfMail();
    const { body } = await call('MoveV2', {
      messageId: [...desk.product.platform.outlook.inbox()].at(-1)!.id,
      folderPath: 'DeletedItems',
    });
    await call('DeleteEmail_V2', { messageId: (body as { id: string }).id });
    const { sent } = await reply(deleted);
    expect(sent[0]).toMatchObject({ subject: `Re: Broken [${String(deleted.rcc_ticketnumber)}]` });
    expect(sent[0]?.answers).toBeUndefined();
  });

  it('goes to the ticket’s own customer, also when somebody else wrote last', async () => {
    const before = await ticketOfMail();
    await desk.create('rcc_messages', {
      rcc_subject: 'FW: Broken',
      rcc_direction: DIRECTION.inbound,
      rcc_channel: CHANNEL.email,
      rcc_internetmessageid: `<elsewhere-${String(before.rcc_ticketid)}@example.com>`,
      rcc_fromaddress: 'stranger@elsewhere.example',
      rcc_senton: desk.clock.now().toISOString(),
      ...onTicket(before.rcc_ticketid),
    });
    const { sent, message } = await reply(before);
    expect(sent.map(({ to, cc }) => ({ to, cc }))).toEqual([{ to: before.rcc_customeremail, cc: '' }]);
    expect(message.rcc_toaddress).toBe(before.rcc_customeremail);
  });

  it.each([
    ['plain text, escaped, with its lines', 'Reply <b>&\r\nyours', '<p>Reply &lt;b&gt;&amp;<br>yours</p>'],
    ['an address at the beginning', 'Reply\n<p@example.com>', '<p>Reply<br>&lt;p@example.com&gt;</p>'],
    ['HTML as it is', '<div>Reply <b>bold</b></div>', '<div>Reply <b>bold</b></div>'],
    ['a paragraph with a class', '<p class="x">Reply</p>', '<p class="x">Reply</p>'],
  ])('carries %s', async (_name, rcc_body, html) => {
    const ticket = await ticketOfMail();
    const row = await queue(ticket, { rcc_body });
    const { sent } = await found(ticket.rcc_ticketid, row.rcc_messageid, 'Reply');
    expect(sent.map(({ body }) => body)).toEqual([html]);
  });

  it('carries the subject the agent gave, with the reference once', async () => {
    const ticket = await ticketOfMail();
    const number = `[${String(ticket.rcc_ticketnumber)}]`;
    const first = await reply(ticket, { rcc_subject: `RE: Something else ${number}` });
    expect(first.sent[0]?.subject).toBe(`RE: Something else ${number}`);
    const second = await reply(ticket, { rcc_subject: 'x'.repeat(500) });
    expect(second.sent[0]?.subject).toBe(`${`Re: ${'x'.repeat(500)}`.slice(0, 400)} ${number}`);
  });

  it('removes the reminder from the calendar', async () => {
    const { outlook } = desk.product.platform;
    const rcc_remindereventid = await createReminder(desk);
    const { ticket } = await reply(await ticketOfMail({ rcc_remindereventid }));
    expect(outlook.events().map(({ id }) => id)).not.toContain(rcc_remindereventid);
    expect(ticket).toMatchObject({ rcc_remindereventid: null, statuscode: TICKET_STATUS.waiting });
    const gone = await reply(await ticketOfMail({ rcc_remindereventid }));
    expect(gone.ticket).toMatchObject({ rcc_remindereventid: null, statuscode: TICKET_STATUS.waiting });
    expect(gone.runs.map(({ status }) => status)).toEqual(['Succeeded']);
  });

  it('shows nothing of what was written, and nobody’s address, in the record of the run', async () => {
    const before = await ticketOfMail();
    const { runs } = await reply(before, { rcc_body: 'Reply: the secret word is swordfish' });
    const record = JSON.stringify(runs);
    expect(record).not.toContain('swordfish');
    expect(record).not.toContain(String(before.rcc_customeremail));
  });
});

describe('A reply that cannot be sent', () => {
  it.each([
    ['nobody to send it to', { rcc_customeremail: null }, 'Reply', 'no_customer_address'],
    ['nothing in it', { rcc_customeremail: 'empty@example.com' }, ' ', 'empty_message'],
  ])('because there is %s is failed, and the ticket says so', async (_name, values, rcc_body, reason) => {
    const row = await desk.create('rcc_tickets', {
      rcc_channel: CHANNEL.chat,
      rcc_title: 'Chat',
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 5,
      rcc_reviewreasons: 'human_requested',
      ...values,
    });
    const { ticket, message, runs } = await reply(row, { rcc_body });
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
    expect(message).toMatchObject({ rcc_status: MESSAGE_STATUS.failed, rcc_senton: null });
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 5,
      rcc_requireshumanreview: true,
      rcc_reviewreasons: `human_requested; mail_failed; ${reason}`,
      rcc_firstrespondedon: null,
      rcc_lastagentactivityon: null,
    });
    const events = await desk.product.proxy.store.eventsAbout({ messageId: String(message.rcc_messageid) });
    expect(events.map(({ type }) => type)).toEqual(['reply.failed']);
  });

  it('because the mailbox refuses it is failed, and the ticket keeps its status and reminder', async () => {
    const refused = { kind: 'status', statusCode: 400, body: { error: { code: 'ErrorInvalidRecipients' } } } as const;
    faults.set([{ action: 'Reply_in_thread', rule: { fault: refused } }]);
    const { ticket, message } = await reply(await ticketOfMail({ rcc_remindereventid: 'kept' }));
    expect(message.rcc_status).toBe(MESSAGE_STATUS.failed);
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.inProgress,
      rcc_requireshumanreview: true,
      rcc_remindereventid: 'kept',
    });
    expect(String(ticket.rcc_reviewreasons).split('; ')).toContain('mail_failed');
  });

  it('for sure or not is unknown, and never sent again', async () => {
    faults.set([{ action: 'Reply_in_thread', rule: { fault: { kind: 'answerLostAfterEffect' } } }]);
    const first = await reply(await ticketOfMail());
    expect(first.message.rcc_status).toBe(MESSAGE_STATUS.unknown);
    expect(first.ticket).toMatchObject({ statuscode: TICKET_STATUS.inProgress, rcc_requireshumanreview: true });
    expect(String(first.ticket.rcc_reviewreasons).split('; ')).toContain('mail_unknown');
    faults.set([]);
    await desk.update('rcc_messages', String(first.message.rcc_messageid), { rcc_status: MESSAGE_STATUS.queued });
    const again = await found(first.ticket.rcc_ticketid, first.message.rcc_messageid, String(first.message.rcc_body));
    expect(again.message.rcc_status).toBe(MESSAGE_STATUS.unknown);
    expect(again.sent).toHaveLength(1);
  });

  it('because it belongs to no ticket, or to one that is gone, is failed, and the run is in the error log', async () => {
    const row = await queue(undefined);
    const [run] = runsOf(FLOW, await desk.idle());
    expect(desk.rows('rcc_message').find(({ rcc_messageid: id }) => id === row.rcc_messageid)).toMatchObject({
      rcc_status: MESSAGE_STATUS.failed,
    });
    expect(desk.rows('rcc_errorlog').some((one) => one.rcc_runid === run?.runId)).toBe(true);
  });
});

describe('When the trigger comes twice', () => {
  it('one after the other, the reply that was sent stays so and the ticket keeps its status', async () => {
    const first = await reply(await ticketOfMail());
    await desk.update('rcc_tickets', String(first.ticket.rcc_ticketid), { statuscode: TICKET_STATUS.inProgress });
    desk.product.platform.raise(FLOW, { headers: {}, body: first.message });
    const again = await found(first.ticket.rcc_ticketid, first.message.rcc_messageid, String(first.message.rcc_body));
    expect(again.sent).toHaveLength(1);
    expect(again.message.rcc_status).toBe(MESSAGE_STATUS.sent);
    expect(again.ticket.statuscode).toBe(TICKET_STATUS.inProgress);
  });

  it('side by side, one mail goes out', async () => {
    const before = await ticketOfMail();
    const row = await queue(before);
    desk.product.platform.raise(FLOW, { headers: {}, body: row });
    const { ticket, message, runs, sent } = await found(before.rcc_ticketid, row.rcc_messageid, String(row.rcc_body));
    expect(runs.map(({ status }) => status).sort()).toEqual(['Cancelled', 'Succeeded']);
    expect(sent).toHaveLength(1);
    expect(message.rcc_status).toBe(MESSAGE_STATUS.sent);
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.waiting, rcc_statusversion: 6 });
    expect(ticket.rcc_reviewreasons).toBe(before.rcc_reviewreasons);
  });

  it('because the row was queued again after it was sent, the ticket is only brought up to date', async () => {
    const first = await reply(await ticketOfMail());
    await desk.update('rcc_tickets', String(first.ticket.rcc_ticketid), {
      statuscode: TICKET_STATUS.inProgress,
      rcc_lastcustomeractivityon: desk.instantIn(1),
    });
    await desk.update('rcc_messages', String(first.message.rcc_messageid), { rcc_status: MESSAGE_STATUS.queued });
    const again = await found(first.ticket.rcc_ticketid, first.message.rcc_messageid, String(first.message.rcc_body));
    expect(again.sent).toHaveLength(1);
    expect(again.message).toMatchObject({ rcc_status: MESSAGE_STATUS.sent, rcc_senton: first.message.rcc_senton });
    // The customer has written since: nobody waits for the customer any more.
    expect(again.ticket.statuscode).toBe(TICKET_STATUS.inProgress);
  });
});

it('A reply waits in the queue while the service is away, and goes out when the row is touched later', async () => {
  faults.set([{ connector: 'rcc_retailcallcenter', rule: BROKEN }]);
  const first = await reply(await ticketOfMail());
  expect(first.runs.map(({ status }) => status)).toEqual(['Failed']);
  expect(first.message.rcc_status).toBe(MESSAGE_STATUS.queued);
  expect(first.sent).toEqual([]);
  expect(desk.rows('rcc_errorlog').some((row) => row.rcc_runid === first.runs[0]?.runId)).toBe(true);
  faults.set([]);
  await desk.update('rcc_messages', String(first.message.rcc_messageid), { rcc_status: MESSAGE_STATUS.queued });
  const again = await found(first.ticket.rcc_ticketid, first.message.rcc_messageid, String(first.message.rcc_body));
  expect(again.sent).toHaveLength(1);
  expect(again.ticket.statuscode).toBe(TICKET_STATUS.waiting);
});

describe('with faults', () =>
  itKeepsItsPromises(FLOW, situations, { desk: false, off: [...OTHERS, 'Email Ingestion'] }));
