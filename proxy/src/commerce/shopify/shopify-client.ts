import type { Deadline } from '../deadline';
import { createVendorCaller, type CallerOptions } from '../vendor-caller';
import type { ShopifySettings } from '../vendor-settings';
import { readGraphql } from './graphql-answer';
import { FIND_ORDERS, FIND_PARCELS, type Operation } from './order-operations';
import { readShopOrder, type ShopOrder, type WireOrder } from './shop-order';

export interface ShopifyClient {
  /** The order with exactly this name (`#12345`), or null when the shop shows none; it shows the last 60 days. */
  orderByName(name: string, deadline: Deadline): Promise<ShopOrder | null>;
  /** The order among the 20 latest of this address that has the parcel number, or null. */
  orderByParcel(email: string, trackingNumber: string, deadline: Deadline): Promise<ShopOrder | null>;
  close(): Promise<void>;
}

/** Client of the Shopify Admin GraphQL API. All methods throw a VendorError when the shop gives no usable answer. */
export function createShopifyClient(
  settings: ShopifySettings,
  options: Pick<CallerOptions, 'attemptTimeoutMs' | 'now' | 'log'>,
): ShopifyClient {
  const caller = createVendorCaller({ vendor: 'shopify', baseUrl: settings.baseUrl, ...options });
  const path = `/admin/api/${settings.apiVersion}/graphql.json`;
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'x-shopify-access-token': settings.accessToken,
  };

  function find<T>(operation: Operation, search: string, deadline: Deadline, pick: (nodes: WireOrder[]) => T) {
    const { name, query, first } = operation;
    const body = JSON.stringify({ query, operationName: name, variables: { search, first } });
    return caller.call(name, { method: 'POST', path, headers, body }, deadline, (answer) =>
      pick(readGraphql<{ orders: { nodes: WireOrder[] } }>(answer).orders.nodes),
    );
  }

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
    close: () => caller.close(),
  };
}

/** Quotes user text for the shop's search syntax. */
const quoted = (text: string) => `"${text.replace(/["\\:]/g, '\\$&')}"`;

const holds = (order: WireOrder, trackingNumber: string) =>
  (order.fulfillments ?? []).some((fulfillment) =>
    (fulfillment.trackingInfo ?? []).some((row) => row.number?.replace(/\s/g, '').toUpperCase() === trackingNumber),
  );
