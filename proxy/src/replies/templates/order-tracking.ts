import { askOrder, isOrderUnknown } from './ask-order';
import { orderState } from './order-state';
import { policyAnswer } from './policy-answer';
import type { TemplateInput, TemplateResult } from './template';

const OWN = /(?<!\p{L})(?:my|mine|mis?)(?!\p{L})/iu;

/**
 * "Where is my order?": the state of every parcel; one question back when the order is not known. Whether an order does
 * not exist or belongs to somebody else, the words are the same, so that nothing is revealed.
 */
export function orderTracking(input: TemplateInput): TemplateResult {
  const { request, order, book, say } = input;
  const context = request.order_context;
  const findOrder = book.section('shipping#find-order');
  const orderId = context?.order_id ?? request.order_id ?? null;
  if (order) {
    const { paragraphs, holds, isPacking } = orderState(order, say);
    const packing = book.section('shipping#packing-time');
    return {
      template: 'order_tracking.state',
      paragraphs: isPacking ? [...paragraphs, packing.text] : paragraphs,
      facts: [...order.context.facts, ...(isPacking ? [packing.fact] : [])],
      holds,
    };
  }
  if (isOrderUnknown(input)) {
    // "How do I track my order?" wants the state of one order more than the rule.
    const isOwn = input.answers.some((section) => section.id === 'shipping#tracking') && OWN.test(request.text);
    if (input.answers.length > 0 && !isOwn) return policyAnswer('order_tracking.policy', input.answers);
    return askOrder('order_tracking', input);
  }
  if (context?.verification === 'not_found' || context?.verification === 'needed') {
    return {
      template: 'order_tracking.not_matched',
      paragraphs: [say.orderNotMatched(orderId), findOrder.text],
      facts: [findOrder.fact],
      holds: [],
    };
  }
  return {
    template: 'order_tracking.unavailable',
    paragraphs: [say.lookupFailed(orderId), say.personWillAnswer],
    facts: [],
    holds: [context ? 'context_degraded' : 'order_missing'],
  };
}
