import { type Static, type TObject, type TProperties, Type } from '@sinclair/typebox';
import { AI_FAILURE_REASONS } from '../ai/ai-failure';
import { MODEL_PURPOSES } from '../ai/language-model';
import { EscalateTicketAnswer, ResolveTicketAnswer } from '../contract/resolution';
import { AnswerChatAnswer, AnswerChatRequest, Handoff } from '../contract/chat';
import { BusinessHoursRow, SlaPolicyRow, TicketRow } from '../contract/desk';
import { RecordCorrectionAnswer, RecordCorrectionRequest, RecordFeedbackRequest } from '../contract/feedback';
import { RecordInteractionRequest, ReportFlowErrorRequest } from '../contract/interaction';
import {
  GetChargeRequest,
  GetOrderContextRequest,
  OrderContext,
  Parcel,
  TrackShipmentAnswer,
} from '../contract/order-context';
import { Draft } from '../contract/reply';
import {
  Approver,
  CancelOrderRequest,
  MoneyActionAnswer,
  MoneyActionStep,
  MoneyApproval,
  RefundOrderRequest,
} from '../contract/money-action';
import { choice, count, flag, instant, list, number, optional, ref, text } from '../contract/schema';
import { CreateTicketAnswer, CreateTicketRequest } from '../contract/ticket';
import { Triage, TriageMessageRequest } from '../contract/triage';
import { OrderChanged, ParcelChanged, PaymentChanged } from './changed-facts';

const message = TriageMessageRequest.properties;
const context = OrderContext.properties;
const { type: _type, occurred_at: _at, ...interaction } = RecordInteractionRequest.properties;
const { clean_text: _clean, ...triage } = Triage.properties;
const { transcript: _transcript, facts: _facts, ...handoff } = Handoff.properties;

/** What is recorded of a ticket's row. */
const {
  title: _title,
  conversation_id: _conversation,
  customer_name: _name,
  agent_name: _agentName,
  given_back_by: _givenBackBy,
  review_reasons: _reasons,
  sla_paused_since: _paused,
  last_customer_activity_at: _customerActivity,
  last_agent_activity_at: _agentActivity,
  reminded_at: _reminded,
  escalated_at: _escalated,
  escalation_level: _level,
  ...ticketRow
} = TicketRow.properties;
const { corrected_at: _correctedAt, ...correction } = RecordCorrectionRequest.properties;
const { submitted_at: _submittedAt, customer_name: _customer, ...feedback } = RecordFeedbackRequest.properties;
const delay = {
  ...ticketRow,
  action: EscalateTicketAnswer.properties.action,
  reason: EscalateTicketAnswer.properties.reason,
  delay_key: EscalateTicketAnswer.properties.delay_key,
  silent_hours: EscalateTicketAnswer.properties.silent_hours,
  escalation_level: EscalateTicketAnswer.properties.escalation_level,
  status_to: EscalateTicketAnswer.properties.status,
};

/** What every event of a refund or cancellation carries. */
const moneyAction = {
  action_key: text('Action Key', 'The idempotency key it was started with.'),
  kind: MoneyActionAnswer.properties.kind,
  order_id: text('Order Number', 'The order in the form ORD-12345.'),
  action_number: RefundOrderRequest.properties.action_number,
  ticket_id: RefundOrderRequest.properties.ticket_id,
  ticket_number: RefundOrderRequest.properties.ticket_number,
};

const duration_ms = count('Duration', 'How long the service worked on it, in milliseconds.');

const kind = <P extends TProperties>(version: number, meaning: string, payload: P) => ({
  version,
  meaning,
  payload: Type.Object(payload),
});

/**
 * What can be recorded, each kind with the version of its payload. A payload may gain optional properties; any other
 * change is a new version, by which readers of the bronze files (`schema_version`) tell old rows from new ones.
 */
