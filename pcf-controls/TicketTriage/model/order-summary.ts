import { type Fields, fieldsOf, instantIn, itemsOf, parseJson, textIn } from '../../shared/json';

/** A parcel in two lines. */
export interface ParcelSummary {
  readonly carrier?: string;
  readonly number?: string;
  /** One of the service's words, for example `in_transit`. */
  readonly status?: string;
  /** The day it is expected, as 2026-03-01. */
  readonly expected?: string;
  readonly deliveredAt?: Date;
  readonly lastScan?: { readonly text: string; readonly place?: string; readonly at?: Date };
  /** Why it is delayed or could not be delivered. */
  readonly exception?: string;
}

/** What an agent needs of an order at a glance. */
export interface OrderGlance {
  readonly number?: string;
  /** Why nothing of an order is shown: not found, not proven to be the customer's, the shop away. */
  readonly missing?: 'needed' | 'not_found' | 'unavailable';
  /** States in the shop's words, in lower case. */
  readonly shipping?: string;
  readonly payment?: string;
  readonly total?: { readonly amount: number; readonly currency: string };
  readonly refunded?: { readonly amount: number; readonly currency: string };
  readonly parcels: readonly ParcelSummary[];
  /** Codes of what the facts together say, for example `duplicate_charge`. */
  readonly findings: readonly string[];
  /** Parts that could not be had, with the reason in words. */
  readonly degraded: readonly { readonly part: string; readonly reason: string }[];
  readonly fetchedAt?: Date;
}

/** @returns nothing when the text is no order context */
export function readOrderGlance(json: string): OrderGlance | undefined {
  const context = fieldsOf(parseJson(json));
  if (!('found' in context) && !('order' in context)) return undefined;
  const order = fieldsOf(context.order);
  const verification = textIn(context, 'verification');
  return {
    number: textIn(order, 'order_id') ?? textIn(context, 'order_id'),
    missing:
      verification === 'needed' || verification === 'not_found' || verification === 'unavailable'
        ? verification
        : undefined,
    shipping: textIn(order, 'cancelled_at') ? 'cancelled' : textIn(order, 'fulfillment_status'),
    payment: textIn(order, 'financial_status'),
    total: moneyIn(order, 'total'),
    refunded: moneyIn(order, 'refunded'),
    parcels: itemsOf(context.parcels).map((parcel) => readParcel(fieldsOf(parcel))),
    findings: itemsOf(context.findings).flatMap((finding) => textIn(fieldsOf(finding), 'code') ?? []),
    degraded: itemsOf(context.degraded).map((part) => {
      const fields = fieldsOf(part);
      return { part: textIn(fields, 'part') ?? '?', reason: textIn(fields, 'message') ?? textIn(fields, 'code') ?? '' };
    }),
    fetchedAt: instantIn(context, 'fetched_at'),
  };
}

function readParcel(parcel: Fields): ParcelSummary {
  const scan = fieldsOf(parcel.last_event);
  const text = textIn(scan, 'description');
  return {
    carrier: textIn(parcel, 'carrier'),
    number: textIn(parcel, 'tracking_number'),
    status: textIn(parcel, 'status'),
    expected: textIn(parcel, 'estimated_delivery'),
    deliveredAt: instantIn(parcel, 'delivered_at'),
    lastScan: text === undefined ? undefined : { text, place: textIn(scan, 'place'), at: instantIn(scan, 'at') },
    exception: textIn(parcel, 'exception'),
  };
}

/** @returns nothing for an amount of zero */
function moneyIn(fields: Fields, name: string): { amount: number; currency: string } | undefined {
  const money = fieldsOf(fields[name]);
  const amount = Number(textIn(money, 'amount'));
  const currency = textIn(money, 'currency');
  return Number.isFinite(amount) && amount !== 0 && currency !== undefined ? { amount, currency } : undefined;
}
