import type { TicketRow } from '../../contract/desk';
import type { StoredEvent } from '../../events/event';
import { newEvent } from '../../events/event';
import type { CreateTicketRequest } from '../../contract/ticket';
import { type FakeServices, context, fakeServices, triaged } from '../../server/fake-services';
import type { TriageMessageRequest } from '../../contract/triage';
import { readDeskTimes } from '../desk/read-desk-times';
import { ticketId } from '../ticket-id';
import { takeInMessage } from './take-in-message';

const now = new Date('2026-03-02T09:30:00.000Z');
const times = readDeskTimes({}, { timeZone: 'UTC' });
const email: CreateTicketRequest = {
  channel: 'email',
  text: 'Where is order 12345?',
  subject: 'My order',
  customer_email: 'customer@example.com',
  customer_name: 'Carla Customer',
  message_id: '<1@example.com>',
  conversation_id: 'c',
  received_at: '2026-03-02T09:00:00Z',
};
const waiting: TicketRow = {
  ticket_id: '5f3c1f6e-0000-4000-8000-000000000001',
  ticket_number: 'TKT-000123',
  title: 'Where is it?',
  status: 'waiting',
  status_version: 3,
  customer_email: 'Customer@example.com',
  conversation_id: 'c',
  agent_id: 'agent',
  priority: 'high',
  first_response_due: '2026-03-01T17:00:00.000Z',
  resolution_due: '2026-03-03T09:00:00.000Z',
  sla_paused_since: '2026-03-01T12:00:00Z',
};

let services: FakeServices;
let read: TriageMessageRequest[];
let drafts: StoredEvent[];
beforeEach(() => {
  read = [];
  drafts = [];
  services = fakeServices();
  const { triage } = services.triage;
  services.triage.triage = (message, signal) => (read.push(message), triage(message, signal));
});
const takeIn = async (more: Partial<CreateTicketRequest> = {}, key = 'k') => {
  const store = { draftsOf: () => Promise.resolve(drafts) };
  const tools = { services, store, now: () => now };
  const effect = await takeInMessage({ ...email, ...more }, key, times, tools, new AbortController().signal);
  return { ...effect, kinds: effect.events.map((event) => event.type) };
};

it('opens a ticket for a message that belongs to none', async () => {
  const { answer, events, kinds } = await takeIn();
  expect(answer).toEqual({
    action: 'reply',
    joined: false,
    ticket_id: ticketId('key', 'k'),
    title: 'My order',
    intent: 'order_tracking',
    sentiment: 'neutral',
    priority: 'normal',
    team: 'orders',
    review_reasons: [],
    status_from: 'new',
    status: 'unassigned',
    status_version: 1,
    first_response_due: '2026-03-02T17:00:00.000Z',
    resolution_due: '2026-03-04T09:00:00.000Z',
    triage: triaged,
  });
  expect(kinds).toEqual(['message.received', 'message.triaged', 'ticket.created']);
  expect(events[2]).toMatchObject({
    occurredAt: '2026-03-02T09:00:00.000Z',
    payload: { ticket_id: answer.ticket_id, customer_name: 'Carla Customer', order_id: 'ORD-12345', channel: 'email' },
  });
});

it('gives the triage what the headers say of the sender', async () => {
  const internet_headers = [
    { name: 'Reply-To', value: 'Somebody <else@example.com>' },
    { name: 'Authentication-Results', value: 'mx; dmarc=fail' },
  ];
  await takeIn({ internet_headers, is_html: true });
  expect(read).toEqual([
    {
      channel: 'email',
      text: email.text,
      subject: 'My order',
      is_html: true,
      from_email: 'customer@example.com',
      reply_to: 'else@example.com',
      authentication_results: 'mx; dmarc=fail',
      message_id: '<1@example.com>',
      conversation_id: 'c',
      received_at: '2026-03-02T09:00:00Z',
    },
  ]);
  await takeIn({ internet_headers, reply_to: 'named@example.com' });
  expect(read[1]?.reply_to).toBe('named@example.com');
});

it('ignores a message of a machine: nothing is read, looked up or joined', async () => {
  const { answer, events, kinds } = await takeIn({
    internet_headers: [{ name: 'Auto-Submitted', value: 'auto-replied' }],
    open_tickets: [waiting],
    look_up_order: true,
  });
  expect(answer).toMatchObject({
    action: 'ignore',
    joined: false,
    ignored_because: 'automatic_message: Auto-Submitted',
  });
  expect([read, services.asked.orderContext, kinds]).toEqual([[], 0, ['message.ignored']]);
  expect(events[0]).toMatchObject({ source: 'email', payload: { message_id: '<1@example.com>' } });
});

it('only mail is told by its sender to be a machine’s', async () => {
  const from = { customer_email: 'postmaster@example.com' };
  expect((await takeIn(from)).answer.action).toBe('ignore');
  expect((await takeIn({ ...from, channel: 'app' })).answer.action).toBe('reply');
});

it('joins the ticket the message belongs to, and says what became of it', async () => {
  const { answer, events, kinds } = await takeIn({ open_tickets: [waiting] });
  expect(answer).toMatchObject({
    action: 'queue',
    joined: true,
    ticket_id: waiting.ticket_id,
    title: 'Where is it?',
    priority: 'high',
    status_from: 'waiting',
    status: 'assigned',
    status_version: 4,
    resolution_due: '2026-03-04T06:00:00.000Z',
  });
  expect(kinds).toEqual(['message.received', 'message.triaged', 'ticket.joined']);
  expect(events[2]?.payload).toMatchObject({
    ticket_id: waiting.ticket_id,
    ticket_number: 'TKT-000123',
    status_from: 'waiting',
    status_to: 'assigned',
    status_version: 4,
    reopened: false,
  });
});

