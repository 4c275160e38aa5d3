import type { OrderContext } from '../../proxy/src/contract/order-context';
import { checkStatements, type CheckedStatements } from './true-statements/check-statements';
import { ordersWithoutTrouble, questions } from './true-statements/questions';
import { pagePart } from './vendor-scenarios/page';

const NOON = new Date('2026-03-10T12:00:00Z');
const inNumbers = (count: number) => count.toLocaleString('en-US');

describe('what replies state about orders', () => {
  let found: CheckedStatements;
  beforeAll(async () => {
    found = await checkStatements(questions);
  }, 120_000);

  it('is true at the time of the answer, all of it', () => {
    expect(found.untrue).toEqual([]);
    expect(found.checked).toBeGreaterThan(15_000);
  });

  it('is held against the scenarios sentence by sentence', () => expect(found.unread).toEqual([]));

  it('is counted in the documentation', () => {
    const { answers, replies, checked, untrue } = found;
    const text = [
      `Every sentence of replies is read and held against the plan of the scenario, not against what the service found out: all orders with`,
      `a story at five moments (midday, the first and last minutes of a day, the end of a year, a leap day), and 2,000 ordinary orders, in`,
      `English and Spanish.`,
      ``,
      `- ${inNumbers(answers)} answers about orders, ${inNumbers(replies)} replies`,
      `- ${inNumbers(checked)} statements checked, ${inNumbers(checked - untrue.length)} true`,
    ].join('\n');
    expect(pagePart('## Statements of replies', text)).toBe(text);
  });
});

describe('a statement that is not true is noticed', () => {
  const some = ordersWithoutTrouble
    .filter(({ number }) => ['12345', '12346', '12347', '12355', '12363'].includes(number))
    .map((order) => ({
      order,
      at: NOON,
      replies: [
        ['en', 'order_tracking'],
        ['es', 'payment_issue'],
      ] as const,
    }));
  const wrong = (id: RegExp, value: (old: string) => string) => (context: OrderContext) => {
    for (const fact of context.facts) if (id.test(fact.id)) fact.value = value(fact.value);
  };
  const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const anotherStatus = (context: OrderContext) => {
    for (const parcel of context.parcels) parcel.status = parcel.status === 'delivered' ? 'in_transit' : 'delivered';
  };

  it.each<[string, string, (context: OrderContext) => void]>([
    ['an expected day', 'expected', wrong(/estimated_delivery$/, nextDay)],
    ['a day of delivery', 'delivered', wrong(/delivered_at$/, nextDay)],
    ['a day of cancelling', 'cancelled', wrong(/cancelled_at$/, nextDay)],
    ['an amount given back', 'refunded', wrong(/order\.refunded$/, () => '65.00 EUR')],
    ['an amount charged', 'charge', wrong(/payments\.\d\.total$/, () => '1.00 EUR')],
    ['a carrier', 'carrier', wrong(/carrier$/, (old) => (old === 'UPS' ? 'FedEx' : 'UPS'))],
    ['a tracking number', 'number', wrong(/tracking_number$/, () => '1Z999AA10123456784')],
    ['a product', 'contents', wrong(/parcels\.\d\.lines\.\d\.title$/, () => 'Garden Gnome')],
    ['what is not shipped', 'waiting', wrong(/^order\.lines\.\d\.title$/, () => 'Garden Gnome')],
    ['a status', 'status', anotherStatus],
  ])('%s', async (_name, what, falsify) => {
    const replies = some.map((question) => ({ ...question, replies: [...question.replies] as never }));
    const { untrue } = await checkStatements(replies, falsify);
    expect(untrue.map((claim) => claim.what)).toContain(what);
  });
});
