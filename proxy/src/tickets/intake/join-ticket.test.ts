import fc from 'fast-check';
import type { TicketRow } from '../../contract/desk';
import { INTENTS, PRIORITIES, SENTIMENTS, TEAMS, TICKET_STATUSES } from '../../contract/vocabulary';
import { readDeskTimes } from '../desk/read-desk-times';
import { joinTicket } from './join-ticket';
import type { MessageReading } from './message-reading';

const times = readDeskTimes({}, { timeZone: 'UTC' });
const customer = 'customer@example.com';
const at = (text: string) => new Date(`2026-03-${text}:00Z`);

const ticket = (more: Partial<TicketRow>): TicketRow => ({
  ticket_id: 't',
  status: 'assigned',
  status_version: 4,
  customer_email: customer,
  agent_id: 'agent',
  intent: 'order_tracking',
  team: 'orders',
  sentiment: 'neutral',
  priority: 'normal',
  created_at: '2026-03-01T09:00:00Z',
  first_response_due: '2026-03-01T17:00:00.000Z',
  resolution_due: '2026-03-03T09:00:00.000Z',
  ...more,
});
const reading = (more: Partial<MessageReading> = {}): MessageReading => ({
  intent: 'returns',
  team: 'returns',
  sentiment: 'neutral',
  priority: 'normal',
  review_reasons: [],
  ...more,
});
const join = (
  row: Partial<TicketRow>,
  more: Partial<MessageReading> = {},
  received = at('02T09:00'),
  from = customer,
) => joinTicket(ticket(row), reading(more), from, times, received);

it.each([
  ['new', null, 'unassigned', 5, 'reply'],
  ['answered', null, 'unassigned', 5, 'reply'],
  ['answered', 'agent', 'assigned', 5, 'reply'],
  ['waiting', 'agent', 'assigned', 5, 'queue'],
  ['waiting', null, 'unassigned', 5, 'queue'],
  ['resolved', 'agent', 'assigned', 5, 'queue'],
  ['resolved', null, 'unassigned', 5, 'queue'],
  ['unassigned', null, 'unassigned', 4, 'queue'],
  ['assigned', 'agent', 'assigned', 4, 'queue'],
  ['in_progress', 'agent', 'in_progress', 4, 'queue'],
  ['escalated', 'agent', 'escalated', 4, 'queue'],
] as const)('%s with agent %s becomes %s at version %d: %s', (status, agent_id, after, version, action) => {
  expect(join({ status, agent_id })).toMatchObject({ status: after, status_version: version, action });
});

it('another address in the thread is never answered by itself, and a person sees why', () => {
  const change = join({ status: 'answered', agent_id: null }, {}, at('02T09:00'), 'colleague@example.com');
  expect(change).toMatchObject({ action: 'queue', status: 'unassigned', review_reasons: ['other_sender'] });
});

it('unites the reasons, each once', () => {
  const change = join({ review_reasons: 'money; legal;' }, { review_reasons: ['legal', 'safety'] });
  expect(change.review_reasons).toEqual(['money', 'legal', 'safety']);
});

it('keeps what the ticket is about, unless nobody has had it or the message is the first critical one', () => {
  expect(join({})).toMatchObject({ intent: 'order_tracking', team: 'orders' });
  expect(join({}, { priority: 'critical' })).toMatchObject({
    intent: 'returns',
    team: 'returns',
    priority: 'critical',
  });
  expect(join({ priority: 'critical' }, { priority: 'critical' })).toMatchObject({ team: 'orders' });
  expect(join({ status: 'answered' })).toMatchObject({ intent: 'returns', team: 'returns' });
  expect(join({ intent: null, team: null })).toMatchObject({ intent: 'returns', team: 'returns' });
});

it('moves both dues by the time the ticket waited', () => {
  const change = join({ status: 'waiting', sla_paused_since: '2026-03-01T12:00:00Z' }, {}, at('01T14:00'));
  expect(change).toMatchObject({
    first_response_due: '2026-03-01T19:00:00.000Z',
    resolution_due: '2026-03-03T11:00:00.000Z',
  });
});

it('the clocks of an answered and of a resolved ticket stood as well', () => {
  const resolved = {
    status: 'resolved' as const,
    first_responded_at: '2026-03-01T10:00:00Z',
    resolved_at: '2026-03-02T09:00:00Z',
  };
  expect(join(resolved, {}, at('05T09:00'))).toMatchObject({
    first_response_due: '2026-03-01T17:00:00.000Z',
    resolution_due: '2026-03-06T09:00:00.000Z',
  });
  const answered = { status: 'answered' as const, first_responded_at: '2026-03-01T09:00:00Z' };
  expect(join(answered, {}, at('05T09:00')).resolution_due).toBe('2026-03-07T09:00:00.000Z');
});

