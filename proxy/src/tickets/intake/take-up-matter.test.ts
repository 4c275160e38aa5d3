import type { TicketRow } from '../../contract/desk';
import type { Triage } from '../../contract/triage';
import type { EarlierReply } from '../../interactions/earlier-replies';
import { triaged } from '../../server/fake-services';
import { takeUpMatter } from './take-up-matter';

const ticket = (more: Partial<TicketRow> = {}): TicketRow => ({
  ticket_id: '5f3c1f6e-0000-4000-8000-000000000001',
  status: 'answered',
  intent: 'delivery_issue',
  team: 'delivery',
  customer_email: 'lou@example.com',
  order_id: null,
  ...more,
});
const known = ticket({ order_id: '12346' });
const read = (clean_text: string, more: Partial<Triage> = {}): Triage => ({
  ...triaged,
  intent: 'other',
  team: 'care',
  order_id: null,
  tracking_number: null,
  requires_human_review: true,
  review_reasons: ['low_confidence'],
  clean_text,
  ...more,
});
const title = (value: string, index: number) => ({
  ...{ id: `order.lines.${index}.title`, label: 'Product', value },
  ...{ kind: 'text' as const, source: 'shopify', as_of: null },
});
const asked = (what: 'order' | 'parcel' | 'item'): EarlierReply => ({
  template: `delivery_issue.ask_${what}`,
  can_send: true,
  facts: what === 'order' ? [] : ['Trail Shoe 42', 'Wool Cap'].map(title),
});
const takenUp = (triage: Triage, row: TicketRow | undefined, question: EarlierReply | undefined) =>
  takeUpMatter(triage, row, 'Lou@example.com', question);
const taken = (...call: Parameters<typeof takenUp>) => takenUp(...call).triage;

it.each([
  ["It's 12345, thanks", 'ORD-12345'],
  ['12345', 'ORD-12345'],
  ['The order number is #12345.\nBest regards,\nMia Reyes', 'ORD-12345'],
  ['Hola, es el pedido 12345. Gracias', 'ORD-12345'],
  ['12345 from lou@example.com', 'ORD-12345'],
  ['12345, thanks, Lou', 'ORD-12345'],
])('goes on with the matter of its ticket when "%s" answers our question', (text, order_id) => {
  expect(takenUp(read(text), ticket(), asked('order'))).toMatchObject({
    isBareNumber: true,
    triage: {
      ...{ intent: 'delivery_issue', team: 'delivery', order_id },
      ...{ review_reasons: [], requires_human_review: false },
    },
  });
});

it('is what was asked about, although a bare order number reads like a question where it is', () => {
  const order = read('order 12345', { intent: 'order_tracking', order_id: 'ORD-12345' });
  expect(taken(order, ticket(), asked('order')).intent).toBe('delivery_issue');
});

it('has the team its ticket has, whatever teams the shop chose', () => {
  expect(taken(read('12345'), ticket({ team: 'care' }), asked('order')).team).toBe('care');
});

it.each([
  ['The second parcel', 'parcel'],
  ['parcel 2, please', 'parcel'],
  ['2', 'parcel'],
  ['El segundo paquete, gracias', 'parcel'],
  ['The one with the wool cap', 'parcel'],
  ['the trail shoe', 'item'],
] as const)('takes "%s" as the answer which %s', (text, what) => {
  expect(taken(read(text), known, asked(what))).toMatchObject({ intent: 'delivery_issue', order_id: 'ORD-12346' });
});

const OWN = [
  'Please delete my account and all my data.',
  'Stop writing to me',
  'Add a second shirt to my order please',
  'Forget the second parcel',
  'Thanks, that helped',
  'Yes',
  'the blue jacket',
];
it.each(['order', 'parcel', 'item'] as const)(
  'leaves a message of its own as it was read after a question for the %s',
  (what) => {
    for (const text of OWN) {
      for (const row of [ticket(), known]) expect(taken(read(text), row, asked(what))).toEqual(read(text));
    }
  },
);

it.each([
  '12345 and delete my account',
  'My phone is 5551234',
  'My phone: 555-1234',
  'my postcode is 90210',
  'tel 5551234',
  'Mi teléfono es 5551234',
  'I am 45 years old',
  'It was 49 dollars',
  '$4990',
  'invoice 889123',
  '12345 12359',
  'it was on 12 March 2025',
  'Paid 4990',
  'PO Box 4411',
  'Is 12345 a valid voucher?',
  `12345 ${'and another thing happened '.repeat(5)}`,
])('takes no order number from "%s"', (text) => {
  expect(taken(read(text), ticket(), asked('order'))).toEqual(read(text));
});

it.each([
  ['nothing was asked', read('12345'), ticket(), undefined],
  ['nothing was asked and a few words are said', read('the second parcel'), known, undefined],
  ['the ticket is of another address', read('12345'), ticket({ customer_email: 'else@example.com' }), asked('order')],
  [
    'the ticket is about nothing we ask about',
    read('12345'),
    ticket({ intent: 'product_information' }),
    asked('order'),
  ],
  ['there is no ticket', read('12345'), undefined, asked('order')],
] as const)('leaves a message as it was read when %s', (_when, triage, row, question) => {
  expect(taken(triage, row, question)).toEqual(triage);
});

it('keeps every reason but those of a message too short to tell', () => {
  const answer = read('12345', { review_reasons: ['low_confidence', 'unverified_sender'] });
  expect(taken(answer, ticket(), asked('order'))).toMatchObject({
    review_reasons: ['unverified_sender'],
    requires_human_review: true,
  });
});

describe('a further message of the same matter', () => {
  const row = ticket({ intent: 'order_tracking', order_id: 'ORD-12345' });
  const again = (text: string, more: Partial<Triage> = {}) =>
    taken(read(text, { intent: 'order_tracking', review_reasons: [], ...more }), row, undefined).order_id;

  it.each([
    'And when does it arrive, roughly?',
    'Where is my order? I placed the order 3 days ago',
    'My order is late, is there another day?',
    '¿Y cuándo llega el pedido?',
  ])('is about the order of its ticket: "%s"', (text) => {
    expect(again(text)).toBe('ORD-12345');
  });
  it('is about the order or parcel it names', () => {
    expect(again('And 777?', { order_id: 'ORD-777' })).toBe('ORD-777');
    expect(again('And this one?', { tracking_number: '1Z999AA10123456784' })).toBeNull();
  });
  it.each([
    'Thanks. And where is my other order?',
    'No, I meant a different order. Where is it?',
    'That is not the order I asked about! Where is my order from January?',
    'I placed another order last week, when will it ship?',
    'Thank you! My sister also ordered, where is hers?',
    'And the parcel of my brother?',
    'And where is the other one?',
    'Where is order A-99-XK?',
    'Where is order no. 99/2026-XK-12345678901?',
    '¿Y dónde está mi otro pedido?',
    'Me refiero a un pedido distinto, ¿dónde está?',
    'Mi hermana también compró, ¿dónde está lo suyo?',
    '¿Dónde está el pedido A-99-XK?',
  ])('gets nothing of its order when it speaks of another: "%s"', (text) => {
    expect(again(text)).toBeNull();
  });
  it('is read in time however long it is', () => {
    for (const part of ['order ', 'my sister ', 'a-', 'other a', '1', '\nA ', ' ']) {
      const text = part.repeat(Math.ceil(200_000 / part.length));
      taken(read(text, { intent: 'order_tracking' }), row, asked('parcel'));
    }
  });
});
