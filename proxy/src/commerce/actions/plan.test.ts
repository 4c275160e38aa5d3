import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { moneyOfMinor } from '../money';
import { projectFile } from '../../project-file';
import type { ActionLine, ActionOrder } from '../shopify/action-order';
import type { Shipment } from '../shopify/shop-order';
import { readMoneyPolicy } from './money-policy';
import { leftOf, type PaymentSource, takeFrom } from './payment-sources';
import { checkTime } from './plan';
import { priceOf } from './plan-refund';

const policy = readMoneyPolicy(readFileSync(projectFile('proxy/policies/money.json'), 'utf8'), 'money.json');
const now = new Date('2026-12-31T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

describe('Money is given back', () => {
  const check = (ordered: number, ...delivered: number[]) => {
    const shipments = delivered.map((days) => ({ deliveredAt: daysAgo(days) }) as Shipment);
    return () =>
      checkTime({ order: { createdAt: daysAgo(ordered), shipments } } as unknown as ActionOrder, policy, now);
  };
  it.each([
    [365, []],
    [100, [90]],
    [100, [95, 89]],
  ])('%i days after the order and %j days after its deliveries', (ordered, delivered) =>
    expect(check(ordered, ...delivered)).not.toThrow(),
  );
  it.each([
    [366, [], 'more than 365 days old'],
    [100, [91], 'delivered more than 90 days ago'],
  ])('not %i days after the order and %j days after its deliveries', (ordered, delivered, message) =>
    expect(check(ordered, ...delivered)).toThrow(
      expect.objectContaining({ refusal: 'too_late', message: expect.stringContaining(message) as string }),
    ),
  );
});

it('a line given back in any pieces costs what the line cost, and no piece costs less than nothing', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.nat(1_000_000),
      fc.infiniteStream(fc.nat(10)),
      (ordered, total, sizes) => {
        let refundable = ordered;
        let sum = 0;
        for (const size of sizes) {
          const quantity = Math.min(refundable, size + 1);
          const line = { quantity: ordered, refundable, total: moneyOfMinor(total, 'EUR') } as ActionLine;
          const price = priceOf(line, quantity);
          expect(Math.abs(price - (total * quantity) / ordered)).toBeLessThan(1);
          sum += price;
          refundable -= quantity;
          if (refundable === 0) break;
        }
        expect(sum).toBe(total);
      },
    ),
  ));

it('an amount is taken from the newest payments first, whole, and never more than is left of one', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 6 }), fc.nat(), (lefts, seed) => {
      const sources = lefts.map((left, index): PaymentSource => ({
        by: 'stripe',
        id: `ch_${index}`,
        gateway: 'stripe',
        paid: left,
        left,
        paidAt: null,
      }));
      const wanted = seed % (leftOf({ sources }) + 1);
      const parts = takeFrom(sources, wanted);
      expect(parts.reduce((sum, { minor }) => sum + minor, 0)).toBe(wanted);
      parts.forEach(({ source, minor }, index) => {
        expect(minor).toBeGreaterThan(0);
        if (index < parts.length - 1) expect(minor).toBe(source.left);
      });
    }),
  ));
