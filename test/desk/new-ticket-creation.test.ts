import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { RunRecord } from '../../workbench/flow-engine/types';
import { BROKEN, createFaultSwitch } from '../faults/fault-switch';
import { openProduct, type TestProduct } from '../product/open-product';
import { newCustomer, onTicket } from './desk-ticket';
import { itKeepsItsPromises } from './fault-matrix';
import { situations } from './situations/new-ticket-creation';
import { CHANNEL, DIRECTION, MESSAGE_STATUS, runsOf, TICKET_STATUS } from './desk-words';

const FLOW = 'New Ticket Creation';

const faults = createFaultSwitch();
let desk: TestProduct;

beforeAll(async () => {
  desk = await openProduct({ wrapConnector: faults.wrapConnector });
});
afterEach(() => faults.set([]));
afterAll(() => desk.close());

interface Created {
  ticket: PresentedRow;
  runs: RunRecord[];
  sent: { to: string; subject: string; body: string }[];
  outbound: PresentedRow | undefined;
}

const ticketRow = (id: unknown) => desk.rows('rcc_ticket').find((row) => row.rcc_ticketid === id)!;
const mailsOn = ({ rcc_ticketnumber }: PresentedRow) =>
  [...desk.product.platform.outlook.sent()].filter(({ subject }) => subject.includes(String(rcc_ticketnumber)));
const outboundOf = ({ rcc_ticketid }: PresentedRow) =>
  desk
    .rows('rcc_message')
    .find((row) => row._rcc_ticket_value === rcc_ticketid && row.rcc_direction !== DIRECTION.inbound);

async function found(id: unknown): Promise<Created> {
  const runs = runsOf(FLOW, await desk.idle());
  const ticket = ticketRow(id);
  return { ticket, runs, sent: mailsOn(ticket), outbound: outboundOf(ticket) };
}

/** Makes a ticket in the app, perhaps with the first message a moment later, and waits for what comes of it. */
async function open(values: Record<string, unknown>, message?: string): Promise<Created> {
  const row = await desk.create('rcc_tickets', { rcc_channel: CHANNEL.app, ...values });
  if (message !== undefined) {
    await desk.create('rcc_messages', {
      rcc_subject: 'First message',
      rcc_direction: DIRECTION.inbound,
      rcc_channel: CHANNEL.app,
      rcc_body: message,
      ...onTicket(row.rcc_ticketid),
    });
  }
  return found(row.rcc_ticketid);
}

const tracking = (email: string, order: number) => ({
  rcc_title: `Where is order ${order}?`,
  rcc_customeremail: email,
});
const resultOf = ([run]: RunRecord[]) => run?.actions.find(({ name }) => name === 'Result')?.outputs;

