import type { TicketTableRow } from '../../contract/ticket-table-row';
import { messageHeaders } from './message-headers';
import { readTableRow, referredTicket } from './read-table-row';

const row = (more: Partial<TicketTableRow> = {}): TicketTableRow => ({
  rcc_ticketid: 'ticket-1',
  statuscode: 727000003,
  ...more,
});

it('A row of the table says the same as one in words', () => {
  const read = readTableRow(
    row({
      rcc_statusversion: 4,
      rcc_ticketnumber: 'TKT-000007',
      rcc_intent: 727000001,
      rcc_sentiment: 727000002,
      rcc_priority: 727000003,
      rcc_team: 727000004,
      rcc_ordernumber: 'ORD-12345',
      rcc_customeremail: 'ana@example.com',
      rcc_conversationid: 'c-1',
      _rcc_assignedagent_value: 'agent-1',
      createdon: '2026-03-02T09:30:00Z',
      rcc_slapausedsince: null,
      rcc_reviewreasons: 'money; legal',
    }),
  );
  expect(read).toMatchObject({
    ticket_id: 'ticket-1',
    ticket_number: 'TKT-000007',
    status: 'assigned',
    status_version: 4,
    intent: 'returns',
    sentiment: 'negative',
    priority: 'critical',
    team: 'payments',
    order_id: 'ORD-12345',
    customer_email: 'ana@example.com',
    conversation_id: 'c-1',
    agent_id: 'agent-1',
    created_at: '2026-03-02T09:30:00Z',
    sla_paused_since: null,
    review_reasons: 'money; legal',
  });
});

it.each([
  [1, 'new'],
  [727000001, 'answered'],
  [727000007, 'resolved'],
  [2, 'closed'],
])('The status %i is %s', (statuscode, status) => {
  expect(readTableRow(row({ statuscode }))?.status).toBe(status);
});

it.each([0, 3, 727000009, -1])('A row with the unknown status %i is no candidate', (statuscode) => {
  expect(readTableRow(row({ statuscode }))).toBeNull();
});

it('A choice the vocabulary does not have is left out', () => {
  expect(readTableRow(row({ rcc_intent: 727000099, rcc_team: null }))).toMatchObject({ intent: null, team: null });
});

describe('The message that is answered leads to its ticket', () => {
  const holding = (id: string, ...messages: string[]) =>
    row({
      rcc_ticketid: id,
      rcc_ticket_rcc_message_Ticket: messages.map((one) => ({ rcc_internetmessageid: one })),
    });
  const rows = [holding('one', '<a@x>', '<b@x>'), holding('two', '<C@x>'), row({ rcc_ticketid: 'three' })];
  const led = (headers: Record<string, string>) =>
    referredTicket(rows, messageHeaders(Object.entries(headers).map(([name, value]) => ({ name, value }))));

  it.each([
    ['by In-Reply-To, in any case', { 'In-Reply-To': '<c@X>' }, 'two'],
    ['by the nearest of References', { References: '<a@x> <none@x> <c@x>' }, 'two'],
    ['by In-Reply-To before References', { References: '<c@x>', 'In-Reply-To': '<b@x>' }, 'one'],
    ['not without a message of ours', { 'In-Reply-To': '<other@x>' }, undefined],
    ['not without headers', {}, undefined],
  ])('%s', (_, headers, ticket) => {
    expect(led(headers as Record<string, string>)).toBe(ticket);
  });
});
