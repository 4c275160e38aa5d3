import { countIn, type Fields, fieldsOf, instantIn, itemsOf, parseJson, textIn, textsIn } from '../../shared/json';
import { readCutJson } from './cut-json';

/** An amount as the service states it. */
export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface OrderLine {
  readonly title: string;
  readonly sku?: string;
  readonly quantity?: number;
  /** How many have not left yet. */
  readonly unfulfilled?: number;
}

export interface Scan {
  readonly at?: Date;
  /** As the carrier wrote it, when it named no zone. */
  readonly localTime?: string;
  readonly text: string;
  readonly place?: string;
}

export interface Parcel {
  readonly carrier: string;
  readonly number?: string;
  /** One of the service's words, for example `in_transit`. */
  readonly status?: string;
  readonly statusText?: string;
  /** The day it is expected, as 2026-03-01. */
  readonly expected?: string;
  readonly deliveredAt?: Date;
  readonly deliveredTo?: string;
  readonly proof: readonly string[];
  /** Why it is delayed or could not be delivered. */
  readonly exception?: string;
  /** Newest first. */
  readonly scans: readonly Scan[];
  readonly url?: string;
  readonly contents: readonly string[];
  readonly carrierMismatch: boolean;
}

export interface Payment {
  readonly id?: string;
  readonly total?: Money;
  readonly refunded?: Money;
  readonly status?: string;
  /** False when the money is only reserved. */
  readonly captured: boolean;
  readonly disputed: boolean;
  readonly at?: Date;
  readonly card?: string;
}

export interface Finding {
  readonly code: string;
  readonly confidence?: string;
  readonly evidence: readonly string[];
}

/** A part that could not be had, or only as it was before. */
export interface Gap {
  /** True when an older answer is shown; the reason says from when. */
  readonly isOld?: boolean;
  readonly part?: string;
  readonly vendor?: string;
  readonly reason: string;
}

export interface Order {
  readonly number?: string;
  readonly shopId?: string;
  readonly placedAt?: Date;
  readonly shipping?: string;
  readonly payment?: string;
  readonly returned?: string;
  readonly cancelledAt?: Date;
  readonly cancelReason?: string;
  readonly total?: Money;
  readonly refunded?: Money;
  readonly customer?: string;
  readonly lines: readonly OrderLine[];
}

/** What was looked up for a ticket. */
export interface OrderContext {
  /** Why no order is shown; `unknown` when nothing says why. */
  readonly withheld?: 'needed' | 'not_found' | 'unavailable' | 'unknown';
  readonly number?: string;
  readonly order?: Order;
  readonly parcels: readonly Parcel[];
  readonly payments: readonly Payment[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly fetchedAt?: Date;
  /** Which request it answers, by its time; older contexts do not say. */
  readonly answeredFor?: Date;
  /** True when the end of the text is missing: nothing can be told from what is not there. */
  readonly isCut: boolean;
}

/** What a column holds: nothing, something that cannot be read, or an order context. */
export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly because: 'not_json' | 'not_an_order' }
  | { readonly kind: 'context'; readonly context: OrderContext };

const WITHHELD = ['needed', 'not_found', 'unavailable'] as const;

/**
 * Reads what GetOrderContext answered, as it was kept in a column. Fields that are missing or of another kind are left
 * out, fields that are not known are passed over: an older or newer service never keeps an agent from what is there. Of
 * a text that was cut off, the beginning is read.
 */
export function readOrderContext(text: string | null | undefined): Reading {
  if (text == null || text.trim() === '') return { kind: 'empty' };
  const whole = parseJson(text);
  if (whole === null) return { kind: 'empty' };
  const isCut = whole === undefined;
  const json = isCut ? readCutJson(text) : whole;
  if (json === undefined) return { kind: 'unreadable', because: 'not_json' };
  const fields = fieldsOf(json);
  if (!['found', 'order', 'parcels', 'verification'].some((name) => name in fields)) {
    return { kind: 'unreadable', because: 'not_an_order' };
  }
  const order = fieldsOf(fields.order);
  const isBare = [order, ...itemsOf(fields.parcels), ...itemsOf(fields.payments)].every(
    (part) => Object.keys(fieldsOf(part)).length === 0,
  );
  if (isCut && isBare) return { kind: 'unreadable', because: 'not_json' };
  const context: OrderContext = {
    withheld: WITHHELD.find((one) => one === fields.verification) ?? (isBare ? 'unknown' : undefined),
    number: textIn(order, 'order_id') ?? textIn(fields, 'order_id'),
    order: Object.keys(order).length > 0 ? readOrder(order) : undefined,
    parcels: itemsOf(fields.parcels).map((item) => readParcel(fieldsOf(item))),
    payments: itemsOf(fields.payments).map((item) => readPayment(fieldsOf(item))),
    findings: itemsOf(fields.findings).flatMap((item) => readFinding(fieldsOf(item))),
    gaps: itemsOf(fields.degraded).map((item) => readGap(fieldsOf(item))),
    fetchedAt: instantIn(fields, 'fetched_at'),
    answeredFor: instantIn(fields, 'requested_at'),
    isCut,
  };
  return { kind: 'context', context };
}

