import type { EscalateTicketAnswer, EscalateTicketRequest } from '../../contract/resolution';
import { newEvent } from '../../events/event';
import type { Effect } from '../../idempotency';
import { statedInstant } from '../../stated-instant';
import type { DeskTimes } from '../desk/desk-times';
import { recordedRow } from '../recorded-row';
import { delayOf, escalatedVersion, patienceOf } from './delay';
import { delayNotice } from './delay-notice';
import { escalationNote, type Lateness } from './escalation-note';
import { supervisorNotice } from './supervisor-notice';

/**
 * Decides whether a late ticket needs a reminder or a supervisor, with the mails and the note for it.
 * @throws {RccError} `RCC_INVALID_REQUEST` when the hours contradict each other, or a person escalated what no agent has
 */
export function escalation(
  request: EscalateTicketRequest,
  times: DeskTimes,
  now: Date,
): Effect<Omit<EscalateTicketAnswer, 'replayed'>> {
  const { ticket, manual = false, business_hours_only } = request;
  const at = statedInstant(request.at, now);
  const patience = patienceOf(request);
  const businessHours = business_hours_only ? times.calendar : undefined;
  const delay = delayOf(ticket, at, patience, times, { manual, businessHours });
  const escalated = delay.action === 'escalate';
  const stand = {
    action: delay.action,
    reason: delay.reason,
    delay_key: delay.key,
    silent_hours: delay.silentHours,
    escalation_level: (ticket.escalation_level ?? 0) + (escalated ? 1 : 0),
  };
  const status = escalated ? 'escalated' : ticket.status;
  const lateness: Lateness = { request, delay, patience, level: stand.escalation_level, deskZone: times.timeZone };
  const kind = escalated ? 'ticket.escalated' : 'ticket.reminded';
  const event = newEvent(kind, { ...recordedRow(kind, ticket), ...stand, status_to: status }, at);
  return {
    answer: {
      ...stand,
      status,
      status_version: escalated ? escalatedVersion(ticket) : (ticket.status_version ?? 0),
      note: escalationNote(lateness),
      agent_notice: delayNotice(lateness),
      supervisor_notice: supervisorNotice(lateness),
    },
    events: delay.action === 'none' ? [] : [event],
  };
}
