import fc from 'fast-check';
import { readDraftFacts } from './draft-facts';

const FACT = { id: 'order.total', label: 'Total', value: '49.90 EUR', kind: 'amount', source: 'shopify', as_of: null };

it('Facts are read with their source and when they were true', () => {
  const later = { ...FACT, label: '', as_of: '2026-03-01T10:00:00Z' };
  expect(readDraftFacts(JSON.stringify([FACT, later]))).toEqual({
    facts: [
      { label: 'Total', value: '49.90 EUR', source: 'shopify', asOf: undefined },
      { label: 'order.total', value: '49.90 EUR', source: 'shopify', asOf: new Date('2026-03-01T10:00:00Z') },
    ],
    unreadable: 0,
  });
});

it('A fact that cannot be read is counted, and so is a text that is no list', () => {
  expect(readDraftFacts(JSON.stringify([FACT, { label: 'Total' }, 'x', null]))).toMatchObject({ unreadable: 3 });
  for (const text of ['', '{', '{"facts":[]}', 'null'])
    expect(readDraftFacts(text)).toEqual({ facts: [], unreadable: 1 });
});

it('Whatever the JSON, each of its parts is either shown or counted', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (parts) => {
      const { facts, unreadable } = readDraftFacts(JSON.stringify(parts));
      expect(facts.length + unreadable).toBe(parts.length);
    }),
  );
});
