import type { Draft, DraftReplyRequest } from '../contract/reply';
import type { ReplyService } from '../services';
import { acknowledgement } from './acknowledgement';
import { replyHtml } from './reply-html';
import { replyLanguage } from './reply-language';
import { replySubject } from './reply-subject';
import { greetableName } from './salutation';

export interface ReplySettings {
  /** Folder with one folder of policy files per language, for example `proxy/policies`. */
  policyFolder: string;
}

/** Makes the service that drafts replies. */
export function createReplies(_settings: ReplySettings): ReplyService {
  return {
    draft(request: DraftReplyRequest): Draft {
      const { language } = replyLanguage(request.language);
      const text = acknowledgement(greetableName(request.customer_name), request.ticket_number, language);
      return {
        can_send: false,
        held_reasons: ['no_template'],
        subject: replySubject(request.subject, request.ticket_number, language),
        reply_text: text,
        reply_html: replyHtml(text),
        acknowledgement_text: text,
        acknowledgement_html: replyHtml(text),
        facts: [],
        check: { passed: true, statements: 0, unsupported: [] },
        language,
        template: 'acknowledgement',
      };
    },
  };
}
