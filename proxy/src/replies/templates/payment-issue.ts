import { opening } from './opening';
import type { Phrases } from './phrases';
import { personAnswers, policyAnswer } from './policy-answer';
import type { TemplateInput, TemplateResult, VerifiedOrder } from './template';

/** Money taken wrongly, in English and Spanish; whatever the triage said, it is never answered by itself. */
const DISPUTE =
  /(?<!\p{L})(?:twice|double|doubled|duplicate\p{L}*|two times|three times|3 times|2 times|unauthori[sz]ed|did(?:n't| not) (?:make|authori[sz]e)|don't recogni[sz]e|do not recogni[sz]e|fraud\p{L}*|stolen|scam|dispute\p{L}*|chargeback|overcharged|wrong amount|too much|dos veces|doble|duplicad\p{L}+|no reconozco|no autori[cz]\p{L}+|fraude|estafa|disputa|reclamación|de más)(?!\p{L})/iu;

/** What was given back: as the payment provider knows it, else as the charges tell. */
function refundsOf(order: VerifiedOrder, say: Phrases): string[] {
  const refunds = (order.context.refunds ?? []).flatMap(({ source, status }, index) => {
    const amount = order.fact(`refunds.${index}.total`);
    const on = order.fact(`refunds.${index}.created_at`);
    const isGiven = source === 'Stripe' && (status === 'succeeded' || status === 'pending');
    return isGiven && amount ? [say.refund(amount, on && say.day(on), status === 'pending')] : [];
  });
  if (refunds.length > 0) return refunds;
  return order.context.payments.flatMap((_, index) => {
    const amount = order.fact(`payments.${index}.refunded`);
    return amount ? [say.refund(amount, undefined, false)] : [];
  });
}

function dispute(input: TemplateInput): TemplateResult {
  const { order, say } = input;
  const charges = (order?.context.payments ?? []).flatMap((_, index) => {
    const amount = order?.fact(`payments.${index}.total`);
    const on = order?.fact(`payments.${index}.created_at`);
    return amount ? [say.charge(amount, on && say.day(on))] : [];
  });
  const refunds = order ? refundsOf(order, say) : [];
  return {
    template: 'payment_issue.dispute',
    paragraphs: [
      `${opening(input)} ${say.sorry} ${say.personWillAnswer}`,
      ...(order && charges.length > 0 ? [say.chargesOf(order.id), charges.join('\n')] : []),
      ...(order && refunds.length > 0 ? [say.refundsOf(order.id), refunds.join('\n')] : []),
    ],
    facts: order?.context.facts ?? [],
    holds: ['dispute_or_duplicate'],
  };
}

/** Payment questions are answered from the policy; anything about money taken goes to a person, with nothing promised. */
export function paymentIssue(input: TemplateInput): TemplateResult {
  const { request, order, answers } = input;
  const isFound = order?.context.findings.some(({ code }) => code === 'duplicate_charge' || code === 'dispute_open');
  if (isFound || request.priority === 'critical' || DISPUTE.test(`${request.subject ?? ''} ${request.text}`)) {
    return dispute(input);
  }
  if (answers.length > 0) return policyAnswer('payment_issue.policy', answers);
  return personAnswers('payment_issue.person', input, 'no_template');
}