describe('A ticket made in the app', () => {
  it('that can be answered now is answered on the ticket and by one mail that tells of both', async () => {
    const { ticket, runs, sent, outbound } = await open({
      ...tracking('customer@example.com', 12345),
      rcc_customername: 'Lou Reyes',
    });
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.answered,
      rcc_statusversion: 1,
      rcc_intent: 727000000,
      rcc_ordernumber: 'ORD-12345',
      rcc_trackingstate: 'out_for_delivery',
      rcc_requireshumanreview: false,
      rcc_reviewreasons: null,
    });
    expect(ticket.rcc_firstrespondedon).toBeTruthy();
    expect(ticket.rcc_firstresponsedue).toBeTruthy();
    expect(ticket.rcc_draftreply).toContain('FedEx');
    expect(JSON.parse(String(ticket.rcc_triagejson))).toMatchObject({ intent: 'order_tracking' });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: 'customer@example.com' });
    expect(sent[0]?.subject).toContain(`[${String(ticket.rcc_ticketnumber)}]`);
    expect(sent[0]?.body).toMatch(/Hello Lou Reyes[^]*out for delivery[^]*Your reference is/);
    expect(outbound).toMatchObject({ rcc_status: MESSAGE_STATUS.sent, rcc_body: sent[0]?.body });
    expect(resultOf(runs)).toEqual({
      ticket_id: ticket.rcc_ticketid,
      status: 'answered',
      ai_response: true,
      notification_status: 'sent',
    });
    const events = (await desk.events()).filter(({ payload }) => payload.ticket_id === ticket.rcc_ticketid);
    expect(events.map(({ type }) => type)).toEqual(['ticket.created', 'reply.claimed', 'message.replied']);
    expect(events.at(-1)?.payload).toMatchObject({ purpose: 'answer', status_to: 'answered', channel: 'app' });
  });

  it('for a person is queued with its reasons, context and dues, and acknowledged once', async () => {
    const { ticket, sent, runs } = await open(
      {
        rcc_title: 'Payment',
        rcc_customeremail: 'customer@example.com',
        rcc_ordernumber: '12355',
      },
      'I was charged twice for order 12355!',
    );
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      rcc_statusversion: 1,
      rcc_intent: 727000004,
      rcc_team: 727000004,
      rcc_ordernumber: 'ORD-12355',
      rcc_requireshumanreview: true,
      rcc_firstrespondedon: null,
    });
    expect(String(ticket.rcc_reviewreasons)).toContain('money');
    expect(String(ticket.rcc_ordercontext)).toContain('duplicate_charge');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toContain('A person from our team');
    expect(resultOf(runs)).toMatchObject({ status: 'unassigned', ai_response: false, notification_status: 'sent' });
  });

  it('is read by its first message, not by its title, when one follows a moment later', async () => {
    const { ticket } = await open(
      { rcc_title: 'Call of this morning', rcc_customeremail: newCustomer() },
      '<p>How do I <b>return</b> my order?</p>',
    );
    expect(ticket.rcc_intent).toBe(727000001);
    expect(ticket.rcc_title).toBe('Call of this morning');
  });

  it('is read by what the customer said on the telephone, not by its title, and answered by that', async () => {
    const call = {
      rcc_title: 'Call of this morning',
      rcc_customeremail: 'customer@example.com',
      rcc_description: 'Customer asks:\nWhere is order 12345?',
    };
    const { ticket, sent } = await open(call);
    expect(ticket).toMatchObject({
      ...call,
      statuscode: TICKET_STATUS.answered,
      rcc_intent: 727000000,
      rcc_ordernumber: 'ORD-12345',
    });
    expect(sent.map(({ body }) => body)).toEqual([expect.stringContaining('out for delivery')]);
  });

  it('is read by its first message when there is a description, too', async () => {
    const { ticket } = await open(
      { rcc_title: 'Call', rcc_description: 'Where is order 12345?', rcc_customeremail: newCustomer() },
      '<p>How do I <b>return</b> my order?</p>',
    );
    expect(ticket.rcc_intent).toBe(727000001);
  });

  it('without an address is queued, and nobody is written to', async () => {
    const { ticket, sent, outbound, runs } = await open({ rcc_title: 'Where is order 12345?' });
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_requireshumanreview: true });
    expect({ sent, outbound }).toEqual({ sent: [], outbound: undefined });
    expect(String(ticket.rcc_ordercontext)).not.toMatch(/FedEx|out_for_delivery/);
    expect(resultOf(runs)).toMatchObject({ notification_status: 'none' });
  });

  it("says nothing about somebody else's order", async () => {
    const { ticket, sent } = await open(tracking(newCustomer(), 20001));
    const written = JSON.stringify([sent.map(({ body }) => body), ticket.rcc_ordercontext, ticket.rcc_draftreply]);
    expect(written).not.toMatch(/other@example\.com|UPS|FedEx|in transit|out for delivery|EUR/);
  });

  it('keeps what its maker chose: intent, team and priority', async () => {
    const { ticket } = await open({
      ...tracking(newCustomer(), 12345),
      rcc_intent: 727000005,
      rcc_priority: 727000003,
      rcc_sentiment: 727000002,
    });
    expect(ticket).toMatchObject({
      rcc_intent: 727000005,
      rcc_team: 727000005,
      rcc_priority: 727000003,
      rcc_sentiment: 727000002,
    });
    const due = (hours: number) => Date.parse(String(ticket.createdon)) + hours * 3_600_000;
    expect(Date.parse(String(ticket.rcc_firstresponsedue))).toBeLessThanOrEqual(due(4));
  });

  it('that somebody takes before it is read is read, but neither mailed about nor moved', async () => {
    const row = await desk.create('rcc_tickets', {
      rcc_channel: CHANNEL.app,
      ...tracking('customer@example.com', 12345),
    });
    await desk.update('rcc_tickets', String(row.rcc_ticketid), { statuscode: TICKET_STATUS.inProgress });
    const { ticket, sent } = await found(row.rcc_ticketid);
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.inProgress, rcc_intent: 727000000 });
    expect(ticket.rcc_firstresponsedue).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it.each(['email', 'chat'])('is not what a ticket of the channel %s is', async (channel) => {
    const values = { rcc_channel: channel === 'email' ? 727000000 : 727000001, rcc_title: 'Hello' };
    const { runs } = await found((await desk.create('rcc_tickets', values)).rcc_ticketid);
    expect(runs).toEqual([]);
  });
});

