import type { AnswerChatAnswer, AnswerChatRequest } from '../contract/chat';
import { type NewEvent, newEvent } from '../events/event';
import type { Store } from '../events/store';
import type { Effect } from '../idempotency';
import type { ChatService, ChatState } from '../services';
import { type ChatTicketMemory, chatTicket } from '../tickets/chat-ticket';
import type { DeskMemory } from '../tickets/desk/desk-times';

/** A chat without a message for this long starts anew; its ticket stays the same. */
const CONVERSATION_LIFE_MS = 24 * 60 * 60_000;

interface Memory extends Record<string, unknown> {
  ticket: ChatTicketMemory;
  chat: ChatState;
}

type Answered = Omit<AnswerChatAnswer, 'replayed'>;

/**
 * Answers one turn of a conversation from what is remembered of it.
 * @returns the answer, its events and the new memory, to be stored together
 */
export async function answerTurn(
  request: AnswerChatRequest,
  { services, store, desk, now }: { services: { chat: ChatService }; store: Store; desk: DeskMemory; now(): Date },
  signal: AbortSignal,
): Promise<Effect<Answered>> {
  const start = performance.now();
  const at = now();
  const { state, version } = await store.conversation(request.conversation_id, at);
  const memory = state as Memory | null;
  const turn = await services.chat.answer(request, memory?.chat ?? null, signal);
  const { times } = await desk.timesFor({});
  const { ticket, row } = chatTicket(request, turn.answer, memory?.ticket ?? null, times, at);
  const duration_ms = Math.round(performance.now() - start);

  const { conversation_id, message_id, requester_email } = request;
  const events: NewEvent[] = [];
  if (memory === null) {
    const { intent, priority, team } = turn.answer.triage;
    const opened = { ...row, channel: 'chat' as const, customer_email: requester_email, message_id, conversation_id };
    const order_id = request.order_id ?? turn.answer.triage.order_id ?? undefined;
    events.push(newEvent('ticket.created', { ...opened, order_id, intent, priority, team }, at));
  }
  if (turn.context) {
    const { facts: _facts, summary: _summary, fetched_at: _at, ...found } = turn.context;
    const asked = { operation: 'AnswerChat', requester_email, message_id, conversation_id };
    events.push(newEvent('context.looked_up', { ...asked, ...found, duration_ms }, at));
  }
  const { postcode: _postcode, ...asked } = request;
  const { clean_text: _cleanText, ...triage } = turn.answer.triage;
  const handoff = turn.answer.handoff && { ...turn.answer.handoff, answer_expected: row.first_response_due };
  const { reply, action, facts } = turn.answer;
  const { transcript: _transcript, facts: _facts, ...handedOver } = handoff ?? {};
  const said = { ...asked, reply, action, facts, triage, ticket_id: row.ticket_id, duration_ms };
  events.push(newEvent('chat.turn', handoff ? { ...said, handoff: handedOver as typeof handoff } : said, at));

  return {
    answer: handoff ? { ...turn.answer, handoff, ticket: row } : { ...turn.answer, ticket: row },
    events,
    conversation: {
      id: conversation_id,
      state: { ticket, chat: turn.state } satisfies Memory,
      readAtVersion: version,
      expiresAt: new Date(at.getTime() + CONVERSATION_LIFE_MS),
    },
  };
}
