import { join } from 'node:path';
import type { Draft, DraftReplyRequest } from '../contract/reply';
import { createTemplateReplies } from './template-replies';
import { hiddenOrderContext, outForDelivery, sampleOrderContext, splitShipment } from './sample-order-context';

const replies = createTemplateReplies({ policyFolder: join(__dirname, '../../policies') });
const draft = (request: Partial<DraftReplyRequest>): Draft =>
  replies.draft({ channel: 'email', intent: 'order_tracking', language: 'en', text: 'Where is it?', ...request });

describe('order tracking', () => {
  it('answers "Where is order 12345?" with what the carrier says', () => {
    const reply = draft({
      text: 'I ordered something last week...',
      subject: 'Where is order 12345?',
      order_id: 'ORD-12345',
      order_context: outForDelivery(),
      customer_name: 'Lou Reyes',
      ticket_number: 'TKT-000123',
    });
    expect(reply).toMatchObject({ can_send: true, held_reasons: [], language: 'en', template: 'order_tracking.state' });
    expect(reply.subject).toBe('Re: Where is order 12345? [TKT-000123]');
    expect(reply.reply_text).toContain('Your order ORD-12345 is out for delivery with FedEx.');
    expect(reply.reply_text).toContain('Expected delivery: 1 March 2026.');
    expect(reply.reply_text.startsWith('Hello Lou Reyes,')).toBe(true);
    expect(reply.facts.map((fact) => fact.id)).toEqual(
      expect.arrayContaining(['order.number', 'parcels.0.status', 'parcels.0.carrier', 'parcels.0.estimated_delivery']),
    );
    expect(reply.check).toMatchObject({ passed: true, unsupported: [] });
    expect(reply.check.statements).toBeGreaterThan(5);
  });
  it('answers in Spanish', () => {
    const reply = draft({ language: 'es', order_context: outForDelivery() });
    expect(reply.can_send).toBe(true);
    expect(reply.reply_text).toContain('está en reparto con FedEx');
    expect(reply.reply_text).toContain('1 de marzo de 2026');
  });
  it('tells of every parcel of a split shipment, and of what is missing', () => {
    const { reply_text: text, can_send } = draft({ order_context: splitShipment() });
    expect(can_send).toBe(true);
    expect(text).toContain('Parcel 1 of 2 was delivered by UPS on 27 February 2026.');
    expect(text).toContain('Parcel 2 of 2 is in transit with UPS.');
    expect(text).toContain('has not been shipped yet: Rain Jacket.');
  });
  it.each([
    ['label_created', 'has not been handed over yet', true],
    ['picked_up', 'was picked up by UPS', true],
    ['in_transit', 'is in transit', true],
    ['customs', 'is in customs clearance', true],
    ['delivery_attempted', 'UPS attempted delivery', true],
    ['delayed', 'is delayed', true],
    ['exception', 'is held up', true],
    ['ready_for_pickup', 'is ready for pickup', true],
    ['not_found', 'UPS does not show any scans yet', true],
    ['returning', 'on its way back to us', false],
    ['returned', 'was returned to us', false],
    ['cancelled', 'this shipment was cancelled', false],
    ['unknown', 'no current status', false],
  ] as const)('says of a parcel that is %s: %s (sent: %s)', (status, words, sent) => {
    for (const language of ['en', 'es']) {
      const reply = draft({ language, order_context: sampleOrderContext({ parcels: [{ status }] }) });
      expect(reply.check.unsupported).toEqual([]);
      expect(reply.can_send).toBe(sent);
      if (language === 'en') expect(reply.reply_text).toContain(words);
    }
  });
  it('says when an order was cancelled or has not been shipped', () => {
    const cancelled = sampleOrderContext({ parcels: [], status: 'cancelled', cancelledAt: '2026-02-26T10:00:00Z' });
    expect(draft({ order_context: cancelled }).reply_text).toContain('was cancelled on 26 February 2026');
    const lines = [{ title: 'Cap', quantity: 1, unfulfilled: 1 }];
    const packing = draft({ order_context: sampleOrderContext({ parcels: [], status: 'not shipped yet', lines }) });
    expect(packing).toMatchObject({ can_send: true });
    expect(packing.reply_text).toContain('has not been shipped yet');
  });
  it('asks one question when no order is named', () => {
    const reply = draft({});
    expect(reply).toMatchObject({ can_send: true, template: 'order_tracking.ask_order' });
    expect(reply.reply_text.match(/\?/g)).toHaveLength(1);
  });
  it('says the same of an order that does not exist and of one that is somebody else’s', () => {
    const foreign = draft({ order_context: hiddenOrderContext('needed') });
    const missing = draft({ order_context: hiddenOrderContext('not_found') });
    expect(foreign).toEqual(missing);
    expect(foreign).toMatchObject({ can_send: true, held_reasons: [] });
  });
  it.each([
    ['the shop did not answer', { order_context: hiddenOrderContext('unavailable') }, 'context_degraded'],
    ['the lookup is missing', { order_id: 'ORD-12345' }, 'order_missing'],
    [
      'a carrier did not answer',
      { order_context: sampleOrderContext({ parcels: [{ source: 'Shopify' }], degraded: [degraded('parcel')] }) },
      'context_degraded',
    ],
    [
      'a carrier’s word is older than the question',
      {
        order_context: sampleOrderContext({
          degraded: [{ ...degraded('parcel'), shown_as_of: '2026-03-01T07:00:00Z' }],
        }),
      },
      'context_degraded',
    ],
    [
      'a payment of the order was surely taken twice',
      { order_context: sampleOrderContext({ findings: [finding('duplicate_charge', 'high')] }) },
      'dispute_or_duplicate',
    ],
    [
      'a payment of the order is disputed',
      { order_context: sampleOrderContext({ findings: [finding('dispute_open', 'high')] }) },
      'dispute_or_duplicate',
    ],
    ['the triage wants a person', { order_context: outForDelivery(), requires_human_review: true }, 'review_required'],
    ['the language is not supported', { order_context: outForDelivery(), language: 'fr' }, 'unsupported_language'],
  ] as [string, Partial<DraftReplyRequest>, string][])('holds the draft when %s', (_when, request, reason) => {
    expect(draft(request)).toMatchObject({ can_send: false, held_reasons: [reason] });
  });
  it('quotes the first sentence of a reason the carrier gives', () => {
    const exception = 'The receiver was not available for delivery. A second attempt will be made.';
    const reply = draft({
      order_context: sampleOrderContext({ parcels: [{ status: 'delivery_attempted', exception }] }),
    });
    expect(reply).toMatchObject({ can_send: true });
    expect(reply.reply_text).toContain('The receiver was not available for delivery. ');
    expect(reply.reply_text).not.toContain('second attempt');
  });
  it('does not need a carrier that failed when another one knew the parcel', () => {
    expect(draft({ order_context: sampleOrderContext({ degraded: [degraded('parcel')] }) }).can_send).toBe(true);
  });
  it('is not held up by two equal payments for two orders', () => {
    const findings = [finding('duplicate_charge', 'medium')];
    expect(draft({ order_context: sampleOrderContext({ findings }) }).can_send).toBe(true);
  });
  it('does not need the payment provider', () => {
    expect(draft({ order_context: sampleOrderContext({ degraded: [degraded('payment')] }) }).can_send).toBe(true);
  });
});

