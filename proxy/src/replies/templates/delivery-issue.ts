import { askItem, askParcel } from './ask-which';
import { askOrder, isOrderUnknown } from './ask-order';
import { opening } from './opening';
import { orderState } from './order-state';
import { policyAnswer } from './policy-answer';
import type { TemplateInput, TemplateResult } from './template';

/**
 * Something went wrong on the way: the facts are drafted for the person who answers; only general questions are
 * answered by themselves, and what is missing to help is asked for: the order, which of its parcels, which of its items.
 */
export function deliveryIssue(input: TemplateInput): TemplateResult {
  const { request, order, say, answers } = input;
  if (isOrderUnknown(input) && answers.length > 0) return policyAnswer('delivery_issue.policy', answers);
  if (isOrderUnknown(input)) return askOrder('delivery_issue', input);
  if (!order) {
    const isUnverified = request.order_context?.verification === 'needed';
    return {
      template: 'delivery_issue.person',
      paragraphs: [`${opening(input)} ${say.sorry} ${say.personWillAnswer}`],
      facts: [],
      holds: isUnverified ? ['review_required', 'order_unverified'] : ['review_required'],
    };
  }
  const text = request.text.slice(0, 4000);
  const question = askParcel(order, text, input) ?? askItem(order, text, input);
  if (question) return question;
  const state = orderState(order, say);
  return {
    template: 'delivery_issue.state',
    paragraphs: [`${opening(input)} ${say.sorry}`, ...state.paragraphs, say.personWillAnswer],
    facts: order.context.facts,
    holds: [...new Set<TemplateResult['holds'][number]>(['review_required', ...state.holds])],
  };
}
