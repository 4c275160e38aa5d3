import type { TicketStatus } from '../contract/vocabulary';
import type { Happening } from './history';

/** A time in which the clocks of a ticket stood still. */
interface Standstill {
  from: number;
  to: number;
}

/** How a ticket stands, as far as its events have been gone through. */
export interface TicketCourse {
  status: TicketStatus | null;
  version: number | null;
  /** Who has the ticket. */
  agentId: string | null;
  /** Whether an agent ever had it. */
  hadAgent: boolean;
  wasReopened: boolean;
  pausedSince: number | null;
  pauses: Standstill[];
}

export const newCourse = (): TicketCourse => ({
  status: null,
  version: null,
  agentId: null,
  hadAgent: false,
  wasReopened: false,
  pausedSince: null,
  pauses: [],
});

/** A change of status that has really happened. */
export interface Step {
  from: TicketStatus | null;
  to: TicketStatus;
}

/** It is the customer's turn, or nobody's. */
const PAUSED: ReadonlySet<TicketStatus> = new Set(['answered', 'waiting', 'resolved', 'closed']);
const ENDED: ReadonlySet<TicketStatus> = new Set(['resolved', 'closed']);

/** Whether a ticket is one that no person has been asked to look at yet. */
export const isAutomations = (status: TicketStatus | null): boolean => status === 'new' || status === 'answered';

const WITH_PEOPLE: ReadonlySet<TicketStatus | null> = new Set(['unassigned', 'assigned', 'in_progress', 'escalated']);
/** Whether a person is to work on it. */
export const isWithPeople = (status: TicketStatus | null): boolean => WITH_PEOPLE.has(status);

export const isOpen = (status: TicketStatus): boolean => !ENDED.has(status);

type Change = Pick<Happening, 'status_from' | 'status_to' | 'status_version'>;

const NO_CHANGE: Change = { status_from: null, status_to: null, status_version: null };

/** What an event says of the status. A chat counts as answered until it is handed over. */
function changeOf(event: Happening, { status }: TicketCourse): Change {
  if (event.type === 'ticket.created') return status === null ? { ...NO_CHANGE, status_to: 'new' } : NO_CHANGE;
  if (event.type !== 'chat.turn') return event;
  if (status !== null && !isAutomations(status)) return NO_CHANGE;
  return { ...NO_CHANGE, status_to: event.action === 'handoff' ? 'unassigned' : 'answered' };
}

/** A change that was told late: the ticket has gone on since. */
const isStale = ({ version }: TicketCourse, { status_version }: Change): boolean =>
  status_version !== null && version !== null && status_version < version;

/**
 * Takes the next event of a ticket. The same change may be told several times, by several flows: it is a step only once.
 * @returns the step, if it is one
 */
export function takeStep(course: TicketCourse, event: Happening): Step | undefined {
  const change = changeOf(event, course);
  const { status_from, status_to, status_version } = change;
  if (status_to === null || isStale(course, change)) return undefined;
  const { status, version } = course;
  // A newer version from another status than the last one: a step in between was never told.
  const missedOne = status_version !== null && version !== null && status_version > version;
  const from = missedOne && status_from !== status_to ? (status_from ?? status) : status;
  course.version = status_version ?? version;
  if (from === status_to) return undefined;

  course.status = status_to;
  const paused = PAUSED.has(status_to);
  if (!paused && course.pausedSince !== null) {
    course.pauses.push({ from: course.pausedSince, to: event.at });
    course.pausedSince = null;
  }
  if (paused) course.pausedSince ??= event.at;
  const before = from ?? (status_from === status_to ? null : status_from);
  if (before !== null && !isOpen(before) && isOpen(status_to)) course.wasReopened = true;
  if (status_to === 'unassigned') course.agentId = null;
  return { from: before, to: status_to };
}

/** Takes an assignment, after its step. @returns whether the agent did not have the ticket already */
export function takeAgent(course: TicketCourse, event: Happening): boolean {
  if (isStale(course, event) || course.agentId === event.agent_id) return false;
  course.agentId = event.agent_id;
  course.hadAgent = true;
  return true;
}
