import { addBusinessMinutes } from '../../tickets/sla/business-calendar';
import { TEAM_BY_INTENT } from '../../triage/team-by-intent';
import type { deskTimes } from './desk-times.fixture';
import {
  isAssigned,
  isCorrected,
  isEscalated,
  isGivenBack,
  isRated,
  isResolved,
  statusChanges,
} from './handling.fixture';
import { type Entry, Life, MINUTE } from './life.fixture';
import {
  aboutTicket,
  agentReplies,
  automationAnswers,
  chatTurn,
  customerWrites,
  customerWritesAgain,
  firstResponseDue,
} from './messages.fixture';
import type { Plan, Step } from './plan.fixture';

/**
 * Tickets that live through what a desk does, event by event, beside a plain record of what really happened: the metrics
 * see the events, the tests know the record.
 */

const AGENTS = ['agent-1', 'agent-2', 'agent-3'] as const;
const DAY = 86_400_000;

function open(life: Life): void {
  const { plan, times, ticket, number } = life;
  const { calendar, minutes } = times.clock('normal');
  const opened = {
    ...aboutTicket(life),
    priority: 'normal' as const,
    team: TEAM_BY_INTENT[ticket.intent],
    first_response_due: firstResponseDue(life).toISOString(),
    resolution_due: addBusinessMinutes(calendar, new Date(ticket.createdAt), minutes.resolution).toISOString(),
  };
  life.enter('new');
  life.note({ tickets: 1 });
  if (ticket.channel === 'chat') {
    life.tell('ticket.created', { ...opened, message_id: `m1-of-${number}`, conversation_id: `c${number}` });
    chatTurn(life, plan.intent === 0 ? 'ask' : 'answer', false);
  } else {
    customerWrites(life, ticket.intent, plan.customer === 0);
    life.tell('ticket.created', { ...opened, message_id: life.messageId });
  }
}

/** What can happen to a ticket as it stands. */
function possibleDeeds(life: Life, { choice, agent, twice }: Step): (() => void)[] {
  const { status } = life;
  if (status === 'new') return [() => automationAnswers(life, twice)];
  const whom = AGENTS[agent]!;
  const isMail = life.ticket.channel !== 'chat';
  const possible: (() => void)[] = [];
  if (status === 'answered' && !isMail) {
    possible.push(
      () => chatTurn(life, 'answer', twice),
      () => chatTurn(life, 'ask', twice),
      () => chatTurn(life, 'handoff', twice),
    );
  }
  if (isMail && status !== 'closed') possible.push(() => customerWritesAgain(life, twice));
  if (status === 'unassigned') possible.push(() => isAssigned(life, whom, twice));
  if (status === 'assigned' || status === 'in_progress') {
    possible.push(
      () => isAssigned(life, whom, twice),
      () => isGivenBack(life),
      () => isEscalated(life, twice),
    );
  }
  if (status === 'assigned' || status === 'escalated') possible.push(() => statusChanges(life, 'in_progress'));
  if (['assigned', 'in_progress', 'escalated'].includes(status)) possible.push(() => agentReplies(life));
  if (['answered', 'waiting'].includes(status)) possible.push(() => isResolved(life, 'assumed', twice));
  if (!['resolved', 'closed'].includes(status)) possible.push(() => isResolved(life, 'confirmed', twice));
  if (status === 'resolved') {
    possible.push(
      () => statusChanges(life, 'closed'),
      () => isRated(life, (choice % 5) + 1),
    );
  }
  if (!life.correctedMessages.has(life.messageId)) possible.push(() => isCorrected(life, whom));
  return possible;
}

function live(plan: Plan, number: number, origin: number, times: ReturnType<typeof deskTimes>): Life {
  const life = new Life(plan, number, origin, times);
  open(life);
  for (const step of plan.steps) {
    life.at += step.after * MINUTE;
    const possible = possibleDeeds(life, step);
    possible[step.choice % possible.length]?.();
  }
  return life;
}

/**
 * Lives the plans through.
 * @param origin when the history begins
 * @returns the events in the order of their happening, and what really happened
 */
export function liveDesk(plans: readonly Plan[], origin: number, times: ReturnType<typeof deskTimes>) {
  const lives = plans.map((plan, number) => live(plan, number, origin, times));
  const events = lives
    .flatMap((life) => life.events)
    .sort((one, other) => (one.occurredAt < other.occurredAt ? -1 : one.occurredAt > other.occurredAt ? 1 : 0));
  const record = lives.flatMap((life) => life.record.map((entry) => ({ ...entry, ticket: life.ticket })));
  return { lives, events, record, tickets: lives.map((life) => life.ticket) };
}

/** A resolution is judged after seven days: one answer, never reopened, and the customer not back about the same thing. */
export function firstContactEntries(lives: readonly Life[], now: number): Entry[] {
  return lives.flatMap(({ ticket, resolutions, contacts }) =>
    resolutions
      .filter(({ at }) => at + 7 * DAY <= now)
      .map(({ at, agentId, answers, reopened }) => {
        const within = (contact: { at: number }): boolean => contact.at > at && contact.at <= at + 7 * DAY;
        const again = contacts.some(within);
        const other = lives.some(
          (life) =>
            life.ticket.customer === ticket.customer &&
            // Of a mail that joins a ticket, the ticket's intent is told.
            life.ticket.intent === ticket.intent &&
            (life.ticket.channel === 'chat' ? life.contacts.slice(0, 1) : life.contacts).some(within),
        );
        const met = answers === 1 && !reopened && !again && !other;
        const { channel, intent } = ticket;
        return { at, channel, intent, agentId, counts: { fcr_eligible: 1, fcr_met: met ? 1 : 0 } };
      }),
  );
}