function finding(code: 'duplicate_charge' | 'dispute_open', confidence: 'medium' | 'high') {
  return { code, confidence, evidence: [] };
}

function degraded(part: 'parcel' | 'payment') {
  return { part, vendor: 'ups' as const, code: 'RCC_TIMEOUT', message: 'No answer.', retry_after_seconds: null };
}

describe('returns', () => {
  const delivered = sampleOrderContext({ parcels: [{ status: 'delivered', delivered_at: '2026-02-27T15:00:00Z' }] });
  it.each([
    ['How do I return my order?', 'returns.policy', 'within 30 days of delivery'],
    ['I want to send these trainers back, never worn. How?', 'returns.policy', 'within 30 days of delivery'],
    ['How long does a refund take?', 'returns.policy', '5–10 business days'],
    ['How can I cancel my order?', 'returns.policy', 'until it is handed to the carrier'],
    ['¿Cómo devuelvo mi pedido?', 'returns.policy', '30 días'],
  ])('answers "%s" from the policy', (text, template, words) => {
    const reply = draft({ intent: 'returns', text, language: text.startsWith('¿') ? 'es' : 'en' });
    expect(reply).toMatchObject({ can_send: true, template });
    expect(reply.reply_text).toContain(words);
  });
  it("tells the customer's own last day", () => {
    const reply = draft({ intent: 'returns', text: 'How do I return my order?', order_context: delivered });
    expect(reply).toMatchObject({ can_send: true, template: 'returns.own_order' });
    expect(reply.reply_text).toContain('You can return it until 29 March 2026.');
    expect(reply.facts).toContainEqual(expect.objectContaining({ id: 'returns.deadline', value: '2026-03-29' }));
  });
  it('leaves it to a person when the last day is over', () => {
    const old = sampleOrderContext({ parcels: [{ status: 'delivered', delivered_at: '2026-01-10T15:00:00Z' }] });
    expect(draft({ intent: 'returns', text: 'How do I return it?', order_context: old })).toMatchObject({
      can_send: false,
      held_reasons: ['review_required'],
    });
  });
  it.each([
    'Please cancel order 12345',
    'I still have no refund',
    'Where is my money? I returned it 5 weeks ago',
    'The mixer is faulty, return it!',
  ])('leaves "%s" to a person once the order is known, and promises nothing', (text) => {
    const reply = draft({ intent: 'returns', text, order_context: sampleOrderContext() });
    expect(reply.can_send).toBe(false);
    expect(reply.check.passed).toBe(true);
  });
  it('tells of a refund only when it happened', () => {
    const request = { intent: 'returns' as const, text: 'Where is my refund?' };
    const paidBack = sampleOrderContext({ paymentStatus: 'refunded', refunded: '49.90 EUR' });
    expect(draft({ ...request, order_context: paidBack })).toMatchObject({
      can_send: true,
      template: 'returns.refunded',
    });
    const findings = [{ code: 'refund_pending' as const, confidence: 'medium' as const, evidence: [] }];
    const pending = sampleOrderContext({ paymentStatus: 'refunded', refunded: '49.90 EUR', findings });
    expect(draft({ ...request, order_context: pending })).toMatchObject({ can_send: false });
    expect(draft({ ...request, order_context: delivered })).toMatchObject({ can_send: false });
  });
});