export const eventKinds = {
  'message.received': kind(1, 'A customer wrote. The text is known only when the message was triaged.', {
    ...interaction,
    text: optional(message.text),
    subject: message.subject,
    is_html: message.is_html,
    from_email: message.from_email,
    reply_to: message.reply_to,
  }),
  'message.triaged': kind(1, 'A message was read: intent, tone, urgency, who should have it.', {
    ...triage,
    channel: message.channel,
    message_id: message.message_id,
    conversation_id: message.conversation_id,
    duration_ms,
  }),
  'context.looked_up': kind(1, 'An order, parcels or payments were looked up for a requester.', {
    operation: text('Operation', 'The operation that asked.'),
    requester_email: AnswerChatRequest.properties.requester_email,
    message_id: GetOrderContextRequest.properties.message_id,
    conversation_id: message.conversation_id,
    tracking_number: GetOrderContextRequest.properties.tracking_number,
    charge_id: optional(GetChargeRequest.properties.charge_id),
    order_id: context.order_id,
    found: context.found,
    verification: context.verification,
    order: context.order,
    parcels: list(ref(Parcel), 'Parcels', 'The parcels that were found.'),
    payments: context.payments,
    refunds: context.refunds,
    disputes: context.disputes,
    findings: context.findings,
    degraded: TrackShipmentAnswer.properties.degraded,
    sources: TrackShipmentAnswer.properties.sources,
    duration_ms,
  }),
  'order.changed': kind(1, 'The shop told that an order changed.', OrderChanged.properties),
  'parcel.changed': kind(1, 'The shop or a carrier told that a parcel changed.', ParcelChanged.properties),
  'payment.changed': kind(
    1,
    'The shop or the payment provider told that a charge, a refund or a dispute changed.',
    PaymentChanged.properties,
  ),
  'reply.drafted': kind(1, 'A reply was written and checked against the facts; it is not sent by that.', {
    channel: message.channel,
    message_id: message.message_id,
    ticket_number: interaction.ticket_number,
    intent: CreateTicketAnswer.properties.intent,
    can_send: Draft.properties.can_send,
    held_reasons: Draft.properties.held_reasons,
    template: Draft.properties.template,
    language: Draft.properties.language,
    reply_text: Draft.properties.reply_text,
    facts: Draft.properties.facts,
    check: Draft.properties.check,
    duration_ms,
  }),
  'reply.claimed': kind(1, 'A flow is about to send a mail, and only that flow may.', interaction),
  'message.replied': kind(1, 'A reply was sent.', interaction),
  'reply.failed': kind(1, 'A reply was surely not sent.', interaction),
  'reply.unknown': kind(1, 'Whether a reply was sent is not known.', interaction),
  'message.ignored': kind(1, 'A message needs no answer: an automatic reply, a bounce, our own mail.', interaction),
  'ticket.created': kind(1, 'A ticket was opened.', {
    ticket_id: CreateTicketAnswer.properties.ticket_id,
    title: CreateTicketAnswer.properties.title,
    channel: CreateTicketRequest.properties.channel,
    customer_email: optional(CreateTicketRequest.properties.customer_email),
    customer_name: CreateTicketRequest.properties.customer_name,
    message_id: message.message_id,
    conversation_id: message.conversation_id,
    order_id: CreateTicketRequest.properties.order_id,
    intent: CreateTicketAnswer.properties.intent,
    priority: CreateTicketAnswer.properties.priority,
    team: CreateTicketAnswer.properties.team,
    first_response_due: CreateTicketAnswer.properties.first_response_due,
    resolution_due: CreateTicketAnswer.properties.resolution_due,
  }),
  'ticket.status_changed': kind(1, 'A ticket went from one status to the next.', interaction),
  'ticket.joined': kind(1, 'A further message of the customer belongs to a ticket that was there before.', {
    ticket_id: CreateTicketAnswer.properties.ticket_id,
    ticket_number: interaction.ticket_number,
    channel: CreateTicketRequest.properties.channel,
    customer_email: optional(CreateTicketRequest.properties.customer_email),
    message_id: message.message_id,
    conversation_id: message.conversation_id,
    intent: CreateTicketAnswer.properties.intent,
    priority: CreateTicketAnswer.properties.priority,
    team: CreateTicketAnswer.properties.team,
    status_from: CreateTicketAnswer.properties.status_from,
    status_to: CreateTicketAnswer.properties.status,
    status_version: CreateTicketAnswer.properties.status_version,
    reopened: flag('Reopened', 'True when the ticket had been resolved.'),
  }),
  'ticket.assigned': kind(1, 'An agent got a ticket. The row is as it was before.', {
    ...ticketRow,
    agent_id: text('Agent ID', 'The agent who got it.'),
    status_to: CreateTicketAnswer.properties.status,
    assigned_at: instant('Assigned At', 'When it was assigned.'),
  }),
  'tickets.auto_assigned': kind(1, 'The unassigned tickets were handed out.', {
    open: flag('Open', 'Whether the desk was open.'),
    assigned: count('Assigned', 'How many tickets got an agent.'),
    left: count('Left', 'How many stayed unassigned.'),
    agents: count('Agents', 'How many agents there are.'),
    problems: optional(
      list(text('Target', 'A row and its wrong field.'), 'Problems', 'The rows that were named as unusable that day.'),
    ),
  }),
  'ticket.escalated': kind(1, 'A ticket was escalated.', delay),
  'ticket.reminded': kind(2, 'An agent or a supervisor was reminded of a ticket.', delay),
  'ticket.resolved': kind(1, 'A ticket was resolved. The row is as it was before.', {
    ...ticketRow,
    resolution_kind: ResolveTicketAnswer.properties.resolution_kind,
    resolved_at: ResolveTicketAnswer.properties.resolved_at,
  }),
  'feedback.received': kind(1, 'A customer said how it went.', feedback),
  'triage.corrected': kind(1, 'An agent corrected what the model had read.', {
    ...correction,
    corrected: RecordCorrectionAnswer.properties.corrected,
  }),
  'desk.described': kind(1, 'The desk’s times changed: its policy, its hours, its holidays.', {
    sla_policies: optional(list(ref(SlaPolicyRow), 'SLA Policies', 'The rows of the SLA policy table.')),
    business_hours: optional(ref(BusinessHoursRow)),
  }),
  'money.approved': kind(1, 'A person approved a refund or cancellation; nothing was sent before that.', {
    ...moneyAction,
    amount: MoneyActionAnswer.properties.amount,
    reason: RefundOrderRequest.properties.reason,
    requested_by: RefundOrderRequest.properties.requested_by,
    decided_by: MoneyApproval.properties.decided_by,
    decided_at: MoneyApproval.properties.decided_at,
    comment: MoneyApproval.properties.comment,
    amount_seen: MoneyApproval.properties.amount,
    currency_seen: MoneyApproval.properties.currency,
    level: Approver.properties.level,
    lines: RefundOrderRequest.properties.lines,
    cancel_reason: CancelOrderRequest.properties.cancel_reason,
  }),
  'money.sent': kind(1, 'A call to a vendor that belongs to a refund or cancellation is about to be sent.', {
    ...moneyAction,
    step: MoneyActionStep.properties.step,
    vendor: MoneyActionStep.properties.vendor,
    amount: MoneyActionStep.properties.amount,
    target: text('Target', 'The charge or the order it is about.'),
    attempt: count('Attempt', 'How often it was sent, this time included.'),
  }),
  'money.ended': kind(1, 'A refund or cancellation has ended, or nobody can find out how.', {
    ...moneyAction,
    state: MoneyActionAnswer.properties.state,
    refusal: MoneyActionAnswer.properties.refusal,
    amount: MoneyActionAnswer.properties.amount,
    steps: MoneyActionAnswer.properties.steps,
    needs_person: MoneyActionAnswer.properties.needs_person,
  }),
  'ai.used': kind(1, 'The language model was asked, with or without a usable answer. No text is part of it.', {
    purpose: choice(MODEL_PURPOSES, 'Purpose', 'What it was asked for.'),
    model: text('Model', 'The model as the service names it, else the deployment.'),
    prompt: text('Prompt', 'The name of the prompt file.'),
    prompt_version: text('Prompt Version', 'The version of the prompt file.'),
    outcome: choice(['answered', ...AI_FAILURE_REASONS], 'Outcome', 'Whether the answer was used, else why not.'),
    prompt_tokens: count('Prompt Tokens', 'Tokens of the question.'),
    completion_tokens: count('Completion Tokens', 'Tokens of the answer, those spent on thinking included.'),
    tokens_estimated: flag(
      'Tokens Estimated',
      'True when no answer told the tokens, though the model may have worked.',
    ),
    cost: number('Cost', 'What the call cost, by the prices of the settings.'),
    cost_currency: text('Cost Currency', 'The currency of the cost.'),
    channel: optional(message.channel),
    message_id: message.message_id,
    conversation_id: message.conversation_id,
    ticket_number: interaction.ticket_number,
    duration_ms,
  }),
  'flow.error': kind(1, 'A flow caught a failure.', ReportFlowErrorRequest.properties),
  'chat.turn': kind(1, 'A customer wrote in a chat and was answered.', {
    conversation_id: AnswerChatRequest.properties.conversation_id,
    message_id: AnswerChatRequest.properties.message_id,
    text: AnswerChatRequest.properties.text,
    locale: AnswerChatRequest.properties.locale,
    requester_email: AnswerChatRequest.properties.requester_email,
    order_id: AnswerChatRequest.properties.order_id,
    reply: AnswerChatAnswer.properties.reply,
    action: AnswerChatAnswer.properties.action,
    triage: Type.Object(triage),
    facts: AnswerChatAnswer.properties.facts,
    handoff: optional(Type.Object(handoff)),
    ticket_id: CreateTicketAnswer.properties.ticket_id,
    duration_ms,
  }),
} satisfies Record<string, { version: number; meaning: string; payload: TObject }>;

export type EventType = keyof typeof eventKinds;

export type EventPayload<T extends EventType> = Static<(typeof eventKinds)[T]['payload']>;
