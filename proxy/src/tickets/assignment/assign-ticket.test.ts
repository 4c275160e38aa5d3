import type { AssignTicketRequest } from '../../contract/assignment';
import type { TicketRow } from '../../contract/desk';
import { assignment } from './assign-ticket';
import { berlinHours, ticket, timesOf, TUESDAY_MORNING } from './sample-desk.fixture';

const times = timesOf(berlinHours);
const ada = { agent_id: 'ada', email: 'ada@example.com' };

const assign = (row: Partial<TicketRow>, request: Partial<AssignTicketRequest> = {}) =>
  assignment({ ticket: ticket(row), agent: ada, ...request }, times, TUESDAY_MORNING);

it.each([
  ['new', 'assigned', 4, true],
  ['answered', 'assigned', 4, false],
  ['unassigned', 'assigned', 4, true],
  ['assigned', 'assigned', 4, true],
  ['in_progress', 'in_progress', 4, true],
  ['waiting', 'waiting', 4, false],
  ['escalated', 'escalated', 4, true],
] as const)(
  'a ticket that is %s becomes %s with version %d; a reminder: %s',
  (before, status, status_version, remind) => {
    expect(assign({ status: before, agent_id: 'bob' }).answer).toMatchObject({ status, status_version, remind });
  },
);

it('raises no version for the agent who has the ticket in that status already', () => {
  const version = (row: Partial<TicketRow>) => assign({ agent_id: 'ada', ...row }).answer.status_version;
  expect(version({ status: 'assigned' })).toBe(3);
  expect(version({ status: 'in_progress' })).toBe(3);
  expect(version({ status: 'unassigned' })).toBe(4);
  expect(version({ status: 'unassigned', status_version: null })).toBe(1);
});

it.each(['resolved', 'closed'] as const)('refuses a ticket that is %s, whether somebody got or lost it', (status) => {
  const refused = { code: 'RCC_INVALID_REQUEST', target: 'body/ticket/status' };
  expect(() => assign({ status })).toThrow(expect.objectContaining(refused) as Error);
  expect(() => assign({ status }, { agent: undefined })).toThrow(expect.objectContaining(refused) as Error);
});

describe('when nobody has the ticket any more', () => {
  const take = (row: Partial<TicketRow>) => assign({ given_back_by: 'bob', ...row }, { agent: undefined });

  it.each([
    ['assigned', 'unassigned', 4],
    ['in_progress', 'unassigned', 4],
    ['new', 'new', 3],
    ['answered', 'answered', 3],
    ['unassigned', 'unassigned', 3],
    ['waiting', 'waiting', 3],
    ['escalated', 'escalated', 3],
  ] as const)('one that is %s is %s with version %d, and nobody is told', (before, status, status_version) => {
    expect(take({ status: before }).answer).toEqual({
      status,
      status_version,
      notice: { to: '', subject: '', html: '' },
      remind: false,
    });
  });

  it('records the change and who gave it back, and nothing where nothing changed', () => {
    expect(take({ status: 'in_progress', channel: null }).events).toMatchObject([
      {
        type: 'ticket.status_changed',
        occurredAt: TUESDAY_MORNING.toISOString(),
        payload: {
          ...{ channel: 'app', ticket_id: 'ticket-1', agent_id: 'bob' },
          ...{ status_from: 'in_progress', status_to: 'unassigned', status_version: 4 },
        },
      },
    ]);
    expect(take({ status: 'waiting' }).events).toEqual([]);
  });
});

it('reminds a day later, or after the hours it is told, counted from the assignment', () => {
  const at = (request: Partial<AssignTicketRequest>) => assign({}, request).answer.reminder?.remind_at;
  expect(at({})).toBe('2026-03-04T10:00:00.000Z');
  expect(at({ reminder_hours: 2 })).toBe('2026-03-03T12:00:00.000Z');
  // A day later is a holiday, then comes a weekend.
  expect(at({ assigned_at: '2026-03-05T12:00:00+02:00' })).toBe('2026-03-09T08:00:00.000Z');
});

it('has nobody to remind when the agent has no address', () => {
  const { notice, remind } = assign({}, { agent: { agent_id: 'ada', email: null } }).answer;
  expect([notice.to, remind]).toEqual(['', false]);
});

it('records the ticket as it was, the agent and the new status, but neither title nor names', () => {
  const { events } = assign(
    { status: 'escalated', agent_id: 'bob', agent_name: 'Bob', customer_name: 'Carla' },
    { assigned_at: '2026-03-02T09:00:00+01:00' },
  );
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    type: 'ticket.assigned',
    occurredAt: '2026-03-02T08:00:00.000Z',
    payload: {
      ticket_id: 'ticket-1',
      status: 'escalated',
      status_version: 3,
      status_to: 'escalated',
      agent_id: 'ada',
      assigned_at: '2026-03-02T08:00:00.000Z',
    },
  });
  expect(JSON.stringify(events)).not.toMatch(/Parcel is late|Bob|Carla/);
});
