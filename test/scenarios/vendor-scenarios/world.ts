import { createCommerce } from '../../../proxy/src/commerce/create-commerce';
import type { CommerceSettings } from '../../../proxy/src/commerce/vendor-settings';
import type { CommerceService } from '../../../proxy/src/services';
import { sandboxSettings } from '../../../workbench/vendors/sandbox-settings';
import { startVendorSandboxes, type VendorSandboxes } from '../../../workbench/vendors/start-vendor-sandboxes';

/** The moment all scenarios are told at. */
export const NOW = new Date('2026-03-10T12:00:00Z');
type Limits = Pick<CommerceSettings, 'deadlineMs' | 'attemptTimeoutMs' | 'memory'>;
const GENEROUS: Limits = { deadlineMs: 20_000, attemptTimeoutMs: 8000 };

/** One set of stand-ins and a service in front of them. */
export interface World {
  sandboxes: VendorSandboxes;
  commerce: CommerceService;
  /**
   * A further service in front of the same stand-ins, closed with the world: its circuit breakers have seen nothing.
   * @param limits in milliseconds; generous ones and no memory when left out
   */
  freshService(limits?: Limits): CommerceService;
  close(): Promise<void>;
}

/**
 * @param clock of the service; still at the moment of the scenarios when left out
 * @param vendorsClock the service's when left out
 */
export async function openWorld(clock = () => NOW, vendorsClock = clock): Promise<World> {
  const sandboxes = await startVendorSandboxes({ now: vendorsClock });
  const services: CommerceService[] = [];
  const freshService = (limits = GENEROUS) => {
    const settings = { ...sandboxSettings(sandboxes, limits), ...limits };
    const service = createCommerce(settings, { now: clock });
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
