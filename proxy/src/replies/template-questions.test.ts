import { join } from 'node:path';
import type { DraftReplyRequest } from '../contract/reply';
import { hiddenOrderContext, outForDelivery, sampleOrderContext, splitShipment } from './sample-order-context';
import { createTemplateReplies } from './template-replies';

const policyFolder = join(__dirname, '../../policies');
const replies = createTemplateReplies({ policyFolder });
const draft = (request: Partial<DraftReplyRequest>) =>
  replies.draft({ channel: 'email', intent: 'delivery_issue', text: 'It has not come.', ...request });
const questionsIn = (text: string) => text.match(/\?/g)?.length ?? 0;

const twoOnTheWay = () =>
  sampleOrderContext({
    orderId: 'ORD-12346',
    lines: ['Trail Shoe 42', 'Wool Cap'].map((title) => ({ title, quantity: 1, unfulfilled: 0 })),
    parcels: [{ line_titles: ['Trail Shoe 42'] }, { tracking_number: '1Z999AA10123456793', line_titles: ['Wool Cap'] }],
  });
const bothDelivered = () => {
  const parcel = { status: 'delivered' as const, delivered_at: '2026-02-27T15:20:00Z' };
  return sampleOrderContext({
    lines: ['Trail Shoe 42', 'Wool Cap'].map((title) => ({ title, quantity: 1, unfulfilled: 0 })),
    parcels: [
      { ...parcel, line_titles: ['Trail Shoe 42'] },
      { ...parcel, tracking_number: '1Z999AA10123456793', line_titles: ['Wool Cap'] },
    ],
  });
};
const twoItems = () =>
  sampleOrderContext({
    lines: ['Trail Shoe 42', 'Wool Cap'].map((title) => ({ title, quantity: 1, unfulfilled: 0 })),
    parcels: [{ status: 'delivered', delivered_at: '2026-02-27T15:20:00Z' }],
  });

describe('a missing order number', () => {
  it.each([
    ['order_tracking', 'Where is my order?'],
    ['delivery_issue', 'My parcel arrived broken'],
    ['delivery_issue', 'The driver left it in the rain'],
    ['returns', 'I still have no refund'],
    ['returns', 'Please cancel what I bought'],
    ['returns', 'The mixer is faulty, return it!'],
  ] as const)('is asked for in one question: %s, "%s"', (intent, text) => {
    for (const language of ['en', 'es']) {
      const reply = draft({ intent, text, language });
      expect(reply).toMatchObject({ can_send: true, template: `${intent}.ask_order` });
      expect(questionsIn(reply.reply_text)).toBe(1);
    }
  });

  it.each([
    ['the caller', { order_id: 'ORD-12345' }],
    ['the message', { text: 'The parcel of order 12345 has not come.' }],
    ['a lookup', { order_context: hiddenOrderContext('unavailable') }],
  ])('is not asked for when %s gave it', (_who, request) => {
    const reply = draft(request);
    expect(reply.can_send).toBe(false);
    expect(questionsIn(reply.reply_text + reply.acknowledgement_text)).toBe(0);
  });

  it.each([
    ['en', 'Which order is it about?'],
    ['es', '¿De qué pedido se trata?'],
    ['fr', 'De quelle commande s’agit-il ?'],
    ['de', 'Um welche Bestellung geht es?'],
  ])('is asked for in the acknowledgement when a person answers, in %s', (language, question) => {
    const reply = draft({ language, requires_human_review: true, ticket_number: 'TKT-000123' });
    expect(reply.can_send).toBe(false);
    expect(reply.acknowledgement_text).toContain(question);
    expect(reply.acknowledgement_text).toContain('[TKT-000123]');
    expect(questionsIn(reply.acknowledgement_text)).toBe(1);
    expect(draft({ language, requires_human_review: true, order_id: '1' }).acknowledgement_text).not.toContain('?');
  });

  it.each([
    ['fr', /^Bonjour Lou,\n\nDe quelle commande/, 'Cordialement'],
    ['de-AT', /^Guten Tag Lou,\n\nUm welche Bestellung/, 'Freundliche Grüße'],
  ])('is asked for in %s, without a fact', (language, beginning, end) => {
    const reply = draft({ language, customer_name: 'Lou', text: 'Colis non reçu' });
    expect(reply).toMatchObject({ can_send: true, facts: [], language: language.slice(0, 2) });
    expect(reply.reply_text).toMatch(beginning);
    expect(reply.reply_text).toContain(end);
    expect(reply.reply_text).not.toContain('confirmation e-mail');
  });
  it('and nothing else is answered in a language nobody wrote the answers in', () => {
    for (const language of ['fr', 'de', 'it']) {
      const reply = draft({ language, intent: 'order_tracking', order_context: outForDelivery() });
      expect(reply).toMatchObject({ can_send: false, held_reasons: ['unsupported_language'] });
    }
    expect(draft({ language: 'it' }).can_send).toBe(false);
  });
});