describe('When the trigger comes twice', () => {
  const again = async ({ ticket }: Created) => {
    desk.product.platform.raise(FLOW, { headers: {}, body: { ...ticket, statuscode: 1, rcc_triagejson: null } });
    return found(ticket.rcc_ticketid);
  };

  it('one after the other, nothing more happens, also when an agent has moved the ticket on', async () => {
    const first = await open(tracking('customer@example.com', 12345));
    await desk.update('rcc_tickets', String(first.ticket.rcc_ticketid), { rcc_intent: 727000005 });
    await desk.idle();
    const second = await again(first);
    expect(second.ticket).toMatchObject({ statuscode: TICKET_STATUS.answered, rcc_statusversion: 1 });
    expect(second.ticket.rcc_intent).toBe(727000005);
    expect(second.sent).toHaveLength(1);
  });

  it('side by side, one mail goes out and the ticket is answered', async () => {
    // The first run is held up after its mail, so that the second one meets the ticket half done.
    const busy = { kind: 'status', statusCode: 429, body: {} } as const;
    faults.set([{ action: 'Save_outbound_message', rule: { attempt: 1, fault: busy } }]);
    const row = await desk.create('rcc_tickets', {
      rcc_channel: CHANNEL.app,
      ...tracking('customer@example.com', 12345),
    });
    desk.product.platform.raise(FLOW, { headers: {}, body: row });
    const { ticket, sent, runs } = await found(row.rcc_ticketid);
    expect(runs.map(({ status }) => status).sort()).toEqual(['Cancelled', 'Succeeded']);
    expect(sent).toHaveLength(1);
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.answered, rcc_statusversion: 1, rcc_reviewreasons: null });
  });

  it('and the first run died after the claim, the ticket says that the mail is unknown', async () => {
    const row = await desk.create('rcc_tickets', {
      rcc_channel: CHANNEL.email,
      ...tracking('customer@example.com', 12345),
    });
    const ticketId = String(row.rcc_ticketid);
    const claim = desk.product.platform;
    await desk.update('rcc_tickets', ticketId, { rcc_channel: CHANNEL.app });
    faults.set([{ action: 'Claim_mail', rule: { attempt: 1, fault: { kind: 'answerLostAfterEffect' } } }]);
    claim.raise(FLOW, { headers: {}, body: row });
    const { ticket, sent, outbound } = await found(ticketId);
    expect(sent).toEqual([]);
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_requireshumanreview: true });
    expect(String(ticket.rcc_reviewreasons)).toContain('mail_unknown');
    expect(outbound?.rcc_status).toBe(MESSAGE_STATUS.unknown);
  });
});

describe('When the mail', () => {
  it('is refused, the ticket is queued with that reason', async () => {
    const refused = { kind: 'status', statusCode: 400, body: { error: { code: 'ErrorInvalidRecipients' } } } as const;
    faults.set([{ action: 'Send_answer', rule: { fault: refused } }]);
    const { ticket, outbound, runs } = await open(tracking('customer@example.com', 12345));
    expect(runs.map(({ status }) => status)).toEqual(['Succeeded']);
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_requireshumanreview: true });
    expect(String(ticket.rcc_reviewreasons)).toContain('mail_failed');
    expect(outbound?.rcc_status).toBe(MESSAGE_STATUS.failed);
    expect(resultOf(runs)).toMatchObject({ ai_response: false, notification_status: 'failed' });
  });

  it('may or may not have gone out, the ticket is queued with that reason', async () => {
    faults.set([{ action: 'Send_answer', rule: { fault: { kind: 'answerLostAfterEffect' } } }]);
    const { ticket, outbound, sent } = await open(tracking('customer@example.com', 12345));
    expect(sent).toHaveLength(1);
    expect(ticket.statuscode).toBe(TICKET_STATUS.unassigned);
    expect(String(ticket.rcc_reviewreasons)).toContain('mail_unknown');
    expect(outbound?.rcc_status).toBe(MESSAGE_STATUS.unknown);
  });
});

describe('When the service is away', () => {
  it('the ticket is queued for a person, and read once the trigger comes again', async () => {
    faults.set([{ action: 'Create_ticket', rule: BROKEN }]);
    const first = await open(tracking('customer@example.com', 12345));
    expect(first.runs.map(({ status }) => status)).toEqual(['Failed']);
    expect(first.ticket).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      rcc_statusversion: 1,
      rcc_team: 727000005,
      rcc_reviewreasons: 'processing_failed',
    });
    expect(desk.rows('rcc_errorlog').some((row) => row.rcc_runid === first.runs[0]?.runId)).toBe(true);

    faults.set([]);
    desk.product.platform.raise(FLOW, { headers: {}, body: { ...first.ticket, statuscode: 1 } });
    const second = await found(first.ticket.rcc_ticketid);
    expect(second.ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_intent: 727000000 });
    expect(second.sent).toEqual([]);
  });
});

describe('with faults', () => itKeepsItsPromises(FLOW, situations, { desk: false }));
