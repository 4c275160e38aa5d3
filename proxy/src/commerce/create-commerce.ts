import type { CommerceService } from '../services';
import { lookUpOrderContext } from './context/order-context';
import { lookUpPayment } from './context/payment';
import { questionsAbout } from './context/vendor-questions';
import { lookUpShipment } from './context/shipment';
import { createVendorClients, type CommerceDependencies } from './vendor-clients';
import { createVendorMemories } from './vendor-memories';
import { COMMERCE_VENDORS, type CommerceSettings } from './vendor-settings';

/**
 * Creates the service that looks orders, parcels and payments up. No vendor is asked before the first question.
 * Answers never fail because of a vendor: what could not be had is named in `degraded`.
 */
export function createCommerce(settings: CommerceSettings, deps: CommerceDependencies): CommerceService {
  const clients = createVendorClients(settings, deps);
  const tools = { clients, memories: createVendorMemories(settings, deps), settings, now: () => deps.now() };
  return {
    orderContext: (request, signal) => lookUpOrderContext(request, tools, signal),
    trackShipment: (request, signal) => lookUpShipment(request, tools, signal),
    getCharge: (request, signal) => lookUpPayment(request, tools, signal),
    vendors: Object.fromEntries(
      COMMERCE_VENDORS.flatMap((vendor) => {
        const at = settings[vendor];
        return at ? [[vendor, at.origin]] : [];
      }),
    ),
    forget: (change) => tools.memories[change.vendor].forget(questionsAbout(change)),
    close: () => clients.close(),
  };
}
