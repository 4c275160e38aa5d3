import type { Deadline } from '../../resilience/deadline';
import type { ClientOptions } from '../vendor-caller';
import type { ShopifySettings } from '../vendor-settings';
import { FIND_ORDERS, FIND_PARCELS, type Operation } from './order-operations';
import { quoted } from './search-text';
import { createShopifyActions, type ShopifyActions } from './shopify-actions';
import { createShopifyCall } from './shopify-call';
import { readShopOrder, type ShopOrder, type WireOrder } from './shop-order';

export interface ShopifyClient {
  /** The order with exactly this name (`#12345`), or null when the shop shows none; it shows the last 60 days. */
  orderByName(name: string, deadline: Deadline): Promise<ShopOrder | null>;
  /** The order among the 20 latest of this address that has the parcel number, or null. */
  orderByParcel(email: string, trackingNumber: string, deadline: Deadline): Promise<ShopOrder | null>;
  /** What a refund or cancellation needs. */
  actions: ShopifyActions;
  close(): Promise<void>;
}

/** Client of the Shopify Admin GraphQL API. All methods throw a VendorError when the shop gives no usable answer. */
export function createShopifyClient(settings: ShopifySettings, options: ClientOptions): ShopifyClient {
  const call = createShopifyCall(settings, options);

  const find = <T>(operation: Operation, search: string, deadline: Deadline, pick: (nodes: WireOrder[]) => T) =>
    call.send<{ orders: { nodes: WireOrder[] } }, T>(
      operation,
      { search, first: operation.first },
      deadline,
      ({ orders }) => pick(orders.nodes),
    );

  const orderByName = (name: string, deadline: Deadline) =>
    find(FIND_ORDERS, `name:${quoted(name)}`, deadline, (nodes) => {
      const exact = nodes.find((node) => node.name === name);
      return exact ? readShopOrder(exact) : null;
    });

  return {
    orderByName,
    async orderByParcel(email, trackingNumber, deadline) {
      const name = await find(
        FIND_PARCELS,
        `email:${quoted(email)}`,
        deadline,
        (nodes) => nodes.find((node) => holds(node, trackingNumber))?.name,
      );
      return name === undefined ? null : orderByName(name, deadline);
    },
    actions: createShopifyActions(call),
    close: () => call.close(),
  };
}

const holds = (order: WireOrder, trackingNumber: string) =>
  (order.fulfillments ?? []).some((fulfillment) =>
    (fulfillment.trackingInfo ?? []).some((row) => row.number?.replace(/\s/g, '').toUpperCase() === trackingNumber),
  );
