import type { TriageMessageRequest } from '../../proxy/src/contract/triage';
import type { EvaluationCase } from './evaluation-case';

/** A case as the service gets it. */
export function messageOf({ channel, text, ...more }: EvaluationCase): TriageMessageRequest {
  const { subject, is_html, from_email, reply_to, authentication_results } = more;
  return { channel, text, subject, is_html, from_email, reply_to, authentication_results };
}
