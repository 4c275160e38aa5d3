import fc from 'fast-check';
import { CHANNELS, INTENTS, type Channel, type Intent, type TicketStatus } from '../contract/vocabulary';
import { type NewEvent, newEvent } from '../events/event';
import type { EventPayload, EventType } from '../events/event-kinds';
import type { Store } from '../events/store';
import { readDeskTimes } from '../tickets/desk/read-desk-times';
import { type Pause, readClock } from '../tickets/sla/sla-clock';
import { addBusinessMinutes, businessMinutesBetween } from '../tickets/sla/business-calendar';
import { TEAM_BY_INTENT } from '../triage/team-by-intent';
import type { Counts } from './counts';

/**
 * Tickets that live through what a desk does, event by event, beside a plain record of what really happened: the metrics
 * see the events, the tests know the record.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What really happened, one thing at a time. */
export interface Entry {
  at: number;
  channel: Channel;
  intent: Intent;
  agentId: string | null;
  counts: Partial<Counts>;
}

export interface LivedTicket {
  id: string;
  createdAt: number;
  channel: Channel;
  intent: Intent;
  customer: string;
  /** Every status with the instant it began. */
  statuses: { at: number; status: TicketStatus }[];
}

/** What is generated: numbers that choose among what is possible at the time. */
interface Plan {
  channel: number;
  intent: number;
  customer: number;
  start: number;
  steps: { choice: number; after: number; agent: number; twice: boolean }[];
}

const planArbitrary: fc.Arbitrary<Plan> = fc.record({
  channel: fc.nat(2),
  intent: fc.nat(1),
  customer: fc.nat(3),
  // Minutes from the beginning of the history; the tests look at its fourth day.
  start: fc.integer({ min: 36 * 60, max: 95 * 60 }),
  steps: fc.array(
    fc.record({
      choice: fc.nat(1000),
      after: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 4000 })),
      agent: fc.nat(2),
      twice: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
});

export const deskLifeArbitrary = fc.array(planArbitrary, { minLength: 1, maxLength: 14 });

export const AGENTS = ['agent-1', 'agent-2', 'agent-3'] as const;

export const WEEKDAYS_9_TO_5 = JSON.stringify(
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ from: '09:00', to: '17:00' }]]),
  ),
);

export const deskTimes = (timeZone: string) =>
  readDeskTimes({ business_hours: { time_zone: timeZone, weekly_intervals: WEEKDAYS_9_TO_5 } }, { timeZone: 'UTC' });

const TRIAGE = {
  sentiment: 'neutral' as const,
  priority: 'normal' as const,
  order_id: null,
  requires_human_review: false,
  language: 'en',
  entities: [],
  model: 'offline',
  model_version: '1',
  tracking_number: null,
};

