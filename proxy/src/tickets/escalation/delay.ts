import type { TicketRow } from '../../contract/desk';
import type { ESCALATION_ACTIONS, ESCALATION_REASONS, EscalateTicketRequest } from '../../contract/resolution';
import type { TicketStatus } from '../../contract/vocabulary';
import { RccError } from '../../errors/rcc-error';
import type { DeskTimes } from '../desk/desk-times';
import { addBusinessMinutes, type BusinessCalendar, businessMinutesBetween } from '../sla/business-calendar';

/** A ticket that is late, or might be, and what is to be done about it now. */
export interface Delay {
  action: (typeof ESCALATION_ACTIONS)[number];
  reason: (typeof ESCALATION_REASONS)[number];
  /** Names the delay: the same for every look at it, another one for the next. */
  key: string;
  /** When somebody should have taken a ticket nobody has. */
  due?: Date;
  /** Since when nobody has done anything; nothing when the row does not tell. */
  silentSince: Date | undefined;
  /** Full hours since then, in the hours that count. */
  silentHours: number;
}

/** Hours of silence after which something is done. */
export interface Patience {
  remindAfter: number;
  escalateAfter: number;
}

const HOUR = 3_600_000;
/** Calendars count no further; whatever is that late is late by any measure. */
const LONGEST = 3650 * 24 * HOUR;

/** An agent has the ticket and the next word. */
const WITH_AGENT: ReadonlySet<TicketStatus> = new Set(['assigned', 'in_progress']);
/** What a person may escalate; a person who did it in the app has moved the status already. */
const ESCALATED_BY_HAND: ReadonlySet<TicketStatus> = new Set(['assigned', 'in_progress', 'escalated']);

const instantOf = (text: string | null | undefined): Date | undefined => (text ? new Date(text) : undefined);

/** An instant in a key: `20260301T093000000Z`. */
const inKey = (at: Date | undefined): string => at?.toISOString().replace(/[-:.]/g, '') ?? 'unknown';

/**
 * Since when the agent has been silent: the last activity, or the assignment when that came later, because an agent
 * answers only for the time since; else since the ticket is there.
 */
function silenceStart({ last_agent_activity_at, assigned_at, created_at }: TicketRow): Date | undefined {
  const [acted, assigned] = [instantOf(last_agent_activity_at), instantOf(assigned_at)];
  if (acted && assigned) return acted > assigned ? acted : assigned;
  return acted ?? assigned ?? instantOf(created_at);
}

function fullHours(since: Date | undefined, at: Date, businessHours: BusinessCalendar | undefined): number {
  if (since === undefined || since > at) return 0;
  const start = new Date(Math.max(since.getTime(), at.getTime() - LONGEST));
  if (businessHours === undefined) return Math.floor((at.getTime() - since.getTime()) / HOUR);
  return Math.floor(businessMinutesBetween(businessHours, start, at) / 60);
}

/**
 * The hours after which something is done; 48 and 72 when left out.
 * @throws {RccError} `RCC_INVALID_REQUEST` when the reminder would not come before the escalation
 */
export function patienceOf({ remind_after_hours, escalate_after_hours }: EscalateTicketRequest): Patience {
  const [remindAfter, escalateAfter] = [remind_after_hours ?? 48, escalate_after_hours ?? 72];
  if (remindAfter < escalateAfter) return { remindAfter, escalateAfter };
  const target = remind_after_hours === undefined ? 'body/escalate_after_hours' : 'body/remind_after_hours';
  throw new RccError(
    'RCC_INVALID_REQUEST',
    `${target} lets the reminder (${remindAfter} h) come no earlier than the escalation (${escalateAfter} h). Remind after fewer hours than you escalate after.`,
    target,
  );
}

