import { instantOf } from '../scenarios/scenario-clock';
import type { ScenarioCharge, ScenarioOrder } from '../scenarios/scenario-order';
import type { ChargeRefund, OrderHistory } from './order-history';
import type { VendorState } from './vendor-state';

/** All refunds of a charge, oldest first: those before the story and those made since. */
export function refundsOfCharge(charge: ScenarioCharge, history: OrderHistory, now: Date): ChargeRefund[] {
  const earlier = (charge.refunds ?? []).map(({ minor, daysAgo, status, failureReason }, position): ChargeRefund => ({
    id: refundId(charge, position),
    chargeId: charge.id,
    minor,
    at: instantOf(now, daysAgo, '10:00'),
    reason: 'requested_by_customer',
    metadata: {},
    status,
    failureReason,
  }));
  return [...earlier, ...history.chargeRefunds.filter(({ chargeId }) => chargeId === charge.id)];
}

/** The id of a charge's refund; `chargeIdOf` reads it. */
const refundId = (charge: ScenarioCharge, position: number): string =>
  `${charge.id.replace(/^ch_/, 're_')}r${position}`;

/** The charge of a refund's id, or undefined when it is no such id. */
export function chargeIdOf(refund: string): string | undefined {
  const core = /^re_(.+)r\d+$/.exec(refund)?.[1];
  return core === undefined ? undefined : `ch_${core}`;
}

export const statusOfRefund = ({ status, end }: ChargeRefund, now: Date): string =>
  end && end.at.getTime() <= now.getTime() ? end.status : status;

/** What was given back of a charge, refunds under way included, failed ones not. */
export const givenBack = (refunds: readonly ChargeRefund[], now: Date): number =>
  refunds
    .filter((refund) => !['failed', 'canceled'].includes(statusOfRefund(refund, now)))
    .reduce((sum, { minor }) => sum + minor, 0);

/** Makes a refund of a charge from now on, ending as the scenario says, and tells of it. */
export function recordChargeRefund(
  state: VendorState,
  order: ScenarioOrder,
  charge: ScenarioCharge,
  wanted: Pick<ChargeRefund, 'minor' | 'reason' | 'metadata'>,
): ChargeRefund {
  const at = state.now();
  const plan = charge.newRefunds;
  const history = state.change(order);
  const refund: ChargeRefund = {
    ...wanted,
    id: refundId(charge, refundsOfCharge(charge, history, at).length),
    chargeId: charge.id,
    at,
    status: plan ? 'pending' : 'succeeded',
    ...(plan ? { end: { at: new Date(at.getTime() + plan.pendingSeconds * 1000), status: plan.end } } : {}),
  };
  history.chargeRefunds.push(refund);
  const change = { vendor: 'stripe', orderNumber: order.number, objectId: refund.id } as const;
  state.tell({ ...change, kind: 'refund', at });
  if (refund.end) state.tell({ ...change, kind: 'refund_ended', at: refund.end.at });
  return refund;
}
