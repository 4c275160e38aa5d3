import type { Channel, Intent, Team } from '../contract/vocabulary';
import type { DeskTimes } from '../tickets/desk/desk-times';
import { TEAM_BY_INTENT } from '../triage/team-by-intent';
import { bucketOf, type Counts } from './counts';
import { customerMessages, messageKey, toldMessage } from './customer-messages';
import type { Happening } from './history';
import type { LocalDay } from './local-day';
import { resolvedInTime, tookSinceOpening } from './measured-times';
import { openedTickets } from './opened-tickets';
import {
  isAutomations,
  isOpen,
  isWithPeople,
  newCourse,
  type Step,
  takeAgent,
  takeStep,
  type TicketCourse,
} from './ticket-course';

/** What a fact is counted by. */
export interface Group {
  channel: Channel;
  intent: Intent;
  team: Team;
  /** The agent it counts for, if any. */
  agentId: string | null;
}

/** One thing that happened. */
export interface Fact extends Group {
  /** Milliseconds since 1970. */
  at: number;
  counts: Partial<Counts>;
}

/** A resolution, with what the first contact is judged by. */
export interface Resolution {
  fact: Fact;
  ticketId: string;
  customer: string | null;
  /** Exactly one answer was given by then, and the ticket had not been reopened. */
  byFirstContact: boolean;
}

interface Course extends TicketCourse {
  /** The answers, all turns of the bot in a chat being one. */
  answers: Set<string>;
  /** The last message of the customer. */
  message: string | null;
  /** The fact of the last resolution. */
  resolution: Fact | null;
}

const isAgents = ({ type, author, agent_id }: Happening): boolean =>
  type !== 'chat.turn' && (author === 'agent' || (author === null && agent_id !== null));

/** An acknowledgement is no answer, nor is a question of the bot. */
function isAnswer(event: Happening): boolean {
  const { type, action, purpose, reason } = event;
  if (type === 'chat.turn') return action === 'answer';
  if (type !== 'message.replied') return false;
  // Replies recorded before there was a purpose say it by their reason.
  return purpose === null ? isAgents(event) || reason === 'answered' : purpose === 'answer';
}

/**
 * Whether a message comes to people by an event. Of a message that joins a ticket automation has, the status is only what
 * it will be when nothing is answered; whether it was is told by an event of its own.
 * @param isOfMessage the event is about a message of the customer
 */
function reachesPeople(event: Happening, step: Step | undefined, isOfMessage: boolean): boolean {
  const { type, action, status_from, status_to } = event;
  if (type === 'chat.turn') return action === 'handoff';
  if (type === 'ticket.joined') return !isAutomations(status_from);
  return isWithPeople(status_to) && (isOfMessage || isAutomations(status_from ?? step?.from ?? null));
}

const answerName = ({ type, message_id, at, author }: Happening): string =>
  type === 'chat.turn' ? 'chat' : `${message_id ?? at} ${author}`;

const ratingCounts = (rating: number): Partial<Counts> => ({
  rating_count: 1,
  rating_sum: rating,
  satisfied_count: rating >= 4 ? 1 : 0,
  low_rating_count: rating <= 2 ? 1 : 0,
});

const one = (isSo: boolean | undefined): 0 | 1 => (isSo === true ? 1 : 0);

/**
 * Everything that is counted of a day. Nothing that happened after the day is looked at, so a day is counted the same
 * whenever it is counted.
 * @param history of the day, with what happened to its tickets and messages before; in order
 */
