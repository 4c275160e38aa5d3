import type { HttpRequest } from '../../../proxy/src/commerce/http-attempt';
import type { ClientOptions } from '../../../proxy/src/commerce/vendor-caller';
import type { CommerceSettings } from '../../../proxy/src/commerce/vendor-settings';
import { sandboxSettings } from '../sandbox-settings';
import type { Fault, ScenarioOrder, VendorName } from '../scenarios/scenario-order';
import { ordersByNumber } from '../scenarios/scenario-store';
import { startVendorSandboxes, type VendorSandboxes } from '../start-vendor-sandboxes';
import { recordedTransport, type Spoken } from './recorded-transport';

/** Complaints in a vendor's own words; whatever else goes wrong is no answer the vendor has specified. */
const SPECIFIED_FAULTS: Fault[] = [
  { kind: 'server_error' },
  { kind: 'unauthorized' },
  { kind: 'rate_limited' },
  { kind: 'rate_limited', retryAfterSeconds: 60 },
];

/** Every scenario order that is written out, but those about which a vendor misbehaves. */
export const quietOrders: readonly ScenarioOrder[] = [...'0123456789']
  .flatMap((digit) => ordersByNumber(digit))
  .filter(({ trouble }) => !trouble);

/** A sandbox of one vendor, and everything said between it and the vendor's real client. */
export interface SpokenWithSandbox {
  sandboxes: VendorSandboxes;
  settings: CommerceSettings;
  /** For the client under test: it never waits, and what it says is recorded. */
  options: ClientOptions;
  /** What was said since the last time. */
  heard(): Spoken[];
  /** Sends a request as it is. */
  send(request: HttpRequest): Promise<Spoken>;
  /** The answers to a request while the vendor complains in each of its ways. */
  complaints(request: HttpRequest): Promise<Spoken[]>;
  close(): Promise<void>;
}

export async function speakWithSandbox(
  vendor: Exclude<VendorName, 'openai'>,
  now = () => new Date('2026-03-10T12:00:00Z'),
): Promise<SpokenWithSandbox> {
  const sandboxes = await startVendorSandboxes({ now });
  const kept: Spoken[] = [];
  const transport = recordedTransport(sandboxes[vendor], kept);
  async function send(request: HttpRequest): Promise<Spoken> {
    await transport.send(request, 2000);
    return kept.pop()!;
  }
  return {
    sandboxes,
    settings: sandboxSettings(sandboxes),
    options: { attemptTimeoutMs: 2000, now, transport, wait: () => Promise.resolve() },
    heard: () => kept.splice(0),
    send,
    async complaints(request) {
      const answers: Spoken[] = [];
      for (const fault of SPECIFIED_FAULTS) {
        sandboxes.setFault(vendor, { ...fault, times: 1 });
        answers.push(await send(request));
      }
      return answers;
    },
    async close() {
      await transport.close();
      await sandboxes.close();
    },
  };
}
