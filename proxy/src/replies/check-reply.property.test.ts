import { join } from 'node:path';
import fc from 'fast-check';
import type { OrderContext } from '../contract/order-context';
import type { Draft, DraftReplyRequest } from '../contract/reply';
import { checkReply } from './check-reply';
import { createTemplateReplies } from './template-replies';
import { outForDelivery, sampleOrderContext, splitShipment } from './sample-order-context';

const replies = createTemplateReplies({ policyFolder: join(__dirname, '../../policies') });

interface Sample {
  request: DraftReplyRequest;
  draft: Draft;
}

const contexts: (OrderContext | undefined)[] = [
  outForDelivery(),
  splitShipment(),
  sampleOrderContext({ parcels: [{ status: 'delivered', delivered_at: '2026-02-27T15:00:00Z' }] }),
  sampleOrderContext({ parcels: [{ status: 'in_transit', estimated_delivery: '2026-03-04', carrier: 'FedEx' }] }),
  sampleOrderContext({ parcels: [{ status: 'label_created' }] }),
  sampleOrderContext({ parcels: [{ status: 'delayed', exception: 'Weather delay in Memphis' }] }),
  sampleOrderContext({
    parcels: [],
    status: 'not shipped yet',
    lines: [{ title: 'Cap', quantity: 1, unfulfilled: 1 }],
  }),
  sampleOrderContext({
    parcels: [],
    status: 'cancelled',
    cancelledAt: '2026-02-26T10:00:00Z',
    paymentStatus: 'refunded',
    refunded: '49.90 EUR',
  }),
];
const questions: [DraftReplyRequest['intent'], string, string][] = [
  ['returns', 'How do I return my order?', '¿Cómo devuelvo mi pedido?'],
  ['returns', 'How long does a refund take?', '¿Cuánto tarda un reembolso?'],
  ['product_information', 'How much is shipping?', '¿Cuánto cuesta el envío?'],
  ['product_information', 'How long does delivery take?', '¿Cuánto tarda la entrega?'],
  ['product_information', 'Which carrier do you use?', '¿Qué transportista usan?'],
  ['other', 'What are your opening hours?', '¿Cuál es su horario?'],
];

/** Every passing reply there is: all states of an order and policy answers, in both languages. */
const samples: Sample[] = (['en', 'es'] as const).flatMap((language) => {
  const requests: DraftReplyRequest[] = [
    ...contexts.map((order_context) => ({
      channel: 'chat' as const,
      intent: 'order_tracking' as const,
      language,
      text: 'Where is it?',
      order_context,
    })),
    ...questions.map(([intent, en, es]) => ({
      channel: 'chat' as const,
      intent,
      language,
      text: language === 'en' ? en : es,
    })),
  ];
  return requests.map((request) => ({ request, draft: replies.draft(request) }));
});

/** The facts the reply was made from: all of the order's, and the policies it used. */
function recheck({ request, draft }: Sample, text: string): boolean {
  const used = draft.facts.filter((fact) => fact.id.startsWith('policy.'));
  return checkReply(text, [...(request.order_context?.facts ?? []), ...used], {
    today: request.order_context?.fetched_at.slice(0, 10),
    customerText: request.text,
    identifiers: [request.order_context?.order_id ?? ''],
  }).passed;
}
const replaceAt = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);
const placesOf = (text: string, pattern: RegExp): RegExpMatchArray[] => [...text.matchAll(pattern)];

it('has passing replies to change', () => {
  expect(samples).toHaveLength(28);
  for (const sample of samples) {
    expect(sample.draft).toMatchObject({ can_send: true, held_reasons: [] });
    expect(recheck(sample, sample.draft.reply_text)).toBe(true);
  }
});

it('fails when any one digit of a passing reply is changed', () => {
  let changes = 0;
  for (const sample of samples) {
    const text = sample.draft.reply_text;
    for (const place of placesOf(text, /\d/g)) {
      for (const digit of '0123456789') {
        if (digit === place[0]) continue;
        const changed = replaceAt(text, place.index ?? 0, 1, digit);
        changes += 1;
        if (recheck(sample, changed)) throw new Error(`not noticed: ${changed}`);
      }
    }
  }
  expect(changes).toBeGreaterThan(4000);
});

it('fails when a carrier is exchanged for another', () => {
  for (const sample of samples) {
    for (const place of placesOf(sample.draft.reply_text, /\b(?:FedEx|UPS)\b/g)) {
      for (const carrier of ['FedEx', 'UPS', 'DHL', 'Correos', 'Royal Mail', 'USPS'].filter(
        (name) => name !== place[0],
      )) {
        const changed = replaceAt(sample.draft.reply_text, place.index ?? 0, place[0].length, carrier);
        // "We ship with UPS and UPS" says nothing that is wrong.
        if (/policy/.test(sample.draft.template) && /FedEx|UPS/.test(carrier)) continue;
        if (recheck(sample, changed)) throw new Error(`not noticed: ${changed}`);
      }
    }
  }
});

