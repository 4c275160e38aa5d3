import type { Deadline } from '../deadline';
import type { HttpAnswer } from '../http-attempt';
import { jsonObject } from '../json-answer';
import { createVendorCaller, type CallerOptions } from '../vendor-caller';
import type { StripeSettings } from '../vendor-settings';
import { readCharge, type Charge, type WireCharge } from './charge';

/** Pinned so that answers keep their shape. */
const API_VERSION = '2026-10-28.endive';
const MOST_CHARGES = 100;
const CHARGE_ID = /^(ch|py)_[0-9A-Za-z_]+$/;

export interface StripeClient {
  /** One charge, or null when there is none with this id. */
  charge(id: string, deadline: Deadline): Promise<Charge | null>;
  /** Charges whose metadata name the order; new ones appear here after up to a minute. */
  chargesOfOrder(orderNumber: string, deadline: Deadline): Promise<Charge[]>;
  /** Charges of a Stripe customer since an instant, newest first, at most 100; new ones appear here at once. */
  chargesOfCustomer(customer: string, since: string, deadline: Deadline): Promise<Charge[]>;
  close(): Promise<void>;
}

/**
 * Client of the reading half of the Stripe API.
 *
 * It speaks HTTP through the policy all vendors share instead of through the `stripe` package: that one repeats a
 * closed connection even with its retries set to zero and ignores `Retry-After` on 429, so a deadline could not be
 * promised, and it costs several times the CPU per call.
 */
export function createStripeClient(
  settings: StripeSettings,
  options: Pick<CallerOptions, 'attemptTimeoutMs' | 'now' | 'log'>,
): StripeClient {
  const caller = createVendorCaller({ vendor: 'stripe', baseUrl: settings.baseUrl, ...options });
  const headers = {
    authorization: `Bearer ${settings.apiKey}`,
    accept: 'application/json',
    'stripe-version': API_VERSION,
  };
  const get = <T>(operation: string, path: string, deadline: Deadline, read: (answer: HttpAnswer) => T) =>
    caller.call(operation, { method: 'GET', path, headers }, deadline, read, [404]);

  return {
    async charge(id, deadline) {
      if (!CHARGE_ID.test(id)) return null;
      return get('Charge', `/v1/charges/${id}`, deadline, (answer) =>
        answer.status === 404 ? null : readCharge(jsonObject<WireCharge>('stripe', answer)),
      );
    },
    chargesOfOrder(orderNumber, deadline) {
      const query = new URLSearchParams({ query: `metadata['order_id']:'${orderNumber}'`, limit: '20' });
      return get('SearchCharges', `/v1/charges/search?${query}`, deadline, readList);
    },
    chargesOfCustomer(customer, since, deadline) {
      const query = new URLSearchParams({
        customer,
        'created[gte]': String(Math.floor(Date.parse(since) / 1000)),
        limit: String(MOST_CHARGES),
      });
      return get('ListCharges', `/v1/charges?${query}`, deadline, readList);
    },
    close: () => caller.close(),
  };
}

function readList(answer: HttpAnswer): Charge[] {
  const { data } = jsonObject<{ data?: WireCharge[] }>('stripe', answer);
  if (!Array.isArray(data)) throw new TypeError('no list of charges');
  return data.map(readCharge);
}