describe('payment', () => {
  it.each([
    ['Do you accept PayPal?', 'en', 'PayPal'],
    ['¿Aceptan PayPal?', 'es', 'PayPal'],
    ['I need a copy of my invoice', 'en', 'https://shop.example/orders'],
  ])('answers "%s" from the policy', (text, language, words) => {
    const reply = draft({ intent: 'payment_issue', text, language });
    expect(reply).toMatchObject({ can_send: true, template: 'payment_issue.policy' });
    expect(reply.reply_text).toContain(words);
  });
  it.each([
    'I was charged twice!',
    'URGENT: Double charged!!',
    'There is a payment I did not authorize',
    'Me han cobrado dos veces',
  ])('holds "%s" and says nothing about a refund', (text) => {
    const reply = draft({
      intent: 'payment_issue',
      text,
      order_context: sampleOrderContext({ payments: ['49.90 EUR', '49.90 EUR'] }),
    });
    expect(reply).toMatchObject({ can_send: false, held_reasons: ['dispute_or_duplicate'], check: { passed: true } });
    expect(reply.reply_text).not.toMatch(/refund|reembols/i);
    expect(reply.acknowledgement_text).not.toMatch(/refund|charge|reembols/i);
  });
  it('holds a harmless question when the charges look doubled', () => {
    const findings = [{ code: 'duplicate_charge' as const, confidence: 'high' as const, evidence: [] }];
    expect(
      draft({
        intent: 'payment_issue',
        text: 'Do you accept PayPal?',
        order_context: sampleOrderContext({ findings }),
      }),
    ).toMatchObject({ held_reasons: ['dispute_or_duplicate'] });
  });
});

describe('everything else', () => {
  it.each([
    ['product_information', 'How long is the warranty?', true],
    ['product_information', 'Is the jacket waterproof?', false],
    ['product_information', 'How much is shipping? And is the jacket waterproof?', false],
    ['other', 'I forgot my password', true],
    ['other', 'We make custom tote bags and would love to be your supplier.', false],
    ['general_complaint', 'Appalling service all round', false],
    ['delivery_issue', 'What happens if nobody is at home?', true],
  ] as const)('%s: "%s" is sent: %s', (intent, text, sent) => {
    expect(draft({ intent, text }).can_send).toBe(sent);
  });
  it('drafts the facts for the person who answers a delivery problem', () => {
    const reply = draft({ intent: 'delivery_issue', text: 'It arrived broken', order_context: splitShipment() });
    expect(reply).toMatchObject({ can_send: false, held_reasons: ['review_required'], check: { passed: true } });
    expect(reply.reply_text).toContain('Parcel 1 of 2 was delivered');
  });
  it.each([
    'Thanks a lot for ruining my birthday',
    'Perfect, you broke my vase. Thank you!',
    'Oh great, another week without my parcel. Excellent!',
    'Great shoes, thank you, but they are too small',
    'Thank you for order 12345',
    'Gracias por perder mi paquete, genial',
  ])('does not take "%s" for mere praise', (text) => {
    expect(draft({ intent: 'other', sentiment: 'positive', text, channel: 'email' }).can_send).toBe(false);
  });

  it('thanks for praise and claims nothing that was not done', () => {
    const praise = { intent: 'other', sentiment: 'positive', text: 'Thank you, great service!' } as const;
    const reply = draft({ ...praise, channel: 'chat' });
    expect(reply).toMatchObject({ can_send: true, reply_text: 'Thank you for your kind words.' });
    expect(draft({ ...praise, channel: 'chat', language: 'es' }).reply_text).toBe('Gracias por sus amables palabras.');
  });
  it.each(['product_information', 'other', 'delivery_issue', 'order_tracking'] as const)(
    'says nothing of payment when %s asks when it arrives',
    (intent) => {
      for (const channel of ['email', 'chat'] as const) {
        expect(draft({ intent, channel, text: 'When does it arrive?' }).reply_text).not.toMatch(/cash/i);
      }
    },
  );
  it.each(['product_information', 'other', 'delivery_issue', 'order_tracking'] as const)(
    'holds a question of %s about a country the policy does not name',
    (intent) => {
      const reply = draft({ intent, text: 'Do you ship to Brazil and how much does it cost?' });
      expect(reply.can_send).toBe(false);
      expect(reply.held_reasons).toContain('no_template');
      expect(reply.reply_text).not.toContain('4.90');
    },
  );
  it('names the mailbox customers can write to', () => {
    for (const [language, text] of [
      ['en', 'What is your e-mail address?'],
      ['es', '¿Cuál es su dirección de correo?'],
    ] as const) {
      expect(draft({ intent: 'other', language, text }).reply_text).toContain('support@shop.example');
    }
  });
});

