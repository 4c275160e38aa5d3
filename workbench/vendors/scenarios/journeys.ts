import type { ScanPlan, ScenarioShipment } from './scenario-order';

/** What the carrier tells of a parcel and what the shop shows for it. */
export type Journey = Pick<
  ScenarioShipment,
  'scans' | 'displayStatus' | 'expectedInDays' | 'rescheduledInDays' | 'delivery'
>;

const at = (kind: ScanPlan['kind'], daysAgo: number, time: string, city: string): ScanPlan => ({
  kind,
  daysAgo,
  time,
  city,
});

const label = at('label', 4, '15:20', 'Rotterdam');
const underWay = [
  label,
  at('picked_up', 3, '17:45', 'Rotterdam'),
  at('departed', 3, '21:30', 'Rotterdam'),
  at('arrived', 2, '05:10', 'Cologne'),
];

/** The stories parcels live through; days count back from the clock's day. */
export const journeys = {
  announced: { scans: [label], displayStatus: 'LABEL_PURCHASED', expectedInDays: null },
  inTransit: {
    scans: [...underWay, at('departed', 1, '22:40', 'Cologne')],
    displayStatus: 'IN_TRANSIT',
    expectedInDays: 2,
  },
  outForDelivery: {
    scans: [...underWay, at('arrived', 1, '19:05', 'Berlin'), at('out', 0, '06:12', 'Berlin')],
    displayStatus: 'OUT_FOR_DELIVERY',
    expectedInDays: 0,
  },
  delivered: {
    scans: [...underWay, at('out', 1, '07:05', 'Berlin'), at('delivered', 1, '11:42', 'Berlin')],
    displayStatus: 'DELIVERED',
    expectedInDays: -1,
    delivery: { receivedBy: 'RIVERA', signature: true, photo: false },
  },
  deliveredWithoutProof: {
    scans: [...underWay, at('out', 1, '08:15', 'Berlin'), at('delivered', 1, '13:27', 'Berlin')],
    displayStatus: 'DELIVERED',
    expectedInDays: -1,
    delivery: { receivedBy: 'NEIGHBOUR', signature: false, photo: false },
  },
  weather: {
    scans: [...underWay, at('weather', 1, '16:30', 'Cologne')],
    displayStatus: 'DELAYED',
    expectedInDays: 1,
  },
  attempted: {
    scans: [...underWay, at('out', 1, '07:50', 'Berlin'), at('attempted', 1, '14:03', 'Berlin')],
    displayStatus: 'ATTEMPTED_DELIVERY',
    expectedInDays: 1,
  },
  reported: {
    scans: [...underWay, at('damaged', 1, '15:10', 'Cologne')],
    displayStatus: 'DELAYED',
    expectedInDays: 1,
  },
  rescheduled: {
    scans: [...underWay, at('delayed', 1, '16:30', 'Cologne')],
    displayStatus: 'DELAYED',
    expectedInDays: 0,
    rescheduledInDays: 3,
  },
  atCustoms: {
    scans: [...underWay, at('customs', 1, '09:00', 'Berlin')],
    displayStatus: 'IN_TRANSIT',
    expectedInDays: 2,
  },
  heldForPickup: {
    scans: [...underWay, at('held', 1, '17:20', 'Berlin')],
    displayStatus: 'READY_FOR_PICKUP',
    expectedInDays: null,
  },
  overdue: { scans: underWay, displayStatus: 'IN_TRANSIT', expectedInDays: -1 },
  silent: {
    scans: [at('label', 12, '15:20', 'Rotterdam'), at('picked_up', 11, '17:45', 'Rotterdam')],
    displayStatus: 'IN_TRANSIT',
    expectedInDays: -6,
  },
  // In Berlin it is the next day already.
  deliveredLate: {
    scans: [...underWay, at('out', 2, '07:05', 'Berlin'), at('delivered', 2, '23:20', 'Berlin')],
    displayStatus: 'DELIVERED',
    expectedInDays: -1,
    delivery: { receivedBy: 'RIVERA', signature: true, photo: true },
  },
  refused: {
    scans: [...underWay, at('sent_back', 1, '11:05', 'Berlin')],
    displayStatus: 'NOT_DELIVERED',
    expectedInDays: null,
  },
  voided: {
    scans: [label, at('voided', 3, '09:30', 'Rotterdam')],
    displayStatus: 'LABEL_VOIDED',
    expectedInDays: null,
  },
  returned: {
    scans: [
      ...underWay,
      at('attempted', 2, '14:03', 'Berlin'),
      at('returning', 2, '18:20', 'Berlin'),
      at('delivered', 1, '10:15', 'Rotterdam'),
    ],
    displayStatus: 'NOT_DELIVERED',
    expectedInDays: null,
    delivery: { receivedBy: 'WAREHOUSE', signature: true, photo: false },
  },
} satisfies Record<string, Journey>;
