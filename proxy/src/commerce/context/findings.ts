import type { Finding, OrderDispute } from '../../contract/order-context';
import { MOVING_STATUSES } from '../../contract/vocabulary';
import type { ShopOrder } from '../shopify/shop-order';
import { finding } from './finding';
import { dayBegunEverywhere } from './local-day';
import type { JoinedParcel } from './parcels';
import { disputeFindings, paymentFindings } from './payment-findings';
import type { PaymentHistory } from './payment-history';

const DAY_MS = 86_400_000;
/** Carriers start a search after about a week without a scan. */
const LOST_AFTER_DAYS = 7;
/** How long after delivery a return is worth mentioning; the return policy itself decides. */
const RETURN_DAYS = 30;

/**
 * What the facts together say, each with the facts it rests on.
 * @param money null when the payment provider gave no answer; then nothing is concluded about money
 */
export function findingsOf(
  order: ShopOrder,
  parcels: readonly JoinedParcel[],
  money: PaymentHistory | null,
  disputes: readonly OrderDispute[],
  now: Date,
): Finding[] {
  return [
    ...orderFindings(order, parcels),
    ...parcels.flatMap((parcel) => parcelFindings(parcel, now)),
    ...(money ? paymentFindings(order, money) : []),
    ...disputeFindings(disputes),
  ];
}

function orderFindings(order: ShopOrder, parcels: readonly JoinedParcel[]): Finding[] {
  if (order.cancelledAt) {
    const reason = order.cancelReason ? ` Reason: ${order.cancelReason}.` : '';
    return [finding('cancelled', 'high', `The order was cancelled on ${order.cancelledAt.slice(0, 10)}.${reason}`)];
  }
  const waiting = order.lines.filter((line) => line.unfulfilled > 0);
  if (waiting.length === 0) return [];
  const evidence = waiting.map((line) => `Not shipped: ${line.unfulfilled} × ${line.title}`);
  const shipped = parcels.some((parcel) => parcel.status !== 'cancelled');
  return [finding(shipped ? 'partly_shipped' : 'not_yet_shipped', 'high', ...evidence)];
}

function parcelFindings(parcel: JoinedParcel, now: Date): Finding[] {
  const name = `${parcel.carrier} ${parcel.tracking_number ?? 'without a number'}`;
  const found: Finding[] = [];
  const today = dayBegunEverywhere(now);
  if (parcel.status === 'label_created')
    found.push(finding('not_yet_shipped', 'medium', `${name} is announced but not handed over to the carrier yet.`));
  if (parcel.status === 'not_found')
    found.push(finding('unknown_to_carrier', 'medium', `${name} is not known to the carrier yet.`));
  if (parcel.carrier_mismatch)
    found.push(
      finding('carrier_mismatch', 'high', `The shop named another carrier; ${parcel.carrier} knows the number.`),
    );
  if (MOVING_STATUSES.has(parcel.status)) {
    if (parcel.estimated_delivery !== null && parcel.estimated_delivery < today)
      found.push(finding('late', 'high', `${name} was expected on ${parcel.estimated_delivery}.`));
    // Only a carrier that has stopped scanning says something; a shop hears of few scans.
    const quietDays =
      parcel.as_of === null || parcel.source === 'Shopify'
        ? 0
        : Math.floor((now.getTime() - Date.parse(parcel.as_of)) / DAY_MS);
    if (quietDays >= LOST_AFTER_DAYS)
      found.push(finding('lost_suspected', 'medium', `${name} was last seen ${quietDays} days ago.`));
  }
  if (parcel.status === 'delivered') found.push(...deliveredFindings(parcel, name, today));
  return found;
}

function deliveredFindings(parcel: JoinedParcel, name: string, today: string): Finding[] {
  const day = parcel.delivered_on;
  const signed = parcel.proof.some((text) => /^(Signature|Photo)/.test(text));
  const days = day === null ? null : Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  return [
    // Whether the customer denies the delivery is in the message; here is what either side could show.
    ...(parcel.source !== 'Shopify' && !signed
      ? [finding('delivered_but_denied', 'low', `${name} was delivered without a signature or photo.`, ...parcel.proof)]
      : []),
    ...(days !== null && days <= RETURN_DAYS
      ? [finding('return_window', 'medium', `${name} was delivered on ${day}, ${days} days ago.`)]
      : []),
  ];
}
