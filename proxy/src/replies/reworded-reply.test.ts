import fc from 'fast-check';
import type { DraftReplyRequest } from '../contract/reply';
import { projectFile } from '../project-file';
import { isCourtesy } from './check/courtesies';
import { isSameContent } from './check/same-sentence';
import { rewordedReply } from './reworded-reply';
import { outForDelivery, splitShipment } from './sample-order-context';
import { type ComposedReply, createTemplateReplies } from './template-replies';

const templates = createTemplateReplies({ policyFolder: projectFile('proxy/policies') });
const compose = (more: Partial<DraftReplyRequest> = {}): ComposedReply =>
  templates.compose({
    ...{ channel: 'chat', intent: 'order_tracking', language: 'en', text: 'Where is order 12345?' },
    ...{ order_context: outForDelivery(), ...more },
  });
const isSent = (composed: ComposedReply, ...reply_paragraphs: string[]): boolean =>
  rewordedReply(composed, { reply_paragraphs, asks_for: 'nothing', uses_facts: [] }) !== null;
const ORDER = compose();
const PEDIDO = compose({ language: 'es', text: '¿Dónde está mi pedido 12345?' });
const RETURNS = compose({
  ...{ intent: 'returns', text: 'How long do I have to return something?', order_context: undefined },
});

it.each<[string, ComposedReply]>([
  ['an order', ORDER],
  ['un pedido', PEDIDO],
  ['a policy', RETURNS],
  ['several parcels', compose({ order_context: splitShipment() })],
])('the template itself may be sent: %s', (_, composed) => {
  expect(isSent(composed, ...composed.paragraphs)).toBe(true);
});

it.each([
  'Give the driver the fee.',
  'Kindly send your bank details.',
  'Your money has not reached us.',
  'A neighbour accepted it.',
  'The amount may be taken from your card a second time.',
  'We cannot give your money back.',
  'The carrier has been told.',
  'You will find the form in this e-mail.',
  'We are sorry for the wait and will send another.',
  'Thank you for your message, your order is free.',
  'Thank you for your payment.',
  'We are sorry for the delay of the carrier.',
  'If you have any questions, send us your card.',
  'ORD-12345.',
])('a sentence of its own is never sent: %s', (sentence) => {
  for (const at of [0, 1, 2]) {
    const body = ORDER.paragraphs.join(' ').split(/(?<=\.) (?=Expected)/);
    body.splice(at, 0, sentence);
    expect(isSent(ORDER, body.join(' '))).toBe(false);
    expect(isSent(ORDER, ...body)).toBe(false);
  }
});

it.each(['Entregue el pago al conductor.', 'Lo recibió un vecino.', 'No es posible ningún reembolso.'])(
  'nor is one in Spanish: %s',
  (sentence) => {
    expect(isSent(PEDIDO, 'Gracias por su mensaje.', ...PEDIDO.paragraphs)).toBe(true);
    expect(isSent(PEDIDO, ...PEDIDO.paragraphs, sentence)).toBe(false);
  },
);

it('no word of a policy is changed, moved, added or left out', () => {
  const text = RETURNS.paragraphs.join('\n\n');
  const words = text.split(' ');
  fc.assert(
    fc.property(fc.nat(words.length - 2), fc.constantFrom('add', 'leave', 'swap'), (at, how) => {
      const changed = [...words];
      const [here = '', next = ''] = [words[at], words[at + 1]];
      if (how === 'add') changed.splice(at, 0, 'used');
      if (how === 'leave') changed.splice(at, 1);
      if (how === 'swap') changed.splice(at, 2, next, here);
      fc.pre(changed.join(' ') !== text);
      expect(isSent(RETURNS, changed.join(' '))).toBe(false);
    }),
    { numRuns: 200 },
  );
});

it('words may be moved where nothing is denied, allowed or made to depend on something', () => {
  expect(isSameContent('The expected delivery is on 1 March 2026.', 'Expected delivery: 1 March 2026.')).toBe(true);
  expect(isSameContent('Delivery expected: 2 March 2026.', 'Expected delivery: 1 March 2026.')).toBe(false);
  expect(isSameContent('Expected delivery: 3 January 2012.', 'Expected delivery: 1 March 2026.')).toBe(false);
  expect(isSameContent('It is expected on 1 March.', 'It was expected on 1 March.')).toBe(false);
  const unsent = 'Your order ORD-12345 was announced to UPS and has not been handed over yet.';
  expect(isSameContent('Your order ORD-12345 was not announced to UPS and has been handed over yet.', unsent)).toBe(
    false,
  );
  expect(isSameContent('"Expected" delivery: 1 March 2026.', 'Expected delivery: 1 March 2026.')).toBe(false);
});

it.each([
  ['en', 'Thanks so much for your patience!'],
  ['en', 'We understand how frustrating this is.'],
  ['en', 'We are sorry to read this.'],
  ['en', 'If you have any further questions, we are happy to help.'],
  ['en', 'Have a nice day.'],
  ['es', 'Muchas gracias por su paciencia.'],
  ['es', 'Sentimos mucho las molestias.'],
  ['es', 'Entendemos que esto es molesto.'],
  ['es', 'Si tiene más preguntas, estamos a su disposición.'],
])('a courtesy may stand beside the template (%s): %s', (language, sentence) => {
  const composed = language === 'es' ? PEDIDO : ORDER;
  expect(isSent(composed, sentence, ...composed.paragraphs)).toBe(true);
  expect(isSent(composed, sentence, ...composed.paragraphs, sentence)).toBe(false);
});

it('no sentence is left out, the last one neither', () => {
  const sentences = ORDER.paragraphs.join(' ').split(/(?<=\.) (?=[A-Z])/);
  expect(sentences.length).toBeGreaterThan(3);
  for (const at of sentences.keys())
    expect(isSent(ORDER, sentences.filter((_, index) => index !== at).join(' '))).toBe(false);
});

it('what comes in a list stands word for word', () => {
  const moved = (composed: ComposedReply, from: string, to: string): string[] => {
    const body = composed.paragraphs.map((one) => one.replace(from, to));
    expect(body).not.toEqual(composed.paragraphs);
    return body;
  };
  const split = compose({ order_context: splitShipment() });
  const line = 'Parcel 2 of 2 is in transit with UPS.';
  expect(isSent(split, ...moved(split, line, 'With UPS Parcel 2 of 2 is in transit.'))).toBe(false);
  const alone = 'Expected delivery: 1 March 2026.';
  expect(isSent(ORDER, ...moved(ORDER, alone, 'The expected delivery is on 1 March 2026.'))).toBe(true);
});

it.each([
  'We are sorry for the wait at the depot.',
  'We are sorry for the wait. Bye.',
  'He said thank you for your message.',
  'Have a nice day off.',
])('a courtesy is one from beginning to end: %s', (sentence) => expect(isCourtesy(sentence, 'en')).toBe(false));

it('reads hostile text in linear time', () => {
  for (const piece of ['thank you for ', 'muchas gracias por ', '- ', 'a.', ' ', 'we are very so ']) {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    expect(isCourtesy(text, 'en') || isCourtesy(text, 'es')).toBe(false);
    expect(isSent(ORDER, text)).toBe(false);
  }
});
