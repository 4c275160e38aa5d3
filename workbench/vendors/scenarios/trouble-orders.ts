import { journeys } from './journeys';
import { orderOf, shipmentOf } from './order-builder';
import type { Fault, ScenarioOrder, VendorName } from './scenario-order';

const trouble = (number: string, vendor: VendorName, kind: Fault['kind'], more: Partial<Fault> = {}): ScenarioOrder =>
  orderOf(number, {
    shipments: [shipmentOf(number, 0, vendor === 'fedex' ? 'fedex' : 'ups', journeys.inTransit)],
    trouble: { vendor, fault: { kind, ...more } },
  });

/** Ordinary orders about which one vendor misbehaves, so that trouble can be tried without an administrator. */
export const troubleOrders: ScenarioOrder[] = [
  trouble('5001', 'shopify', 'rate_limited'),
  trouble('5002', 'fedex', 'rate_limited'),
  trouble('5003', 'ups', 'rate_limited', { retryAfterSeconds: 60 }),
  trouble('5004', 'stripe', 'rate_limited'),
  trouble('5011', 'shopify', 'server_error'),
  trouble('5012', 'shopify', 'html'),
  trouble('5013', 'fedex', 'empty'),
  trouble('5021', 'shopify', 'slow'),
  trouble('5022', 'fedex', 'drip'),
  trouble('5023', 'ups', 'never'),
  trouble('5024', 'stripe', 'reset'),
];