it('says that a resolved ticket was opened again', async () => {
  const resolved = { ...waiting, status: 'resolved' as const, resolved_at: '2026-03-01T12:00:00Z' };
  const { answer, events } = await takeIn({ open_tickets: [resolved] });
  expect(answer).toMatchObject({ status_from: 'resolved', status: 'assigned' });
  expect(events.at(-1)).toMatchObject({ type: 'ticket.joined', payload: { reopened: true } });
});

it('the order the triage found leads to the ticket about it', async () => {
  const about = { ...waiting, conversation_id: null, order_id: 'ORD-12345' };
  expect((await takeIn({ open_tickets: [about] })).answer.ticket_id).toBe(about.ticket_id);
});

it('a message a person must see joins what is about the same thing; one read before does not', async () => {
  const same: TicketRow = { ...waiting, conversation_id: null, intent: 'order_tracking' };
  services.triage.triage = () => Promise.resolve({ ...triaged, order_id: null, requires_human_review: true });
  expect((await takeIn({ open_tickets: [same] })).answer.joined).toBe(true);
  expect((await takeIn({ open_tickets: [same], intent: 'order_tracking' })).answer.joined).toBe(false);
});

it('takes a row made in the app as the ticket, and joins it to no other', async () => {
  const ticket_id = '5f3c1f6e-0000-4000-8000-000000000009';
  const made: TicketRow = { ticket_id, status: 'new', status_version: 2 };
  const { answer, kinds } = await takeIn({ channel: 'app', ticket_id, open_tickets: [waiting, made] });
  expect(answer).toMatchObject({ ticket_id, joined: false, status: 'unassigned', status_version: 3 });
  expect(kinds.at(-1)).toBe('ticket.created');
});

it('does not read again what was read before', async () => {
  const before = { intent: 'payment_issue', sentiment: 'negative', priority: 'high', order_id: '12345' } as const;
  const { answer, kinds } = await takeIn({ ...before, open_tickets: [] });
  expect(answer).toMatchObject({ intent: 'payment_issue', sentiment: 'negative', priority: 'high', team: 'payments' });
  expect([read, kinds]).toEqual([[], ['ticket.created']]);
  expect(answer).not.toHaveProperty('triage');
});

it('looks the order up when asked to and a number is known', async () => {
  const { answer, kinds } = await takeIn({ look_up_order: true });
  expect(answer.order_context).toEqual(context);
  expect(kinds).toEqual(['message.received', 'message.triaged', 'context.looked_up', 'ticket.created']);
  expect((await takeIn({ look_up_order: true, intent: 'returns', order_id: '12345' })).kinds).toContain(
    'context.looked_up',
  );
  services.triage.triage = () => Promise.resolve({ ...triaged, order_id: null });
  expect((await takeIn({ look_up_order: true })).answer).not.toHaveProperty('order_context');
  services.triage.triage = () => Promise.resolve({ ...triaged, order_id: null, tracking_number: '794657890' });
  expect((await takeIn({ look_up_order: true })).answer.order_context).toEqual(context);
});

it.each([
  ['dispute_open', 'high', ['dispute_or_duplicate']],
  ['duplicate_charge', 'high', ['dispute_or_duplicate']],
  ['duplicate_charge', 'medium', []],
  ['late', 'high', []],
] as const)(
  'shows a person an order with %s (%s), whatever the message asks about',
  async (code, confidence, reasons) => {
    const findings = [{ code, confidence, evidence: [] }];
    services.commerce.orderContext = () => Promise.resolve({ ...context, findings });
    const opened = await takeIn({ look_up_order: true, order_id: 'ORD-12345' });
    expect(opened.answer.review_reasons).toEqual(reasons);
    const joined = await takeIn({ look_up_order: true, order_id: 'ORD-12345', open_tickets: [waiting] });
    expect([joined.answer.joined, joined.answer.review_reasons]).toEqual([true, reasons]);
  },
);

it('gives the same answer to the same message', async () => {
  const given = { open_tickets: [waiting], look_up_order: true };
  expect((await takeIn(given)).answer).toEqual((await takeIn(given)).answer);
});

describe('a bare number after the question for the order', () => {
  const asked = (): StoredEvent => ({
    ...newEvent(
      'reply.drafted',
      {
        channel: 'email',
        message_id: 'earlier',
        ticket_number: 'TKT-000123',
        intent: 'order_tracking',
        can_send: true,
        held_reasons: [],
        template: 'order_tracking.ask_order',
        language: 'en',
        reply_text: '',
        facts: [],
        check: { passed: true, statements: 0, unsupported: [] },
        duration_ms: 1,
      },
      now,
    ),
    sequence: 1,
    recordedAt: now.toISOString(),
  });
  const answering = (found: boolean) => {
    drafts = [asked()];
    services = fakeServices({
      triage: { triage: () => Promise.resolve({ ...triaged, intent: 'other', order_id: null, clean_text: '12345' }) },
    });
    services.commerce.orderContext = () => Promise.resolve({ ...context, found });
    const ticket: TicketRow = { ...waiting, status: 'answered', intent: 'order_tracking' };
    return takeIn({ text: '12345', open_tickets: [ticket], look_up_order: true });
  };

  it('is the order of the ticket when the shop knows it for this customer', async () => {
    const { answer } = await answering(true);
    expect(answer).toMatchObject({ intent: 'order_tracking', triage: { order_id: 'ORD-12345' } });
  });
  it('is kept nowhere when the shop does not', async () => {
    const { answer } = await answering(false);
    expect(answer).toMatchObject({ triage: { order_id: null }, order_context: { found: false } });
  });
});
