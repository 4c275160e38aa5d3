import type { PolicySection } from '../policy/policy';
import { opening } from './opening';
import type { TemplateInput, TemplateResult } from './template';

/** The sections of the policy files that answer the message, in their own words. */
export function policyAnswer(template: string, sections: readonly PolicySection[]): TemplateResult {
  return {
    template,
    paragraphs: sections.map((section) => section.text),
    facts: sections.map((section) => section.fact),
    holds: [],
  };
}

/** Nothing fits: a draft that says only that a person will answer. */
export function personAnswers(
  template: string,
  input: TemplateInput,
  hold: TemplateResult['holds'][number],
): TemplateResult {
  return { template, paragraphs: [opening(input), input.say.personWillAnswer], facts: [], holds: [hold] };
}

/** A question about products: answered when a policy section clearly answers it. */
export function productInformation(input: TemplateInput): TemplateResult {
  if (input.answers.length > 0) return policyAnswer('product_information.policy', input.answers);
  return personAnswers('product_information.person', input, 'no_template');
}

const PRAISE =
  /(?<!\p{L})(?:thank(?:s| you)|great|excellent|awesome|well done|gracias|genial|excelente|encantad[oa])(?!\p{L})/iu;

/** Words beside which thanks may be meant bitterly, or are not all there is to say. */
const TROUBLE =
  /(?<!\p{L})(?:ruin\p{L}*|los(?:t|e|es|ing)|br(?:eak|oke)\p{L}*|late|delay\p{L}*|wrong\p{L}*|never|still|nothing|nobody|no|not|\p{L}+n['’]t|wait\p{L}*|missing|damag\p{L}*|without|another|again|but|although|though|however|wast\p{L}*|spoil\p{L}*|charg\p{L}*|refund\p{L}*|pero|aunque|sin|nunca|nada|nadie|rot[oa]s?|tarde|retras\p{L}*|perd\p{L}*|mal|esper\p{L}*|otra vez|arruin\p{L}*|cobr\p{L}*)(?!\p{L})/iu;
const NAMES_ORDER = /\d{4,}/;

function isMerePraise({ sentiment, text, subject = '', order_id }: TemplateInput['request']): boolean {
  const said = `${subject} ${text}`;
  const isThanked = sentiment === 'positive' && PRAISE.test(text) && text.length <= 300 && !said.includes('?');
  return isThanked && order_id === undefined && !NAMES_ORDER.test(said) && !TROUBLE.test(said);
}

/** Everything else: a clear question is answered, praise is thanked for, the rest is for a person. */
export function otherMessage(input: TemplateInput): TemplateResult {
  const { request, say } = input;
  if (input.answers.length > 0) return policyAnswer('other.policy', input.answers);
  if (isMerePraise(request)) {
    return { template: 'other.thanks', paragraphs: [say.thanksForPraise], facts: [], holds: [] };
  }
  return personAnswers('other.person', input, 'no_template');
}

/** Dissatisfaction as such always goes to a person. */
export function generalComplaint(input: TemplateInput): TemplateResult {
  return {
    template: 'general_complaint.person',
    paragraphs: [`${opening(input)} ${input.say.sorry} ${input.say.personWillAnswer}`],
    facts: [],
    holds: ['review_required'],
  };
}
