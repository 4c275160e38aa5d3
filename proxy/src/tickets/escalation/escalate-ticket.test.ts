import type { TicketRow } from '../../contract/desk';
import type { EscalateTicketRequest } from '../../contract/resolution';
import { TICKET_STATUSES } from '../../contract/vocabulary';
import { eventProblems } from '../../events/event-problems';
import { readDeskTimes } from '../desk/read-desk-times';
import { escalation } from './escalate-ticket';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const weekly_intervals = JSON.stringify(
  Object.fromEntries(weekdays.map((day) => [day, [{ from: '09:00', to: '17:00' }]])),
);
const times = readDeskTimes({ business_hours: { time_zone: 'Europe/Berlin', weekly_intervals } }, { timeZone: 'UTC' });

const HOUR = 3_600_000;
/** A Monday, 10:00 in Berlin. */
const ACTED = '2026-03-02T09:00:00.000Z';
const hoursLater = (hours: number, from = ACTED) => new Date(Date.parse(from) + hours * HOUR).toISOString();

const ticket: TicketRow = {
  ticket_id: 'b7c7a3a2-1d5a-4c53-9f0e-6a0f6d3f2a11',
  ticket_number: 'TKT-000123',
  title: 'Parcel <lost>',
  status: 'assigned',
  status_version: 4,
  channel: 'email',
  intent: 'delivery_issue',
  sentiment: 'negative',
  priority: 'high',
  team: 'delivery',
  order_id: 'ORD-1',
  customer_email: 'jane@example.com',
  customer_name: 'Jane Doe',
  agent_id: 'agent-7',
  created_at: '2026-03-01T09:00:00Z',
  assigned_at: '2026-03-01T12:00:00Z',
  last_agent_activity_at: ACTED,
  escalation_level: 1,
  review_reasons: 'money;legal',
};
const agent = {
  agent_id: 'agent-7',
  name: 'Ana Ruiz',
  email: 'ana@example.com',
  language: 'es',
  time_zone: 'Europe/Madrid',
};
const decide = (row: Partial<TicketRow>, hours: number, more: Partial<EscalateTicketRequest> = {}) => {
  const supervisor_email = 'lead@example.com';
  const ticket_link = 'https://example.crm.dynamics.com/main.aspx?id=1&pagetype=entityrecord';
  const request = {
    ticket: { ...ticket, ...row },
    agent,
    supervisor_email,
    ticket_link,
    at: hoursLater(hours),
    ...more,
  };
  const { answer, events } = escalation(request, times, new Date('2026-06-01T00:00:00Z'));
  expect(events.flatMap(eventProblems)).toEqual([]);
  return { ...answer, events };
};
const refused = (target: string) => expect.objectContaining({ code: 'RCC_INVALID_REQUEST', target }) as Error;

it.each([
  [47.99, 'none', 47],
  [48, 'remind_agent', 48],
  [71.99, 'remind_agent', 71],
  [72, 'escalate', 72],
  [1000, 'escalate', 1000],
])('after %d hours of silence: %s', (hours, action, silent_hours) => {
  expect(decide({}, hours)).toMatchObject({ action, silent_hours, reason: 'agent_silent' });
});

it('raises status, version and level with an escalation only', () => {
  expect(decide({}, 72)).toMatchObject({ status: 'escalated', status_version: 5, escalation_level: 2 });
  expect(decide({}, 48)).toMatchObject({ status: 'assigned', status_version: 4, escalation_level: 1 });
});

it.each(TICKET_STATUSES.filter((status) => status !== 'unassigned'))(
  'of a ticket that is %s only the agent who has the next word is late',
  (status) => {
    const late = status === 'assigned' || status === 'in_progress';
    expect(decide({ status }, 100).action).toBe(late ? 'escalate' : 'none');
  },
);

it.each([
  ['the last activity', {}, ACTED],
  ['a later assignment', { assigned_at: '2026-03-02T10:00:00Z' }, '2026-03-02T10:00:00Z'],
  ['the assignment without an activity', { last_agent_activity_at: null }, '2026-03-01T12:00:00Z'],
  ['the creation without both', { last_agent_activity_at: null, assigned_at: null }, '2026-03-01T09:00:00Z'],
])('counts the silence from %s', (_name, row, start) => {
  const at = hoursLater(47, start);
  expect(decide(row, 0, { at })).toMatchObject({ silent_hours: 47, action: 'none' });
  expect(decide(row, 0, { at: hoursLater(48, start) })).toMatchObject({ silent_hours: 48, action: 'remind_agent' });
});

it('does nothing about a ticket whose row tells no instant at all, nor about one from the future', () => {
  const row = { last_agent_activity_at: null, assigned_at: null, created_at: null };
  expect(decide(row, 1000)).toMatchObject({ action: 'none', silent_hours: 0 });
  expect(decide({}, -1000)).toMatchObject({ action: 'none', silent_hours: 0 });
});