function byHand(ticket: TicketRow, silence: Pick<Delay, 'silentSince' | 'silentHours'>): Delay {
  if (!ESCALATED_BY_HAND.has(ticket.status)) {
    const target = 'body/ticket/status';
    const remedy =
      'Only a ticket that an agent has is escalated: give it to one first, and open it again if it is over.';
    throw new RccError('RCC_INVALID_REQUEST', `${target} is ${ticket.status}. ${remedy}`, target);
  }
  // Each escalation by hand is a delay of its own, and each has its own version.
  return { action: 'escalate', reason: 'manual', key: `manual-${escalatedVersion(ticket)}`, ...silence };
}

const earlier = (one: Date, other: Date | undefined): Date => (other && other < one ? other : one);

/**
 * When somebody should have taken a ticket nobody has. As long as it has no answer, when its first one is due. Afterwards a
 * customer who has written again is to be answered as fast as a new one, and before the resolution is due; of a customer who
 * has not, the resolution is all that can be late.
 */
function waitingDelay(ticket: TicketRow, times: DeskTimes): Pick<Delay, 'reason'> & { due: Date | undefined } {
  const [first, resolution] = [instantOf(ticket.first_response_due), instantOf(ticket.resolution_due)];
  const responded = instantOf(ticket.first_responded_at);
  if (!responded && first) return { reason: 'first_response_overdue', due: first };
  const wrote = instantOf(ticket.last_customer_activity_at) ?? (responded ? undefined : instantOf(ticket.created_at));
  if (wrote === undefined || (responded && responded >= wrote)) return { reason: 'customer_waiting', due: resolution };
  const { calendar, minutes } = times.clock(ticket.priority ?? 'normal');
  const answerDue = addBusinessMinutes(calendar, wrote, minutes.firstResponse);
  // What was late before the customer wrote again was told before.
  return {
    reason: 'customer_waiting',
    due: earlier(answerDue, resolution && (resolution > wrote ? resolution : wrote)),
  };
}

/** The version of the status once a ticket is escalated; a person may have done it in the app already. */
export const escalatedVersion = ({ status, status_version }: TicketRow): number =>
  (status_version ?? 0) + (status === 'escalated' ? 0 : 1);

/**
 * Decides from the row what a delay calls for. Each delay is reminded once and escalated once: what was done after it
 * began was done about it. Only an agent's activity, or another agent, begins another one.
 *
 * A ticket nobody has is late when its customer waits too long; whoever waits for the customer is never late.
 * @param businessHours when only business hours count
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/ticket/status` when a person escalated what no agent has
 */
export function delayOf(
  ticket: TicketRow,
  at: Date,
  { remindAfter, escalateAfter }: Patience,
  times: DeskTimes,
  { manual, businessHours }: { manual: boolean; businessHours?: BusinessCalendar },
): Delay {
  const silentSince = silenceStart(ticket);
  const silence = { silentSince, silentHours: fullHours(silentSince, at, businessHours) };
  if (manual) return byHand(ticket, silence);

  if (ticket.status === 'unassigned') {
    const { reason, due } = waitingDelay(ticket, times);
    const overdue = due !== undefined && at > due;
    const told = overdue && (instantOf(ticket.reminded_at) ?? new Date(NaN)) >= due;
    return {
      action: overdue && !told ? 'tell_supervisor' : 'none',
      reason,
      key: `${reason}-${inKey(due)}`,
      due,
      ...silence,
    };
  }

  const actionNow = (): Delay['action'] => {
    if (!WITH_AGENT.has(ticket.status) || silentSince === undefined) return 'none';
    const wasDone = (column: 'reminded_at' | 'escalated_at') =>
      (instantOf(ticket[column]) ?? silentSince) > silentSince;
    if (wasDone('escalated_at')) return 'none';
    if (silence.silentHours >= escalateAfter) return 'escalate';
    return silence.silentHours >= remindAfter && !wasDone('reminded_at') ? 'remind_agent' : 'none';
  };
  return { action: actionNow(), reason: 'agent_silent', key: `agent_silent-${inKey(silentSince)}`, ...silence };
}
