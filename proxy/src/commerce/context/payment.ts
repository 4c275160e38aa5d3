import type { GetChargeAnswer, GetChargeRequest } from '../../contract/order-context';
import { startDeadline } from '../deadline';
import type { VendorClients } from '../vendor-clients';
import type { CommerceSettings } from '../vendor-settings';
import { readOrderNumber } from './order-number';
import { paymentOf } from './payments';
import { Questions } from './questions';
import { belongsTo } from './requester';

/** One charge, shown only when it is for one of the requester's own orders. */
export async function lookUpPayment(
  request: GetChargeRequest,
  clients: VendorClients,
  settings: CommerceSettings,
  signal?: AbortSignal,
): Promise<GetChargeAnswer> {
  const deadline = startDeadline(settings.deadlineMs, signal);
  const questions = new Questions(settings);
  const { degraded, sources } = questions;
  const { stripe, shopify } = clients;

  const found = await questions.ask('payment', 'stripe', stripe && (() => stripe.charge(request.charge_id, deadline)));
  if (!found.ok) return { found: false, verification: 'unavailable', degraded, sources };
  const charge = found.value;
  if (!charge) return { found: false, verification: 'not_found', degraded, sources };

  const number = readOrderNumber(charge.orderNumber ?? '');
  // A charge without an order number cannot be shown to be anybody's.
  if (!number) return { found: false, verification: 'needed', degraded, sources };
  const byName = shopify && (() => shopify.orderByName(number.shopName, deadline));
  const owner = await questions.ask('order', 'shopify', byName);
  if (!owner.ok) return { found: false, verification: 'unavailable', degraded, sources };
  if (!owner.value || !belongsTo(owner.value, request.requester_email))
    return { found: false, verification: 'needed', degraded, sources };
  return { found: true, verification: 'verified', payment: paymentOf(charge), degraded, sources };
}
