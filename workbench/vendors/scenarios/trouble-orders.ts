import { journeys } from './journeys';
import { DEMO_CUSTOMER, orderOf, shipmentOf, TROUBLE_CUSTOMER } from './order-builder';
import { FAULT_KINDS, type Fault, type ScenarioCustomer, type ScenarioOrder } from './scenario-order';

const VENDORS = ['shopify', 'fedex', 'ups', 'stripe'] as const;

const trouble = (
  number: number | string,
  customer: ScenarioCustomer,
  vendor: (typeof VENDORS)[number],
  fault: Fault,
): ScenarioOrder =>
  orderOf(String(number), {
    customer,
    shipments: [
      shipmentOf(String(number), 0, vendor === 'fedex' ? 'fedex' : 'ups', journeys.inTransit, { lines: [0] }),
    ],
    trouble: { vendor, fault },
  });

/**
 * Ordinary orders about which one vendor misbehaves, so that trouble can be tried without an administrator: some under
 * the demonstration's customer, and every kind for every vendor under another one. The parcels of the latter have
 * numbers that begin with the carrier's part and their order: `1ZRC49990300053…` and `794200052…`.
 */
export const troubleOrders: ScenarioOrder[] = [
  trouble('5001', DEMO_CUSTOMER, 'shopify', { kind: 'rate_limited' }),
  trouble('5002', DEMO_CUSTOMER, 'fedex', { kind: 'rate_limited' }),
  trouble('5003', DEMO_CUSTOMER, 'ups', { kind: 'rate_limited', retryAfterSeconds: 60 }),
  trouble('5004', DEMO_CUSTOMER, 'stripe', { kind: 'rate_limited' }),
  trouble('5011', DEMO_CUSTOMER, 'shopify', { kind: 'server_error' }),
  trouble('5012', DEMO_CUSTOMER, 'shopify', { kind: 'html' }),
  trouble('5013', DEMO_CUSTOMER, 'fedex', { kind: 'empty' }),
  trouble('5021', DEMO_CUSTOMER, 'shopify', { kind: 'slow' }),
  trouble('5022', DEMO_CUSTOMER, 'fedex', { kind: 'drip' }),
  trouble('5023', DEMO_CUSTOMER, 'ups', { kind: 'never' }),
  trouble('5024', DEMO_CUSTOMER, 'stripe', { kind: 'reset' }),
  ...VENDORS.flatMap((vendor, at) =>
    FAULT_KINDS.map((kind, index) => trouble(5101 + 100 * at + index, TROUBLE_CUSTOMER, vendor, { kind })),
  ),
];
