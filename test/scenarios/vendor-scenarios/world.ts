import { createCommerce } from '../../../proxy/src/commerce/create-commerce';
import { createHttpTransport, type Transport } from '../../../proxy/src/commerce/transport';
import type { CommerceSettings, CommerceVendor } from '../../../proxy/src/commerce/vendor-settings';
import type { CommerceService } from '../../../proxy/src/services';
import { sandboxSettings } from '../../../workbench/vendors/sandbox-settings';
import { startVendorSandboxes, type VendorSandboxes } from '../../../workbench/vendors/start-vendor-sandboxes';

/** The moment all scenarios are told at. */
export const NOW = new Date('2026-03-10T12:00:00Z');

/** So long that a vendor that works is waited for on the busiest machine. */
export const PATIENCE = { deadlineMs: 60_000, attemptTimeoutMs: 30_000 };
/** For each attempt at a vendor that is known not to answer. */
const SHORT_MS = 250;

/** What a service of a scenario has of its own. */
interface ServiceOptions {
  deadlineMs?: number;
  memory?: CommerceSettings['memory'];
  /** Attempts at this vendor are given up early. */
  impatientWith?: CommerceVendor;
}

/** One set of stand-ins and a service in front of them. */
export interface World {
  sandboxes: VendorSandboxes;
  commerce: CommerceService;
  /**
   * A further service in front of the same stand-ins, closed with the world: its circuit breakers have seen nothing, and
   * it remembers nothing unless told to.
   */
  freshService(options?: ServiceOptions): CommerceService;
  close(): Promise<void>;
}

/**
 * @param clock of the service; still at the moment of the scenarios when left out
 * @param vendorsClock the service's when left out
 */
export async function openWorld(clock = () => NOW, vendorsClock = clock): Promise<World> {
  const sandboxes = await startVendorSandboxes({ now: vendorsClock });
  const services: CommerceService[] = [];
  const freshService = ({ impatientWith, ...more }: ServiceOptions = {}) => {
    const settings = { ...sandboxSettings(sandboxes, PATIENCE), ...more };
    const transport = (vendor: CommerceVendor) =>
      withinMs(vendor === impatientWith ? SHORT_MS : Infinity, createHttpTransport(sandboxes[vendor]));
    const service = createCommerce(settings, { now: clock, transport });
    services.push(service);
    return service;
  };
  return {
    sandboxes,
    commerce: freshService(),
    freshService,
    async close() {
      await Promise.all(services.map((service) => service.close()));
      await sandboxes.close();
    },
  };
}

/** Gives each attempt up after some milliseconds at the latest. */
export const withinMs = (mostMs: number, http: Transport): Transport => ({
  send: (request, timeoutMs, caller) => http.send(request, Math.min(timeoutMs, mostMs), caller),
  close: () => http.close(),
});

/** Runs with a world of its own, for what changes how its vendors behave. */
export async function inOwnWorld<T>(
  run: (world: World) => Promise<T>,
  ...clocks: Parameters<typeof openWorld>
): Promise<T> {
  const world = await openWorld(...clocks);
  try {
    return await run(world);
  } finally {
    await world.close();
  }
}
