import { journeys } from './journeys';
import { CODES_CUSTOMER, orderOf, shipmentOf } from './order-builder';
import type { ScanPlan, ScenarioOrder } from './scenario-order';

type LastScan = Pick<ScanPlan, 'kind' | 'code'>;

/** Last scans for every status type of UPS: those with a story, those of stations, and one that nobody documented. */
const UPS: LastScan[] = [
  ...(['label', 'voided', 'picked_up', 'departed', 'out', 'delivered'] as const).map((kind) => ({ kind })),
  ...(['attempted', 'weather', 'delayed', 'damaged', 'customs', 'held', 'sent_back', 'returning'] as const).map(
    (kind) => ({ kind }),
  ),
  ...['DO', 'DD', 'W', 'NA', 'ZZ'].map((code) => ({ kind: 'arrived' as const, code })),
];

/** The same for every status code of FedEx. */
const FEDEX: LastScan[] = [
  { kind: 'label' },
  { kind: 'label', code: 'IN' },
  { kind: 'picked_up' },
  { kind: 'arrived' },
  { kind: 'departed' },
  ...['AF', 'IT', 'CC'].map((code) => ({ kind: 'arrived' as const, code })),
  { kind: 'arrived', code: 'CP' },
  { kind: 'customs' },
  { kind: 'out' },
  { kind: 'delivered' },
  { kind: 'attempted' },
  { kind: 'weather' },
  { kind: 'damaged' },
  { kind: 'delayed' },
  { kind: 'delayed', code: 'DD' },
  { kind: 'held' },
  { kind: 'held', code: 'HP' },
  { kind: 'returning' },
  { kind: 'voided' },
  { kind: 'arrived', code: 'QX' },
];

function statusOrder(number: number, carrier: 'ups' | 'fedex', last: LastScan): ScenarioOrder {
  const name = String(number);
  const journey = { ...journeys.inTransit, displayStatus: 'FULFILLED', expectedInDays: null };
  // What comes before the last scan says nothing about it; a label is the first scan of all.
  const before = ['label', 'voided'].includes(last.kind) ? [] : journeys.announced.scans;
  const scans = [...before, { ...last, daysAgo: 1, time: '10:30', city: 'Berlin' }];
  const delivery = { receivedBy: 'NOVAK', signature: true, photo: false };
  return orderOf(name, {
    customer: CODES_CUSTOMER,
    shipments: [
      shipmentOf(name, 0, carrier, journey, {
        lines: [0],
        scans,
        ...(last.kind === 'delivered' ? { delivery, expectedInDays: -1 } : {}),
      }),
    ],
  });
}

/** One order for each status a carrier can give: from 13001 with UPS, from 13101 with FedEx. */
export const statusOrders: ScenarioOrder[] = [
  ...UPS.map((last, index) => statusOrder(13_001 + index, 'ups', last)),
  ...FEDEX.map((last, index) => statusOrder(13_101 + index, 'fedex', last)),
];