/** Lives a plan through. @param origin when the history begins */
function live(plan: Plan, number: number, origin: number, times: ReturnType<typeof deskTimes>) {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const channel = CHANNELS[plan.channel]!;
  const intent = INTENTS[plan.intent]!;
  const customer = `customer${plan.customer}@example.com`;
  const events: NewEvent[] = [];
  const record: Entry[] = [];
  const resolutions: { at: number; agentId: string | null; answers: number; reopened: boolean }[] = [];
  const contacts: { at: number; intent: Intent }[] = [];
  const createdAt = origin + plan.start * MINUTE;
  const { calendar, minutes } = times.clock('normal');
  const firstDue = addBusinessMinutes(calendar, new Date(createdAt), minutes.firstResponse);

  let at = createdAt;
  let status: TicketStatus = 'new';
  let version = 0;
  let agent: string | null = null;
  let hadAgent = false;
  let answers = 0;
  let reopened = false;
  let messageId = '';
  let messageIntent = intent;
  let messages = 0;
  let handedOver = false;
  let correctedMessages = new Set<string>();
  const pauses: Pause[] = [];
  const statuses: LivedTicket['statuses'] = [];

  const tell = <T extends EventType>(type: T, payload: EventPayload<T>): void => {
    events.push(newEvent(type, payload, new Date(at)));
  };
  const note = (counts: Partial<Counts>, agentId: string | null = null, as: Intent = intent): void => {
    record.push({ at, channel, intent: as, agentId, counts });
  };
  const enter = (next: TicketStatus): void => {
    const stands = ['answered', 'waiting', 'resolved', 'closed'].includes(next);
    const last = pauses.at(-1);
    const standing = last !== undefined && last.to === undefined;
    if (stands && !standing) pauses.push({ from: new Date(at) });
    if (!stands && standing) last.to = new Date(at);
    statuses.push({ at, status: next });
    status = next;
  };
  const move = (next: TicketStatus): object => {
    const change = { status_from: status, status_to: next, status_version: (version += 1) };
    enter(next);
    return change;
  };
  const handOver = (): void => {
    if (!handedOver) note({ handed_over: 1 }, null, messageIntent);
    handedOver = true;
  };
  const answered = (byAgent: string | null, seconds = (at - createdAt) / 1000): void => {
    answers += channel === 'chat' && byAgent === null && answers > 0 ? 0 : 1;
    if (answers === 1 && !record.some(({ counts }) => counts.responses)) {
      const inTime = createdAt + seconds * 1000 <= firstDue.getTime();
      const business = businessMinutesBetween(
        times.calendar,
        new Date(createdAt),
        new Date(createdAt + seconds * 1000),
      );
      note(
        {
          responses: 1,
          response_seconds: seconds,
          response_business_seconds: Math.round(business * 60),
          responses_in_time: inTime ? 1 : 0,
          responses_late: inTime ? 0 : 1,
        },
        byAgent,
      );
    }
  };
  const customerWrites = (read: Intent, doubtful: boolean): void => {
    messages += 1;
    messageId = `m${messages}-of-${number}`;
    messageIntent = read;
    handedOver = false;
    note({ messages: 1 }, agent, read);
    note({ triaged: 1, low_confidence: doubtful ? 1 : 0 }, null, read);
    contacts.push({ at, intent: read });
    if (channel === 'chat') return;
    const about = { channel, message_id: messageId };
    tell('message.received', { ...about, text: 'hello' });
    tell('message.triaged', {
      ...TRIAGE,
      ...about,
      intent: read,
      confidence: doubtful ? 0.4 : 0.9,
      review_reasons: doubtful ? ['low_confidence'] : [],
      team: TEAM_BY_INTENT[read],
      duration_ms: 3,
    });
  };
  const chatTurn = (action: 'answer' | 'ask' | 'handoff', doubtful: boolean): void => {
    customerWrites(intent, doubtful);
    const triage = { ...TRIAGE, intent, confidence: 0.9, team: TEAM_BY_INTENT[intent] };
    const about = { conversation_id: `c${number}`, message_id: messageId, ticket_id: id, facts: [] };
    const review_reasons = doubtful ? ['low_confidence' as const] : [];
    tell('chat.turn', {
      ...about,
      text: 'hi',
      reply: 'ho',
      action,
      triage: { ...triage, review_reasons },
      duration_ms: 2000,
    });
    if (action === 'answer') {
      note({ answered_automatically: 1 });
      answered(null, (at - createdAt) / 1000 + 2);
    }
    if (action === 'handoff') {
      handOver();
      enter('unassigned');
    } else if (status !== 'answered') enter('answered');
  };

  const outcome = (automatic: boolean): void => {
    const about = { channel, ticket_id: id, message_id: messageId, author: 'automatic' as const };
    if (automatic) {
      answered(null);
      note({ answered_automatically: 1 }, null, messageIntent);
      tell('message.replied', { ...about, purpose: 'answer', ...move('answered') });
    } else {
      handOver();
      const failed = messages % 2 === 0;
      tell(failed ? 'reply.failed' : 'message.replied', {
        ...about,
        purpose: 'acknowledgement',
        ...move('unassigned'),
      });
    }
  };
  const statusChanged = (next: TicketStatus): void =>
    tell('ticket.status_changed', { channel, ticket_id: id, ...move(next) });

  // The opening.
  const about = { ticket_id: id, title: 'T', channel, customer_email: customer.toUpperCase(), intent };
  const opened = {
    ...about,
    priority: 'normal' as const,
    team: TEAM_BY_INTENT[intent],
    first_response_due: firstDue.toISOString(),
    resolution_due: addBusinessMinutes(calendar, new Date(createdAt), minutes.resolution).toISOString(),
  };
  enter('new');
  note({ tickets: 1 });
  if (channel === 'chat') {
    tell('ticket.created', { ...opened, message_id: `m1-of-${number}`, conversation_id: `c${number}` });
    chatTurn(plan.intent === 0 ? 'ask' : 'answer', false);
  } else {
    customerWrites(intent, plan.customer === 0);
    tell('ticket.created', { ...opened, message_id: messageId });
  }

  const resolve = (kind: 'confirmed' | 'assumed', twice: boolean): void => {
    const clock = { startedAt: new Date(createdAt), minutes: minutes.resolution, pauses, stoppedAt: new Date(at) };
    const inTime = readClock(calendar, clock, new Date(at)).state !== 'breached';
    const business = businessMinutesBetween(times.calendar, new Date(createdAt), new Date(at));
    note(
      {
        resolved: 1,
        resolved_assumed: kind === 'assumed' ? 1 : 0,
        resolved_without_agent: hadAgent ? 0 : 1,
        resolution_seconds: (at - createdAt) / 1000,
        resolution_business_seconds: Math.round(business * 60),
        resolutions_in_time: inTime ? 1 : 0,
        resolutions_late: inTime ? 0 : 1,
      },
      agent,
    );
    resolutions.push({ at, agentId: agent, answers, reopened });
    const before = { status, status_version: version };
    const row = { ticket_id: id, resolution_kind: kind, resolved_at: new Date(at).toISOString() };
    // Told once with the row as it was, or by the app first and then with the row as it is.
    if (twice) statusChanged('resolved');
    else move('resolved');
    tell('ticket.resolved', { ...row, ...(twice ? { status, status_version: version } : before) });
  };
  const assign = (to: string, twice: boolean): void => {
    if (to !== agent) note({ assigned: 1 }, to);
    const row = { ticket_id: id, status, status_version: version };
    move('assigned');
    agent = to;
    hadAgent = true;
    const got = { agent_id: to, status_to: 'assigned' as const, assigned_at: new Date(at).toISOString() };
    tell('ticket.assigned', { ...row, ...got });
    if (twice) tell('ticket.assigned', { ...row, status: 'assigned', status_version: version, ...got });
  };
  const write = (automatic: boolean): void => {
    const from: TicketStatus = status;
    const automations = from === 'answered';
    const comesBack = ['answered', 'waiting', 'resolved'].includes(from);
    const next: TicketStatus = comesBack ? (agent === null || automations ? 'unassigned' : 'assigned') : from;
    customerWrites(INTENTS[(plan.intent + messages) % 2]!, messages % 3 === 0);
    if (!automations) handOver();
    if (from === 'resolved') {
      note({ reopened: 1 }, next === 'unassigned' ? null : agent);
      reopened = true;
    }
    const change = comesBack ? move(next) : { status_from: from, status_to: next, status_version: version };
    if (next === 'unassigned') agent = null;
    tell('ticket.joined', {
      ...about,
      message_id: messageId,
      priority: 'normal',
      team: TEAM_BY_INTENT[intent],
      ...(change as { status_from: TicketStatus; status_to: TicketStatus; status_version: number }),
      reopened: from === 'resolved',
    });
    if (automations) {
      at += 2 * MINUTE;
      outcome(automatic);
    }
  };

  for (const { choice, after, agent: who, twice } of plan.steps) {
    at += after * MINUTE;
    const whom = AGENTS[who]!;
    const isMail = channel !== 'chat';
    const possible: (() => void)[] = [];
    const now = status as TicketStatus;
    if (now === 'new') {
      possible.push(() => outcome(twice));
    } else {
      if (now === 'answered' && !isMail) {
        possible.push(
          () => chatTurn('answer', twice),
          () => chatTurn('ask', twice),
          () => chatTurn('handoff', twice),
        );
      }
      if (isMail && !['new', 'closed'].includes(now)) possible.push(() => write(twice));
      if (now === 'unassigned') possible.push(() => assign(whom, twice));
      if (now === 'assigned' || now === 'in_progress') {
        possible.push(
          () => assign(whom, twice),
          () => {
            statusChanged('unassigned');
            agent = null;
          },
          () => {
            const row = { ticket_id: id, status: now, status_version: version };
            const delay = { action: 'escalate', reason: 'agent_silent', delay_key: 'k', silent_hours: 72 } as const;
            note({ escalated: 1 }, agent);
            if (twice) statusChanged('escalated');
            else move('escalated');
            const as = twice ? { ...row, status: 'escalated' as const, status_version: version } : row;
            tell('ticket.escalated', { ...as, ...delay, escalation_level: 1, status_to: 'escalated' });
          },
        );
      }
      if (now === 'assigned' || now === 'escalated') possible.push(() => statusChanged('in_progress'));
      if (['assigned', 'in_progress', 'escalated'].includes(now)) {
        possible.push(() => {
          answered(agent);
          const reply = {
            channel,
            ticket_id: id,
            message_id: `out-${at}`,
            author: 'agent' as const,
            purpose: 'answer' as const,
          };
          tell('message.replied', { ...reply, agent_id: agent!, ...move('waiting') });
        });
      }
      if (['answered', 'waiting'].includes(now)) possible.push(() => resolve('assumed', twice));
      if (!['new', 'resolved', 'closed'].includes(now)) possible.push(() => resolve('confirmed', twice));
      if (now === 'resolved') {
        possible.push(
          () => statusChanged('closed'),
          () => {
            // The last of a day counts; the test looks at the days one by one.
            const rating = (choice % 5) + 1;
            tell('feedback.received', { ticket_id: id, rating });
            note(
              {
                rating_count: 1,
                rating_sum: rating,
                satisfied_count: rating > 3 ? 1 : 0,
                low_rating_count: rating < 3 ? 1 : 0,
              },
              agent,
            );
          },
        );
      }
      if (!correctedMessages.has(messageId)) {
        possible.push(() => {
          correctedMessages = correctedMessages.add(messageId);
          note({ corrected: 1 }, whom, 'other');
          const said = { ticket_id: id, message_id: messageId, corrected_by: whom, intent: 'returns' as const };
          tell('triage.corrected', { ...said, model_intent: 'other', corrected: ['intent'] });
        });
      }
    }
    possible[choice % possible.length]?.();
  }
  return {
    ticket: { id, createdAt, channel, intent, customer, statuses } satisfies LivedTicket,
    events,
    record,
    resolutions,
    contacts,
  };
}

