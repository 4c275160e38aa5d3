import { eventProblems } from '../../events/event-problems';
import { readDeskTimes } from '../desk/read-desk-times';
import { ticketId } from '../ticket-id';
import { feedback } from './record-feedback';

const weekly_intervals = JSON.stringify({
  friday: [{ from: '09:00', to: '17:00' }],
  monday: [{ from: '09:00', to: '17:00' }],
});
const times = readDeskTimes({ business_hours: { time_zone: 'Europe/Berlin', weekly_intervals } }, { timeZone: 'UTC' });
/** A Friday, 15:00 in Berlin. */
const now = new Date('2026-03-06T14:00:00Z');
const request = {
  ticket_id: 'ticket-1',
  ticket_number: 'TKT-000123',
  rating: 1,
  comment: 'Nobody <b>called</b> me.',
  customer_email: 'jane@example.com',
  customer_name: 'Jane Doe',
  agent_id: 'agent-7',
  language: 'de',
};

it.each([1, 2, 3, 4, 5])('with %d stars a supervisor follows up or not, and the customer is thanked', (rating) => {
  const { answer } = feedback({ ...request, rating }, 'key-1', times, now);
  expect(answer).toMatchObject({ follow_up: rating <= 2, notice: { to: 'jane@example.com' } });
  expect(answer.follow_up_subject).toBe(`Follow up on feedback: ${rating} of 5 stars [TKT-000123]`);
  expect(answer.notice.subject).toBe('Danke für Ihre Rückmeldung [TKT-000123]');
  expect(answer.notice.html.includes('Teamleitung')).toBe(rating <= 2);
});

it('is followed up within eight business hours: two on Friday, six on Monday', () => {
  const due = (submitted_at?: string) => feedback({ ...request, submitted_at }, 'k', times, now).answer.follow_up_due;
  expect(due()).toBe('2026-03-09T14:00:00.000Z');
  expect(due('2026-03-06T09:00:00Z')).toBe('2026-03-09T09:00:00.000Z');
});

it('has one id for each key, a UUID of version 5 that no ticket has', () => {
  const idOf = (key: string) => feedback(request, key, times, now).answer.feedback_id;
  expect(idOf('key-1')).toBe(idOf('key-1'));
  expect(idOf('key-1')).not.toBe(idOf('key-2'));
  expect(idOf('key-1')).not.toBe(ticketId('key', 'key-1'));
  expect(idOf('key-1')).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

it('records what was said and not the name, when it was said', () => {
  const { events } = feedback({ ...request, submitted_at: '2026-03-05T10:00:00Z' }, 'key-1', times, now);
  expect(events).toMatchObject([
    { type: 'feedback.received', source: 'feedback', occurredAt: '2026-03-05T10:00:00.000Z', payload: { rating: 1 } },
  ]);
  expect(events.flatMap(eventProblems)).toEqual([]);
  expect(JSON.stringify(events)).not.toContain('Jane');
});

it('takes an empty column as left out', () => {
  const row = {
    comment: null,
    channel: null,
    customer_email: null,
    customer_name: null,
    language: null,
    submitted_at: null,
  };
  const { answer, events } = feedback({ ...request, ...row, ticket_number: null }, 'key-1', times, now);
  expect(answer).toMatchObject({ follow_up_subject: 'Follow up on feedback: 1 of 5 stars', notice: { to: '' } });
  expect(events[0]?.occurredAt).toBe(now.toISOString());
  expect(events.flatMap(eventProblems)).toEqual([]);
});