function readOrder(order: Fields): Order {
  return {
    number: textIn(order, 'order_id'),
    shopId: textIn(order, 'shop_id'),
    placedAt: instantIn(order, 'created_at'),
    shipping: textIn(order, 'fulfillment_status'),
    payment: textIn(order, 'financial_status'),
    returned: textIn(order, 'return_status'),
    cancelledAt: instantIn(order, 'cancelled_at'),
    cancelReason: textIn(order, 'cancel_reason'),
    total: moneyIn(order, 'total'),
    refunded: moneyIn(order, 'refunded'),
    customer: textIn(order, 'customer_name'),
    lines: itemsOf(order.lines).flatMap((item) => {
      const line = fieldsOf(item);
      const title = textIn(line, 'title') ?? textIn(line, 'sku');
      if (title === undefined) return [];
      const [quantity, unfulfilled] = [countIn(line, 'quantity'), countIn(line, 'unfulfilled')];
      return [{ title, sku: textIn(line, 'sku'), quantity, unfulfilled }];
    }),
  };
}

function readParcel(parcel: Fields): Parcel {
  const listed = itemsOf(parcel.events);
  // Older contexts hold the last scan only.
  const events = listed.length > 0 || parcel.last_event == null ? listed : [parcel.last_event];
  return {
    carrier: textIn(parcel, 'carrier') ?? '',
    number: textIn(parcel, 'tracking_number'),
    status: textIn(parcel, 'status'),
    statusText: textIn(parcel, 'status_text'),
    expected: textIn(parcel, 'estimated_delivery'),
    deliveredAt: instantIn(parcel, 'delivered_at'),
    deliveredTo: textIn(parcel, 'delivered_to'),
    proof: textsIn(parcel, 'proof'),
    exception: textIn(parcel, 'exception'),
    scans: events.flatMap((item) => {
      const scan = fieldsOf(item);
      const text = textIn(scan, 'description');
      if (text === undefined) return [];
      return [{ text, at: instantIn(scan, 'at'), localTime: textIn(scan, 'local_time'), place: textIn(scan, 'place') }];
    }),
    url: textIn(parcel, 'url'),
    contents: textsIn(parcel, 'line_titles'),
    carrierMismatch: parcel.carrier_mismatch === true,
  };
}

function readPayment(payment: Fields): Payment {
  return {
    id: textIn(payment, 'charge_id'),
    total: moneyIn(payment, 'total'),
    refunded: moneyIn(payment, 'refunded'),
    status: textIn(payment, 'status'),
    captured: payment.captured !== false,
    disputed: payment.disputed === true,
    at: instantIn(payment, 'created_at'),
    card: textIn(payment, 'card'),
  };
}

function readFinding(finding: Fields): Finding[] {
  const code = textIn(finding, 'code');
  if (code === undefined) return [];
  return [{ code, confidence: textIn(finding, 'confidence'), evidence: textsIn(finding, 'evidence') }];
}

const readGap = (gap: Fields): Gap => ({
  isOld: textIn(gap, 'shown_as_of') !== undefined,
  part: textIn(gap, 'part'),
  vendor: textIn(gap, 'vendor'),
  reason: textIn(gap, 'message') ?? textIn(gap, 'code') ?? '',
});

function moneyIn(fields: Fields, name: string): Money | undefined {
  const money = fieldsOf(fields[name]);
  const [amount, currency] = [textIn(money, 'amount'), textIn(money, 'currency')];
  if (amount === undefined || currency === undefined || !Number.isFinite(Number(amount))) return undefined;
  return { amount: Number(amount), currency };
}
