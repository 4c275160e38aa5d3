import { generatedOrder } from '../../../workbench/vendors/scenarios/generated-orders';
import { namedOrders } from '../../../workbench/vendors/scenarios/scenario-store';
import type { Question } from './check-statements';

/** Midday, the first minutes and the last of a day, the last evening of a year, and a leap day. */
const MOMENTS = [
  '2026-03-10T12:00:00Z',
  '2026-06-01T00:03:00Z',
  '2026-10-24T23:50:00Z',
  '2026-12-31T22:30:00Z',
  '2028-02-29T06:00:00Z',
].map((text) => new Date(text));
const GENERATED = 2000;

/** Orders about which every vendor tells what it knows. */
export const ordersWithoutTrouble = namedOrders().filter(({ trouble }) => !trouble);

const BOTH: Question['replies'] = [
  ['en', 'order_tracking'],
  ['es', 'order_tracking'],
];
const ALL: Question['replies'] = [
  ...BOTH,
  ['en', 'delivery_issue'],
  ['es', 'delivery_issue'],
  ['en', 'payment_issue'],
  ['es', 'payment_issue'],
];

/** Every order with a story, at every moment, and 2,000 ordinary ones spread over the moments and both languages. */
export const questions: readonly Question[] = MOMENTS.flatMap((at, index) => [
  ...ordersWithoutTrouble.map((order) => ({ order, at, replies: index === 0 ? ALL : BOTH })),
  ...Array.from({ length: GENERATED / MOMENTS.length }, (_, count): Question => {
    const order = generatedOrder(30_000 + count * 23 + index)!;
    return { order, at, replies: [BOTH[count % 2]!] };
  }),
]);
