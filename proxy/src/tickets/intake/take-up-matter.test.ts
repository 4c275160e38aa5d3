import type { TicketRow } from '../../contract/desk';
import type { Triage } from '../../contract/triage';
import { triaged } from '../../server/fake-services';
import { takeUpMatter } from './take-up-matter';

const ticket = (more: Partial<TicketRow> = {}): TicketRow => ({
  ticket_id: '5f3c1f6e-0000-4000-8000-000000000001',
  status: 'answered',
  intent: 'delivery_issue',
  customer_email: 'lou@example.com',
  order_id: null,
  ...more,
});
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
const taken = (triage: Triage, row: TicketRow | undefined = ticket()) => takeUpMatter(triage, row, 'Lou@example.com');

it.each([
  ["It's 12345, thanks", 'ORD-12345'],
  ['12345', 'ORD-12345'],
  ['The order number is #12345.\nBest regards,\nLou Reyes', 'ORD-12345'],
  ['Hola, es el pedido 12345. Gracias', 'ORD-12345'],
  ['12345 from lou@example.com', 'ORD-12345'],
])('goes on with the matter of its ticket when "%s" answers our question', (text, order_id) => {
  expect(taken(read(text))).toMatchObject({
    intent: 'delivery_issue',
    team: 'delivery',
    order_id,
    review_reasons: [],
    requires_human_review: false,
  });
});

it('is what was asked about, although a bare order number reads like a question where it is', () => {
  expect(taken(read('order 12345', { intent: 'order_tracking', order_id: 'ORD-12345' })).intent).toBe('delivery_issue');
});

it('takes a few words as the answer which parcel or which item, for an order the ticket knows', () => {
  const known = ticket({ order_id: '12346' });
  expect(taken(read('The second parcel'), known)).toMatchObject({ intent: 'delivery_issue', order_id: 'ORD-12346' });
  expect(taken(read('the blue jacket'), known)).toMatchObject({ intent: 'delivery_issue', order_id: 'ORD-12346' });
  expect(taken(read('the blue jacket')).intent).toBe('other');
});

it.each([
  ['thanks', read('Thanks, that helped'), ticket({ order_id: 'ORD-12346' })],
  ['praise', read('Everything came, lovely', { sentiment: 'positive' }), ticket({ order_id: 'ORD-12346' })],
  ['a matter of its own', read('12345, please cancel it at once', { intent: 'returns' }), ticket()],
  ['a question', read('Is 12345 a valid voucher?'), ticket()],
  ['a long message', read(`12345 ${'and another thing happened '.repeat(5)}`), ticket()],
  ['the ticket of another address', read('12345'), ticket({ customer_email: 'somebody@example.com' })],
  ['a ticket about nothing we ask about', read('12345'), ticket({ intent: 'product_information' })],
  ['no ticket', read('12345'), undefined],
])('leaves %s as it was read', (_what, triage, row) => {
  expect(takeUpMatter(triage, row, 'lou@example.com')).toEqual(triage);
});

it('keeps every reason but those of a message too short to tell', () => {
  const answer = read('12345', { review_reasons: ['low_confidence', 'unverified_sender'] });
  expect(taken(answer)).toMatchObject({ review_reasons: ['unverified_sender'], requires_human_review: true });
});

it('knows the order of its ticket when a further message of the same matter names none', () => {
  const again = read('And when does it arrive, roughly?', { intent: 'order_tracking', review_reasons: [] });
  const row = ticket({ intent: 'order_tracking', order_id: 'ORD-12345' });
  expect(taken(again, row)).toMatchObject({ intent: 'order_tracking', order_id: 'ORD-12345' });
  expect(taken({ ...again, order_id: 'ORD-777' }, row).order_id).toBe('ORD-777');
  expect(taken({ ...again, tracking_number: '1Z999AA10123456784' }, row).order_id).toBeNull();
});
