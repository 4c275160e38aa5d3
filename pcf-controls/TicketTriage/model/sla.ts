import type { Ticket } from './ticket';

export const SLA_STATES = ['breached', 'nearing', 'on_track', 'paused', 'none'] as const;
/** `none`: nothing is due, because the ticket is resolved or has no due time. */
export type SlaState = (typeof SLA_STATES)[number];

/** The clock of a ticket that counts right now. */
export interface Sla {
  readonly state: SlaState;
  /** Until somebody has answered the first answer is due, then the solution. */
  readonly clock: 'first_response' | 'resolution';
  readonly due?: Date;
  /** Milliseconds left, negative by what it is late; while paused, what was left when it stopped. */
  readonly left?: number;
}

/** Without the time of creation a share of the time cannot be told: then the last hour is near. */
const NEAR_WITHOUT_CREATION = 3_600_000;

/**
 * Reads the clock of a ticket at an instant. As in the service, a breached clock does not pause, and the instant it is due
 * is still in time; unlike there, time is counted through the night, because the hours of business are not known here.
 * @param nearingShare nearing when no more than this share of the time from creation to due is left; 0 to 1
 */
export function slaOf(ticket: Ticket, now: Date, nearingShare: number): Sla {
  const { status, firstRespondedOn, firstResponseDue, resolutionDue, slaPausedSince, createdOn } = ticket;
  const isFirst = firstRespondedOn === undefined && firstResponseDue !== undefined;
  const clock = isFirst ? 'first_response' : 'resolution';
  const due = isFirst ? firstResponseDue : resolutionDue;
  if (due === undefined || status === 'resolved' || status === 'closed') return { state: 'none', clock };
  const isWaiting = slaPausedSince !== undefined || status === 'waiting';
  const stopped = slaPausedSince !== undefined && slaPausedSince < now ? slaPausedSince : now;
  const isPaused = isWaiting && stopped < due;
  const left = due.getTime() - (isPaused ? stopped : now).getTime();
  if (left < 0) return { state: 'breached', clock, due, left };
  if (isPaused) return { state: 'paused', clock, due, left };
  const near = createdOn === undefined ? NEAR_WITHOUT_CREATION : (due.getTime() - createdOn.getTime()) * nearingShare;
  return { state: left <= near ? 'nearing' : 'on_track', clock, due, left };
}
