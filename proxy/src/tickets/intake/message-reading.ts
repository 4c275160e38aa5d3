import type { OrderContext } from '../../contract/order-context';
import type { CreateTicketAnswer, CreateTicketRequest } from '../../contract/ticket';
import type { Triage } from '../../contract/triage';
import { needsMoneyDecision } from '../../interactions/needs-money-decision';
import { TEAM_BY_INTENT } from '../../triage/team-by-intent';

/** What a message is about, how urgent it is, and why a person must see it. */
export type MessageReading = Pick<CreateTicketAnswer, 'intent' | 'sentiment' | 'priority' | 'team' | 'review_reasons'>;

/** What a message makes of its ticket. */
export type TicketChange = MessageReading &
  Pick<CreateTicketAnswer, 'action' | 'status' | 'status_version' | 'first_response_due' | 'resolution_due'>;

/** The reason, as replies give it too, that money of the order needs a decision. */
const MONEY_DECISION = 'dispute_or_duplicate';

/**
 * What the caller says of the message, else what was read, else the least. A person must also see it when the order it is
 * about has a payment to decide on, even if the customer asks about something else.
 */
export function readingOf(request: CreateTicketRequest, triage?: Triage, context?: OrderContext): MessageReading {
  const intent = request.intent ?? triage?.intent ?? 'other';
  return {
    intent,
    sentiment: request.sentiment ?? triage?.sentiment ?? 'neutral',
    priority: request.priority ?? triage?.priority ?? 'normal',
    team: request.team ?? triage?.team ?? TEAM_BY_INTENT[intent],
    review_reasons: [
      ...(triage?.review_reasons ?? []),
      ...(context && needsMoneyDecision(context) ? [MONEY_DECISION] : []),
    ],
  };
}