/** Lives the plans through. @returns the events in the order of their happening, and what really happened */
export function liveDesk(plans: readonly Plan[], origin: number, times: ReturnType<typeof deskTimes>) {
  const lives = plans.map((plan, number) => live(plan, number, origin, times));
  const events = lives
    .flatMap((life) => life.events)
    .sort((one, other) => (one.occurredAt < other.occurredAt ? -1 : one.occurredAt > other.occurredAt ? 1 : 0));
  const record = lives.flatMap((life) => life.record.map((entry) => ({ ...entry, ticket: life.ticket })));
  return { lives, events, record, tickets: lives.map((life) => life.ticket) };
}

/** A resolution is judged after seven days: one answer, never reopened, and the customer not back about the same thing. */
export function firstContactEntries(lives: ReturnType<typeof liveDesk>['lives'], now: number): Entry[] {
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

/** Stores events as one write. */
export async function record(store: Store, key: string, events: readonly NewEvent[]): Promise<void> {
  const write = { operation: 'Test', key, bodyHash: '', status: 200, answer: {}, events };
  await store.write(write, new Date(events.at(-1)?.occurredAt ?? 0));
}

let writes = 0;
/** Stores these events in place of all that the store holds. */
export async function recordAnew(store: Store, events: readonly NewEvent[]): Promise<void> {
  await store.database.script('DELETE FROM event');
  await record(store, `anew ${(writes += 1)}`, events);
}
