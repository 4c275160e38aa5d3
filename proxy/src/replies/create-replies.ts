import type { ReplyService } from '../services';
import { createTemplateReplies, type ReplySettings } from './template-replies';

/**
 * Makes the service that drafts replies.
 *
 * @throws PolicyFileError naming file and line when a policy file cannot be used
 */
export function createReplies(settings: ReplySettings): ReplyService {
  const templates = createTemplateReplies(settings);
  return { draft: (request) => Promise.resolve(templates.draft(request)) };
}
