import type { ShopifyOperation } from './shopify-call';

export interface Operation extends ShopifyOperation {
  /** How many orders at most. */
  first: number;
}

/**
 * What is asked of the shop. The page sizes keep one question below 600 cost points of the 1,000 a single query may
 * cost; longer orders are cut at 15 lines and 5 shipments. Amounts are asked in the currency the customer paid in.
 */
const ORDER_FIELDS = `
  id name email createdAt cancelledAt cancelReason
  displayFinancialStatus displayFulfillmentStatus returnStatus
  totalPriceSet { presentmentMoney { amount currencyCode } }
  totalRefundedSet { presentmentMoney { amount currencyCode } }
  customer { displayName defaultEmailAddress { emailAddress } }
  shippingAddress { zip }
  lineItems(first: 15) { nodes { id title sku currentQuantity unfulfilledQuantity } }
  fulfillments(first: 5) {
    status displayStatus createdAt inTransitAt deliveredAt estimatedDeliveryAt
    trackingInfo(first: 3) { company number url }
    fulfillmentLineItems(first: 8) { nodes { lineItem { title } } }
    events(first: 1, reverse: true) { nodes { happenedAt } }
  }
  refunds(first: 10) { id createdAt totalRefundedSet { presentmentMoney { amount currencyCode } } }
  disputes { initiatedAs status }`;

/**
 * Orders by name. The search is by token: `#1001` also finds `#1001-UK`, so five candidates are taken (enough for the
 * suffixes of one shop) and the client keeps the exact one.
 */
export const FIND_ORDERS: Operation = {
  name: 'FindOrders',
  first: 5,
  query: `query FindOrders($search: String!, $first: Int!) {
  orders(first: $first, query: $search, sortKey: CREATED_AT, reverse: true) { nodes {${ORDER_FIELDS} } }
}`,
};

/** The parcel numbers of somebody's latest orders. */
export const FIND_PARCELS: Operation = {
  name: 'FindParcels',
  first: 20,
  query: `query FindParcels($search: String!, $first: Int!) {
  orders(first: $first, query: $search, sortKey: CREATED_AT, reverse: true) {
    nodes { id name fulfillments(first: 5) { trackingInfo(first: 3) { number } } }
  }
}`,
};
