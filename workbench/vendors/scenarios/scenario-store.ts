import { demoOrders } from './demo-orders';
import { generatedNumberOf, generatedOrder } from './generated-orders';
import { digitsOf } from './order-builder';
import { parcelOrders } from './parcel-orders';
import { paymentOrders } from './payment-orders';
import type { ScenarioCharge, ScenarioOrder, ScenarioShipment } from './scenario-order';
import { statusOrders } from './status-orders';
import { readScenarioNumber } from './tracking-numbers';
import { troubleOrders } from './trouble-orders';

const fixed = [...demoOrders, ...parcelOrders, ...paymentOrders, ...statusOrders, ...troubleOrders];
const byNumber = new Map(fixed.map((order) => [order.number, order]));
const byParcel = new Map(
  fixed.flatMap((order) =>
    order.shipments.flatMap(parcelsOf).map((shipment) => [shipment.trackingNumber, { order, shipment }] as const),
  ),
);
const byCharge = new Map(
  fixed.flatMap((order) => order.charges.map((charge) => [charge.id, { order, charge }] as const)),
);

const FIRST_SERIAL = 5_600_000_000;

/** FedEx also knows order 12345's parcel by this short number of older documents. */
const SHORT_NUMBER = '7942657890';
byParcel.set(SHORT_NUMBER, { order: byNumber.get('12345')!, shipment: byNumber.get('12345')!.shipments[0]! });

/** A shipment and its companions, each of which the carrier also tells of alone. */
function parcelsOf(shipment: ScenarioShipment): ScenarioShipment[] {
  const alone = (shipment.companions ?? []).map((companion) => ({ ...shipment, companions: [], ...companion }));
  return [shipment, ...alone];
}

/** Orders whose number begins with the text, as a search by token would find them; the exact one is among them. */
export function ordersByNumber(text: string): ScenarioOrder[] {
  const generated = generatedOrder(Number(text));
  if (generated) return [generated];
  return fixed.filter((order) => order.number.startsWith(text));
}

/** All orders of an address. */
export function ordersByEmail(email: string): ScenarioOrder[] {
  const wanted = email.toLowerCase();
  const generated = generatedOrder(generatedNumberOf(wanted) ?? NaN);
  return generated ? [generated] : fixed.filter((order) => order.customer.email === wanted);
}

/** The parcel with a tracking number and its order, or undefined. */
export function parcelByNumber(
  trackingNumber: string,
): { order: ScenarioOrder; shipment: ScenarioShipment } | undefined {
  const known = byParcel.get(trackingNumber);
  if (known) return known;
  const order = generatedOrder(readScenarioNumber(trackingNumber)?.order ?? NaN);
  const shipment = order?.shipments.find((candidate) => candidate.trackingNumber === trackingNumber);
  return order && shipment ? { order, shipment } : undefined;
}

/** The charge with an id and its order, or undefined. */
export function chargeById(id: string): { order: ScenarioOrder; charge: ScenarioCharge } | undefined {
  const known = byCharge.get(id);
  if (known) return known;
  const order = generatedOrder(Number(/^ch_3RCC(\d{6})\d$/.exec(id)?.[1] ?? NaN));
  const charge = order?.charges.find((candidate) => candidate.id === id);
  return order && charge ? { order, charge } : undefined;
}

/** The charges of a payment intent with their order, oldest first; none when nobody has the intent. */
export function chargesByIntent(id: string): { order: ScenarioOrder; charge: ScenarioCharge }[] {
  const number = Number(/^pi_3RCC(\d{6})\d$/.exec(id)?.[1] ?? NaN);
  const order = generatedOrder(number) ?? fixed.find(({ charges }) => charges.some((one) => one.paymentIntent === id));
  return (order?.charges ?? []).flatMap((charge) => (order && charge.paymentIntent === id ? [{ order, charge }] : []));
}

/** The order whose number a charge carries in its metadata, or undefined. */
export const orderByExactNumber = (number: string): ScenarioOrder | undefined =>
  byNumber.get(number) ?? generatedOrder(Number(number));

/** All orders paid by a customer of the payment provider. */
export function ordersByStripeCustomer(id: string): ScenarioOrder[] {
  const generated = generatedOrder(Number(/^cus_RCC(\d{5})$/.exec(id)?.[1] ?? NaN));
  return generated ? [generated] : fixed.filter((order) => order.customer.stripeId === id);
}

/** All orders with numbers of their own; the ordinary ones of generated numbers are too many to list. */
export const namedOrders = (): readonly ScenarioOrder[] => fixed;

/** The order of a serial number, or undefined. */
export function orderBySerial(serial: number): ScenarioOrder | undefined {
  const generated = generatedOrder(Math.floor((serial - FIRST_SERIAL) / 10));
  if (generated) return serialOf(generated) === serial ? generated : undefined;
  return fixed.find((order) => serialOf(order) === serial);
}

/** A number that is stable for an order, for the ids vendors give it. */
export const serialOf = (order: ScenarioOrder): number =>
  FIRST_SERIAL + digitsOf(order.number) * 10 + order.number.length;
