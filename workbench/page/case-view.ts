import type { CaseView, Outcome, ReplyView, RunSummary } from './client/page-data';
import type { Desk, TableRow } from './desk';
import { type EventFindings, eventFindings, eventView } from './event-findings';
import {
  channelOf,
  isInbound,
  messageIdOfKey,
  messageKey,
  messageRows,
  messageView,
  plainText,
  ticketLines,
  wasSent,
} from './message-record';
import type { RunLog } from './run-log';
import { textOf, ticketView } from './ticket-view';

const MOST_EVENTS = 40;

/** What came of the message a run was started by. */
export async function caseOfRun(desk: Desk, run: RunSummary): Promise<CaseView> {
  if (run.message_id === null) return { ...NOTHING, outcome: outcomeWithoutMessage(run), run_id: run.run_id };
  return caseOfMessage(desk, messageKey(run.channel, run.message_id, run.conversation_id), run, null);
}

/**
 * The newest message of a ticket and what came of it.
 * @returns null when there is no such ticket
 */
export async function caseOfTicket(desk: Desk, runs: RunLog, ticketId: string): Promise<CaseView | null> {
  const [ticket] = await desk.rows('rcc_tickets', { filter: `rcc_ticketid eq ${ticketId}`, top: 1 });
  if (!ticket) return null;
  const newest = (await ticketLines(desk, ticketId)).filter(isInbound).pop();
  const key = newest ? textOf(newest, 'rcc_internetmessageid') : null;
  if (key === null) return { ...NOTHING, ticket: ticketView(ticket) };
  return caseOfMessage(desk, key, runs.runOfMessage(messageIdOfKey(key)), ticketId);
}

async function caseOfMessage(
  desk: Desk,
  key: string,
  run: RunSummary | null,
  knownTicket: string | null,
): Promise<CaseView> {
  const messageId = messageIdOfKey(key);
  const [{ inbound, outbound }, events] = await Promise.all([
    messageRows(desk, key),
    desk.events({ messageId, limit: MOST_EVENTS }),
  ]);
  const found = eventFindings(events);
  const ticketId = knownTicket ?? (inbound && textOf(inbound, '_rcc_ticket_value')) ?? found.ticketId;
  const [tickets, lines] = await Promise.all([
    ticketId ? desk.rows('rcc_tickets', { filter: `rcc_ticketid eq ${ticketId}`, top: 1 }) : [],
    ticketId ? ticketLines(desk, ticketId) : [],
  ]);
  const ticket = tickets[0] ? ticketView(tickets[0]) : null;
  const reply = replyOf(key, outbound, found);
  return {
    outcome: outcomeOf(run, found, reply, ticket !== null),
    run_id: run?.run_id ?? null,
    message: messageOf(inbound, run),
    reply,
    held_draft: reply?.kind === 'reply' ? null : found.draft,
    held_reasons: found.heldReasons,
    ticket,
    facts: found.facts,
    check: found.check,
    sources: found.sources,
    degraded: found.degraded,
    events: events.map(eventView),
    conversation: lines.map(messageView),
  };
}

const NOTHING: CaseView = {
  outcome: 'recorded',
  run_id: null,
  message: null,
  reply: null,
  held_draft: null,
  held_reasons: [],
  ticket: null,
  facts: [],
  check: null,
  sources: [],
  degraded: [],
  events: [],
  conversation: [],
};

const outcomeWithoutMessage = (run: RunSummary): Outcome =>
  run.status === 'Running' ? 'running' : run.status === 'Succeeded' ? 'recorded' : 'failed';

function outcomeOf(run: RunSummary | null, found: EventFindings, reply: ReplyView | null, hasTicket: boolean): Outcome {
  if (run && run.status !== 'Succeeded') return outcomeWithoutMessage(run);
  if (found.ignored) return 'ignored';
  if (found.chat) {
    const { action } = found.chat;
    return action === 'handoff' ? 'handed_over' : action === 'ask' || action === 'verify' ? 'asked' : 'answered';
  }
  if (reply?.kind === 'reply') return 'answered';
  return hasTicket ? 'handed_over' : 'recorded';
}

function messageOf(inbound: TableRow | null, run: RunSummary | null): CaseView['message'] {
  if (!inbound) {
    return (
      run && { from: run.from, subject: '', text: run.title, channel: run.channel ?? 'email', conversation_id: null }
    );
  }
  const { subject, text } = messageView(inbound);
  return {
    from: textOf(inbound, 'rcc_fromaddress') ?? run?.from ?? null,
    subject,
    text,
    channel: channelOf(inbound),
    conversation_id: textOf(inbound, 'rcc_conversationid'),
  };
}

function replyOf(key: string, outbound: TableRow | null, found: EventFindings): ReplyView | null {
  if (!outbound || !wasSent(outbound)) {
    if (!found.chat) return null;
    return { kind: 'chat', subject: null, to: null, text: found.chat.reply, html_url: null, sent_at: null };
  }
  const chat = channelOf(outbound) === 'chat';
  return {
    kind: chat ? 'chat' : found.answerSent ? 'reply' : 'acknowledgement',
    subject: chat ? null : textOf(outbound, 'rcc_subject'),
    to: chat ? null : textOf(outbound, 'rcc_toaddress'),
    text: plainText(outbound),
    html_url: chat ? null : `/api/replies/${encodeURIComponent(key)}`,
    sent_at: textOf(outbound, 'rcc_senton'),
  };
}
