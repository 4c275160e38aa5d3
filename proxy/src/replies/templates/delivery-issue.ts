import { orderState } from './order-state';
import { policyAnswer } from './policy-answer';
import type { TemplateInput, TemplateResult } from './template';

/** Something went wrong on the way: the facts are drafted for the person who answers; only general questions are sent. */
export function deliveryIssue(input: TemplateInput): TemplateResult {
  const { request, order, say, answers } = input;
  const opening = `${say.thanks} ${say.sorry}`;
  if (!order && !request.order_id && answers.length > 0) return policyAnswer('delivery_issue.policy', answers);
  if (!order) {
    const isUnverified = request.order_context?.verification === 'needed';
    return {
      template: 'delivery_issue.person',
      paragraphs: [`${opening} ${say.personWillAnswer}`],
      facts: [],
      holds: isUnverified ? ['review_required', 'order_unverified'] : ['review_required'],
    };
  }
  const state = orderState(order, say);
  return {
    template: 'delivery_issue.state',
    paragraphs: [opening, ...state.paragraphs, say.personWillAnswer],
    facts: order.context.facts,
    holds: [...new Set<TemplateResult['holds'][number]>(['review_required', ...state.holds])],
  };
}
