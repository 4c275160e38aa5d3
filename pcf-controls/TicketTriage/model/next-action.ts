import type { Ticket } from './ticket';

export const NEXT_ACTIONS = ['review', 'send_draft', 'reply', 'close', 'propose_resolution', 'wait'] as const;
/**
 * What an agent should do with a ticket next: look at why it was held, send the suggested reply, write one, resolve what
 * has come to its end by itself, ask whether it is solved, or nothing for now.
 */
export type NextAction = (typeof NEXT_ACTIONS)[number];

/** After two days of silence a customer may be asked whether all is well. */
const SILENCE = 48 * 3_600_000;

/** @returns nothing for a ticket that is resolved or closed */
export function nextAction(ticket: Ticket, now: Date): NextAction | undefined {
  const { status, requiresReview, snoozedUntil, draftReply, intent, trackingState } = ticket;
  if (status === 'resolved' || status === 'closed') return undefined;
  if (snoozedUntil !== undefined && snoozedUntil > now) return 'wait';
  if (status === 'escalated') return 'review';
  if (isCustomersTurn(ticket)) {
    if (intent === 'order_tracking' && trackingState === 'delivered' && status === 'answered') return 'close';
    return isSilent(ticket, now) ? 'propose_resolution' : 'wait';
  }
  if (requiresReview === true) return 'review';
  return draftReply === undefined ? 'reply' : 'send_draft';
}

/** Whether the last word was ours: as the status says, or, where none is mapped, as the times say. */
function isCustomersTurn({ status, lastCustomerActivityOn, lastAgentActivityOn, firstRespondedOn }: Ticket): boolean {
  if (status !== undefined) return status === 'waiting' || status === 'answered';
  const ours = lastAgentActivityOn ?? firstRespondedOn;
  if (firstRespondedOn === undefined || ours === undefined) return false;
  return lastCustomerActivityOn === undefined || ours > lastCustomerActivityOn;
}

function isSilent({ lastCustomerActivityOn, lastAgentActivityOn, firstRespondedOn }: Ticket, now: Date): boolean {
  const last = Math.max(
    ...[lastCustomerActivityOn, lastAgentActivityOn, firstRespondedOn].map((at) => Number(at ?? 0)),
  );
  return last > 0 && now.getTime() - last >= SILENCE;
}
