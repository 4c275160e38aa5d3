import { ticket } from './sample-desk.fixture';
import { waitingTickets } from './waiting-tickets';

const order = (...rows: ReturnType<typeof ticket>[]) => waitingTickets(rows).map((row) => row.ticket_id);

it('takes tickets that are new or unassigned, and no others', () => {
  const statuses = ['new', 'answered', 'unassigned', 'assigned', 'in_progress', 'waiting', 'escalated'] as const;
  const rows = statuses.map((status) => ticket({ ticket_id: status, status }));
  expect(order(...rows)).toEqual(['new', 'unassigned']);
});

it('orders by priority first; none given is normal', () => {
  const first = '2026-03-03T08:00:00Z';
  expect(
    order(
      ticket({ ticket_id: 'low', priority: 'low', first_response_due: first }),
      ticket({ ticket_id: 'none', priority: null, first_response_due: '2026-03-04T08:00:00Z' }),
      ticket({ ticket_id: 'normal', priority: 'normal', first_response_due: '2026-03-04T07:00:00Z' }),
      ticket({ ticket_id: 'critical', priority: 'critical' }),
      ticket({ ticket_id: 'high', priority: 'high' }),
    ),
  ).toEqual(['critical', 'high', 'normal', 'none', 'low']);
});

it('then by what is due next: the first response until there was one, then the resolution', () => {
  const resolution_due = '2026-03-05T08:00:00Z';
  expect(
    order(
      ticket({ ticket_id: 'nothing due' }),
      ticket({
        ticket_id: 'responded',
        first_response_due: '2026-03-01T08:00:00Z',
        first_responded_at: '2026-03-01T07:00:00Z',
        resolution_due,
      }),
      // The same instants with an offset: compared as instants, not as texts.
      ticket({ ticket_id: 'due earlier', first_response_due: '2026-03-05T08:30:00+01:00', resolution_due }),
      ticket({ ticket_id: 'due last', first_response_due: '2026-03-06T08:00:00Z', resolution_due }),
    ),
  ).toEqual(['due earlier', 'responded', 'due last', 'nothing due']);
});

it('then by age, then by id', () => {
  expect(
    order(
      ticket({ ticket_id: 'b' }),
      ticket({ ticket_id: 'age unknown', created_at: null }),
      ticket({ ticket_id: 'a' }),
      ticket({ ticket_id: 'older', created_at: '2026-03-02T08:00:00Z' }),
    ),
  ).toEqual(['older', 'a', 'b', 'age unknown']);
});

it('counts a ticket that was listed twice as its later version says', () => {
  const before = ticket({ ticket_id: 'x', status_version: 2 });
  const after = ticket({ ticket_id: 'x', status_version: 3, status: 'assigned' });
  expect([order(before, after), order(after, before), order(before, before)]).toEqual([[], [], ['x']]);
});
