import { join } from 'node:path';
import type { OrderContext } from '../contract/order-context';
import { namesSomebody, tellableFacts } from './private-facts';
import { sampleOrderContext } from './sample-order-context';
import { createTemplateReplies } from './template-replies';

const replies = createTemplateReplies({ policyFolder: join(__dirname, '../../policies') });

it.each([
  'Left with neighbour J. Smith',
  'LEFT WITH NEIGHBOR AT NO 12',
  'Signed for by M GARCIA',
  'Delivered to Mrs Jones at reception',
  'Received by RIVERA',
  'Entregado a vecino del 2º B',
  'Firmado por M. García',
  'Call 0151 2345 6789 for access',
  'Write to j.smith@example.com',
  'Wrong house: 12 Baker Street',
  'Dejado con la vecina',
])('"%s" of a carrier is not repeated', (words) => {
  expect(namesSomebody(words)).toBe(true);
});
it.each([
  'The receiver was not available for delivery.',
  'Local weather delay - Delivery not attempted',
  'Customer not available or business closed',
  'A mechanical failure has delayed delivery.',
  'Incorrect address',
  'Delay: clearance',
])('"%s" of a carrier names nobody', (words) => {
  expect(namesSomebody(words)).toBe(false);
});

const withFact = (name: string, value: string): OrderContext => {
  const context = sampleOrderContext({ parcels: [{ status: 'delayed', delivered_to: value, exception: value }] });
  const fact = { id: `parcels.0.${name}`, label: 'Delivered to', kind: 'text' as const, source: 'UPS', as_of: null };
  return { ...context, facts: [...context.facts, { ...fact, value }] };
};

it.each(['FRONT DOOR', 'Front Door', 'reception', 'at the back door', 'Mail room', 'punto de recogida'])(
  'a plain place stays: %s',
  (place) => {
    expect(tellableFacts(withFact('delivered_to', place).facts).filter(({ value }) => value === place)).not.toEqual([]);
  },
);
it.each(['RIVERA', 'J. Smith', 'neighbour', '12 Baker Street', 'Front door, signed Lou', 'M GARCIA'])(
  'anything else about where it was left goes: %s',
  (place) => {
    const ids = tellableFacts(withFact('delivered_to', place).facts).map(({ id }) => id);
    expect(ids).not.toContain('parcels.0.delivered_to');
  },
);

it('no draft, and no fact it may be worded from, holds what a carrier says of other people', () => {
  const order_context = withFact('last_event', 'Left with neighbour J. Smith, 12 Baker Street');
  for (const intent of ['order_tracking', 'delivery_issue', 'payment_issue', 'returns'] as const) {
    for (const language of ['en', 'es']) {
      const text = 'It was charged twice, is broken and never arrived. How do I return it?';
      const { draft, facts } = replies.compose({ channel: 'email', intent, language, text, order_context });
      expect(JSON.stringify([draft, facts])).not.toMatch(/Smith|Baker|neighbour/);
    }
  }
});

it('reads hostile text in linear time', () => {
  for (const part of ['left ', 'at the ', '12 A', 'Mr', '1 2-', 'the the ', 'señora ', '1 Aa ']) {
    const hostile = part.repeat(200_000 / part.length);
    expect(typeof namesSomebody(hostile)).toBe('boolean');
    expect(Array.isArray(tellableFacts(withFact('delivered_to', hostile).facts))).toBe(true);
  }
});
