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
  ['I was charged twice for 12355', ['ORD-12355']],
  ['what is the status of 31134', ['ORD-31134']],
  ['I have a question about 31134, has it shipped?', ['ORD-31134']],
  ['I want to return 31134', ['ORD-31134']],
  ['Cancellation of 31134 please', ['ORD-31134']],
  ['there is a double charge for 31134 of 20 euros', ['ORD-31134']],
  ['¿Cuál es el estado de 31134?', ['ORD-31134']],
  ['Me cobraron dos veces por 31134', ['ORD-31134']],
  ['Wurde zweimal abgebucht für 31134', ['ORD-31134']],
  ['Wo ist 31134?', ['ORD-31134']],
  ['Whre is my oder 31134', ['ORD-31134']],
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
  'I was charged 12355 euros twice',
  'I was charged 12355',
  'you charged me 12355 twice',
  'I paid 12355 for the order',
  'a refund of 12355 is due',
  'I bought the phone for 15000 and want a refund',
  'the total amount was 12355 and you charged it twice',
  'the code you sent me is 123456, where is my order',
  'my pin is 12345 and the parcel is late',
  'my OTP was 123456, the payment failed',
  'my postcode is 90210, where is my parcel',
  'where is my parcel? I live in 90210',
  'ship my order to Austin, TX 78701',
  'where is my parcel, Hauptstrasse 5, 10115 Berlin',
  'can you deliver 560068',
  'my payment reference 1234567 failed',
  'my parcel should go to 12345 Main Street',
  'call me at 5551234, my parcel is late',
  'my customer number is 1234567, where is my parcel',
  'card ending in 12345 was charged twice',
  'the power bank has 20000 mah, can I return it',
  'Sie haben 20000 oder 30000 davon',
  'I was charged twice on 20251231',
])('no order number in: %s', (text) => expect(orderIds(text)).toEqual([]));
