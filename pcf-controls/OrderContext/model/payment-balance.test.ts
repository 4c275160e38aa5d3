import fc from 'fast-check';
import type { Money, OrderContext, Payment } from './order-context';
import { paymentBalance } from './payment-balance';

const DIGITS = { EUR: 2, JPY: 0, KWD: 3 } as const;
type Currency = keyof typeof DIGITS;

const order = (total: Money, more: object = {}) => ({ total, lines: [], ...more });
const charge = (total: Money, refunded?: Money, more: Partial<Payment> = {}): Payment => ({
  total,
  refunded,
  status: 'succeeded',
  captured: true,
  disputed: false,
  ...more,
});
const context = (parts: Partial<OrderContext>): OrderContext => ({
  parcels: [],
  payments: [],
  findings: [],
  gaps: [],
  isCut: false,
  ...parts,
});
/** An amount of the smallest coins of a currency, as the service would state it. */
const coins = (count: number, currency: Currency): Money => {
  const digits = DIGITS[currency];
  return { amount: Number((count / 10 ** digits).toFixed(digits)), currency };
};
const eur = (amount: number): Money => ({ amount, currency: 'EUR' });

it('is exact to the smallest coin, in currencies with none, two and three decimals', () => {
  const count = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(
      fc.constantFrom<Currency>('EUR', 'JPY', 'KWD'),
      count,
      count,
      fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 12 }),
      (currency, total, returned, charges) => {
        const balance = paymentBalance(
          context({
            order: order(coins(total, currency), { refunded: coins(returned, currency) }),
            payments: charges.map(([paid, refunded]) => charge(coins(paid, currency), coins(refunded, currency))),
          }),
        );
        const sum = (place: 0 | 1) => charges.reduce((all, one) => all + one[place], 0);
        expect(balance).toEqual({
          paid: coins(sum(0), currency),
          refunded: coins(sum(1), currency),
          outstanding: coins(total - returned - sum(0) + sum(1), currency),
        });
      },
    ),
  );
});

it('of an order that was charged twice is below zero by one charge', () => {
  const payments = [charge(eur(72.5)), charge(eur(72.5))];
  expect(paymentBalance(context({ order: order(eur(72.5)), payments }))?.outstanding).toEqual(eur(-72.5));
});

it('of a cancelled order owes nothing: all that was not given back was taken too much', () => {
  const cancelled = order(eur(30), { cancelledAt: new Date(0), refunded: eur(30) });
  const balance = (refunded: number) =>
    paymentBalance(context({ order: cancelled, payments: [charge(eur(30), eur(refunded))] }))?.outstanding;
  expect(balance(30)).toEqual(eur(0));
  expect(balance(10)).toEqual(eur(-20));
});

it.each([
  ['only reserved', { captured: false }],
  ['failed', { status: 'failed' }],
])('leaves out a charge that was %s', (_, more) => {
  const payments = [charge(eur(20)), charge(eur(20), undefined, more)];
  expect(paymentBalance(context({ order: order(eur(20)), payments }))?.outstanding).toEqual(eur(0));
});

it.each<[string, Partial<OrderContext>]>([
  ['the total is not known', { payments: [charge(eur(1))] }],
  ['there are no payments', { order: order(eur(1)) }],
  [
    'payments are missing',
    { order: order(eur(1)), payments: [charge(eur(1))], gaps: [{ part: 'payment', reason: '' }] },
  ],
  ['the end is missing', { order: order(eur(1)), payments: [charge(eur(1))], isCut: true }],
  ['a charge has another currency', { order: order(eur(1)), payments: [charge({ amount: 1, currency: 'USD' })] }],
])('is not told when %s', (_, parts) => {
  expect(paymentBalance(context(parts))).toBeUndefined();
});
