import type { Money } from '../../contract/order-context';
import { moneyOf } from '../money';
import { comparableAddress } from './comparable-address';

/** An order as the Admin API documents it, cut to the fields asked for. Source: Shopify Admin GraphQL 2026-07. */
export interface WireOrder {
  id: string;
  name: string;
  email?: string | null;
  createdAt: string;
  cancelledAt?: string | null;
  cancelReason?: string | null;
  displayFinancialStatus?: string | null;
  displayFulfillmentStatus?: string | null;
  returnStatus?: string | null;
  totalPriceSet?: WireMoneyBag | null;
  totalRefundedSet?: WireMoneyBag | null;
  customer?: { displayName?: string | null; defaultEmailAddress?: { emailAddress?: string | null } | null } | null;
  shippingAddress?: { zip?: string | null } | null;
  lineItems?: { nodes?: WireLine[] } | null;
  fulfillments?: WireFulfillment[] | null;
  refunds?: { id: string; createdAt?: string | null; totalRefundedSet?: WireMoneyBag | null }[] | null;
  disputes?: { initiatedAs?: string; status?: string }[] | null;
}
export interface WireMoneyBag {
  presentmentMoney: { amount: string; currencyCode: string };
}
interface WireLine {
  id: string;
  title: string;
  sku?: string | null;
  currentQuantity: number;
  unfulfilledQuantity: number;
}
interface WireFulfillment {
  status: string;
  displayStatus?: string | null;
  createdAt: string;
  inTransitAt?: string | null;
  deliveredAt?: string | null;
  estimatedDeliveryAt?: string | null;
  trackingInfo?: { company?: string | null; number?: string | null; url?: string | null }[] | null;
  fulfillmentLineItems?: { nodes?: { lineItem?: { title?: string } | null }[] } | null;
  /** Newest first; filled only when a carrier or an app feeds it. */
  events?: { nodes?: { happenedAt?: string | null }[] } | null;
}

/** One shipment of an order; a shipment without a tracking row has a parcel with all three fields null. */
export interface Shipment {
  cancelled: boolean;
  /** `displayStatus` in capitals, or null. */
  shopStatus: string | null;
  /** When the newest event the shop was told of happened, or null. */
  statusAt: string | null;
  createdAt: string;
  inTransitAt: string | null;
  deliveredAt: string | null;
  estimatedDeliveryAt: string | null;
  tracking: { company: string | null; number: string | null; url: string | null }[];
  lineTitles: string[];
}

/** An order of the shop with everything optional made explicit. */
export interface ShopOrder {
  id: string;
  /** The name with its leading `#`. */
  name: string;
  /** The addresses that prove whose order it is, as `comparableAddress` writes them. */
  emails: string[];
  customerName: string | null;
  zip: string | null;
  createdAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  financialStatus: string;
  fulfillmentStatus: string;
  returnStatus: string | null;
  total: Money;
  refunded: Money;
  lines: { id: string; title: string; sku: string | null; quantity: number; unfulfilled: number }[];
  shipments: Shipment[];
  refunds: { id: string; createdAt: string | null; total: Money }[];
  /** Known only for Shopify Payments; `status` in lower case. */
  disputes: { isInquiry: boolean; status: string; isOpen: boolean }[];
  openDispute: boolean;
}

const NO_TRACKING = [{ company: null, number: null, url: null }];
/** Source: Shopify Admin GraphQL 2026-07, enum DisputeStatus. */
const OPEN_DISPUTE = new Set(['NEEDS_RESPONSE', 'UNDER_REVIEW']);

/**
 * Reads an order off the wire. Fields the shop may withhold (customer, address) become null.
 * @throws {TypeError} when the name or the total is missing
 */
export function readShopOrder(wire: WireOrder): ShopOrder {
  const total = readMoney(wire.totalPriceSet!);
  const nothing = moneyOf('0', total.currency);
  const disputes = (wire.disputes ?? []).map(({ initiatedAs, status = 'UNKNOWN' }) => ({
    isInquiry: initiatedAs === 'INQUIRY',
    status: status.toLowerCase(),
    isOpen: OPEN_DISPUTE.has(status),
  }));
  return {
    id: wire.id,
    name: wire.name,
    emails: addressesOf(wire),
    customerName: wire.customer?.displayName || null,
    zip: wire.shippingAddress?.zip || null,
    createdAt: instant(wire.createdAt)!,
    cancelledAt: instant(wire.cancelledAt),
    cancelReason: wire.cancelReason?.toLowerCase() ?? null,
    financialStatus: wire.displayFinancialStatus?.toLowerCase() ?? 'unknown',
    fulfillmentStatus: wire.displayFulfillmentStatus?.toLowerCase() ?? 'unknown',
    returnStatus: wire.returnStatus?.toLowerCase() ?? null,
    total,
    refunded: wire.totalRefundedSet ? readMoney(wire.totalRefundedSet) : nothing,
    lines: (wire.lineItems?.nodes ?? []).map((line) => ({
      id: line.id,
      title: line.title,
      sku: line.sku || null,
      quantity: line.currentQuantity,
      unfulfilled: line.unfulfilledQuantity,
    })),
    shipments: (wire.fulfillments ?? []).map(readShipment),
    refunds: (wire.refunds ?? []).map((refund) => ({
      id: refund.id,
      createdAt: instant(refund.createdAt),
      total: refund.totalRefundedSet ? readMoney(refund.totalRefundedSet) : nothing,
    })),
    disputes,
    openDispute: disputes.some(({ isOpen }) => isOpen),
  };
}

function addressesOf(wire: WireOrder): string[] {
  const given = [wire.email, wire.customer?.defaultEmailAddress?.emailAddress];
  return [...new Set(given.map((address) => comparableAddress(address ?? '')))].filter((address) => address !== '');
}

function readShipment(wire: WireFulfillment): Shipment {
  const tracking = (wire.trackingInfo ?? []).map((row) => ({
    company: row.company || null,
    number: row.number?.replace(/\s/g, '') || null,
    url: row.url || null,
  }));
  return {
    cancelled: wire.status === 'CANCELLED',
    shopStatus: wire.displayStatus ?? null,
    statusAt: instant(wire.events?.nodes?.[0]?.happenedAt),
    createdAt: instant(wire.createdAt)!,
    inTransitAt: instant(wire.inTransitAt),
    deliveredAt: instant(wire.deliveredAt),
    estimatedDeliveryAt: instant(wire.estimatedDeliveryAt),
    tracking: tracking.length > 0 ? tracking : NO_TRACKING,
    lineTitles: (wire.fulfillmentLineItems?.nodes ?? []).flatMap((node) => node.lineItem?.title ?? []),
  };
}

/** An amount in the currency the customer paid in. */
export const readMoney = ({ presentmentMoney: { amount, currencyCode } }: WireMoneyBag): Money =>
  moneyOf(amount, currencyCode);

function instant(value: string | null | undefined): string | null {
  if (!value) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