it('counts business hours when asked to: of a 40 hour week, 48 are up on the second Tuesday, 72 on the second Friday', () => {
  const at = (hours: number) => decide({}, hours, { business_hours_only: true });
  expect(at(72)).toMatchObject({ action: 'none', silent_hours: 24 });
  expect(at(8 * 24 - 1)).toMatchObject({ action: 'none', silent_hours: 47 });
  expect(at(8 * 24)).toMatchObject({ action: 'remind_agent', silent_hours: 48 });
  expect(at(11 * 24 - 1)).toMatchObject({ action: 'remind_agent', silent_hours: 71 });
  const late = at(11 * 24);
  expect(late).toMatchObject({ action: 'escalate', silent_hours: 72 });
  expect(late.note).toContain('for 72 business hours');
  expect(late.agent_notice.html).toContain('72 horas laborables');
  expect(at(20 * 365 * 24)).toMatchObject({ action: 'escalate' });
});

it('takes the hours of the request, and refuses those that contradict each other', () => {
  const hours = { remind_after_hours: 4, escalate_after_hours: 8 };
  expect([3, 4, 8].map((silent) => decide({}, silent, hours).action)).toEqual(['none', 'remind_agent', 'escalate']);
  expect(() => decide({}, 1, { remind_after_hours: 72 })).toThrow(refused('body/remind_after_hours'));
  expect(() => decide({}, 1, { escalate_after_hours: 48 })).toThrow(refused('body/escalate_after_hours'));
  expect(() => decide({}, 1, { remind_after_hours: 9, escalate_after_hours: 8 })).toThrow(
    refused('body/remind_after_hours'),
  );
});

describe('a ticket nobody has', () => {
  const due = '2026-03-02T10:00:00Z';
  const row = { status: 'unassigned', agent_id: null, first_response_due: due } as const;
  const at = (hours: number, more: Partial<TicketRow> = {}) =>
    decide({ ...row, ...more }, 0, { at: hoursLater(hours, due), agent: undefined });

  it('is late when its first response is: a moment after it was due, told once, by name of that due time', () => {
    expect(at(0)).toMatchObject({ action: 'none', reason: 'first_response_overdue' });
    const late = at(0.001);
    expect(late).toMatchObject({ action: 'tell_supervisor', status: 'unassigned', status_version: 4 });
    expect(late.events[0]).toMatchObject({ type: 'ticket.reminded' });
    expect(late.delay_key).toBe('first_response_overdue-20260302T100000000Z');
    expect(late.agent_notice).toEqual({ to: '', subject: '', html: '' });
    expect(late.supervisor_notice).toMatchObject({ to: 'lead@example.com' });
    expect(late.supervisor_notice.html).toContain('nobody');
    expect(at(24, { reminded_at: due }).action).toBe('none');
    expect(at(24, { reminded_at: hoursLater(-1, due) }).action).toBe('tell_supervisor');
  });

  it('is not late when it was answered and the customer has not written since, or when no time is known', () => {
    expect(at(24, { first_responded_at: due }).action).toBe('none');
    expect(at(24, { first_responded_at: due, last_customer_activity_at: due }).action).toBe('none');
    expect(at(24, { first_response_due: null, created_at: null })).toMatchObject({ action: 'none' });
  });

  // In the desk's hours, which end at 16:00 UTC, a normal ticket is to be answered within eight.
  const again = {
    priority: 'normal',
    first_responded_at: hoursLater(-24, due),
    last_customer_activity_at: due,
  } as const;
  it('is late when the customer has written again and waits as long as for a first answer', () => {
    expect(at(24, again)).toMatchObject({ action: 'none', reason: 'customer_waiting' });
    const late = at(24.001, again);
    expect(late).toMatchObject({ action: 'tell_supervisor', delay_key: 'customer_waiting-20260303T100000000Z' });
    expect(late.supervisor_notice.subject).toContain('A customer waits');
    expect(late.supervisor_notice.html).toMatch(/customer waits for an answer that was due on Tuesday.*11:00/);
    expect(at(48, { ...again, reminded_at: hoursLater(24, due) }).action).toBe('none');
    expect(at(24.001, { ...again, reminded_at: due }).action).toBe('tell_supervisor');
  });

  it('is late when the resolution is, whoever wrote last', () => {
    const resolution_due = hoursLater(1, due);
    expect(at(1, { ...again, resolution_due }).action).toBe('none');
    expect(at(1.001, { ...again, resolution_due }).action).toBe('tell_supervisor');
    expect(at(1.001, { ...again, last_customer_activity_at: null, resolution_due }).action).toBe('tell_supervisor');
  });

  it('is late at once when the customer writes again after the resolution was due', () => {
    const resolution_due = hoursLater(-2, due);
    expect(at(0.001, { ...again, resolution_due, reminded_at: hoursLater(-1, due) }).action).toBe('tell_supervisor');
    expect(at(5, { ...again, resolution_due, reminded_at: hoursLater(1, due) }).action).toBe('none');
  });

  it('is late as counted from the customer’s message, or the creation, when its row says no due time', () => {
    const row = { first_response_due: null, created_at: due, priority: null };
    expect(at(24, row).action).toBe('none');
    expect(at(24.001, row).action).toBe('tell_supervisor');
    expect(at(24.001, { ...row, last_customer_activity_at: hoursLater(1, due) }).action).toBe('none');
  });
});

