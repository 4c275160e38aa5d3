import type { DegradedPart, OrderContext } from '../../contract/order-context';
import type { Origin } from '../../contract/vocabulary';
import { VendorError } from '../vendor-error';
import type { CommerceSettings } from '../vendor-settings';

type CommerceVendor = 'shopify' | 'ups' | 'fedex' | 'stripe';
type Part = DegradedPart['part'];

/** What came of asking: the answer, or nothing because the vendor failed. */
export type Outcome<T> = { ok: true; value: T } | { ok: false };

/** Keeps the books of one order context: who was asked, and what is missing because of whom. */
export class Questions {
  readonly sources: OrderContext['sources'] = [];
  readonly degraded: DegradedPart[] = [];

  constructor(private readonly settings: CommerceSettings) {}

  /**
   * Asks a vendor for a part. A vendor that fails or is off is noted and does not throw.
   * @param ask the question, or undefined when the vendor is off
   */
  async ask<T>(part: Part, vendor: CommerceVendor, ask: (() => Promise<T>) | undefined): Promise<Outcome<T>> {
    const origin: Origin | undefined = this.settings[vendor]?.origin;
    if (!ask || !origin) {
      this.missing(part, new VendorError(vendor, 'RCC_UPSTREAM_NOT_CONFIGURED', `${vendor} is not set up.`));
      return { ok: false };
    }
    const started = performance.now();
    let ok = false;
    try {
      const value = await ask();
      ok = true;
      return { ok, value };
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      this.missing(part, error);
      return { ok: false };
    } finally {
      this.sources.push({ vendor, origin, ok, duration_ms: Math.round(performance.now() - started) });
    }
  }

  private missing(part: Part, error: VendorError): void {
    const { vendor, code, message, retryAfterSeconds } = error;
    if (this.degraded.some((entry) => entry.part === part && entry.vendor === vendor)) return;
    this.degraded.push({ part, vendor, code, message, retry_after_seconds: retryAfterSeconds });
  }
}
