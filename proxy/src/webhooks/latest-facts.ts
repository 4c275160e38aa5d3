import type { OrderChanged, ParcelChanged, PaymentChanged } from '../events/changed-facts';
import type { EventType } from '../events/event-kinds';
import type { Store } from '../events/store';

type Dated = Pick<OrderChanged, 'changed_at' | 'version' | 'delivery_id'>;

const compare = <T>(a: T, b: T): number => (a < b ? 1 : a > b ? -1 : 0);

/**
 * Newest first: by the vendor's time, then its version, never by arrival. What came without a time is older than what has
 * one; the last word has the delivery's id, so that any order of arrival gives the same answer.
 */
const newestFirst = (a: Dated, b: Dated): number =>
  compare(a.changed_at ?? '', b.changed_at ?? '') ||
  compare(a.version, b.version) ||
  compare(a.delivery_id, b.delivery_id);

/** A change tells the whole order or transaction, so the newest is its state; undefined without one. */
export const latestOf = <T extends Dated>(changes: readonly T[]): T | undefined => [...changes].sort(newestFirst)[0];

/**
 * The state of a parcel from everything vendors told of it. A change that says nothing of where it is (a new number, a new
 * date) leaves that as it was, and what was on its way back is returned when it is delivered, not received.
 */
export function latestParcel(changes: readonly ParcelChanged[]): ParcelChanged | undefined {
  const sorted = [...changes].sort(newestFirst);
  const [newest] = sorted;
  if (!newest) return undefined;
  const known = sorted.filter(({ status }) => status !== 'unknown');
  const [told = newest, ...before] = known;
  const wentBack = told.status === 'delivered' && before.some(({ status }) => status === 'returning');
  const first = <K extends keyof ParcelChanged>(name: K) =>
    sorted.find((change) => change[name] !== null)?.[name] ?? newest[name];
  return {
    ...told,
    status: wentBack ? 'returned' : told.status,
    order_id: first('order_id'),
    shop_id: first('shop_id'),
    shipment_id: first('shipment_id'),
    estimated_delivery: first('estimated_delivery'),
  };
}

/** What vendors told last, whatever the order and however often it came. */
export interface LatestFacts {
  /** @param orderId in the form ORD-12345 */
  order(orderId: string): Promise<OrderChanged | undefined>;
  /** @param trackingNumber in capitals, without blanks */
  parcel(trackingNumber: string): Promise<ParcelChanged | undefined>;
  /** @param transactionId the id of a charge, a refund or a dispute */
  payment(transactionId: string): Promise<PaymentChanged | undefined>;
}

export function latestFacts({ database }: Store): LatestFacts {
  const changes = async <T>(type: EventType, field: string, id: string): Promise<T[]> => {
    const rows = await database.query<{ payload: T }>(
      `SELECT payload FROM event WHERE type = '${type}' AND payload->>'${field}' = $1::text`,
      [id],
    );
    return rows.map(({ payload }) => payload);
  };
  return {
    order: async (id) => latestOf(await changes<OrderChanged>('order.changed', 'order_id', id)),
    parcel: async (number) => latestParcel(await changes('parcel.changed', 'tracking_number', number)),
    payment: async (id) => latestOf(await changes<PaymentChanged>('payment.changed', 'transaction_id', id)),
  };
}