const STATES: Record<'en' | 'es', string[]> = {
  en: [
    'out for delivery',
    'in transit',
    'delivered',
    'delayed',
    'cancelled',
    'refunded',
    'lost',
    'ready for pickup',
    'returned to us',
    'damaged',
  ],
  es: [
    'en reparto',
    'en tránsito',
    'entregado',
    'retrasado',
    'cancelado',
    'reembolsado',
    'perdido',
    'listo para recoger',
    'ha sido devuelto',
    'dañado',
  ],
};
it('fails when a state is exchanged for another', () => {
  for (const sample of samples.filter(({ request }) => request.order_context)) {
    const language = sample.request.language === 'es' ? 'es' : 'en';
    for (const state of STATES[language]) {
      for (const place of placesOf(sample.draft.reply_text, new RegExp(`${state}(?!\\p{L})`, 'gu'))) {
        for (const other of STATES[language].filter((one) => one !== state)) {
          const changed = replaceAt(sample.draft.reply_text, place.index ?? 0, state.length, other);
          // Where a state is denied, the denial of another one is true as well.
          const isDenied = /no ha sido $|not been $/.test(sample.draft.reply_text.slice(0, place.index));
          if (!isDenied && recheck(sample, changed)) throw new Error(`not noticed: ${changed}`);
        }
      }
    }
  }
});

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
it('fails when a month is exchanged for another', () => {
  for (const sample of samples) {
    const months = MONTHS[sample.request.language === 'es' ? 'es' : 'en'];
    for (const month of months) {
      for (const place of placesOf(sample.draft.reply_text, new RegExp(`(?<!\\p{L})${month}(?!\\p{L})`, 'gu'))) {
        for (const other of months.filter((one) => one !== month)) {
          const changed = replaceAt(sample.draft.reply_text, place.index ?? 0, month.length, other);
          if (recheck(sample, changed)) throw new Error(`not noticed: ${changed}`);
        }
      }
    }
  }
});

it('fails when an invented sentence is put anywhere into a passing reply', () => {
  const invented = fc.constantFrom(
    'We will refund you.',
    'Your parcel was lost.',
    'Your parcel is in Chicago.',
    'It weighs 3 kg.',
    'You get a discount of 20 %.',
    'Call us at +1 555 010 9999.',
    'See https://example.org/claim.',
    'Le reembolsaremos el dinero.',
    'Recibirá un vale.',
    'Su paquete está en Sevilla.',
  );
  fc.assert(
    fc.property(fc.constantFrom(...samples), invented, fc.nat(), (sample, sentence, seed) => {
      const paragraphs = sample.draft.reply_text.split('\n\n');
      paragraphs.splice(seed % (paragraphs.length + 1), 0, sentence);
      return !recheck(sample, paragraphs.join('\n\n'));
    }),
    { numRuns: 300 },
  );
});

it('finds every date of a fact in the usual spellings, and no other day', () => {
  const spellings: ((y: number, m: number, d: number) => string)[] = [
    (y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
    (y, m, d) => `${d} ${MONTHS.en[m - 1]} ${y}`,
    (_y, m, d) => `${MONTHS.en[m - 1]} ${d}`,
    (y, m, d) => `${MONTHS.en[m - 1]?.slice(0, 3)}${m === 5 ? '' : '.'} ${d}, ${y}`,
    (y, m, d) => `the ${d}${{ 1: 'st', 2: 'nd', 3: 'rd' }[d] ?? 'th'} of ${MONTHS.en[m - 1]}, ${y}`,
    (y, m, d) => `${d}.${m}.${y}`,
    (y, m, d) => `el ${d} de ${MONTHS.es[m - 1]} de ${y}`,
    (_y, m, d) => `${d} de ${MONTHS.es[m - 1]}`,
  ];
  const day = fc.integer({ min: 0, max: 700 }).map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)));
  fc.assert(
    fc.property(day, day, fc.constantFrom(...spellings), (known, said, spell) => {
      const fact = {
        id: 'parcels.0.estimated_delivery',
        label: 'Expected on',
        value: known.toISOString().slice(0, 10),
        kind: 'date' as const,
        source: 'UPS',
        as_of: null,
      };
      const words = (date: Date) =>
        `It is expected on ${spell(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())}.`;
      expect(checkReply(words(known), [fact]).passed).toBe(true);
      const isOther = said.getUTCDate() !== known.getUTCDate() && said.getUTCDate() > 12;
      if (isOther) expect(checkReply(words(said), [fact]).passed).toBe(false);
    }),
    { numRuns: 300 },
  );
});
