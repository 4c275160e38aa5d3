import type { ApproverLevel, CancelOrderRequest, MoneyApproval, RefundOrderRequest } from '../../contract/money-action';
import { newEvent, type NewEvent } from '../../events/event';
import type { ActionStep, StoredAction } from './action';
import { needsPerson, stepsToTell } from './action-answer';

/** Who, what and when of every approval, send and end: what is left of an action when its row is gone. */

const about = ({ key, kind, orderId, request }: StoredAction) => ({
  action_key: key,
  kind,
  order_id: orderId,
  ...(request.action_number !== undefined && { action_number: request.action_number }),
  ...(request.ticket_id !== undefined && { ticket_id: request.ticket_id }),
  ...(request.ticket_number !== undefined && { ticket_number: request.ticket_number }),
});

export function approvedEvent(
  action: StoredAction,
  approval: MoneyApproval,
  level: ApproverLevel,
  now: Date,
): NewEvent {
  const { lines } = action.request as RefundOrderRequest;
  const { cancel_reason } = action.request as CancelOrderRequest;
  return newEvent(
    'money.approved',
    {
      ...about(action),
      ...(action.amount && { amount: action.amount }),
      reason: action.request.reason,
      requested_by: action.request.requested_by,
      decided_by: approval.decided_by,
      decided_at: approval.decided_at,
      ...(approval.comment !== undefined && { comment: approval.comment }),
      ...(approval.amount !== undefined && { amount_seen: approval.amount }),
      ...(approval.currency && { currency_seen: approval.currency }),
      level,
      ...(lines && { lines }),
      ...(cancel_reason && { cancel_reason }),
    },
    now,
  );
}

export function sentEvent(action: StoredAction, step: ActionStep, now: Date): NewEvent {
  return newEvent(
    'money.sent',
    {
      ...about(action),
      step: step.step,
      vendor: step.vendor,
      ...(step.amount && { amount: step.amount }),
      target: step.target,
      attempt: step.attempts,
    },
    now,
  );
}

export function endedEvent(action: StoredAction, now: Date): NewEvent {
  return newEvent(
    'money.ended',
    {
      ...about(action),
      state: action.state,
      ...(action.refusal && { refusal: action.refusal }),
      ...(action.amount && { amount: action.amount }),
      steps: stepsToTell(action),
      needs_person: needsPerson(action),
    },
    now,
  );
}
