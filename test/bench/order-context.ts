import { request } from 'undici';
import { createCommerce } from '../../proxy/src/commerce/create-commerce';
import { SANDBOX_CREDENTIAL } from '../../workbench/vendors/sandbox-credential';
import { sandboxSettings } from '../../workbench/vendors/sandbox-settings';
import { startVendorSandboxes } from '../../workbench/vendors/start-vendor-sandboxes';
import { type Bench, comparison, ratesOf } from './measurement';

/** Order, parcel and payment joined from three sandboxes, against one bare HTTP round trip to one of them. */
export const orderContext: Bench = {
  name: 'order-context',
  meaning: 'an order context joined from three vendors',
  async run() {
    const sandboxes = await startVendorSandboxes();
    const commerce = createCommerce(sandboxSettings(sandboxes), { now: () => new Date() });
    try {
      let order = 30_000;
      const look = async () => {
        order = 30_000 + ((order - 29_990) % 10_000);
        const context = await commerce.orderContext({
          requester_email: `customer${order}@example.com`,
          order_id: String(order),
        });
        if (!context.found || context.degraded.length > 0) throw new Error(`Order ${order} could not be looked up`);
      };
      const trip = async () => {
        const { statusCode, body } = await request(`${sandboxes.stripe}/v1/charges/ch_1234567890`, {
          headers: { authorization: `Bearer ${SANDBOX_CREDENTIAL}` },
        });
        await body.text();
        if (statusCode !== 200) throw new Error(`The sandbox answered ${statusCode}`);
      };
      const rates = await ratesOf({ context: { run: look }, trip: { run: trip } });
      return {
        bench: 'order-context',
        about:
          'order contexts, one after the other, against bare HTTP look-ups of a charge in one sandbox, all in this process',
        figures: comparison('contexts', rates.context, 'bare look-ups', rates.trip),
      };
    } finally {
      await commerce.close();
      await sandboxes.close();
    }
  },
};
