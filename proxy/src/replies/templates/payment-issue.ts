import { personAnswers, policyAnswer } from './policy-answer';
import type { TemplateInput, TemplateResult } from './template';

/** Money taken wrongly, in English and Spanish; whatever the triage said, it is never answered by itself. */
const DISPUTE =
  /(?<!\p{L})(?:twice|double|doubled|duplicate\p{L}*|two times|three times|3 times|2 times|unauthori[sz]ed|did(?:n't| not) (?:make|authori[sz]e)|don't recogni[sz]e|do not recogni[sz]e|fraud\p{L}*|stolen|scam|dispute\p{L}*|chargeback|overcharged|wrong amount|too much|dos veces|doble|duplicad\p{L}+|no reconozco|no autori[cz]\p{L}+|fraude|estafa|disputa|reclamación|de más)(?!\p{L})/iu;

function dispute({ order, say }: TemplateInput): TemplateResult {
  const charges = (order?.context.payments ?? []).flatMap((_, index) => {
    const amount = order?.fact(`payments.${index}.total`);
    const on = order?.fact(`payments.${index}.created_at`);
    return amount ? [say.charge(amount, on && say.day(on))] : [];
  });
  return {
    template: 'payment_issue.dispute',
    paragraphs: [
      `${say.thanks} ${say.sorry} ${say.personWillAnswer}`,
      ...(order && charges.length > 0 ? [say.chargesOf(order.id), charges.join('\n')] : []),
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
