import type { Intent } from '../../contract/vocabulary';
import { deliveryIssue } from './delivery-issue';
import { orderTracking } from './order-tracking';
import { paymentIssue } from './payment-issue';
import { generalComplaint, otherMessage, productInformation } from './policy-answer';
import { returns } from './returns';
import type { TemplateInput, TemplateResult } from './template';

/** The template of each intent. */
export const TEMPLATES: Record<Intent, (input: TemplateInput) => TemplateResult> = {
  order_tracking: orderTracking,
  returns,
  product_information: productInformation,
  delivery_issue: deliveryIssue,
  payment_issue: paymentIssue,
  general_complaint: generalComplaint,
  other: otherMessage,
};
