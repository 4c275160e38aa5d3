import fc from 'fast-check';
import type { TicketRow } from '../../contract/desk';
import { INTENTS, TICKET_STATUSES } from '../../contract/vocabulary';
import { findTicket, type TicketClues } from './find-ticket';

const DAY = 86_400_000;
const today = new Date('2026-03-15T12:00:00.000Z');
const ago = (days: number) => new Date(today.getTime() - days * DAY).toISOString();

const ticket = (more: Partial<TicketRow> = {}): TicketRow => ({
  ticket_id: 't',
  ticket_number: 'TKT-000123',
  status: 'assigned',
  customer_email: 'customer@example.com',
  created_at: ago(3),
  ...more,
});
const clues = (more: Partial<TicketClues> = {}): TicketClues => ({
  customer_email: 'customer@example.com',
  intent: 'returns',
  needsPerson: false,
  ...more,
});
const found = (tickets: TicketRow[], more: Partial<TicketClues>) => findTicket(tickets, clues(more))?.ticket_id;

it('goes by the conversation first, then the token, the message answered, the order', () => {
  const all = [
    ticket({ ticket_id: 'order', order_id: 'ORD-12345' }),
    ticket({ ticket_id: 'answered to', ticket_number: null }),
    ticket({ ticket_id: 'token', ticket_number: 'TKT-000777' }),
    ticket({ ticket_id: 'conversation', conversation_id: 'c' }),
  ];
  const everything = {
    conversation_id: 'c',
    subject: 'Re: [TKT-000777] Hello',
    referred_ticket_id: 'answered to',
    order_id: '12345',
  };
  expect(found(all, everything)).toBe('conversation');
  expect(found(all.slice(0, 3), everything)).toBe('token');
  expect(found(all.slice(0, 2), everything)).toBe('answered to');
  expect(found(all.slice(0, 1), everything)).toBe('order');
  expect(found([], everything)).toBeUndefined();
});

it.each(['ORD-12345', '12345', '#12345', 'ord 12345'])('the order may be written %s', (order_id) => {
  expect(found([ticket({ order_id: 'ORD-12345' })], { order_id })).toBe('t');
  expect(found([ticket({ order_id })], { order_id: 'ORD-12345' })).toBe('t');
});

it('the token of the last answer, which stands last, wins', () => {
  const tickets = [
    ticket({ ticket_id: 'a', ticket_number: 'TKT-1' }),
    ticket({ ticket_id: 'b', ticket_number: 'TKT-2' }),
  ];
  expect(found(tickets, { subject: 'Re: [TKT-1] AW: [tkt-2]' })).toBe('b');
  expect(found(tickets, { subject: 'TKT-1' })).toBeUndefined();
});

it('another customer’s ticket is never reached by its number or its order, only by the thread', () => {
  const theirs = ticket({ customer_email: 'other@example.com', order_id: 'ORD-12345', conversation_id: 'c' });
  expect(found([theirs], { subject: '[TKT-000123]', order_id: '12345', needsPerson: true })).toBeUndefined();
  expect(found([theirs], { conversation_id: 'c' })).toBe('t');
  expect(found([theirs], { referred_ticket_id: 't' })).toBe('t');
});

it('without an order, only what a person must see joins what is about the same thing', () => {
  const same = ticket({ intent: 'returns' });
  expect(found([same], { needsPerson: true })).toBe('t');
  expect(found([same], {})).toBeUndefined();
  expect(found([same], { needsPerson: true, intent: 'other' })).toBeUndefined();
  expect(found([{ ...same, order_id: 'ORD-1' }], { needsPerson: true })).toBeUndefined();
  expect(found([{ ...same, status: 'answered' }], { needsPerson: true })).toBeUndefined();
});

it('a resolved ticket goes on until it is closed, however long ago that was', () => {
  const before = (status: TicketRow['status']) => ticket({ status, resolved_at: ago(400), conversation_id: 'c' });
  expect(found([before('resolved')], { conversation_id: 'c' })).toBe('t');
  expect(found([before('closed')], { conversation_id: 'c' })).toBeUndefined();
  const open = ticket({ ticket_id: 'open', order_id: '1' });
  expect(found([before('closed'), open], { conversation_id: 'c', order_id: '1' })).toBe('open');
});

const EMAILS = ['a@example.com', 'A@Example.com ', 'b@example.com', ''];
const row = fc.record(
  {
    ticket_id: fc.constantFrom('1', '2', '3', '4', '5'),
    ticket_number: fc.constantFrom('TKT-1', 'TKT-2', null),
    status: fc.constantFrom(...TICKET_STATUSES),
    customer_email: fc.constantFrom(...EMAILS, null),
    conversation_id: fc.constantFrom('x', 'y', null),
    order_id: fc.constantFrom('ORD-1', '1', 'ORD-2', '', null),
    intent: fc.constantFrom('returns' as const, 'other' as const, null),
    created_at: fc.constantFrom(ago(1), ago(2), null),
  },
  { requiredKeys: ['ticket_id', 'status'] },
);
const message = fc.record(
  {
    customer_email: fc.constantFrom(...EMAILS),
    subject: fc.constantFrom('Hello', 'Re: [TKT-1]', '[TKT-2] [TKT-1]'),
    conversation_id: fc.constantFrom('x', 'y', 'z'),
    referred_ticket_id: fc.constantFrom('1', '2', '9'),
    order_id: fc.constantFrom('ORD-1', '#2', '3'),
    intent: fc.constantFrom(...INTENTS),
    needsPerson: fc.boolean(),
  },
  { requiredKeys: ['customer_email', 'intent', 'needsPerson'] },
);

/** How strongly a ticket is pointed at, looked at by itself: the lower, the stronger; nothing when it is not. */
function strength(row: TicketRow, said: TicketClues): number | undefined {
  if (row.status === 'closed') return undefined;
  const bare = (text?: string | null) => (text ?? '').trim().toLowerCase();
  const own = bare(row.customer_email) !== '' && bare(row.customer_email) === bare(said.customer_email);
  const digits = (text?: string | null) => (text ?? '').replace(/\D/g, '');
  const tokens = (said.subject?.match(/TKT-\d/g) ?? []).reverse();
  if (said.conversation_id && row.conversation_id === said.conversation_id) return 0;
  if (own && row.ticket_number && tokens.includes(row.ticket_number)) return 1 + tokens.indexOf(row.ticket_number);
  if (row.ticket_id === said.referred_ticket_id) return 10;
  if (!own || ['new', 'answered', 'resolved'].includes(row.status)) return undefined;
  if (said.order_id) return digits(row.order_id) === digits(said.order_id) ? 11 : undefined;
  return said.needsPerson && !row.order_id && row.intent === said.intent ? 11 : undefined;
}

it('finds the ticket that is pointed at most strongly, the newest of equals, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: (one) => one.ticket_id }), message, (tickets, said) => {
      const result = findTicket(tickets, said);
      const strengths = tickets.map((one) => strength(one, said));
      const best = Math.min(...strengths.map((one) => one ?? Infinity));
      const equals = tickets.filter((_, index) => strengths[index] === best);
      const newest = equals
        .map((one) => one.created_at ?? '')
        .sort()
        .at(-1);
      expect(result).toEqual(
        equals
          .filter((one) => (one.created_at ?? '') === newest)
          .sort((a, b) => (a.ticket_id < b.ticket_id ? -1 : 1))[0],
      );
      expect(findTicket([...tickets].reverse(), said)).toBe(result);
    }),
    { numRuns: 2000 },
  );
});
