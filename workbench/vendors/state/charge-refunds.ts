import { instantOf } from '../scenarios/scenario-clock';
import type { ScenarioCharge } from '../scenarios/scenario-order';
import type { ChargeRefund, OrderHistory } from './order-history';

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
export const refundId = (charge: ScenarioCharge, position: number): string =>
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