describe('by hand', () => {
  it('a ticket is escalated whatever the clocks say, and again when a person does it again', () => {
    const inApp = decide({ status: 'escalated', status_version: 5 }, 0, { manual: true });
    expect(inApp).toMatchObject({ action: 'escalate', reason: 'manual', status: 'escalated', status_version: 5 });
    expect(inApp).toMatchObject({ escalation_level: 2, delay_key: 'manual-5' });
    expect(inApp.supervisor_notice.html).toContain('Somebody escalated the ticket by hand.');
    expect(inApp.agent_notice.html).not.toContain('0 horas');
    const asked = decide({ status: 'in_progress' }, 0, { manual: true });
    expect(asked).toMatchObject({ status: 'escalated', status_version: 5, delay_key: 'manual-5' });
    expect(decide({ status: 'escalated', status_version: 7 }, 0, { manual: true }).delay_key).toBe('manual-7');
  });

  it.each(['new', 'answered', 'unassigned', 'waiting', 'resolved', 'closed'] as const)(
    'nothing is escalated that is %s',
    (status) => {
      expect(() => decide({ status }, 0, { manual: true })).toThrow(refused('body/ticket/status'));
    },
  );
});

it('tells the agent in the agent’s language and zone, and the supervisor all that is needed to act', () => {
  const due = { resolution_due: '2026-03-03T09:00:00Z' };
  const { agent_notice, supervisor_notice, note } = decide(due, 75);
  expect(agent_notice).toMatchObject({ to: 'ana@example.com', subject: 'Ticket escalado: Parcel <lost> [TKT-000123]' });
  expect(agent_notice.html).toContain('Hola, Ana Ruiz:');
  expect(agent_notice.html).toContain('75 horas');
  expect(agent_notice.html).toMatch(/martes, 3 de marzo de 2026.*10:00/);
  expect(supervisor_notice).toMatchObject({
    to: 'lead@example.com',
    subject: 'Ticket escalated: Parcel <lost> [TKT-000123]',
  });
  for (const needed of [
    'TKT-000123',
    'Parcel &lt;lost&gt;',
    'Jane Doe, jane@example.com',
    'ORD-1',
    'delivery problem',
    'high',
    'negative',
    'Ana Ruiz',
    'ana@example.com',
    'money, legal',
    'No action by Ana Ruiz for 75 hours, since Monday',
    'main.aspx?id=1&amp;pagetype=entityrecord',
  ]) {
    expect(supervisor_notice.html).toContain(needed);
  }
  expect(note).toMatch(
    /^No action by Ana Ruiz for 75 hours, since Monday.*Escalated to level 2\. A mail goes to the supervisor\.$/,
  );
});

it('sends nothing for what is in time, the agent alone a reminder, and says when no supervisor is known', () => {
  const nothing = { to: '', subject: '', html: '' };
  expect(decide({}, 1)).toMatchObject({ note: '', agent_notice: nothing, supervisor_notice: nothing, events: [] });
  const reminded = decide({}, 50);
  expect(reminded.supervisor_notice).toEqual(nothing);
  expect(reminded.agent_notice.html).toContain('Tras 72 horas sin actividad');
  expect(reminded.note).toMatch(/A reminder goes to the agent\.$/);
  const alone = decide({}, 80, { supervisor_email: undefined, agent: undefined });
  expect([alone.agent_notice.to, alone.supervisor_notice.to]).toEqual(['', '']);
  expect(alone.note).toContain('No supervisor is told');
  const several = decide({}, 80, { supervisor_email: 'lead@example.com, boss@example.com' });
  expect(several.supervisor_notice.to).toBe('lead@example.com;boss@example.com');
});

it('records what it decided, without title and names', () => {
  const { events } = decide({}, 75);
  expect(events).toEqual([expect.objectContaining({ type: 'ticket.escalated', occurredAt: hoursLater(75) })]);
  expect(events[0]?.payload).toMatchObject({
    action: 'escalate',
    reason: 'agent_silent',
    delay_key: 'agent_silent-20260302T090000000Z',
    silent_hours: 75,
    status: 'assigned',
    status_to: 'escalated',
    escalation_level: 2,
  });
  expect(JSON.stringify(events)).not.toMatch(/Jane|Ana|Parcel/);
  expect(decide({}, 50).events[0]).toMatchObject({ type: 'ticket.reminded', payload: { action: 'remind_agent' } });
});
