import { requiredText, textOf, wholeNumberOf, type Arguments } from '../gateway/arguments';
import type { DraftMail, ReceivedMail, SentMail } from './mail';
import type { Mailbox } from './mailbox';
import { folderKey } from './mail-folders';
import { viewReceived, viewSent, type AttachmentView, type MailView } from './mail-view';
import { passesMailFilters } from './new-mail-trigger';
import { itemNotFound, OutlookError } from './outlook-error';
import { compileSearch } from './search-query';

const DEFAULT_TOP = 10;
/** The connector applies its own filters to so many of the folder's newest messages only (documented). */
const FILTERED_MESSAGES = 250;
const CLIENT_FILTERS = ['to', 'cc', 'toOrCc', 'from', 'subjectFilter'];

/** The id of a message. @throws {OutlookError} 400 when it is missing or cannot be one */
export function messageIdOf(args: Arguments, name = 'messageId'): string {
  const id = requiredText(args, name);
  if (/[\s<>"%]/.test(id)) throw new OutlookError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
  return id;
}

/** A message that arrived, was sent or is a draft. @throws {OutlookError} 404 */
export function viewOf(mailbox: Mailbox, id: string, withContent: boolean): MailView {
  const received = mailbox.received(id);
  if (received !== undefined) return viewReceived(received, { withContent, isRead: mailbox.marks(id).isRead });
  const own = mailbox.sentById(id) ?? mailbox.draft(id);
  if (own === undefined) throw itemNotFound();
  return viewSent(own, mailbox.related(own), { withContent });
}

/**
 * `GetEmailV2`: one message, whatever folder it is in.
 * @throws {OutlookError} 404 when there is none, 400 for a damaged id
 */
export function getEmail(mailbox: Mailbox, args: Arguments): MailView {
  return viewOf(mailbox, messageIdOf(args), args.includeAttachments === true);
}

/** `GetAttachment_V2`. @throws {OutlookError} 404 for the message or the attachment */
export function getAttachment(mailbox: Mailbox, args: Arguments): AttachmentView {
  const wanted = requiredText(args, 'attachmentId');
  const found = viewOf(mailbox, messageIdOf(args), true).attachments.find(({ id }) => id === wanted);
  if (found === undefined) throw itemNotFound();
  return found;
}

function messagesIn(mailbox: Mailbox, path: string): (ReceivedMail | SentMail | DraftMail)[] {
  switch (folderKey(path)) {
    case 'sentitems':
      return [...mailbox.sent()];
    case 'inbox':
      return [...mailbox.inbox()];
    default:
      return [...mailbox.folder(path)];
  }
}

/**
 * `GetEmailsV3`: the newest messages of a folder that pass the filters; only unread ones unless told otherwise.
 * @throws {OutlookError} 404 for an unknown folder, 400 for a search that cannot be understood and for a bad `top`
 */
export function getEmails(mailbox: Mailbox, args: Arguments): { value: MailView[] } {
  const top = wholeNumberOf(args, 'top', 1) ?? DEFAULT_TOP;
  const withContent = args.includeAttachments === true;
  const search = compileSearch(textOf(args, 'searchQuery'));
  const importance = textOf(args, 'importance').toLowerCase();
  const filtered =
    CLIENT_FILTERS.some((name) => textOf(args, name) !== '') ||
    !['', 'any'].includes(importance) ||
    args.fetchOnlyWithAttachment === true;
  const newest = messagesIn(mailbox, textOf(args, 'folderPath') || 'Inbox').reverse();
  const found: MailView[] = [];
  for (const mail of filtered ? newest.slice(0, FILTERED_MESSAGES) : newest) {
    if (found.length === top) break;
    if (!passesMailFilters(args, mail)) continue;
    const { isRead, flagStatus } = 'sentOn' in mail ? { isRead: true, flagStatus: '' } : mailbox.marks(mail.id);
    if (isRead && args.fetchOnlyUnread !== false) continue;
    if (args.fetchOnlyFlagged === true && flagStatus !== 'flagged') continue;
    const view =
      'sentOn' in mail
        ? viewSent(mail, mailbox.related(mail), { withContent })
        : viewReceived(mail, { withContent, isRead });
    if (search(view)) found.push(view);
  }
  return { value: found };
}
