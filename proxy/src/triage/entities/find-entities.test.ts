import fc from 'fast-check';
import { findEntities } from './find-entities';

const read = (text: string) => findEntities(text).map(({ type, value }) => `${type} ${value}`);

test.each([
  ['write to Anna.B@Example.com', ['email anna.b@example.com']],
  ['call +1 415 555 2671', ['phone +14155552671']],
  ['my phone is (415) 555-2671', ['phone +14155552671']],
  ['I paid $1,234.50 and € 20', ['amount $1,234.50', 'amount € 20']],
  ['it was 20 euros, Rs. 500 or 30£', ['amount 20 euros', 'amount Rs. 500', 'amount 30£']],
  ['on March 3rd, 2025', ['date 2025-03-03']],
  ['on 4 February 2025 or 2025-02-05', ['date 2025-02-04', 'date 2025-02-05']],
  ['am 4. Februar 2025', ['date 2025-02-04']],
  ['el 4 de marzo', ['date 4 de marzo']],
  ['on 3/4/2025', ['date 3/4/2025']],
  ['zip code 90210', ['postcode 90210']],
  ['my postcode is SW1A 1AA', ['postcode SW1A 1AA']],
  ['SW1A 1AA', []],
  ['it costs 20', []],
])('%s', (text, expected) => expect(read(text)).toEqual(expected));

test('several things in one message, in the order of the text', () => {
  expect(read('a@b.com ordered 12345 for $20 on 2025-03-01, order #54321')).toEqual([
    'email a@b.com',
    'order_id ORD-12345',
    'amount $20',
    'date 2025-03-01',
    'order_id ORD-54321',
  ]);
});

test('what is found stands in the text, and any text can be read', () => {
  const bits = fc.constantFrom(
    'order ',
    '#',
    '12345',
    '1Z',
    '5R89390357567127',
    ' ',
    '-',
    '.',
    '@',
    'a',
    '$',
    '20',
    '/',
    '+1',
    '(',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(bits, { maxLength: 40 }).map((all) => all.join('')),
      ),
      (text) => {
        for (const entity of findEntities(text)) expect(text).toContain(entity.text);
      },
    ),
    { numRuns: 500 },
  );
});
