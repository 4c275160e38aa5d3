import { join } from 'node:path';
import type { AnswerChatRequest } from '../contract/chat';
import type { OrderContext } from '../contract/order-context';
import type { Triage } from '../contract/triage';
import type { Intent, ReviewReason, Team } from '../contract/vocabulary';
import { createReplies } from '../replies/create-replies';
import { hiddenOrderContext, outForDelivery } from '../replies/sample-order-context';
import type { ChatState, CommerceService } from '../services';
import { createChat } from './create-chat';

export const replies = createReplies({ policyFolder: join(__dirname, '../../policies') });
const TEAM: Record<Intent, Team> = {
  order_tracking: 'orders',
  returns: 'returns',
  product_information: 'products',
  delivery_issue: 'delivery',
  payment_issue: 'payments',
  general_complaint: 'care',
  other: 'care',
};

/** A triage by key words, as sure or unsure as the words say. */
const WORDS: [RegExp, Intent, ReviewReason[]][] = [
  [/charged twice|dos veces/i, 'payment_issue', ['money', 'critical_priority']],
  [/ignore (all|your) /i, 'other', ['injection']],
  [/several/i, 'order_tracking', ['several_requests']],
  [/cancel|return|refund|devolver|devuelvo/i, 'returns', []],
  [/broken|damaged|never arrived/i, 'delivery_issue', []],
  [/where|tracking|dónde/i, 'order_tracking', []],
  [/paypal|invoice/i, 'payment_issue', []],
  [/waterproof|warranty/i, 'product_information', []],
  [/terrible/i, 'general_complaint', []],
];
export function triageOf(text: string): Triage {
  const [, intent, reasons] = WORDS.find(([pattern]) => pattern.test(text)) ?? [
    /./,
    'other' as const,
    ['low_confidence' as const],
  ];
  const order = /(?:ORD-|#|order |pedido )(\d{3,})/i.exec(text)?.[1];
  return {
    intent,
    confidence: reasons.includes('low_confidence') ? 0.3 : 0.9,
    sentiment: 'neutral',
    priority: reasons.includes('critical_priority') ? 'critical' : 'normal',
    order_id: order ? `ORD-${order}` : null,
    requires_human_review: reasons.length > 0,
    language: /[¿áéíóúñ]|hola/i.test(text) ? 'es' : /[a-z]{3}/i.test(text) ? 'en' : 'und',
    entities: [],
    review_reasons: reasons,
    team: TEAM[intent],
    model: 'test',
    model_version: '1',
    tracking_number: null,
    clean_text: text,
  };
}

interface Setup {
  context?: OrderContext;
}
/** A chat over one order of lou@example.com, with a triage that knows a few words. */
export function start({ context = outForDelivery() }: Setup = {}) {
  const asked: { requester_email: string; order_id?: string }[] = [];
  const commerce: CommerceService = {
    orderContext: (request) => {
      asked.push({ requester_email: request.requester_email, order_id: request.order_id });
      if (context.verification === 'unavailable') return Promise.resolve(context);
      const isRight = request.requester_email === 'lou@example.com' && request.order_id === context.order_id;
      const isKnown = request.order_id === context.order_id;
      return Promise.resolve(
        isRight ? context : hiddenOrderContext(isKnown ? 'needed' : 'not_found', request.order_id),
      );
    },
    trackShipment: () => Promise.reject(new Error('not asked')),
    getCharge: () => Promise.reject(new Error('not asked')),
    forget: () => undefined,
    vendors: {},
    close: () => Promise.resolve(),
  };
  const chat = createChat({
    triage: { triage: (message) => Promise.resolve(triageOf(message.text)) },
    commerce,
    replies,
    now: () => new Date('2026-03-01T10:00:00Z'),
  });
  let state: ChatState | null = null;
  let number = 0;
  return {
    asked,
    state: () => state,
    async say(text: string, more: Partial<AnswerChatRequest> = {}) {
      number += 1;
      const turn = await chat.answer({ conversation_id: 'c', message_id: `m${number}`, text, ...more }, state);
      // What is stored is JSON.
      state = JSON.parse(JSON.stringify(turn.state)) as ChatState;
      return turn.answer;
    },
  };
}
