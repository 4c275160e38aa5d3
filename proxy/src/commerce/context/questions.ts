import type { DegradedPart, OrderContext } from '../../contract/order-context';
import type { Deadline } from '../../resilience/deadline';
import type { VendorMemories } from '../vendor-memories';
import type { VendorQuestion } from '../vendor-memory';
import { VendorError } from '../vendor-error';
import type { CommerceSettings, CommerceVendor } from '../vendor-settings';

type Part = DegradedPart['part'];

/** What came of asking: the answer and when the vendor gave it, or nothing because the vendor failed. */
export type Outcome<T> = { ok: true; value: T; at: string } | { ok: false };

/**
 * Keeps the books of one look-up: who was asked, and what is missing or old because of whom. Every look-up has books of
 * its own, and what a memory holds is shown only after the look-up has verified its own requester.
 */
export class Questions {
  readonly sources: OrderContext['sources'] = [];
  readonly degraded: DegradedPart[] = [];

  constructor(
    private readonly settings: CommerceSettings,
    private readonly memories: VendorMemories,
    private readonly deadline: Deadline,
  ) {}

  /**
   * Asks a vendor for a part. A vendor that fails or is off is noted and does not throw; when it fails and has answered
   * the same before, that answer is given and noted with its time.
   * @param question undefined when the vendor is off
   */
  async ask<T>(part: Part, vendor: CommerceVendor, question: VendorQuestion<T> | undefined): Promise<Outcome<T>> {
    const origin = this.settings[vendor]?.origin;
    if (!question || !origin) {
      this.note(part, new VendorError(vendor, 'RCC_UPSTREAM_NOT_CONFIGURED', `${vendor} is not set up.`));
      return { ok: false };
    }
    const started = performance.now();
    const use = (ok: boolean) =>
      this.sources.push({ vendor, origin, ok, duration_ms: Math.round(performance.now() - started) });
    try {
      const { value, at, failure, asked } = await this.memories[vendor].read(question, this.deadline);
      if (asked) use(failure === null);
      if (failure) this.note(part, failure, at.toISOString());
      return { ok: true, value, at: at.toISOString() };
    } catch (error) {
      use(false);
      if (!(error instanceof VendorError)) throw error;
      this.note(part, error);
      return { ok: false };
    }
  }

  private note(part: Part, error: VendorError, shownAsOf?: string): void {
    const { vendor, code, retryAfterSeconds } = error;
    const known = this.degraded.find((entry) => entry.part === part && entry.vendor === vendor);
    // Missing is worse than old, and the oldest is the worst of what is old.
    const isWorse = known?.shown_as_of !== undefined && (shownAsOf === undefined || shownAsOf < known.shown_as_of);
    if (known && !isWorse) return;
    if (known) this.degraded.splice(this.degraded.indexOf(known), 1);
    this.degraded.push({
      part,
      vendor,
      code,
      message: shownAsOf === undefined ? error.message : `${error.message} Shown is what it said at ${shownAsOf}.`,
      retry_after_seconds: retryAfterSeconds === null ? null : Math.ceil(retryAfterSeconds),
      ...(shownAsOf !== undefined && { shown_as_of: shownAsOf }),
    });
  }
}
