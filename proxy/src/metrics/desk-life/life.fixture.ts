import { CHANNELS, INTENTS, type Channel, type Intent, type TicketStatus } from '../../contract/vocabulary';
import { type NewEvent, newEvent } from '../../events/event';
import type { EventPayload, EventType } from '../../events/event-kinds';
import type { Pause } from '../../tickets/sla/sla-clock';
import type { Counts } from '../counts';
import type { deskTimes } from './desk-times.fixture';
import type { Plan } from './plan.fixture';

export const MINUTE = 60_000;

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

/** A change of the status, as events tell it. */
export interface Change {
  status_from: TicketStatus;
  status_to: TicketStatus;
  status_version: number;
}

/** It is the customer's turn, or nobody's. */
const STANDING: readonly TicketStatus[] = ['answered', 'waiting', 'resolved', 'closed'];

/** A ticket as far as it has lived: how it stands, what the service was told of it, and what really happened. */
export class Life {
  readonly ticket: LivedTicket;
  readonly events: NewEvent[] = [];
  readonly record: Entry[] = [];
  readonly resolutions: { at: number; agentId: string | null; answers: number; reopened: boolean }[] = [];
  readonly contacts: { at: number; intent: Intent }[] = [];
  readonly pauses: Pause[] = [];
  /** The instant it has come to. */
  at: number;
  status: TicketStatus = 'new';
  version = 0;
  agent: string | null = null;
  hadAgent = false;
  answers = 0;
  reopened = false;
  /** The messages of the customer, and the last one of them. */
  messages = 0;
  messageId = '';
  messageIntent: Intent;
  handedOver = false;
  correctedMessages = new Set<string>();

  /** @param origin when the history begins */
  constructor(
    readonly plan: Plan,
    readonly number: number,
    origin: number,
    readonly times: ReturnType<typeof deskTimes>,
  ) {
    const createdAt = origin + plan.start * MINUTE;
    const intent = INTENTS[plan.intent]!;
    this.ticket = {
      id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      createdAt,
      channel: CHANNELS[plan.channel]!,
      intent,
      customer: `customer${plan.customer}@example.com`,
      statuses: [],
    };
    this.messageIntent = intent;
    this.at = createdAt;
  }

  /** The service is told. */
  tell<T extends EventType>(type: T, payload: EventPayload<T>): void {
    this.events.push(newEvent(type, payload, new Date(this.at)));
  }

  /** It really happened. */
  note(counts: Partial<Counts>, agentId: string | null = null, as: Intent = this.ticket.intent): void {
    this.record.push({ at: this.at, channel: this.ticket.channel, intent: as, agentId, counts });
  }

  /** Has another status from now on, without a version of its own. */
  enter(next: TicketStatus): void {
    const stands = STANDING.includes(next);
    const last = this.pauses.at(-1);
    const standing = last !== undefined && last.to === undefined;
    if (stands && !standing) this.pauses.push({ from: new Date(this.at) });
    if (!stands && standing) last.to = new Date(this.at);
    this.ticket.statuses.push({ at: this.at, status: next });
    this.status = next;
  }

  move(next: TicketStatus): Change {
    const change = { status_from: this.status, status_to: next, status_version: (this.version += 1) };
    this.enter(next);
    return change;
  }
}
