import { chargeIdOf, refundsOfCharge } from '../state/charge-refunds';
import type { VendorChange, VendorState } from '../state/vendor-state';
import { chargeView } from '../stripe/charge-view';
import { refundView } from '../stripe/refund-view';
import type { WebhookMessage } from './webhook-message';

/** What Stripe tells of a change, in its order: the refund, and the charge when its sum of refunds is another now. */
export function stripeMessages(state: VendorState, { kind, objectId }: VendorChange): WebhookMessage[] {
  const found = state.orders.charge(chargeIdOf(objectId) ?? '');
  if (!found) return [];
  const { order, charge } = found;
  const [history, now] = [state.historyOf(order), state.now()];
  const refund = refundsOfCharge(charge, history, now).find(({ id }) => id === objectId);
  if (!refund) return [];
  const body = refundView(order, charge, refund, now);
  const ended = kind === 'refund_ended';
  return [
    { topic: ended ? 'refund.updated' : 'refund.created', body },
    ...(ended && body.status === 'failed' ? [{ topic: 'refund.failed', body }] : []),
    { topic: ended ? 'charge.updated' : 'charge.refunded', body: chargeView(order, charge, now, history) },
  ];
}
