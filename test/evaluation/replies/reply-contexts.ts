import type { OrderContext } from '../../../proxy/src/contract/order-context';
import {
  outForDelivery,
  sampleOrderContext,
  type SampleOrder,
  splitShipment,
} from '../../../proxy/src/replies/sample-order-context';

const oneParcel = (parcel: NonNullable<SampleOrder['parcels']>[number]): OrderContext =>
  sampleOrderContext({ parcels: [parcel] });

/** The orders that written replies are about; today is Sunday, 1 March 2026 in all but `midweek`, where it is the Wednesday after. */
export const REPLY_CONTEXTS: Readonly<Record<string, OrderContext>> = {
  out_for_delivery: outForDelivery(),
  in_transit: oneParcel({ status: 'in_transit', estimated_delivery: '2026-03-04' }),
  split: splitShipment(),
  delivered: oneParcel({ status: 'delivered', delivered_at: '2026-02-27T15:00:00Z', delivered_to: 'Front door' }),
  delayed: oneParcel({
    ...{ status: 'delayed', carrier: 'FedEx', tracking_number: '794200123458' },
    ...{ exception: 'Weather delay in Memphis', estimated_delivery: '2026-03-05' },
  }),
  next_week: oneParcel({ status: 'in_transit', estimated_delivery: '2026-03-09' }),
  not_shipped: sampleOrderContext({
    parcels: [],
    status: 'not shipped yet',
    lines: [{ title: 'Cap', quantity: 1, unfulfilled: 1 }],
  }),
  preparing: sampleOrderContext({
    parcels: [],
    status: 'being prepared',
    lines: [{ title: 'Cap', quantity: 1, unfulfilled: 1 }],
  }),
  refunded: sampleOrderContext({
    ...{ parcels: [], status: 'cancelled', cancelledAt: '2026-02-26T10:00:00Z' },
    ...{ paymentStatus: 'refunded', refunded: '49.90 EUR' },
  }),
  pickup: oneParcel({ status: 'ready_for_pickup', carrier: 'FedEx', tracking_number: '794200123458' }),
  midweek: {
    ...oneParcel({ status: 'in_transit', estimated_delivery: '2026-03-09' }),
    fetched_at: '2026-03-04T10:00:00Z',
  },
  announced: oneParcel({ status: 'label_created' }),
};

/** Of a message that is about no order. */
export const NO_ORDER = 'none';
