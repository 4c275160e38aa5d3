import { buildSchema } from 'graphql';

/**
 * The part of the Shopify Admin schema the service asks for, version 2026-07. Names, types and enumerations agree with
 * the vendor's (a contract test compares them); everything not asked for is left out.
 */
export const shopSchema = buildSchema(`
  directive @idempotent(key: String!) on FIELD

  scalar DateTime
  scalar Decimal
  scalar Money
  scalar URL
  scalar UnsignedInt64

  schema { query: QueryRoot mutation: Mutation }

  type QueryRoot {
    order(id: ID!): Order
    orders(first: Int, query: String, reverse: Boolean = false, sortKey: OrderSortKeys = "PROCESSED_AT"): OrderConnection!
  }

  enum OrderSortKeys { CREATED_AT ID PROCESSED_AT UPDATED_AT }

  type PageInfo { endCursor: String hasNextPage: Boolean! }
  type OrderConnection { nodes: [Order!]! pageInfo: PageInfo! }

  type Order {
    id: ID!
    legacyResourceId: UnsignedInt64!
    name: String!
    confirmationNumber: String
    email: String
    phone: String
    createdAt: DateTime!
    processedAt: DateTime!
    updatedAt: DateTime!
    cancelledAt: DateTime
    cancelReason: OrderCancelReason
    closedAt: DateTime
    currencyCode: CurrencyCode!
    presentmentCurrencyCode: CurrencyCode!
    test: Boolean!
    tags: [String!]!
    note: String
    displayFinancialStatus: OrderDisplayFinancialStatus
    displayFulfillmentStatus: OrderDisplayFulfillmentStatus!
    returnStatus: OrderReturnStatus!
    totalPriceSet: MoneyBag!
    currentTotalPriceSet: MoneyBag!
    totalRefundedSet: MoneyBag!
    totalOutstandingSet: MoneyBag!
    customer: Customer
    shippingAddress: MailingAddress
    lineItems(first: Int): LineItemConnection!
    fulfillments(first: Int): [Fulfillment!]!
    refunds(first: Int): [Refund!]!
    returns(first: Int): ReturnConnection!
    transactions(first: Int): [OrderTransaction!]!
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
  enum CurrencyCode {
    AED AUD BHD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS INR ISK JOD JPY KRW KWD MXN NOK NZD OMR PLN RON SEK SGD TND
    TRY USD VND ZAR
  }

  type Customer {
    id: ID!
    displayName: String!
    firstName: String
    lastName: String
    defaultEmailAddress: CustomerEmailAddress
    defaultPhoneNumber: CustomerPhoneNumber
    numberOfOrders: UnsignedInt64!
  }
  type CustomerEmailAddress { emailAddress: String! }
  type CustomerPhoneNumber { phoneNumber: String! }
  type MailingAddress { name: String address1: String address2: String city: String zip: String phone: String }

  type LineItemConnection { nodes: [LineItem!]! pageInfo: PageInfo! }
  type LineItem {
    id: ID!
    name: String!
    title: String!
    sku: String
    variantTitle: String
    quantity: Int!
    currentQuantity: Int!
    refundableQuantity: Int!
    unfulfilledQuantity: Int!
    originalUnitPriceSet: MoneyBag!
    discountedTotalSet(withCodeDiscounts: Boolean = false): MoneyBag!
  }

  type Fulfillment {
    id: ID!
    name: String!
    status: FulfillmentStatus!
    displayStatus: FulfillmentDisplayStatus
    createdAt: DateTime!
    updatedAt: DateTime!
    inTransitAt: DateTime
    deliveredAt: DateTime
    estimatedDeliveryAt: DateTime
    totalQuantity: Int!
    trackingInfo(first: Int): [FulfillmentTrackingInfo!]!
    fulfillmentLineItems(first: Int): FulfillmentLineItemConnection!
    events(first: Int, reverse: Boolean = false): FulfillmentEventConnection!
  }
  enum FulfillmentStatus { CANCELLED ERROR FAILURE OPEN PENDING SUCCESS }
  enum FulfillmentDisplayStatus {
    ATTEMPTED_DELIVERY CANCELED CARRIER_PICKED_UP CONFIRMED DELAYED DELIVERED FAILURE FULFILLED IN_TRANSIT LABEL_PRINTED
    LABEL_PURCHASED LABEL_VOIDED MARKED_AS_FULFILLED NOT_DELIVERED OUT_FOR_DELIVERY PICKED_UP READY_FOR_PICKUP SUBMITTED
  }
  type FulfillmentTrackingInfo { company: String number: String url: URL }
  type FulfillmentLineItemConnection { nodes: [FulfillmentLineItem!]! }
  type FulfillmentLineItem { id: ID! quantity: Int lineItem: LineItem! }
  type FulfillmentEventConnection { nodes: [FulfillmentEvent!]! }
  type FulfillmentEvent {
    id: ID!
    status: FulfillmentEventStatus!
    happenedAt: DateTime!
    message: String
    city: String
    country: String
  }
  enum FulfillmentEventStatus {
    ATTEMPTED_DELIVERY CARRIER_PICKED_UP CONFIRMED DELAYED DELIVERED FAILURE IN_TRANSIT LABEL_PRINTED LABEL_PURCHASED
    OUT_FOR_DELIVERY READY_FOR_PICKUP
  }

  type Refund {
    id: ID!
    legacyResourceId: UnsignedInt64!
    createdAt: DateTime
    note: String
    totalRefundedSet: MoneyBag!
    refundLineItems(first: Int): RefundLineItemConnection!
  }
  type RefundLineItemConnection { nodes: [RefundLineItem!]! }
  type RefundLineItem {
    lineItem: LineItem!
    quantity: Int!
    restockType: RefundLineItemRestockType!
    subtotalSet: MoneyBag!
  }
  enum RefundLineItemRestockType { CANCEL LEGACY_RESTOCK NO_RESTOCK RETURN }

  type ReturnConnection { nodes: [Return!]! }
  type Return {
    id: ID!
    name: String!
    status: ReturnStatus!
    createdAt: DateTime!
    closedAt: DateTime
    totalQuantity: Int!
  }
  enum ReturnStatus { CANCELED CLOSED DECLINED OPEN REQUESTED }

  type OrderTransaction {
    id: ID!
    kind: OrderTransactionKind!
    status: OrderTransactionStatus!
    gateway: String
    processedAt: DateTime
    amountSet: MoneyBag!
    paymentId: String
    authorizationCode: String
    errorCode: OrderTransactionErrorCode
    parentTransaction: OrderTransaction
  }
  enum OrderTransactionKind { AUTHORIZATION CAPTURE CHANGE EMV_AUTHORIZATION REFUND SALE SUGGESTED_REFUND VOID }
  enum OrderTransactionStatus { AWAITING_RESPONSE ERROR FAILURE PENDING SUCCESS UNKNOWN }
  enum OrderTransactionErrorCode { CARD_DECLINED GENERIC_ERROR }

  type OrderDisputeSummary { id: ID! initiatedAs: DisputeType! status: DisputeStatus! }
  enum DisputeType { CHARGEBACK INQUIRY }
  enum DisputeStatus { ACCEPTED CHARGE_REFUNDED LOST NEEDS_RESPONSE PREVENTED UNDER_REVIEW WON }

  type Mutation {
    refundCreate(input: RefundInput!): RefundCreatePayload
    orderCancel(
      notifyCustomer: Boolean = false
      orderId: ID!
      reason: OrderCancelReason!
      restock: Boolean!
      staffNote: String = null
    ): OrderCancelPayload
  }

  type UserError { field: [String!] message: String! }

  input RefundInput {
    allowOverRefunding: Boolean
    currency: CurrencyCode
    note: String
    notify: Boolean
    orderId: ID!
    refundLineItems: [RefundLineItemInput!]
    transactions: [OrderTransactionInput!]
  }
  input RefundLineItemInput {
    lineItemId: ID!
    locationId: ID
    quantity: Int!
    restockType: RefundLineItemRestockType
  }
  input OrderTransactionInput {
    amount: Money!
    gateway: String!
    kind: OrderTransactionKind!
    orderId: ID!
    parentId: ID
  }
  type RefundCreatePayload { order: Order refund: Refund userErrors: [UserError!]! }

  type OrderCancelPayload { job: Job orderCancelUserErrors: [OrderCancelUserError!]! }
  type Job { id: ID! done: Boolean! }
  type OrderCancelUserError { code: OrderCancelUserErrorCode field: [String!] message: String! }
  enum OrderCancelUserErrorCode { INTERNAL_ERROR INVALID NOT_FOUND NO_REFUND_PERMISSION }
`);
