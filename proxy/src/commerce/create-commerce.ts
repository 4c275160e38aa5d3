import type { CommerceService } from '../services';
import { lookUpOrderContext } from './context/order-context';
import { lookUpPayment } from './context/payment';
import { lookUpShipment } from './context/shipment';
import { createVendorClients, type CommerceDependencies } from './vendor-clients';
import type { CommerceSettings } from './vendor-settings';

/**
 * Creates the service that looks orders, parcels and payments up. No vendor is asked before the first question.
 * Answers never fail because of a vendor: what could not be had is named in `degraded`.
 */
export function createCommerce(settings: CommerceSettings, deps: CommerceDependencies): CommerceService {
  const clients = createVendorClients(settings, deps);
  const { shopify, ups, fedex, stripe } = settings;
  const vendors = { shopify, ups, fedex, stripe };
  return {
    orderContext: (request, signal) => lookUpOrderContext(request, clients, settings, deps, signal),
    trackShipment: (request, signal) => lookUpShipment(request, clients, settings, signal),
    getCharge: (request, signal) => lookUpPayment(request, clients, settings, signal),
    vendors: Object.fromEntries(Object.entries(vendors).flatMap(([vendor, at]) => (at ? [[vendor, at.origin]] : []))),
    close: () => clients.close(),
  };
}
