import type { TicketRow } from '../../contract/desk';
import type { ResolveTicketRequest } from '../../contract/resolution';
import { TICKET_STATUSES } from '../../contract/vocabulary';
import { eventProblems } from '../../events/event-problems';
import { readDeskTimes } from '../desk/read-desk-times';
import { resolution } from './resolve-ticket';
import { createSurveyLinks } from './survey-links';

const times = readDeskTimes({}, { timeZone: 'Europe/Berlin' });
const now = new Date('2026-03-01T23:30:00Z');
const surveys = createSurveyLinks({ keys: ['a key for tests only'], baseUrl: () => 'https://support.example.com' });

const ticket: TicketRow = {
  ticket_id: 'b7c7a3a2-1d5a-4c53-9f0e-6a0f6d3f2a11',
  ticket_number: 'TKT-000123',
  title: 'Where is my parcel?',
  status: 'in_progress',
  status_version: 4,
  language: 'en',
  customer_email: 'jane@example.com',
  customer_name: 'Jane Doe',
  agent_id: 'agent-7',
  agent_name: 'Ana',
};
const resolve = (row: Partial<TicketRow> = {}, more: Partial<ResolveTicketRequest> = {}) =>
  resolution({ ticket: { ...ticket, ...row }, ...more }, times, surveys, now);

it.each(TICKET_STATUSES.filter((status) => status !== 'closed'))('from %s a ticket becomes resolved', (status) => {
  expect(resolve({ status }).answer).toMatchObject({
    status: 'resolved',
    status_version: status === 'resolved' ? 4 : 5,
    resolution_kind: 'confirmed',
    resolved_at: '2026-03-01T23:30:00.000Z',
  });
});

it('refuses a closed ticket and names the field', () => {
  expect(() => resolve({ status: 'closed' })).toThrow(
    expect.objectContaining({ code: 'RCC_INVALID_REQUEST', target: 'body/ticket/status' }),
  );
});

it('gives a link that is signed for this ticket and its agent, and holds nothing about the customer', () => {
  const { survey_link, survey_expires_at, notice } = resolve().answer;
  expect(survey_expires_at).toBe('2026-03-31T23:30:00.000Z');
  const token = new URL(survey_link).searchParams.get('t') ?? '';
  expect(surveys.read(token, now)).toEqual({ state: 'valid', ticketId: ticket.ticket_id, agentId: 'agent-7' });
  expect(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).not.toMatch(/jane|Doe|parcel/i);
  expect(notice.html).toContain(`href="${survey_link}"`);
});

it.each([
  ['en', 'Your request is resolved [TKT-000123]', 'Hello Jane Doe,', '16 March 2026'],
  ['es-MX', 'Su solicitud está resuelta [TKT-000123]', 'Hola, Jane Doe:', '16 de marzo de 2026'],
  ['fr', 'Votre demande est résolue [TKT-000123]', 'Bonjour Jane Doe,', '16 mars 2026'],
  ['de', 'Ihr Anliegen ist gelöst [TKT-000123]', 'Guten Tag Jane Doe,', '16. März 2026'],
  ['nl', 'Your request is resolved [TKT-000123]', 'Hello Jane Doe,', '16 March 2026'],
  [null, 'Your request is resolved [TKT-000123]', 'Hello Jane Doe,', '16 March 2026'],
])('tells a customer of language %s, with the day in the desk’s zone', (language, subject, hello, reopensUntil) => {
  const { notify, notice } = resolve({ language }).answer;
  expect(notify).toBe(true);
  expect(notice).toMatchObject({ to: 'jane@example.com', subject });
  expect(notice.html).toContain(hello);
  expect(notice.html).toContain(reopensUntil);
});

it('names the day until which an answer reopens the ticket: when the desk closes it', () => {
  expect(resolve({}, { close_after_days: 3 }).answer.notice.html).toContain('5 March 2026');
});

it.each([
  ['a confirmed one', {}, 'confirmed', true],
  ['an assumed one that was answered by itself', { status: 'answered' }, 'assumed', true],
  ['an assumed one that waited for the customer', { status: 'waiting' }, 'assumed', true],
  [
    'an assumed one that had its answer',
    { status: 'resolved', first_responded_at: '2026-02-20T09:00:00Z' },
    'assumed',
    true,
  ],
  ['an assumed one that nobody ever answered', { status: 'resolved', first_responded_at: null }, 'assumed', false],
  ['one without an address', { customer_email: null }, 'confirmed', false],
  ['one with two addresses in one', { customer_email: 'jane@example.com;other@example.com' }, 'confirmed', false],
] as const)('of %s the customer is told or not', (_name, row, resolution_kind, told) => {
  const { notify, notice } = resolve(row, { resolution_kind }).answer;
  expect(notify).toBe(told);
  if (told) {
    expect(notice.html).toContain(
      resolution_kind === 'assumed' ? 'have not heard from you' : '<p>Your request is resolved.</p>',
    );
  }
});

it('records the row as it was, the kind and the instant, without title and names', () => {
  const { events } = resolve(
    { status: 'waiting' },
    { resolution_kind: 'assumed', resolved_at: '2026-02-28T10:00:00+01:00' },
  );
  expect(events).toEqual([
    expect.objectContaining({ type: 'ticket.resolved', source: 'ticket', occurredAt: '2026-02-28T09:00:00.000Z' }),
  ]);
  expect(events.flatMap(eventProblems)).toEqual([]);
  expect(events[0]?.payload).toMatchObject({ status: 'waiting', status_version: 4, resolution_kind: 'assumed' });
  expect(JSON.stringify(events)).not.toMatch(/Jane|Ana|parcel/);
});
