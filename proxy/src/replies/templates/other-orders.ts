import { readOrderNumber } from '../../commerce/context/order-number';
import type { DraftReplyRequest } from '../../contract/reply';
import { findMarkedOrderIds } from '../../triage/entities/order-ids';
import { isReplySubject } from '../../triage/cleaning/clean-subject';
import type { TemplateInput, TemplateResult } from './template';

const MAX_READ = 4000;
const MAX_NAMED = 5;

/** The orders a message names besides the one it is answered about; under the subject of an earlier mail only its text counts. */
export function otherOrders(request: DraftReplyRequest): string[] {
  const subject = request.subject && !isReplySubject(request.subject) ? `${request.subject}\n` : '';
  const named = findMarkedOrderIds(`${subject}${request.text}`.slice(0, MAX_READ)).map(({ value }) => value);
  const asked = request.order_context?.order_id ?? request.order_id ?? named[0] ?? '';
  const own = readOrderNumber(asked)?.orderId ?? asked;
  return [...new Set(named)].filter((id) => id !== own).slice(0, MAX_NAMED);
}

/** A reply to a message that names further orders: it says that it does not answer about them, and a person looks at it. */
export function withOtherOrders(result: TemplateResult, input: TemplateInput): TemplateResult {
  const others = otherOrders(input.request);
  if (others.length === 0) return result;
  return {
    ...result,
    paragraphs: input.order ? [...result.paragraphs, input.say.otherOrders(others)] : result.paragraphs,
    holds: [...result.holds, 'review_required'],
  };
}
