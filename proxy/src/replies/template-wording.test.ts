import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { wordsBeside } from '../interactions/bare-answer';
import type { OrderContext } from '../contract/order-context';
import type { DraftReplyRequest } from '../contract/reply';
import { FINDINGS } from '../contract/order-context';
import { INTENTS, PARCEL_STATUSES } from '../contract/vocabulary';
import { examineReply } from './check-reply';
import { MAIL_LANGUAGES } from './mail-language';
import { parsePolicy } from './policy/parse-policy';
import { REPLY_LANGUAGES } from './reply-language';
import { REPLY_TONES, type ReplyTone } from './reply-wording';
import { hiddenOrderContext, outForDelivery, sampleOrderContext, splitShipment } from './sample-order-context';
import { createTemplateReplies } from './template-replies';

const policyFolder = join(__dirname, '../../policies');
const byTone = Object.fromEntries(
  REPLY_TONES.map((tone) => [tone, createTemplateReplies({ policyFolder, wording: { tone, signatures: {} } })]),
) as Record<ReplyTone, ReturnType<typeof createTemplateReplies>>;

/** An order with a refund that went through and one that has not yet. */
function withRefunds(): OrderContext {
  const context = sampleOrderContext({ payments: ['49.90 EUR', '49.90 EUR'], paymentStatus: 'partially refunded' });
  const refunds = (['succeeded', 'pending', 'failed'] as const).map((status, index) => ({
    refund_id: `re_${index}`,
    total: { amount: '10.00', currency: 'EUR' },
    status,
    failure_reason: null,
    created_at: '2026-02-26T08:00:00Z',
    source: 'Stripe',
  }));
  const facts = refunds.flatMap(({ status }, index) => [
    { id: `refunds.${index}.total`, label: 'Refund', kind: 'amount' as const, value: `1${index}.00 EUR` },
    { id: `refunds.${index}.status`, label: 'Refund status', kind: 'status' as const, value: status },
    { id: `refunds.${index}.created_at`, label: 'Refunded on', kind: 'date' as const, value: '2026-02-26' },
  ]);
  const said = { source: 'Stripe', as_of: '2026-03-01T09:30:00Z' };
  return { ...context, refunds, facts: [...context.facts, ...facts.map((fact) => ({ ...fact, ...said }))] };
}

const contexts: (OrderContext | undefined)[] = [
  undefined,
  outForDelivery(),
  splitShipment(),
  withRefunds(),
  sampleOrderContext({ paymentStatus: 'refunded', refunded: '49.90 EUR' }),
  sampleOrderContext({ parcels: [], status: 'cancelled', cancelledAt: '2026-02-26T10:00:00Z' }),
  sampleOrderContext({
    parcels: [],
    status: 'not shipped yet',
    lines: [{ title: 'Cap', quantity: 1, unfulfilled: 1 }],
  }),
  sampleOrderContext({ parcels: [{ line_titles: ['Cap'] }, { line_titles: ['Hat'] }] }),
  sampleOrderContext({ lines: ['Cap', 'Hat'].map((title) => ({ title, quantity: 1, unfulfilled: 0 })) }),
  sampleOrderContext({ parcels: [{ status: 'delivered', delivered_at: '2026-02-27T15:00:00Z' }] }),
  sampleOrderContext({ parcels: [{ status: 'delivered', delivered_at: '2026-01-02T15:00:00Z' }] }),
  ...PARCEL_STATUSES.map((status) => sampleOrderContext({ parcels: [{ status, estimated_delivery: '2026-03-03' }] })),
  ...FINDINGS.map((code) => sampleOrderContext({ findings: [{ code, confidence: 'high', evidence: [] }] })),
  ...(['needed', 'not_found', 'unavailable'] as const).map((verification) => hiddenOrderContext(verification)),
];
const texts = [
  'Where is it? It has not come.',
  'Something arrived broken, also in order 12399',
  'I was charged twice',
  'How do I return it?',
  'Where is my refund?',
  'Please cancel it',
  'Thank you, great!',
  'Hola',
  'Do you ship to Norway?',
  '¿Aceptan PayPal?',
  'How long is the warranty?',
];
const request: fc.Arbitrary<DraftReplyRequest> = fc.record(
  {
    channel: fc.constantFrom('email' as const, 'chat' as const, 'app' as const),
    intent: fc.constantFrom(...INTENTS),
    text: fc.constantFrom(...texts),
    language: fc.constantFrom(...MAIL_LANGUAGES),
    sentiment: fc.constantFrom('positive' as const, 'neutral' as const, 'negative' as const),
    priority: fc.constantFrom('normal' as const, 'critical' as const),
    ticket_number: fc.constant('TKT-000123'),
    customer_name: fc.constantFrom('Lou', 'María José'),
    order_context: fc.constantFrom(...contexts.filter((context) => context !== undefined)),
  },
  { requiredKeys: ['channel', 'intent', 'text'] },
);