describe('the mail around it', () => {
  it.each([
    ['Re: RE: AW: Where? [TKT-000001] [TKT-000123]', 'Re: Where? [TKT-000123]'],
    ['Fwd: Where?', 'Re: Where? [TKT-000123]'],
    ['', 'Re: Your message [TKT-000123]'],
    ['Hi\r\nBcc: eve@example.com', 'Re: Hi Bcc: eve@example.com [TKT-000123]'],
  ])('makes the subject "%j" into one line with one token', (subject, expected) => {
    expect(draft({ subject, ticket_number: 'TKT-000123' }).subject).toBe(expected);
  });
  it.each(['en', 'es'])('tells whose ticket was made in the app that it was opened, in %s', (language) => {
    const given = { language, order_context: outForDelivery(), ticket_number: 'TKT-000123' };
    const reply = draft({ ...given, channel: 'app' });
    expect(reply.can_send).toBe(true);
    expect(reply.reply_text).toMatch(/FedEx[^]*(Your reference is|Su referencia es) \[TKT-000123\]/);
    expect(draft(given).reply_text).not.toContain('TKT-000123');
    expect(draft({ ...given, channel: 'app', ticket_number: undefined }).reply_text).not.toContain('TKT');
  });
  it('puts in no token for something that is no ticket number', () => {
    expect(draft({ subject: 'Hi', ticket_number: '<b>' }).subject).toBe('Re: Hi');
  });
  it('acknowledges with the reference, without any fact of the order', () => {
    const reply = draft({
      order_context: outForDelivery(),
      ticket_number: 'TKT-000123',
      customer_name: 'Lou',
      requires_human_review: true,
    });
    expect(reply.acknowledgement_text).toContain('Hello Lou,');
    expect(reply.acknowledgement_text).toContain('[TKT-000123]');
    expect(reply.acknowledgement_text).toMatch(/A person from our team will/);
    expect(reply.acknowledgement_text).not.toMatch(/12345|FedEx|delivery|March/);
    expect(reply.acknowledgement_html).toContain('[TKT-000123]');
  });
  it.each(['<script>alert(1)</script>', 'we will refund 500 EUR', 'www.evil.example', 'A\nB: c', '1'])(
    'greets nobody called "%j"',
    (customer_name) => {
      const reply = draft({ order_context: outForDelivery(), customer_name });
      expect(reply.reply_text.split('\n')[0]).toMatch(/^Hello,$|^Hello we will refund/);
      expect(reply.reply_text).not.toContain('script');
    },
  );
  it('never takes over text as markup', () => {
    const context = sampleOrderContext({
      parcels: [{ status: 'delayed', exception: 'Late <img src=x onerror=alert(1)> & more' }],
    });
    const html = draft({ order_context: context, text: '<b>bold</b>' }).reply_html;
    expect(html).not.toMatch(/<img|<b>/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more');
  });
  it('links https addresses only', () => {
    const html = draft({ order_context: outForDelivery() }).reply_html;
    expect(html).toContain('<a href="https://www.fedex.com/fedextrack/?trknbr=7942657890">');
  });
  it('leaves greeting and closing out of a chat', () => {
    expect(draft({ channel: 'chat', order_context: outForDelivery() }).reply_text).toMatch(/^Your order/);
  });
});
