import type { TicketRow } from '../../contract/desk';
import type { ResolveTicketAnswer, ResolveTicketRequest } from '../../contract/resolution';
import type { TicketStatus } from '../../contract/vocabulary';
import { RccError } from '../../errors/rcc-error';
import { newEvent } from '../../events/event';
import type { Effect } from '../../idempotency';
import { statedInstant } from '../../stated-instant';
import type { DeskTimes } from '../desk/desk-times';
import { recordedRow } from '../recorded-row';
import { resolutionNotice } from './resolution-notice';
import type { SurveyLinks } from './survey-links';

const DAY_MS = 24 * 3_600_000;

/** What the desk's setting is when nobody changed it. */
const DEFAULT_CLOSE_AFTER_DAYS = 14;

/** Tickets come to these only by an answer. */
const HAS_ANSWER: ReadonlySet<TicketStatus> = new Set(['answered', 'waiting']);

const wasAnswered = ({ status, first_responded_at }: TicketRow): boolean =>
  HAS_ANSWER.has(status) || Boolean(first_responded_at);

function refuseClosed({ status }: TicketRow): void {
  if (status !== 'closed') return;
  const target = 'body/ticket/status';
  const remedy = 'A closed ticket is not resolved again; the customer’s next message opens a new one.';
  throw new RccError('RCC_INVALID_REQUEST', `${target} is closed. ${remedy}`, target);
}

/**
 * Resolves a ticket: the status it then has, and the mail that tells the customer, with a signed link to the feedback
 * page. The version of the status is raised unless the ticket is resolved already, as after an agent did it in the app.
 *
 * The customer is not told when no address is known, nor when the resolution is only assumed of a ticket that nobody ever
 * answered.
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/ticket/status` for a closed ticket
 */
export function resolution(
  request: ResolveTicketRequest,
  times: DeskTimes,
  surveys: SurveyLinks,
  now: Date,
): Effect<Omit<ResolveTicketAnswer, 'replayed'>> {
  const { ticket, resolution_kind = 'confirmed' } = request;
  const closeAfterDays = request.close_after_days ?? DEFAULT_CLOSE_AFTER_DAYS;
  refuseClosed(ticket);
  const resolved = statedInstant(request.resolved_at, now);
  const resolved_at = resolved.toISOString();
  const survey = surveys.linkFor({ ticketId: ticket.ticket_id, agentId: ticket.agent_id ?? undefined }, now);
  const notice = resolutionNotice(ticket, {
    kind: resolution_kind,
    reopensUntil: new Date(resolved.getTime() + closeAfterDays * DAY_MS),
    survey,
    timeZone: times.timeZone,
  });
  return {
    answer: {
      status: 'resolved',
      status_version: (ticket.status_version ?? 0) + (ticket.status === 'resolved' ? 0 : 1),
      resolution_kind,
      resolved_at,
      survey_link: survey.url,
      survey_expires_at: survey.expiresAt.toISOString(),
      notify: notice.to !== '' && (resolution_kind === 'confirmed' || wasAnswered(ticket)),
      notice,
    },
    events: [
      newEvent(
        'ticket.resolved',
        { ...recordedRow('ticket.resolved', ticket), resolution_kind, resolved_at },
        resolved,
      ),
    ],
  };
}
