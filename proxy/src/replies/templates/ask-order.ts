import type { Intent } from '../../contract/vocabulary';
import { findMarkedOrderIds } from '../../triage/entities/order-ids';
import type { TemplateInput, TemplateResult } from './template';

/** The ending of the templates that ask for the order number: a question without any fact, which every language has. */
const ASK_ORDER = '.ask_order';

export const asksForOrder = (template: string): boolean => template.endsWith(ASK_ORDER);

/** Whether nothing yet says which order a message is about: it was neither looked up nor is it named. */
export const isOrderUnknown = ({ request }: TemplateInput): boolean =>
  !request.order_context && !request.order_id && findMarkedOrderIds(request.text.slice(0, 4000)).length === 0;

/** The one question back when an order is needed and none is named. */
export function askOrder(intent: Intent, { book, words }: TemplateInput): TemplateResult {
  const findOrder = book.section('shipping#find-order');
  return {
    template: `${intent}${ASK_ORDER}`,
    paragraphs: [words.askOrderNumber, findOrder.text],
    facts: [findOrder.fact],
    holds: [],
  };
}
