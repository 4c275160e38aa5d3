import type { Fact } from '../../contract/order-context';
import { calendarDay } from '../check/calendar';
import { isoDay } from '../check/match-days';
import { askOrder, isOrderUnknown } from './ask-order';
import { askItem } from './ask-which';
import { opening } from './opening';
import { policyAnswer } from './policy-answer';
import { namesExcludedItem } from './return-limits';
import type { TemplateInput, TemplateResult, VerifiedOrder } from './template';

const ASKS_HOW =
  /\?|(?<!\p{L})(?:how|can i|could i|is it possible|policy|cómo|como|puedo|es posible|política)(?!\p{L})/iu;
const CANCEL = /(?<!\p{L})(?:cancel\p{L}*|anul\p{L}+)(?!\p{L})/iu;
/** Somebody who waits for money wants to know about theirs, not the rule. */
const WAITS_FOR_MONEY =
  /(?<!\p{L})(?:still|yet|never|not|haven't|hasn't|didn't|don't|where(?:'s| is)|waiting|overdue|weeks?|todavía|aún|nunca|no|dónde|esperando|semanas?)(?!\p{L}).{0,80}(?<!\p{L})(?:refund\p{L}*|money|reembols\p{L}+|dinero)|(?<!\p{L})(?:refund|money|reembolso|dinero)(?!\p{L}).{0,60}(?<!\p{L})(?:not|never|yet|still|missing|late|todavía|aún|nunca)(?!\p{L})/iu;
const SENDS_BACK =
  /(?<!\p{L})(?:return\p{L}*|send(?:ing)?(?: \p{L}+){0,4} back|exchang\p{L}+|swap|devol\p{L}+|devuel\p{L}+|cambi\p{L}+)(?!\p{L})/iu;
const WENT_WRONG =
  /(?<!\p{L})(?:broken|damaged|defect\p{L}*|fault\p{L}*|wrong|missing|refus\p{L}+|reject\p{L}+|denied|complain\p{L}*|payments?|transfer\p{L}*|pagos?|rot[oa]s?|dañad\p{L}+|defectuos\p{L}+|equivocad\p{L}+|falta\p{L}*|rechaz\p{L}+)(?!\p{L})/iu;

/** The last day to return an order that came in one parcel, as a fact made of the delivery day and the policy. */
function returnDeadline(
  order: VerifiedOrder,
  days: number,
  policy: Fact,
): { delivered: string; until: Fact } | undefined {
  const delivered = order.fact('parcels.0.delivered_at');
  const deliveredDay = isoDay(delivered);
  if (order.context.parcels.length !== 1 || delivered === undefined || deliveredDay === null) return undefined;
  const { year, month, day } = calendarDay(deliveredDay + days);
  const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const until: Fact = {
    id: 'returns.deadline',
    label: 'Return until',
    value,
    kind: 'date',
    source: policy.source,
    as_of: null,
  };
  return { delivered, until };
}

function ownDeadline(input: TemplateInput, order: VerifiedOrder): TemplateResult | undefined {
  const { book, say } = input;
  const section = book.section('returns#how-to-return');
  const found = returnDeadline(order, book.figure('returns', 'return_window_days'), section.fact);
  if (!found) return undefined;
  const isOver = found.until.value < order.context.fetched_at.slice(0, 10);
  const phrase = isOver ? say.returnEnded : say.returnUntil;
  return {
    template: isOver ? 'returns.ended' : 'returns.own_order',
    paragraphs: [phrase(order.id, say.day(found.delivered), say.day(found.until.value)), section.text],
    facts: [...order.context.facts, found.until, section.fact],
    holds: isOver ? ['review_required'] : [],
  };
}

/** A refund that happened is told; one that did not is for a person. Nothing is ever promised. */
function refundState(input: TemplateInput): TemplateResult {
  const { order, book, say } = input;
  const section = book.section('returns#refund-time');
  const refunded = order?.fact('order.refunded');
  const isPaidBack =
    order?.fact('order.payment_status') === 'refunded' &&
    order.context.degraded.length === 0 &&
    !order.context.findings.some((finding) => finding.code === 'refund_pending');
  if (order && refunded && isPaidBack) {
    return {
      template: 'returns.refunded',
      paragraphs: [say.refunded(refunded), section.text],
      facts: [...order.context.facts, section.fact],
      holds: [],
    };
  }
  if (isOrderUnknown(input)) return askOrder('returns', input);
  return {
    template: 'returns.refund_person',
    paragraphs: [`${opening(input)} ${say.personWillAnswer}`, section.text],
    facts: [section.fact],
    holds: ['review_required'],
  };
}

/** Returns, exchanges, refunds and cancellations: the policy, with the customer's own last day where it is known. */
export function returns(input: TemplateInput): TemplateResult {
  const { request, order, book, say, answers } = input;
  const text = `${request.subject ?? ''} ${request.text}`.slice(0, 4000);
  if (WAITS_FOR_MONEY.test(text) && !answers.some((section) => section.id === 'returns#refund-time' && !order)) {
    return refundState(input);
  }
  if (CANCEL.test(text) && (!ASKS_HOW.test(text) || request.order_id !== undefined)) {
    if (isOrderUnknown(input)) return askOrder('returns', input);
    const section = book.section('returns#cancel');
    return {
      template: 'returns.cancel_person',
      paragraphs: [`${opening(input)} ${say.personWillAnswer}`, section.text],
      facts: [section.fact],
      holds: ['review_required'],
    };
  }
  const isClear = answers.length > 0 || (SENDS_BACK.test(text) && !WENT_WRONG.test(text));
  if (!isClear && isOrderUnknown(input)) return askOrder('returns', input);
  const question = order && !isClear ? askItem(order, text, input) : undefined;
  if (question) return question;
  const isAboutHow = answers.length === 0 || answers.some((section) => section.id === 'returns#how-to-return');
  const general = policyAnswer(
    'returns.policy',
    answers.length > 0 ? answers : [book.section('returns#how-to-return')],
  );
  // "You can return it until …" would be wrong of an item that cannot be returned.
  const isOwn = isAboutHow && answers.length <= 1 && !namesExcludedItem(text, book);
  const own = order && isOwn ? ownDeadline(input, order) : undefined;
  const result = own ?? general;
  return isClear ? result : { ...result, holds: [...result.holds, 'no_template'] };
}
