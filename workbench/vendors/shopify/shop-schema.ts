import { buildSchema } from 'graphql';

/**
 * The part of the Shopify Admin schema the service asks for, version 2026-07. Names, types and enumerations agree with
 * the vendor's (a contract test compares them); everything not asked for is left out.
 */
export const shopSchema = buildSchema(`
  scalar DateTime
  scalar Decimal
  scalar URL

  type QueryRoot {
    orders(first: Int, query: String, reverse: Boolean = false, sortKey: OrderSortKeys = "PROCESSED_AT"): OrderConnection!
  }
  schema { query: QueryRoot }

  enum OrderSortKeys { CREATED_AT ID PROCESSED_AT UPDATED_AT }

  type OrderConnection { nodes: [Order!]! }

  type Order {
    id: ID!
    name: String!
    email: String
    createdAt: DateTime!
    cancelledAt: DateTime
    cancelReason: OrderCancelReason
    displayFinancialStatus: OrderDisplayFinancialStatus
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus!
    returnStatus: OrderReturnStatus!
    totalPriceSet: MoneyBag!
    totalRefundedSet: MoneyBag!
    customer: Customer
    shippingAddress: MailingAddress
    lineItems(first: Int): LineItemConnection!
    fulfillments(first: Int): [Fulfillment!]!
    disputes: [OrderDisputeSummary!]!
  }

  enum OrderCancelReason { CUSTOMER DECLINED FRAUD INVENTORY OTHER STAFF }
  enum OrderDisplayFinancialStatus {
    AUTHORIZED EXPIRED PAID PARTIALLY_PAID PARTIALLY_REFUNDED PENDING REFUNDED VOIDED
  }
  enum OrderDisplayFulfillmentStatus {
    FULFILLED IN_PROGRESS ON_HOLD OPEN PARTIALLY_FULFILLED PENDING_FULFILLMENT REQUEST_DECLINED RESTOCKED SCHEDULED
    UNFULFILLED
  }
  enum OrderReturnStatus { INSPECTION_COMPLETE IN_PROGRESS NO_RETURN RETURNED RETURN_FAILED RETURN_REQUESTED }

  type MoneyBag { presentmentMoney: MoneyV2! shopMoney: MoneyV2! }
  type MoneyV2 { amount: Decimal! currencyCode: CurrencyCode! }
  enum CurrencyCode { EUR GBP JPY USD }

  type Customer { displayName: String! defaultEmailAddress: CustomerEmailAddress }
  type CustomerEmailAddress { emailAddress: String! }
  type MailingAddress { zip: String }

  type LineItemConnection { nodes: [LineItem!]! }
  type LineItem { id: ID! title: String! sku: String currentQuantity: Int! unfulfilledQuantity: Int! }

  type Fulfillment {
    status: FulfillmentStatus!
    displayStatus: FulfillmentDisplayStatus
    createdAt: DateTime!
    inTransitAt: DateTime
    deliveredAt: DateTime
    estimatedDeliveryAt: DateTime
    trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
    fulfillmentLineItems(first: Int): FulfillmentLineItemConnection!
  }
  enum FulfillmentStatus { CANCELLED ERROR FAILURE OPEN PENDING SUCCESS }
  enum FulfillmentDisplayStatus {
    ATTEMPTED_DELIVERY CANCELED CARRIER_PICKED_UP CONFIRMED DELAYED DELIVERED FAILURE FULFILLED IN_TRANSIT LABEL_PRINTED
    LABEL_PURCHASED LABEL_VOIDED MARKED_AS_FULFILLED NOT_DELIVERED OUT_FOR_DELIVERY PICKED_UP READY_FOR_PICKUP SUBMITTED
  }
  type FulfillmentTrackingInfo { company: String number: String url: URL }
  type FulfillmentLineItemConnection { nodes: [FulfillmentLineItem!]! }
  type FulfillmentLineItem { lineItem: LineItem! }

  type OrderDisputeSummary { initiatedAs: DisputeType! status: DisputeStatus! }
  enum DisputeType { CHARGEBACK INQUIRY }
  enum DisputeStatus { ACCEPTED CHARGE_REFUNDED LOST NEEDS_RESPONSE PREVENTED UNDER_REVIEW WON }
`);
