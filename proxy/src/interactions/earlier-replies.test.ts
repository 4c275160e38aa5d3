import { openMemoryStore } from '../events/memory-store';
import { newEvent } from '../events/event';
import { type EarlierReply, earlierReplies, isRepetition, lastQuestion, wasAsked } from './earlier-replies';

const fact = (id: string, value: string) => ({
  ...{ id, label: id, value },
  ...{ kind: 'text' as const, source: 'shopify', as_of: null },
});
const reply = (template: string, more: Partial<EarlierReply> = {}): EarlierReply => ({
  ...{ template, can_send: true, facts: [] },
  ...more,
});
const state = (value: string, more: Partial<EarlierReply> = {}) =>
  reply('order_tracking.state', { facts: [fact('order.id', 'ORD-12345'), fact('parcels.0.status', value)], ...more });

it('gives the replies of one ticket, without those to the message that is being answered', async () => {
  const store = await openMemoryStore();
  try {
    const draft = (message_id: string, ticket_number: string) => {
      const { template, can_send, facts } = state(message_id);
      const payload = {
        ...{
          channel: 'email' as const,
          message_id,
          ticket_number,
          intent: 'order_tracking' as const,
          template,
          can_send,
        },
        ...{ facts, held_reasons: [], language: 'en', reply_text: '', duration_ms: 1 },
        check: { passed: true, statements: 1, unsupported: [] },
      };
      return newEvent('reply.drafted', payload, new Date(0));
    };
    const events = [draft('1', 'TKT-000001'), draft('2', 'TKT-000002'), draft('3', 'TKT-000001')];
    const write = { operation: 'DraftReply', key: 'k', bodyHash: '', status: 200, answer: {}, events };
    await store.write(write, new Date(0));
    const said = async (...more: [string | undefined, string?]) =>
      (await earlierReplies(store, ...more)).map(({ facts }) => facts[1]?.value);
    expect(await said('TKT-000001')).toEqual(['1', '3']);
    expect(await said('TKT-000001', '3')).toEqual(['1']);
    expect(await said('TKT-000009')).toEqual([]);
    expect(await said(undefined)).toEqual([]);
  } finally {
    await store.close();
  }
});

it('knows the question that was put last, also by an acknowledgement, which asks for the order only', () => {
  const question = reply('returns.ask_order');
  expect(lastQuestion([state('in_transit'), question])).toBe(question);
  expect(lastQuestion([{ ...question, can_send: false }])?.template).toBe('returns.ask_order');
  expect(lastQuestion([reply('returns.ask_item', { can_send: false })])).toBeUndefined();
  expect(lastQuestion([question, state('in_transit')])).toBeUndefined();
  expect(lastQuestion([])).toBeUndefined();
});

it('takes the same question for a repetition, whatever the matter, and another question for none', () => {
  const earlier = [reply('order_tracking.ask_order')];
  expect(isRepetition(reply('returns.ask_order'), earlier)).toBe(true);
  expect(wasAsked('returns.ask_order', earlier)).toBe(true);
  expect(isRepetition(reply('returns.ask_item'), earlier)).toBe(false);
  expect(isRepetition(reply('returns.ask_order'), [])).toBe(false);
});

it('takes the same facts by the same template for a repetition, and anything new for none', () => {
  expect(isRepetition(state('in_transit'), [state('in_transit')])).toBe(true);
  expect(isRepetition(state('delivered'), [state('in_transit')])).toBe(false);
  expect(isRepetition(state('in_transit'), [state('in_transit'), state('delivered')])).toBe(true);
  expect(isRepetition(state('in_transit'), [state('in_transit', { can_send: false })])).toBe(false);
  expect(isRepetition(state('in_transit', { template: 'returns.state' }), [state('in_transit')])).toBe(false);
});
