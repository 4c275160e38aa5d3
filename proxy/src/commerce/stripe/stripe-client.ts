import Stripe from 'stripe';
import type { Deadline } from '../../resilience/deadline';
import { createVendorCaller, type ClientOptions } from '../vendor-caller';
import type { StripeSettings } from '../vendor-settings';
import { readCharge, type Charge } from './charge';
import { readDispute, type Dispute } from './dispute';
import { readRefund, type Refund } from './refund';
import { createRefund, type RefundAnswer, type RefundRequest } from './create-refund';
import { asVendorError } from './stripe-failure';
import { createStripeTransport } from './stripe-transport';

const MOST_CHARGES = 100;
const MOST_FOUND = 20;
const CHARGE_ID = /^(ch|py)_[0-9A-Za-z_]+$/;

export interface StripeClient {
  /** One charge, or null when there is none with this id. */
  charge(id: string, deadline: Deadline): Promise<Charge | null>;
  /** Charges whose metadata name the order; new ones appear here after up to a minute. */
  chargesOfOrder(orderNumber: string, deadline: Deadline): Promise<Charge[]>;
  /** Charges of a Stripe customer since an instant, newest first, at most 100; new ones appear here at once. */
  chargesOfCustomer(customer: string, since: string, deadline: Deadline): Promise<Charge[]>;
  /** All that was given back of a charge, newest first; new ones appear here at once. */
  refundsOfCharge(charge: string, deadline: Deadline): Promise<Refund[]>;
  /** What the bank was told about a charge, newest first. */
  disputesOfCharge(charge: string, deadline: Deadline): Promise<Dispute[]>;
  /**
   * Gives money of a charge back. Safe to repeat under the same key for as long as Stripe knows it, which is a day.
   * @throws {SavedFailure} when the key answers nothing but an old failure
   * @throws {KeyTaken} when the key was used for something else
   */
  refund(request: RefundRequest, key: string, deadline: Deadline): Promise<RefundAnswer>;
  close(): Promise<void>;
}

/** Reads charges and gives them back through the `stripe` package. All methods throw a VendorError when Stripe gives no usable answer. */
export function createStripeClient(settings: StripeSettings, options: ClientOptions): StripeClient {
  const caller = createVendorCaller({ vendor: 'stripe', baseUrl: settings.baseUrl, ...options });
  const stripe = new Stripe(settings.apiKey, {
    httpClient: createStripeTransport(caller, () => options.now()),
    maxNetworkRetries: 0,
    telemetry: false,
  });
  const within = (deadline: Deadline) => ({ timeout: Math.max(1, Math.floor(deadline.remainingMs())) });

  return {
    async charge(id, deadline) {
      if (!CHARGE_ID.test(id)) return null;
      return answerOf(stripe.charges.retrieve(id, {}, within(deadline)), (charge) => readCharge(charge));
    },
    async chargesOfOrder(orderNumber, deadline) {
      const query = { query: `metadata['order_id']:'${escaped(orderNumber)}'`, limit: MOST_FOUND };
      const found = await answerOf(stripe.charges.search(query, within(deadline)), ({ data }) => data.map(readCharge));
      return found ?? [];
    },
    async chargesOfCustomer(customer, since, deadline) {
      const created = { gte: Math.floor(Date.parse(since) / 1000) };
      const query = { customer, created, limit: MOST_CHARGES };
      const found = await answerOf(stripe.charges.list(query, within(deadline)), ({ data }) => data.map(readCharge));
      return found ?? [];
    },
    async refundsOfCharge(charge, deadline) {
      const refunds: Refund[] = [];
      for (;;) {
        const last = refunds.at(-1)?.id;
        const query = { charge, limit: MOST_CHARGES, ...(last !== undefined && { starting_after: last }) };
        const page = await answerOf(stripe.refunds.list(query, within(deadline)), ({ data, has_more }) => ({
          refunds: data.map(readRefund),
          isLast: has_more !== true || data.length === 0,
        }));
        refunds.push(...(page?.refunds ?? []));
        if (page === null || page.isLast) return refunds;
      }
    },
    async disputesOfCharge(charge, deadline) {
      const query = { charge, limit: MOST_FOUND };
      const found = await answerOf(stripe.disputes.list(query, within(deadline)), ({ data }) => data.map(readDispute));
      return found ?? [];
    },
    refund: (request, key, deadline) => createRefund(stripe, request, { idempotencyKey: key, ...within(deadline) }),
    close: () => caller.close(),
  };
}

/** A shop may name its orders as it likes; Stripe's search takes a quote or a backslash after a backslash. */
const escaped = (text: string) => text.replace(/['\\]/g, '\\$&');

/** Waits for an answer and reads it; null when Stripe says that there is no such object. */
async function answerOf<Wire, T>(asked: PromiseLike<Wire>, read: (wire: Wire) => T): Promise<T | null> {
  try {
    return read(await asked);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) return null;
    throw asVendorError(error);
  }
}