describe('which of several parcels', () => {
  it.each(['It has not come.', 'Where is my parcel? It is late', 'My parcel is lost'])(
    'is asked once when "%s" may mean either',
    (text) => {
      const reply = draft({ text, order_context: twoOnTheWay() });
      expect(reply).toMatchObject({ can_send: true, template: 'delivery_issue.ask_parcel' });
      expect(reply.reply_text).toContain('Parcel 2 of 2');
      expect(questionsIn(reply.reply_text)).toBe(1);
    },
  );
  it.each([
    'The second parcel has not come',
    'Parcel 1 never arrived',
    'My Wool Cap has not arrived',
    '1Z 999A A101 2345 6793 is lost',
    'Neither has come',
    'Both are late',
    'Please send it to my office instead',
  ])('is not asked when "%s" says so', (text) => {
    const reply = draft({ text, order_context: twoOnTheWay() });
    expect(reply).toMatchObject({ can_send: false, template: 'delivery_issue.state' });
    expect(questionsIn(reply.reply_text)).toBe(0);
  });
  it('is not asked when only one is still on its way, or only one has come', () => {
    for (const text of ['It has not come', 'It arrived broken']) {
      expect(draft({ text, order_context: splitShipment() })).toMatchObject({ template: 'delivery_issue.state' });
    }
    expect(draft({ text: 'It arrived broken', order_context: bothDelivered() })).toMatchObject({
      template: 'delivery_issue.ask_parcel',
    });
  });
});

describe('which of several items', () => {
  it.each(['delivery_issue', 'returns'] as const)('is asked once when one is broken: %s', (intent) => {
    for (const [language, text] of [
      ['en', 'Something in it arrived broken.'],
      ['es', 'Ha llegado algo roto.'],
    ] as const) {
      const reply = draft({ intent, language, text, order_context: twoItems() });
      expect(reply).toMatchObject({ can_send: true, template: `${intent}.ask_item` });
      expect(reply.reply_text).toContain('Trail Shoe 42, Wool Cap');
      expect(questionsIn(reply.reply_text)).toBe(1);
    }
  });
  it('is not asked when it is named or there is only one', () => {
    const text = 'The trail shoe arrived broken.';
    expect(draft({ text, order_context: twoItems() }).template).toBe('delivery_issue.state');
    const one = sampleOrderContext({ parcels: [{ status: 'delivered', delivered_at: '2026-02-27T15:00:00Z' }] });
    expect(draft({ text: 'It arrived broken.', order_context: one }).template).toBe('delivery_issue.state');
  });
});

describe('a message about two orders', () => {
  const text = 'Where are my orders 12345 and 12346?';
  it.each([
    ['en', 'You also named ORD-12346. A person'],
    ['es', 'También menciona ORD-12346. Una persona'],
  ])('is answered about one, says so, and is held, in %s', (language, words) => {
    const reply = draft({ intent: 'order_tracking', text, language, order_context: outForDelivery() });
    expect(reply).toMatchObject({ can_send: false, held_reasons: ['review_required'], check: { passed: true } });
    expect(reply.reply_text).toContain(words);
  });
  it('is one about the order its text names when the other stands in the subject of the thread', () => {
    const about = { intent: 'order_tracking', order_context: outForDelivery() } as const;
    const thread = { ...about, text: 'Where is order 12345?', subject: 'Re: Where is order 12346? [TKT-000123]' };
    expect(draft(thread).can_send).toBe(true);
    expect(draft({ ...thread, subject: 'Order 12346' }).can_send).toBe(false);
    expect(draft({ ...about, text: 'Where is ord 12345, i.e. #12345?' }).can_send).toBe(true);
  });
});
