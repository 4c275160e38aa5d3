import type { GetChargeAnswer, GetChargeRequest } from '../../contract/order-context';
import { startDeadline } from '../../resilience/deadline';
import type { LookUpTools } from './look-up-tools';
import { readOrderNumber } from './order-number';
import { paymentOf } from './payments';
import { Questions } from './questions';
import { belongsTo } from './requester';
import { charge as chargeById, orderByName } from './vendor-questions';

/** One charge, shown only when it is for one of the requester's own orders. */
export async function lookUpPayment(
  request: GetChargeRequest,
  { clients, memories, settings }: LookUpTools,
  signal?: AbortSignal,
): Promise<GetChargeAnswer> {
  const questions = new Questions(settings, memories, startDeadline(settings.deadlineMs, signal));
  const { degraded, sources } = questions;

  const found = await questions.ask('payment', 'stripe', chargeById(clients, request.charge_id));
  if (!found.ok) return { found: false, verification: 'unavailable', degraded, sources };
  const charge = found.value;
  if (!charge) return { found: false, verification: 'not_found', degraded, sources };

  const number = readOrderNumber(charge.orderNumber ?? '');
  // A charge without an order number cannot be shown to be anybody's.
  if (!number) return { found: false, verification: 'needed', degraded, sources };
  const owner = await questions.ask('order', 'shopify', orderByName(clients, number.shopName));
  if (!owner.ok) return { found: false, verification: 'unavailable', degraded, sources };
  if (!owner.value || !belongsTo(owner.value, request.requester_email))
    return { found: false, verification: 'needed', degraded, sources };
  return { found: true, verification: 'verified', payment: paymentOf(charge), degraded, sources };
}