it('a message that crossed with our answer moves nothing', () => {
  const change = join({ status: 'waiting', sla_paused_since: '2026-03-01T12:00:00Z' }, {}, at('01T11:59'));
  expect(change.resolution_due).toBe('2026-03-03T09:00:00.000Z');
});

it('a message more urgent than the ticket is due as if it had come as a new one, never later than before', () => {
  const change = join({}, { priority: 'critical' }, at('01T10:00'));
  expect(change).toMatchObject({
    first_response_due: '2026-03-01T11:00:00.000Z',
    resolution_due: '2026-03-01T18:00:00.000Z',
  });
  expect(join({ first_responded_at: '2026-03-01T09:30:00Z' }, { priority: 'critical' }, at('01T10:00'))).toMatchObject({
    first_response_due: '2026-03-01T17:00:00.000Z',
    resolution_due: '2026-03-01T18:00:00.000Z',
  });
  expect(join({}, { priority: 'high' }, at('03T08:00')).resolution_due).toBe('2026-03-03T09:00:00.000Z');
});

const instant = fc.date({ min: new Date('2026-02-01'), max: new Date('2026-04-01'), noInvalidDate: true });
const instantText = fc.option(instant.map((date) => date.toISOString()));
const anyTicket = fc.record(
  {
    ticket_id: fc.constant('t'),
    status: fc.constantFrom(...TICKET_STATUSES.filter((status) => status !== 'closed')),
    status_version: fc.option(fc.nat(100)),
    customer_email: fc.constantFrom(customer, 'other@example.com', null),
    agent_id: fc.constantFrom('agent', null),
    intent: fc.option(fc.constantFrom(...INTENTS)),
    team: fc.option(fc.constantFrom(...TEAMS)),
    sentiment: fc.option(fc.constantFrom(...SENTIMENTS)),
    priority: fc.option(fc.constantFrom(...PRIORITIES)),
    created_at: instantText,
    first_response_due: instantText,
    resolution_due: instantText,
    first_responded_at: instantText,
    resolved_at: instantText,
    sla_paused_since: instantText,
    review_reasons: fc.constantFrom('money', 'money; legal', '', null),
  },
  { requiredKeys: ['ticket_id', 'status'] },
);
const anyReading = fc.record({
  intent: fc.constantFrom(...INTENTS),
  team: fc.constantFrom(...TEAMS),
  sentiment: fc.constantFrom(...SENTIMENTS),
  priority: fc.constantFrom(...PRIORITIES),
  review_reasons: fc.subarray(['money', 'legal', 'injection']),
});

/** The table of the states a ticket goes through, for what a customer's message can do. */
const AFTER_A_MESSAGE: Record<string, readonly string[]> = {
  new: ['unassigned'],
  answered: ['assigned', 'unassigned'],
  waiting: ['assigned', 'unassigned'],
  resolved: ['assigned', 'unassigned'],
  unassigned: ['unassigned'],
  assigned: ['assigned'],
  in_progress: ['in_progress'],
  escalated: ['escalated'],
};

it('goes along the table only, one version for each step, and neither urgency nor tone nor reasons get less', () => {
  fc.assert(
    fc.property(anyTicket, anyReading, instant, (row, message, received) => {
      const change = joinTicket(row, message, customer, times, received);
      expect(AFTER_A_MESSAGE[row.status]).toContain(change.status);
      expect(change.status_version - (row.status_version ?? 0)).toBe(change.status === row.status ? 0 : 1);
      const rank = <T extends string>(words: readonly T[], word: T | null | undefined) =>
        word ? words.indexOf(word) : -1;
      expect(rank(PRIORITIES, change.priority)).toBe(
        Math.max(rank(PRIORITIES, row.priority), rank(PRIORITIES, message.priority)),
      );
      expect(rank(SENTIMENTS, change.sentiment)).toBe(
        Math.max(rank(SENTIMENTS, row.sentiment), rank(SENTIMENTS, message.sentiment)),
      );
      const before = (row.review_reasons ?? '').split('; ').filter(Boolean);
      expect(change.review_reasons).toEqual(expect.arrayContaining([...before, ...message.review_reasons]));
      if (change.action === 'reply') expect(row.customer_email).not.toBe('other@example.com');
      expect(joinTicket(row, message, customer, times, received)).toEqual(change);
    }),
    { numRuns: 1000 },
  );
});

it('a due time moves only forward over a pause, and only back for urgency', () => {
  fc.assert(
    fc.property(anyTicket, anyReading, instant, (row, message, received) => {
      const given = { ...row, resolution_due: row.resolution_due ?? '2026-03-10T00:00:00.000Z' };
      const calm = joinTicket(given, { ...message, priority: given.priority ?? 'low' }, customer, times, received);
      if (given.priority) expect(calm.resolution_due >= given.resolution_due).toBe(true);
      const urgent = joinTicket(given, { ...message, priority: 'critical' }, customer, times, received);
      expect(urgent.resolution_due <= calm.resolution_due).toBe(true);
    }),
  );
});
