import type { MoneyActionAnswer, MoneyActionKind } from '../contract/money-action';
import type { OrderContext } from '../contract/order-context';
import type { Draft } from '../contract/reply';
import type { Triage } from '../contract/triage';
import type { Services } from '../routes/operation';
import { createSurveyLinks } from '../tickets/resolution/survey-links';

/** Stand-ins for the parts behind the routes, for tests of the routes; they count what they are asked. */

export const triaged: Triage = {
  intent: 'order_tracking',
  confidence: 0.9,
  sentiment: 'neutral',
  priority: 'normal',
  order_id: 'ORD-12345',
  requires_human_review: false,
  language: 'en',
  entities: [{ type: 'order_id', value: 'ORD-12345', text: '12345' }],
  review_reasons: [],
  team: 'orders',
  model: 'fake',
  model_version: '1',
  tracking_number: null,
  clean_text: 'Where is order 12345?',
};

const at = '2026-03-01T09:30:00.000Z';
const money = { amount: '49.90', currency: 'EUR' };

export const charge = {
  charge_id: 'ch_1234567890',
  total: money,
  refunded: { ...money, amount: '0.00' },
  status: 'succeeded',
  captured: true,
  disputed: false,
  created_at: at,
  card: null,
  payment_intent: null,
};

export const context: OrderContext = {
  found: true,
  verification: 'verified',
  order_id: 'ORD-12345',
  parcels: [],
  payments: [charge],
  findings: [],
  facts: [],
  degraded: [],
  sources: [{ vendor: 'shopify', origin: 'sandbox', ok: true, duration_ms: 3 }],
  summary: 'One order.',
  fetched_at: at,
};

const draft: Draft = {
  can_send: true,
  held_reasons: [],
  subject: 'Re: your order',
  reply_text: 'It is on its way.',
  reply_html: '<p>It is on its way.</p>',
  acknowledgement_text: 'Thank you.',
  acknowledgement_html: '<p>Thank you.</p>',
  facts: [],
  check: { passed: true, statements: 0, unsupported: [] },
  language: 'en',
  template: 'order_tracking',
};

export const moneyAnswer = (kind: MoneyActionKind): Omit<MoneyActionAnswer, 'duration_ms'> => ({
  state: 'done',
  kind,
  order_id: 'ORD-12345',
  amount: money,
  steps: [{ step: 'record_refund', vendor: 'shopify', state: 'done', reference: 'gid://1', message: null }],
  reference: 'gid://1',
  message: 'The refund is done.',
  needs_person: false,
  retry_after_seconds: null,
  replayed: false,
});

export interface FakeServices extends Services {
  /** How often each part was asked. */
  asked: Record<'triage' | 'orderContext' | 'chat', number>;
}

export function fakeServices(overrides: Partial<Services> = {}): FakeServices {
  const asked = { triage: 0, orderContext: 0, chat: 0 };
  const { degraded, sources, verification } = context;
  return {
    asked,
    triage: {
      triage: () => {
        asked.triage += 1;
        return Promise.resolve(triaged);
      },
    },
    commerce: {
      orderContext: () => {
        asked.orderContext += 1;
        return Promise.resolve(context);
      },
      trackShipment: () => Promise.resolve({ found: false, verification: 'needed' as const, degraded, sources }),
      getCharge: () => Promise.resolve({ found: true, verification, payment: charge, degraded, sources }),
      forget: () => undefined,
      vendors: { shopify: 'sandbox' },
      close: () => Promise.resolve(),
    },
    replies: { draft: () => Promise.resolve(draft) },
    money: {
      refund: () => Promise.resolve(moneyAnswer('refund')),
      cancel: () => Promise.resolve(moneyAnswer('cancellation')),
      look: () => Promise.resolve(moneyAnswer('refund')),
      reconcile: () => Promise.resolve(0),
    },
    surveys: createSurveyLinks({ keys: ['a key for tests only'], baseUrl: () => 'https://support.example.com' }),
    chat: {
      answer: (_request, state) => {
        asked.chat += 1;
        const turns = Number(state?.turns ?? 0) + 1;
        const answer = { reply: `Turn ${turns}`, action: 'answer' as const, triage: triaged, facts: [] };
        return Promise.resolve({ answer, state: { turns }, context });
      },
    },
    ...overrides,
  };
}
