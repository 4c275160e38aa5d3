import { readOrderNumber, readTrackingNumber } from '../../proxy/src/commerce/context/order-number';
import { startDeadline, type Deadline } from '../../proxy/src/resilience/deadline';
import { createVendorClients, type VendorClients } from '../../proxy/src/commerce/vendor-clients';
import type { CommerceSettings } from '../../proxy/src/commerce/vendor-settings';
import { sandboxSettings } from '../vendors/sandbox-settings';
import { startVendorSandboxes } from '../vendors/start-vendor-sandboxes';
import type { CheckAnswer } from './check-answer';
import { UsageError } from './check-options';

export type VendorTarget = 'shopify' | 'fedex' | 'ups' | 'stripe';

/**
 * Asks one vendor as the merchant would.
 * @param settings with the vendor's live address, or its sandbox's; a vendor left out gets a sandbox for this question
 * @throws {UsageError} when the subject cannot be what the vendor is asked about
 * @throws {VendorError} when the vendor gives no usable answer
 */
export async function checkVendor(
  target: VendorTarget,
  subject: string,
  settings: CommerceSettings,
): Promise<CheckAnswer> {
  const question = questionFor(target, subject);
  const sandboxes = settings[target] ? undefined : await startVendorSandboxes();
  const used = sandboxes ? sandboxSettings(sandboxes, settings) : settings;
  const { origin, baseUrl } = used[target]!;
  const clients = createVendorClients(used, { now: () => new Date() });
  try {
    const started = performance.now();
    const answer = await question(clients, startDeadline(used.deadlineMs));
    return { origin, url: baseUrl, durationMs: Math.round(performance.now() - started), answer };
  } finally {
    await clients.close();
    await sandboxes?.close();
  }
}

type Question = (clients: VendorClients, deadline: Deadline) => Promise<unknown>;

function questionFor(target: VendorTarget, subject: string): Question {
  if (target === 'stripe') return ({ stripe }, deadline) => stripe!.charge(subject, deadline);
  if (target === 'shopify') {
    const number = readOrderNumber(subject);
    if (!number) throw new UsageError(`"${subject}" is not an order number; write it like ORD-12345.`);
    return ({ shopify }, deadline) => shopify!.orderByName(number.shopName, deadline);
  }
  const parcel = readTrackingNumber(subject);
  if (!parcel) throw new UsageError(`"${subject}" is not a parcel number; it has 6 to 40 letters and digits.`);
  return ({ carriers }, deadline) => carriers[target]!.track(parcel, deadline);
}