export function dayFacts(
  history: readonly Happening[],
  day: Pick<LocalDay, 'from' | 'to'>,
  times: DeskTimes,
): { facts: Fact[]; resolutions: Resolution[] } {
  const events = history.filter(({ at }) => at < day.to.getTime());
  const messages = customerMessages(events);
  const tickets = openedTickets(events);
  const courses = new Map<string, Course>();
  const ratings = new Map<string, Fact>();
  const told = new Set<string>();
  const facts: Fact[] = [];
  const resolutions: Resolution[] = [];

  const isOnDay = (at: number): boolean => at >= day.from.getTime();
  const isFirst = (what: string): boolean => !told.has(what) && told.add(what).has(what);

  function count(at: number, group: Omit<Group, 'agentId'>, agentId: string | null, counts: Partial<Counts>): Fact {
    const { channel, intent, team } = group;
    const fact = { at, channel, intent, team, agentId, counts };
    if (isOnDay(at)) facts.push(fact);
    return fact;
  }

  function courseOf(ticketId: string): Course {
    const course = courses.get(ticketId) ?? { ...newCourse(), answers: new Set(), message: null, resolution: null };
    courses.set(ticketId, course);
    return course;
  }

  /** The message of a customer an event belongs to: its own, else the last one of the ticket. */
  function messageOf(event: Happening, course: Course): string | null {
    const key = toldMessage(event) ?? messageKey(event);
    return key !== null && messages.has(key) ? key : course.message;
  }

  function countMessage(event: Happening, course: Course, what: 'handed_over' | 'answered_automatically'): void {
    const key = messageOf(event, course);
    const message = key === null ? undefined : messages.get(key);
    if (message && isFirst(`${what} ${key}`)) count(event.at, message, null, { [what]: 1 });
  }

  function takeMessage(event: Happening): void {
    const key = toldMessage(event);
    const message = key === null ? undefined : messages.get(key);
    if (message) {
      const course = message.ticketId === null ? undefined : courseOf(message.ticketId);
      if (course) course.message = key;
      if (isFirst(`message ${key}`)) count(event.at, message, course?.agentId ?? null, { messages: 1 });
    }
    if (event.type !== 'message.triaged' && event.type !== 'chat.turn') return;
    if (message && !isFirst(`triaged ${key}`)) return;
    const read = message ?? {
      channel: event.channel ?? 'app',
      intent: event.intent ?? 'other',
      team: event.team ?? 'care',
    };
    count(event.at, read, null, { triaged: 1, low_confidence: one(event.low_confidence === true) });
  }

  /** What the language model cost counts for the message it was asked about; without one, for no topic in particular. */
  function takeCost(event: Happening): void {
    const message = messages.get(messageKey(event) ?? '');
    const unknown = { channel: event.channel ?? 'app', intent: 'other', team: TEAM_BY_INTENT.other } as const;
    count(event.at, message ?? unknown, null, { cost: event.cost ?? 0 });
  }

  function takeAnswer(event: Happening, ticketId: string, course: Course): void {
    if (!isAnswer(event)) return;
    const ticket = tickets.get(ticketId)!;
    const agentId = isAgents(event) ? (event.agent_id ?? course.agentId) : null;
    // A chat turn is recorded as of its question.
    const answered = event.at + (event.type === 'chat.turn' ? (event.duration_ms ?? 0) : 0);
    const took = course.answers.size === 0 ? tookSinceOpening(ticket, answered, times) : undefined;
    if (took) {
      const due = ticket.firstResponseDue;
      count(event.at, ticket, agentId, {
        responses: 1,
        response_seconds: took.seconds,
        response_business_seconds: took.businessSeconds,
        responses_in_time: one(due !== null && answered <= due),
        responses_late: one(due !== null && answered > due),
        [bucketOf(took.seconds)]: 1,
      });
    }
    course.answers.add(answerName(event));
    if (isAgents(event)) course.hadAgent = true;
    else countMessage(event, course, 'answered_automatically');
  }

  function countResolution(event: Happening, ticketId: string, course: Course, agentId: string | null): void {
    const ticket = tickets.get(ticketId)!;
    const took = tookSinceOpening(ticket, event.at, times);
    const inTime = took && resolvedInTime(ticket, course, event.at, times);
    const fact = count(event.at, ticket, agentId, {
      resolved: 1,
      resolved_assumed: one(event.resolution_kind === 'assumed'),
      resolved_without_agent: one(!course.hadAgent),
      resolution_seconds: took?.seconds ?? 0,
      resolution_business_seconds: took?.businessSeconds ?? 0,
      resolutions_in_time: one(inTime),
      resolutions_late: one(inTime === false),
    });
    course.resolution = fact;
    const byFirstContact = course.answers.size === 1 && !course.wasReopened;
    if (isOnDay(event.at)) resolutions.push({ fact, ticketId, customer: ticket.customer, byFirstContact });
  }

  function countStep({ from, to }: Step, event: Happening, ticketId: string, course: Course): void {
    const ticket = tickets.get(ticketId)!;
    const agentId = event.agent_id ?? course.agentId;
    if (to === 'resolved' && from !== 'closed') countResolution(event, ticketId, course, agentId);
    if (to === 'escalated') count(event.at, ticket, agentId, { escalated: 1 });
    if (from !== null && !isOpen(from) && isOpen(to)) count(event.at, ticket, agentId, { reopened: 1 });
  }

  function takeTicket(event: Happening, ticketId: string): void {
    const ticket = tickets.get(ticketId)!;
    const course = courseOf(ticketId);
    if (event.type === 'ticket.created' && isFirst(`ticket ${ticketId}`)) count(event.at, ticket, null, { tickets: 1 });
    takeAnswer(event, ticketId, course);
    const step = takeStep(course, event);
    if (step) countStep(step, event, ticketId, course);
    if (reachesPeople(event, step, messages.has(messageKey(event) ?? ''))) countMessage(event, course, 'handed_over');
    if (event.type === 'ticket.assigned' && takeAgent(course, event)) {
      count(event.at, ticket, event.agent_id, { assigned: 1 });
    }
    // That a resolution is assumed may be told after the resolution itself.
    const assumed = event.type === 'ticket.resolved' && event.resolution_kind === 'assumed';
    if (assumed && course.status === 'resolved' && course.resolution) course.resolution.counts.resolved_assumed = 1;
    if (event.type === 'feedback.received' && isOnDay(event.at)) {
      const { channel, intent, team } = ticket;
      const agentId = event.agent_id ?? course.agentId;
      ratings.set(ticketId, { at: event.at, channel, intent, team, agentId, counts: ratingCounts(event.rating ?? 0) });
    }
    if (event.type === 'triage.corrected' && event.corrected && isFirst(`corrected ${ticketId} ${event.message_id}`)) {
      const read = { ...ticket, intent: event.model_intent ?? ticket.intent };
      count(event.at, read, event.corrected_by ?? course.agentId, { corrected: 1 });
    }
  }

  for (const event of events) {
    if (event.type === 'ai.used') {
      takeCost(event);
      continue;
    }
    takeMessage(event);
    const ticketId = event.ticket_id ?? messages.get(messageKey(event) ?? '')?.ticketId;
    if (ticketId) takeTicket(event, ticketId);
  }
  return { facts: [...facts, ...ratings.values()], resolutions };
}
