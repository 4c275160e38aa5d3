import type { IncomingHttpHeaders } from 'node:http';
import { RccError } from '../errors/rcc-error';
import type { ChangedFact } from './changed-fact';

export const WEBHOOK_VENDORS = ['shopify', 'stripe', 'ups'] as const;
export type WebhookVendor = (typeof WEBHOOK_VENDORS)[number];

/** One request of a vendor as it came over the wire; its signature is over these very bytes. */
export interface Delivery {
  headers: IncomingHttpHeaders;
  body: Buffer;
  receivedAt: Date;
}

/** What a delivery tells. */
export interface Told {
  /** The same for every repetition of the delivery, and for nothing else of this vendor. */
  key: string;
  /** What the vendor calls it; for the log. */
  topic: string;
  /** Null for a topic nobody here wants. */
  facts: ChangedFact[] | null;
}

/** How one vendor's deliveries are told from anybody else's, and what they say. */
export interface WebhookReader {
  /** @throws {RccError} `RCC_WEBHOOK_REFUSED` */
  prove(delivery: Delivery): void;
  /** @throws {RccError} `RCC_INVALID_REQUEST` naming the field of the body; `RCC_WEBHOOK_REFUSED` for an old copy */
  read(delivery: Delivery, body: unknown): Told;
}

/** A delivery that cannot be proved to come from its vendor. */
export class WebhookRefused extends RccError {
  /**
   * @param check what did not hold, for the log
   * @param target what shows that it is not the vendor's, for example `header/Stripe-Signature`
   */
  constructor(
    readonly check: 'signature' | 'credential' | 'shop' | 'age',
    message: string,
    target: string,
  ) {
    super('RCC_WEBHOOK_REFUSED', message, target);
  }
}

/** The value of a header that comes once; undefined when it is missing or empty. */
export const headerOf = ({ headers }: Delivery, name: string): string | undefined => {
  const value = headers[name.toLowerCase()];
  return (typeof value === 'string' && value.trim()) || undefined;
};
