import { request } from 'undici';
import { createCommerce } from '../../proxy/src/commerce/create-commerce';
import type { MemoryOptions } from '../../proxy/src/commerce/vendor-memory';
import type { FaultKind } from '../../workbench/vendors/scenarios/scenario-order';
import { SANDBOX_CREDENTIAL } from '../../workbench/vendors/sandbox-credential';
import { sandboxSettings } from '../../workbench/vendors/sandbox-settings';
import { startVendorSandboxes } from '../../workbench/vendors/start-vendor-sandboxes';
import { type Bench, comparison, ratesOf } from './measurement';

/** Short, so that a vendor that never answers is found out in one round. */
const LIMITS = { deadlineMs: 800, attemptTimeoutMs: 250 };

interface Asking {
  /** What Stripe does all the time. */
  fault?: FaultKind;
  memory?: MemoryOptions;
  /** Of how many orders questions are asked, one after the other. */
  orders: number;
}

/** A commerce service over sandboxes of its own, and one question to it. */
async function asking({ fault, memory, orders }: Asking) {
  const sandboxes = await startVendorSandboxes();
  if (fault) sandboxes.setFault('stripe', { kind: fault });
  const settings = { ...sandboxSettings(sandboxes, LIMITS), memory };
  const commerce = createCommerce(settings, { now: () => new Date() });
  let asked = 0;
  return {
    sandboxes,
    async look() {
      const order = 30_000 + ((asked += 1) % orders);
      const context = await commerce.orderContext({
        requester_email: `customer${order}@example.com`,
        order_id: String(order),
      });
      const isWhole = context.degraded.every(({ vendor }) => fault !== undefined && vendor === 'stripe');
      if (!context.found || !isWhole) throw new Error(`Order ${order} could not be looked up`);
    },
    async close() {
      await commerce.close();
      await sandboxes.close();
    },
  };
}

/** Order, parcel and payment joined from three sandboxes, against one bare HTTP round trip to one of them. */
export const orderContext: Bench = {
  name: 'order-context',
  meaning: 'an order context joined from three vendors, and while one of them is away',
  async run() {
    const whole = await asking({ orders: 10_000 });
    const remembered = await asking({ orders: 5, memory: { freshMs: 3_600_000, staleMs: 0 } });
    const down = await asking({ orders: 10_000, fault: 'down' });
    const silent = await asking({ orders: 10_000, fault: 'never' });
    try {
      const trip = async () => {
        const { statusCode, body } = await request(`${whole.sandboxes.stripe}/v1/charges/ch_1234567890`, {
          headers: { authorization: `Bearer ${SANDBOX_CREDENTIAL}` },
        });
        await body.text();
        if (statusCode !== 200) throw new Error(`The sandbox answered ${statusCode}`);
      };
      const rates = await ratesOf({
        context: { run: whole.look },
        remembered: { run: remembered.look },
        down: { run: down.look },
        silent: { run: silent.look },
        trip: { run: trip },
      });
      const against = (name: string, rate: number) => [
        { name: `${name}, per second`, value: rate, unit: '1/s' },
        { name: `${name}: times the cost of a whole one`, value: rates.context / rate, unit: '×' },
      ];
      return {
        bench: 'order-context',
        about:
          'order contexts, one after the other, against bare HTTP look-ups of a charge in one sandbox, all in this process',
        figures: [
          ...comparison('contexts', rates.context, 'bare look-ups', rates.trip),
          ...against('contexts just asked for', rates.remembered),
          ...against('contexts while Stripe refuses connections', rates.down),
          ...against('contexts while Stripe never answers', rates.silent),
        ],
      };
    } finally {
      await Promise.all([whole, remembered, down, silent].map((one) => one.close()));
    }
  },
};
