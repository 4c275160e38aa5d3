import type { ShopifyOperation } from './shopify-call';

/**
 * What refunds and cancellations ask and tell the shop. Source: Shopify Admin GraphQL 2026-07. Page sizes keep the
 * question below the 1,000 cost points a single one may cost.
 */

/** How many payments, and how many refunds, of an order are read. */
export const MOST_READ = 50;

/** The search is by token, so candidates are taken and the exact name is kept. */
export const FIND_ORDER_ID: ShopifyOperation = {
  name: 'FindOrderId',
  query: `query FindOrderId($search: String!) {
  orders(first: 10, query: $search, sortKey: CREATED_AT, reverse: true) { nodes { id name } }
}`,
};

export const ORDER_FOR_ACTION: ShopifyOperation = {
  name: 'OrderForAction',
  query: `query OrderForAction($id: ID!) {
  order(id: $id) {
    id name email createdAt cancelledAt cancelReason
    displayFinancialStatus displayFulfillmentStatus returnStatus
    totalPriceSet { presentmentMoney { amount currencyCode } }
    totalRefundedSet { presentmentMoney { amount currencyCode } }
    customer { displayName defaultEmailAddress { emailAddress } }
    lineItems(first: 100) { nodes {
      id title sku quantity currentQuantity unfulfilledQuantity refundableQuantity
      discountedTotalSet(withCodeDiscounts: true) { presentmentMoney { amount currencyCode } }
    } }
    fulfillments(first: 20) { status displayStatus createdAt inTransitAt deliveredAt estimatedDeliveryAt }
    disputes { initiatedAs status }
    transactions(first: ${MOST_READ}) {
      id kind status gateway processedAt paymentId
      amountSet { presentmentMoney { amount currencyCode } }
      parentTransaction { id }
    }
    refunds(first: ${MOST_READ}) { id createdAt note totalRefundedSet { presentmentMoney { amount currencyCode } } }
  }
}`,
};

/** Since 2026-04 the shop takes a refund only with a key. */
export const CREATE_REFUND: ShopifyOperation = {
  name: 'CreateRefund',
  query: `mutation CreateRefund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { field message } }
}`,
};

/** No refund method is named: the money is given back by steps of its own, so that it is known how much and from where. */
export const CANCEL_ORDER: ShopifyOperation = {
  name: 'CancelOrder',
  query: `mutation CancelOrder(
  $orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $notify: Boolean!, $note: String!
) {
  orderCancel(orderId: $orderId, reason: $reason, restock: $restock, notifyCustomer: $notify, staffNote: $note) {
    job { id }
    orderCancelUserErrors { field message code }
  }
}`,
};
