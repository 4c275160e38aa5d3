import fc from 'fast-check';
import { findEntities } from './find-entities';

const orderIds = (text: string) =>
  findEntities(text)
    .filter(({ type }) => type === 'order_id')
    .map(({ value }) => value);

const SPELLINGS = [
  '%',
  '#%',
  'ORD-%',
  'ord %',
  'ORD%',
  'ord_%',
  'ord#%',
  'ORD–%',
  'Ord. %',
  'order %',
  'Order #%',
  'order no. %',
  'order number %',
  'order number: %',
  'order id %',
  'order ID: %',
  'my order number is %',
  'order (%)',
  'order:%',
  'order ref %',
  'pedido %',
  'pedido n.º %',
  'número de pedido %',
  'pedido número %',
  'commande %',
  'commande n° %',
  'commande numéro %',
  'Bestellung %',
  'Bestellnummer %',
  'Bestellung Nr. %',
  'Auftragsnummer %',
  'confirmation number %',
  'invoice for %',
];
const FRAMES = [
  '_',
  'Where is _?',
  'hello, _ has not come',
  '_, please help me',
  'Hi. It is about _.',
  'status of _\nthanks',
];

test('an order number is read in every spelling', () => {
  const spelling = fc.tuple(
    fc.constantFrom(...SPELLINGS),
    fc.constantFrom(...FRAMES),
    fc.integer({ min: 10000, max: 99999999 }),
  );
  fc.assert(
    fc.property(spelling, ([how, frame, n]) => {
      // A lone number needs a word that says the message is about an order.
      fc.pre(how !== '%' || frame === '_' || frame.includes('Where'));
      expect(orderIds(frame.replace('_', how.replace('%', String(n))))).toEqual([`ORD-${n}`]);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['orders 12345, 12346 and 12347', ['ORD-12345', 'ORD-12346', 'ORD-12347']],
  ['12345', ['ORD-12345']],
  ["it's 1001 thanks", ['ORD-1001']],
  ['order 1001', ['ORD-1001']],
  ['Where is order 12345? It is order 12345!', ['ORD-12345']],
  ['please track 12345', ['ORD-12345']],
])('%s', (text, ids) => expect(orderIds(text)).toEqual(ids));

test.each([
  'order 402-1234567-7654321 from the marketplace',
  'I ordered in 2024 and love it',
  'my order from 2024',
  'my order was 4500 rupees',
  'my order of $12345',
  'can i order 10000 pieces',
  'call me about my order at 415-555-2671',
  'call me about my order on 4155552671',
  'do you deliver to 560068',
  'my pin code is 560068 for the order',
  'the order came on 12/03/2025',
  'the order came on 2025-03-12',
  'the card 4111 1111 1111 1111 was used for the order',
  'your number 1 fan, order with code SAVE20',
  '[TKT-000123] my order',
  'in order to get in touch by 20251231',
  'my order: a 12.5 kg bag',
])('no order number in: %s', (text) => expect(orderIds(text)).toEqual([]));
