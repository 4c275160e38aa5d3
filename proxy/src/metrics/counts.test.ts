import { RESPONSE_BUCKETS } from '../contract/statistics';
import { bucketOf, sumOf } from './counts';

it('puts a response into the first bucket it fits in, and only there', () => {
  RESPONSE_BUCKETS.forEach(([name, most], index) => {
    const least = index === 0 ? 0 : RESPONSE_BUCKETS[index - 1]![1] + 1;
    expect(bucketOf(least)).toBe(name);
    expect(bucketOf(Number.isFinite(most) ? most : 1e9)).toBe(name);
  });
});

it('sums what is there and leaves the rest at nothing', () => {
  const sum = sumOf([{ messages: 2 }, { messages: 1, resolved: 4 }, {}]);
  expect(sum).toMatchObject({ messages: 3, resolved: 4, tickets: 0 });
  expect(Object.values(sum).every(Number.isFinite)).toBe(true);
});
