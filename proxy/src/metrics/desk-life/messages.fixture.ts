import { INTENTS, type Intent, type TicketStatus } from '../../contract/vocabulary';
import { addBusinessMinutes, businessMinutesBetween } from '../../tickets/sla/business-calendar';
import { TEAM_BY_INTENT } from '../../triage/team-by-intent';
import { type Change, type Life, MINUTE } from './life.fixture';

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

/** When the first answer of a ticket is due. */
export function firstResponseDue({ ticket, times }: Life): Date {
  const { calendar, minutes } = times.clock('normal');
  return addBusinessMinutes(calendar, new Date(ticket.createdAt), minutes.firstResponse);
}

/** What events about a ticket's opening and its further messages say of it. */
export const aboutTicket = ({ ticket: { id, channel, customer, intent } }: Life) => ({
  ticket_id: id,
  title: 'T',
  channel,
  customer_email: customer.toUpperCase(),
  intent,
});

function handOver(life: Life): void {
  if (!life.handedOver) life.note({ handed_over: 1 }, null, life.messageIntent);
  life.handedOver = true;
}

function answered(life: Life, byAgent: string | null, at = life.at): void {
  const { createdAt, channel } = life.ticket;
  life.answers += channel === 'chat' && byAgent === null && life.answers > 0 ? 0 : 1;
  if (life.answers !== 1 || life.record.some(({ counts }) => counts.responses)) return;
  const inTime = at <= firstResponseDue(life).getTime();
  const business = businessMinutesBetween(life.times.calendar, new Date(createdAt), new Date(at));
  const counts = {
    responses: 1,
    response_seconds: (at - createdAt) / 1000,
    response_business_seconds: Math.round(business * 60),
    responses_in_time: inTime ? 1 : 0,
    responses_late: inTime ? 0 : 1,
  };
  life.note(counts, byAgent);
}

/** The customer writes. @param doubtful the model is not sure about it */
export function customerWrites(life: Life, read: Intent, doubtful: boolean): void {
  const { channel } = life.ticket;
  life.messages += 1;
  life.messageId = `m${life.messages}-of-${life.number}`;
  life.messageIntent = read;
  life.handedOver = false;
  life.note({ messages: 1 }, life.agent, read);
  life.note({ triaged: 1, low_confidence: doubtful ? 1 : 0 }, null, read);
  life.contacts.push({ at: life.at, intent: read });
  if (channel === 'chat') return;
  const about = { channel, message_id: life.messageId };
  life.tell('message.received', { ...about, text: 'hello' });
  life.tell('message.triaged', {
    ...TRIAGE,
    ...about,
    intent: read,
    confidence: doubtful ? 0.4 : 0.9,
    review_reasons: doubtful ? ['low_confidence'] : [],
    team: TEAM_BY_INTENT[read],
    duration_ms: 3,
  });
}

/** The customer writes in the chat, and the bot does something. */
export function chatTurn(life: Life, action: 'answer' | 'ask' | 'handoff', doubtful: boolean): void {
  const { id, intent } = life.ticket;
  customerWrites(life, intent, doubtful);
  const triage = { ...TRIAGE, intent, confidence: 0.9, team: TEAM_BY_INTENT[intent] };
  const review_reasons = doubtful ? ['low_confidence' as const] : [];
  life.tell('chat.turn', {
    conversation_id: `c${life.number}`,
    message_id: life.messageId,
    ticket_id: id,
    facts: [],
    text: 'hi',
    reply: 'ho',
    action,
    triage: { ...triage, review_reasons },
    duration_ms: 2000,
  });
  if (action === 'answer') {
    life.note({ answered_automatically: 1 });
    answered(life, null, life.at + 2000);
  }
  if (action === 'handoff') {
    handOver(life);
    life.enter('unassigned');
  } else if (life.status !== 'answered') life.enter('answered');
}

/** Automation answers the last message, or acknowledges it and hands it over. */
export function automationAnswers(life: Life, automatic: boolean): void {
  const { id, channel } = life.ticket;
  const about = { channel, ticket_id: id, message_id: life.messageId, author: 'automatic' as const };
  if (automatic) {
    answered(life, null);
    life.note({ answered_automatically: 1 }, null, life.messageIntent);
    life.tell('message.replied', { ...about, purpose: 'answer', ...life.move('answered') });
    return;
  }
  handOver(life);
  const failed = life.messages % 2 === 0;
  const change = life.move('unassigned');
  life.tell(failed ? 'reply.failed' : 'message.replied', { ...about, purpose: 'acknowledgement', ...change });
}

export function agentReplies(life: Life): void {
  const { id, channel } = life.ticket;
  answered(life, life.agent);
  life.tell('message.replied', {
    channel,
    ticket_id: id,
    message_id: `out-${life.at}`,
    author: 'agent',
    purpose: 'answer',
    agent_id: life.agent!,
    ...life.move('waiting'),
  });
}

/** A further mail of the customer; automation may answer it where no person has the ticket. */
export function customerWritesAgain(life: Life, automatic: boolean): void {
  const from: TicketStatus = life.status;
  const automations = from === 'answered';
  const comesBack = ['answered', 'waiting', 'resolved'].includes(from);
  const next: TicketStatus = comesBack ? (life.agent === null || automations ? 'unassigned' : 'assigned') : from;
  customerWrites(life, INTENTS[(life.plan.intent + life.messages) % 2]!, life.messages % 3 === 0);
  if (!automations) handOver(life);
  if (from === 'resolved') {
    life.note({ reopened: 1 }, next === 'unassigned' ? null : life.agent);
    life.reopened = true;
  }
  const stays: Change = { status_from: from, status_to: next, status_version: life.version };
  const change = comesBack ? life.move(next) : stays;
  if (next === 'unassigned') life.agent = null;
  life.tell('ticket.joined', {
    ...aboutTicket(life),
    message_id: life.messageId,
    priority: 'normal',
    team: TEAM_BY_INTENT[life.ticket.intent],
    ...change,
    reopened: from === 'resolved',
  });
  if (automations) {
    life.at += 2 * MINUTE;
    automationAnswers(life, automatic);
  }
}
