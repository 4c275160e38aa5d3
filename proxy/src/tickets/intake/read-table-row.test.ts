import { INTENTS, PRIORITIES, SENTIMENTS, TEAMS } from '../../contract/vocabulary';
import { messageHeaders } from './message-headers';
import { readTableRow, referredTicket } from './read-table-row';

const row = { rcc_ticketid: 't', statuscode: 727000003 };

it.each([
  [1, 'new'],
  [2, 'closed'],
  [727000001, 'answered'],
  [727000002, 'unassigned'],
  [727000003, 'assigned'],
  [727000004, 'in_progress'],
  [727000005, 'waiting'],
  [727000006, 'escalated'],
  [727000007, 'resolved'],
])('the status %d is %s', (statuscode, status) => {
  expect(readTableRow({ ...row, statuscode })?.status).toBe(status);
});

it('a row of a status that is none of ours is not looked at', () => {
  expect(readTableRow({ ...row, statuscode: 5 })).toBeNull();
});

it.each([
  ['intent', 'rcc_intent', INTENTS],
  ['sentiment', 'rcc_sentiment', SENTIMENTS],
  ['priority', 'rcc_priority', PRIORITIES],
  ['team', 'rcc_team', TEAMS],
] as const)('the numbers of %s are in the order of its words', (field, column, words) => {
  const read = [0, 1, words.length - 1, words.length].map(
    (index) => readTableRow({ ...row, [column]: 727000000 + index })?.[field],
  );
  expect(read).toEqual([words[0], words[1], words.at(-1), null]);
  expect(readTableRow({ ...row, [column]: null })?.[field]).toBeNull();
});

it('takes the other columns as they are', () => {
  const columns = { rcc_customeremail: 'a@example.com', rcc_ordernumber: 'ORD-1', _rcc_assignedagent_value: 'agent' };
  expect(readTableRow({ ...row, ...columns, createdon: '2026-03-01T09:00:00Z' })).toMatchObject({
    ticket_id: 't',
    customer_email: 'a@example.com',
    order_id: 'ORD-1',
    agent_id: 'agent',
    created_at: '2026-03-01T09:00:00Z',
  });
});

it('the message a mail answers leads to its ticket: In-Reply-To first, then the nearest of References', () => {
  const withMessages = (rcc_ticketid: string, ...ids: string[]) => ({
    ...row,
    rcc_ticketid,
    rcc_ticket_rcc_message_Ticket: ids.map((rcc_internetmessageid) => ({ rcc_internetmessageid })),
  });
  const rows = [withMessages('one', '<1@example.com>'), row, withMessages('two', '<2@example.com>', '<3@example.com>')];
  const referred = (name: string, value: string) => referredTicket(rows, messageHeaders([{ name, value }]));
  expect(referred('In-Reply-To', '<3@EXAMPLE.com>')).toBe('two');
  expect(referred('References', '<2@example.com> <1@example.com>\r\n <9@example.com>')).toBe('one');
  expect(referred('In-Reply-To', '<9@example.com>')).toBeUndefined();
  const both = [
    { name: 'References', value: '<2@example.com>' },
    { name: 'In-Reply-To', value: '<1@example.com>' },
  ];
  expect(referredTicket(rows, messageHeaders(both))).toBe('one');
});