it('every sentence a template writes is found in its facts, and it asks at most one question', () => {
  fc.assert(
    fc.property(request, fc.constantFrom(...REPLY_TONES), (asked, tone) => {
      const { draft } = byTone[tone].compose(asked);
      expect(draft.check.unsupported).toEqual([]);
      expect(draft.reply_text.match(/\?/g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(draft.acknowledgement_text.match(/\?/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }),
    { numRuns: 600 },
  );
});

it('every section of the policy files may be told as it stands', () => {
  for (const language of REPLY_LANGUAGES) {
    for (const name of readdirSync(join(policyFolder, language))) {
      const { sections } = parsePolicy(name, readFileSync(join(policyFolder, language, name), 'utf8'), language);
      for (const { text, fact } of sections) expect(examineReply(text, [fact]).unsupported).toEqual([]);
    }
  }
});

describe('the tone', () => {
  const USTED = /(?<!\p{L})(?:usted|su|sus|responda|puede comprobar)(?!\p{L})/iu;
  const TU = /(?<!\p{L})(?:tú|tu|tus|te|responde|puedes)(?!\p{L})/iu;

  it('says usted or tú throughout a Spanish reply and its acknowledgement', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const spanish = { ...asked, language: 'es', channel: 'email' as const };
        const formal = byTone.formal.draft(spanish);
        const friendly = byTone.friendly.draft(spanish);
        // Policies address nobody and "su página", "sus artículos" in them are of things.
        const own = (text: string, facts: readonly { id: string; value: string }[]) =>
          facts.filter(({ id }) => id.startsWith('policy.')).reduce((rest, { value }) => rest.replace(value, ''), text);
        expect(own(formal.reply_text, formal.facts)).not.toMatch(TU);
        expect(formal.acknowledgement_text).not.toMatch(TU);
        expect(own(friendly.reply_text, friendly.facts)).not.toMatch(USTED);
        expect(friendly.acknowledgement_text).not.toMatch(USTED);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['negative', 'normal'],
    ['neutral', 'critical'],
  ] as const)('takes a %s message of %s priority seriously in its first sentence', (sentiment, priority) => {
    for (const intent of INTENTS) {
      for (const language of MAIL_LANGUAGES) {
        const asked = { channel: 'email', intent, text: 'It has not come.', sentiment, priority } as const;
        const draft = byTone.formal.draft({ ...asked, language });
        const seriously = /^[^\n]+\n\n[^.]*(?:take it seriously|tomamos en serio|prenons au sérieux|nehmen es ernst)\./;
        expect(draft.acknowledgement_text).toMatch(seriously);
        expect(draft.reply_text).toMatch(seriously);
        expect(draft.reply_text.match(/seriously|en serio/g)?.length ?? 1).toBe(1);
      }
    }
  });

  it('ends with the signature of the shop, which may name what no fact does', () => {
    const signatures = { en: 'Yours,\nMia at Trail & Co, +44 20 7946 0000' };
    const replies = createTemplateReplies({
      policyFolder,
      wording: { tone: 'friendly', shopName: 'Trail & Co', signatures },
    });
    const asked = { channel: 'email', intent: 'order_tracking', text: 'Where is it?' } as const;
    const english = replies.draft({ ...asked, order_context: outForDelivery(), customer_name: 'Lou' });
    expect(english).toMatchObject({ can_send: true });
    expect(english.reply_text).toMatch(/^Hi Lou,[^]*\n\nYours,\nMia at Trail & Co, \+44 20 7946 0000$/);
    expect(english.acknowledgement_text.endsWith(signatures.en)).toBe(true);
    const spanish = replies.draft({ ...asked, language: 'es', order_context: outForDelivery() });
    expect(spanish.reply_text.endsWith('Un saludo,\nAtención al cliente\nTrail & Co')).toBe(true);
  });
});

it('lists what was given back beside what was charged, not what failed', () => {
  const asked = {
    channel: 'email',
    intent: 'payment_issue',
    text: 'I was charged twice',
    order_context: withRefunds(),
  } as const;
  const { reply_text: english, check } = byTone.formal.draft(asked);
  expect(check.passed).toBe(true);
  expect(english).toContain(
    '- Refund of 26 February 2026: 10.00 EUR\n- Refund of 26 February 2026 (pending): 11.00 EUR',
  );
  expect(english).not.toContain('12.00');
  const spanish = byTone.formal.draft({ ...asked, language: 'es' }).reply_text;
  expect(spanish).toContain('- Reembolso del 26 de febrero de 2026: 10.00 EUR');
});

it('reads hostile messages in linear time', () => {
  for (const part of [
    'a@',
    'order 1',
    'parcel 1 ',
    'not ',
    '12345, ',
    'I was ',
    '¿',
    'send back ',
    'aaron ',
    'has x ',
  ]) {
    const text = part.repeat(200_000 / part.length);
    expect(wordsBeside(text)).toBeGreaterThanOrEqual(0);
    for (const intent of ['delivery_issue', 'returns'] as const) {
      const draft = byTone.formal.draft({
        channel: 'email',
        intent,
        text,
        subject: text,
        order_context: splitShipment(),
      });
      expect(draft.reply_text).not.toBe('');
    }
  }
});
