import { groupOf, textOf, type Arguments } from '../gateway/arguments';
import { splitAddresses } from './addresses';
import type { DraftMail, SentMail } from './mail';
import type { Mailbox } from './mailbox';
import { viewSent } from './mail-view';
import { invalidRequest } from './outlook-error';
import { messageIdOf } from './read-operations';
import { newMessage, type Caller } from './send-operations';

const people = (list: string) => splitAddresses(list).map((Address) => ({ EmailAddress: { Name: Address, Address } }));

/** A draft as `DraftEmail` answers it: the older shape, with capitals. */
function viewDraft(draft: DraftMail): Record<string, unknown> {
  const view = viewSent(draft, undefined);
  return {
    Id: draft.id,
    InternetMessageId: draft.internetMessageId,
    ConversationId: draft.conversationId,
    CreatedDateTime: draft.sentOn,
    LastModifiedDateTime: draft.sentOn,
    ReceivedDateTime: draft.sentOn,
    Subject: draft.subject,
    Body: { ContentType: 'HTML', Content: draft.body },
    BodyPreview: view.bodyPreview,
    From: people(draft.from)[0],
    ToRecipients: people(draft.to),
    CcRecipients: people(draft.cc),
    BccRecipients: people(draft.bcc),
    ReplyTo: people(draft.replyTo),
    Importance: draft.importance,
    IsRead: true,
    HasAttachments: view.hasAttachments,
  };
}

/**
 * `DraftEmail` and, for an existing draft, `UpdateDraftEmail`.
 * @param update whether the draft has to be there
 * @throws {OutlookError} 400 and 403 as for sending, 404 for a draft that is not there
 */
export function saveDraft(
  mailbox: Mailbox,
  args: Arguments,
  caller: Caller,
  { maySendAs, now, update }: { maySendAs: (address: string) => boolean; now: Date; update: boolean },
): unknown {
  const unsupported = ['draftType', 'comment', ...(update ? [] : ['messageId'])].find(
    (name) => textOf(args, name) !== '',
  );
  if (unsupported !== undefined) {
    throw invalidRequest(`The mailbox stand-in drafts new messages only, without the parameter '${unsupported}'.`);
  }
  const message = newMessage(mailbox, groupOf(args, 'draftMessage'), caller, maySendAs);
  return viewDraft(mailbox.saveDraft(message, now, update ? messageIdOf(args) : undefined));
}

/** `SendDraftEmail`. @throws {OutlookError} 404 */
export function sendDraft(mailbox: Mailbox, args: Arguments, caller: Caller, now: Date): SentMail {
  return mailbox.sendDraft(messageIdOf(args), caller, now);
}
