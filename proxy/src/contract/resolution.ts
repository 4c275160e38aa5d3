import type { Static } from '@sinclair/typebox';
import { Notice } from './assignment';
import { AssignedAgent, BusinessHoursRow, TicketRow } from './desk';
import { answerObject, choice, count, flag, instant, optional, ref, replayed, requestObject, text } from './schema';
import { RESOLUTION_KINDS, TICKET_STATUSES } from './vocabulary';

export const ResolveTicketRequest = requestObject('ResolveTicketRequest', 'A ticket that was resolved.', {
  ticket: ref(TicketRow),
  resolution_kind: optional(
    choice(RESOLUTION_KINDS, 'Resolution Kind', 'Confirmed by somebody, or assumed after a long silence.'),
  ),
  resolved_at: optional(instant('Resolved At', 'When it was resolved; now when left out.')),
  close_after_days: optional(
    count('Close After Days', 'Days after which it is closed, and until when a message reopens it; 14 when left out.', {
      minimum: 0,
      maximum: 3650,
    }),
  ),
  business_hours: optional(ref(BusinessHoursRow)),
});
export type ResolveTicketRequest = Static<typeof ResolveTicketRequest>;

export const ResolveTicketAnswer = answerObject('ResolveTicketAnswer', 'What to tell the customer.', {
  status: choice(TICKET_STATUSES, 'Status', 'The status the ticket now has.'),
  status_version: count('Status Version', 'The version of the status now.'),
  resolution_kind: choice(RESOLUTION_KINDS, 'Resolution Kind', 'How it was resolved.'),
  resolved_at: instant('Resolved At', 'When it was resolved.'),
  survey_link: text('Survey Link', 'The signed address of the feedback page for this ticket.'),
  survey_expires_at: instant('Survey Expires At', 'Until when the address is good.'),
  notify: flag('Notify', 'False when the customer is not to be told, for example because no address is known.'),
  notice: ref(Notice),
  replayed,
});
export type ResolveTicketAnswer = Static<typeof ResolveTicketAnswer>;

export const ESCALATION_REASONS = ['agent_silent', 'first_response_overdue', 'customer_waiting', 'manual'] as const;
export const ESCALATION_ACTIONS = ['none', 'remind_agent', 'escalate', 'tell_supervisor'] as const;

export const EscalateTicketRequest = requestObject('EscalateTicketRequest', 'A ticket that may be late.', {
  ticket: ref(TicketRow),
  manual: optional(flag('Manual', 'True when a person escalated it: then it is escalated, whatever the clocks say.')),
  agent: optional(ref(AssignedAgent)),
  supervisor_email: optional(text('Supervisor Address', 'The address of the supervisor.', { maxLength: 320 })),
  ticket_link: optional(text('Ticket Link', 'The address of the ticket in the app.', { maxLength: 2000 })),
  remind_after_hours: optional(
    count('Remind After Hours', 'Hours without an action after which the agent is reminded; 48 when left out.', {
      minimum: 1,
      maximum: 8760,
    }),
  ),
  escalate_after_hours: optional(
    count('Escalate After Hours', 'Hours without an action after which it is escalated; 72 when left out.', {
      minimum: 1,
      maximum: 8760,
    }),
  ),
  business_hours_only: optional(
    flag('Business Hours Only', 'True when only business hours count; false or left out for calendar hours.'),
  ),
  business_hours: optional(ref(BusinessHoursRow)),
  at: optional(instant('At', 'The instant to decide for; now when left out.')),
});
export type EscalateTicketRequest = Static<typeof EscalateTicketRequest>;

export const EscalateTicketAnswer = answerObject('EscalateTicketAnswer', 'What is to be done about the delay.', {
  action: choice(
    ESCALATION_ACTIONS,
    'Action',
    'none: it is in time, or was dealt with before. remind_agent: the agent gets a reminder. escalate: the supervisor is told too, and the ticket becomes escalated. tell_supervisor: a ticket nobody has is overdue.',
  ),
  reason: choice(ESCALATION_REASONS, 'Reason', 'Why.'),
  delay_key: text(
    'Delay Key',
    'Names this delay: the same until somebody acts on the ticket. Use it in the keys of what must happen once for it.',
  ),
  silent_hours: count('Silent Hours', 'Full hours since the last action, as they are counted.'),
  status: choice(TICKET_STATUSES, 'Status', 'The status the ticket should now have.'),
  status_version: count('Status Version', 'The version of the status then.'),
  escalation_level: count('Escalation Level', 'The level it should now have.'),
  note: text('Note', 'What to write into the notes of the ticket.'),
  agent_notice: ref(Notice),
  supervisor_notice: ref(Notice),
  replayed,
});
export type EscalateTicketAnswer = Static<typeof EscalateTicketAnswer>;
