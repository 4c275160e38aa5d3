import { join } from 'node:path';
import { createTemplateReplies } from '../template-replies';
import { sampleOrderContext } from '../sample-order-context';
import { longestDuration } from './return-limits';

const replies = createTemplateReplies({ policyFolder: join(__dirname, '../../../policies') });
const draft = (text: string, language = 'en', more = {}) =>
  replies.draft({ channel: 'email', intent: 'returns', language, text, ...more });

it('tells of the exceptions and leaves a late return to a person', () => {
  const reply = draft('Can I return personalised underwear after 60 days?');
  expect(reply).toMatchObject({ can_send: false, held_reasons: ['review_required'] });
  expect(reply.reply_text).toContain('Personalised items, underwear and opened cosmetics cannot be returned');
});

it.each([
  ['I want to return the underwear I bought', 'en', 'underwear and opened cosmetics cannot be returned'],
  ['Can I return a personalized mug?', 'en', 'Personalised items'],
  ['How do I return my order from the sale?', 'en', 'Sale items can be returned'],
  ['Quiero devolver la ropa interior que compré', 'es', 'no se pueden devolver'],
])('adds the exceptions to the answer to "%s"', (text, language, words) => {
  const reply = draft(text, language);
  expect(reply).toMatchObject({ can_send: true, check: { passed: true } });
  expect(reply.reply_text.split(words)).toHaveLength(2);
});

it('names no last day for an item that may not be returned', () => {
  const order_context = sampleOrderContext({
    parcels: [{ status: 'delivered', delivered_at: '2026-02-27T15:00:00Z' }],
  });
  const reply = draft('Can I return the underwear?', 'en', { order_context });
  expect(reply.reply_text).toContain('cannot be returned');
  expect(reply.reply_text).not.toContain('29 March');
});

it('says nothing of exceptions when none is asked about', () => {
  expect(draft('How do I return my order?').reply_text).not.toContain('underwear');
});

it.each([
  ['Can I return it after 60 days?', 'en'],
  ['I want to return a lamp I bought two months ago', 'en'],
  ['I want to return a lamp I bought last year', 'en'],
  ['¿Puedo devolverlo después de 6 semanas?', 'es'],
])('holds "%s"', (text, language) => {
  expect(draft(text, language).can_send).toBe(false);
});

it.each([
  ['after 60 days', 60],
  ['within 30 days', 30],
  ['2 weeks', 14],
  ['3-4 months', 124],
  ['at 10:00', 0],
])('reads "%s" as %d days', (text, days) => {
  expect(longestDuration(text)).toBe(days);
});
