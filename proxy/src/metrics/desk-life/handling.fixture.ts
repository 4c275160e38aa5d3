import type { TicketStatus } from '../../contract/vocabulary';
import { businessMinutesBetween } from '../../tickets/sla/business-calendar';
import { readClock } from '../../tickets/sla/sla-clock';
import type { Life } from './life.fixture';

/** Somebody moves the ticket in the app. */
export function statusChanges(life: Life, next: TicketStatus): void {
  const { id, channel } = life.ticket;
  life.tell('ticket.status_changed', { channel, ticket_id: id, ...life.move(next) });
}

/** The row of the ticket as it is now. */
const rowOf = ({ ticket, status, version }: Life) => ({ ticket_id: ticket.id, status, status_version: version });

/** @param twice two flows tell of it */
export function isAssigned(life: Life, to: string, twice: boolean): void {
  if (to !== life.agent) life.note({ assigned: 1 }, to);
  const before = rowOf(life);
  life.move('assigned');
  life.agent = to;
  life.hadAgent = true;
  const got = { agent_id: to, status_to: 'assigned' as const, assigned_at: new Date(life.at).toISOString() };
  life.tell('ticket.assigned', { ...before, ...got });
  if (twice) life.tell('ticket.assigned', { ...rowOf(life), ...got });
}

export function isGivenBack(life: Life): void {
  statusChanges(life, 'unassigned');
  life.agent = null;
}

/** @param twice the app tells of it first, and then the flow with the row as it is then */
export function isEscalated(life: Life, twice: boolean): void {
  const before = rowOf(life);
  life.note({ escalated: 1 }, life.agent);
  if (twice) statusChanges(life, 'escalated');
  else life.move('escalated');
  const delay = { action: 'escalate', reason: 'agent_silent', delay_key: 'k', silent_hours: 72 } as const;
  const row = twice ? rowOf(life) : before;
  life.tell('ticket.escalated', { ...row, ...delay, escalation_level: 1, status_to: 'escalated' });
}

/** @param twice told with the row as it was, or by the app first and then with the row as it is */
export function isResolved(life: Life, kind: 'confirmed' | 'assumed', twice: boolean): void {
  const { at, agent, times, pauses, answers, reopened } = life;
  const { createdAt } = life.ticket;
  const { calendar, minutes } = times.clock('normal');
  const clock = { startedAt: new Date(createdAt), minutes: minutes.resolution, pauses, stoppedAt: new Date(at) };
  const inTime = readClock(calendar, clock, new Date(at)).state !== 'breached';
  const business = businessMinutesBetween(times.calendar, new Date(createdAt), new Date(at));
  const counts = {
    resolved: 1,
    resolved_assumed: kind === 'assumed' ? 1 : 0,
    resolved_without_agent: life.hadAgent ? 0 : 1,
    resolution_seconds: (at - createdAt) / 1000,
    resolution_business_seconds: Math.round(business * 60),
    resolutions_in_time: inTime ? 1 : 0,
    resolutions_late: inTime ? 0 : 1,
  };
  life.note(counts, agent);
  life.resolutions.push({ at, agentId: agent, answers, reopened });
  const before = rowOf(life);
  if (twice) statusChanges(life, 'resolved');
  else life.move('resolved');
  const row = twice ? rowOf(life) : before;
  life.tell('ticket.resolved', { ...row, resolution_kind: kind, resolved_at: new Date(at).toISOString() });
}

/** @param rating from 1 to 5 */
export function isRated(life: Life, rating: number): void {
  life.tell('feedback.received', { ticket_id: life.ticket.id, rating });
  const counts = {
    rating_count: 1,
    rating_sum: rating,
    satisfied_count: rating > 3 ? 1 : 0,
    low_rating_count: rating < 3 ? 1 : 0,
  };
  life.note(counts, life.agent);
}

/** An agent corrects how the last message was read. */
export function isCorrected(life: Life, by: string): void {
  life.correctedMessages.add(life.messageId);
  life.note({ corrected: 1 }, by, 'other');
  const said = { ticket_id: life.ticket.id, message_id: life.messageId, corrected_by: by, intent: 'returns' as const };
  life.tell('triage.corrected', { ...said, model_intent: 'other', corrected: ['intent'] });
}
