import type { DeskTimes } from '../tickets/desk/desk-times';
import { businessMinutesBetween } from '../tickets/sla/business-calendar';
import { dueAfterPause } from '../tickets/sla/sla-clock';
import type { OpenedTicket } from './opened-tickets';
import type { TicketCourse } from './ticket-course';

/** No clock runs longer; what seems to is a mistake in a date and is not measured. */
const LONGEST_MS = 3650 * 86_400_000;

/** How long something took; whole seconds, so that sums are the sums of what is shown. */
export interface Took {
  seconds: number;
  businessSeconds: number;
}

/**
 * The time from the opening of a ticket.
 * @param until milliseconds since 1970
 * @returns nothing when it is not known when the ticket was opened
 */
export function tookSinceOpening({ at }: OpenedTicket, until: number, { calendar }: DeskTimes): Took | undefined {
  if (at === null || until - at > LONGEST_MS) return undefined;
  const end = Math.max(at, until);
  const minutes = businessMinutesBetween(calendar, new Date(at), new Date(end));
  return { seconds: Math.round((end - at) / 1000), businessSeconds: Math.round(minutes * 60) };
}

/** Whether a ticket is resolved in time. The clock stood still whenever it was the customer's turn. */
export function resolvedInTime(
  { resolutionDue, priority }: OpenedTicket,
  { pauses, pausedSince }: Pick<TicketCourse, 'pauses' | 'pausedSince'>,
  at: number,
  times: DeskTimes,
): boolean | undefined {
  if (resolutionDue === null) return undefined;
  const { calendar } = times.clock(priority);
  const due = pauses.reduce(
    (moved, { from, to }) => dueAfterPause(calendar, moved, new Date(from), new Date(to)),
    new Date(resolutionDue),
  );
  return Math.min(at, pausedSince ?? at) <= due.getTime();
}
