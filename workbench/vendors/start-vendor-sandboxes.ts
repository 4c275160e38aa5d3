import { openJournal } from '../state/journal';
import { createFedexStandIn } from './fedex/fedex-stand-in';
import { createOpenAiStandIn } from './openai/openai-stand-in';
import type { Fault, VendorName } from './scenarios/scenario-order';
import type { SandboxCall, VendorStandIn } from './server/exchange';
import { createFaultPlan } from './server/fault-plan';
import { startVendorServer } from './server/start-vendor-server';
import { createShopifyStandIn } from './shopify/shopify-stand-in';
import { keptIn } from './state/kept-state';
import { createVendorState, type VendorState } from './state/vendor-state';
import { createStripeStandIn } from './stripe/stripe-stand-in';
import { createUpsStandIn } from './ups/ups-stand-in';

export interface SandboxOptions {
  /** The clock all stories are told by; the real one when left out. */
  now?(): Date;
  /** Fixed ports; free ones when left out. */
  ports?: Partial<Record<VendorName, number>>;
  /** Folder in which the state outlives the process; it is in memory only when left out. */
  stateFolder?: string;
}

/** The stand-ins; each name is its address, `http://127.0.0.1:…`. */
export interface VendorSandboxes {
  shopify: string;
  ups: string;
  fedex: string;
  stripe: string;
  /** A language model, spoken to as Azure OpenAI or, under `/v1`, as OpenAI. */
  openai: string;
  /** What has happened to the orders: refunds, cancellations, remembered keys. */
  state: VendorState;
  /** Makes a vendor misbehave, for `times` calls or until null takes it back. */
  setFault(vendor: VendorName, fault: Fault | null): void;
  /** The latest calls, oldest first. */
  calls(): readonly SandboxCall[];
  close(): Promise<void>;
}

const MOST_CALLS_KEPT = 10_000;

/**
 * Starts stand-ins of Shopify, UPS, FedEx and Stripe on loopback, told by one set of scenarios, and one of OpenAI.
 * @throws when a port given in `ports` is in use
 * @throws {StateFolderError} when the state cannot be kept in its folder, or is damaged there
 */
export async function startVendorSandboxes(options: SandboxOptions = {}): Promise<VendorSandboxes> {
  const now = () => options.now?.() ?? new Date();
  const faults = createFaultPlan();
  const calls: SandboxCall[] = [];
  const record = (call: SandboxCall) => {
    calls.push(call);
    if (calls.length > 2 * MOST_CALLS_KEPT) calls.splice(0, MOST_CALLS_KEPT);
  };
  const journal = options.stateFolder === undefined ? undefined : openJournal(options.stateFolder);
  const kept = journal && keptIn(journal);
  const state = createVendorState(now, [], kept);
  /** What an answer says was done is stored, with its key, before the answer goes out. */
  const keeping = (standIn: VendorStandIn): VendorStandIn => ({
    ...standIn,
    answer(...asked) {
      const reply = standIn.answer(...asked);
      kept?.save();
      return reply;
    },
  });
  const standIns = [
    keeping(createShopifyStandIn(state)),
    createUpsStandIn(now),
    createFedexStandIn(now),
    keeping(createStripeStandIn(state)),
    createOpenAiStandIn(now),
  ];
  const started = await Promise.allSettled(
    standIns.map((standIn) => startVendorServer(standIn, faults, options.ports?.[standIn.vendor] ?? 0, record)),
  );
  const servers = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const close = async () => {
    await Promise.all(servers.map((server) => server.close()));
    journal?.close();
  };
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  const [shopify, ups, fedex, stripe, openai] = servers.map((server) => server.url) as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    shopify,
    ups,
    fedex,
    stripe,
    openai,
    state,
    setFault: (vendor, fault) => faults.set(vendor, fault),
    calls: () => calls.slice(-MOST_CALLS_KEPT),
    close,
  };
}
