import type { Mailbox } from './mailbox';
import { viewReceived, viewSent, type MailView } from './mail-view';
import { matchesNewMail } from './new-mail-trigger';
import { itemNotFound, OutlookError } from './outlook-error';
import { requiredText, textOf, type Arguments } from './read-arguments';

const DEFAULT_TOP = 10;

/**
 * `GetEmailV2`: one message of the inbox or of Sent items.
 * @throws {OutlookError} 404 when it is in neither
 */
export function getEmail(mailbox: Mailbox, args: Arguments): MailView {
  const id = requiredText(args, 'messageId');
  const options = { withContent: args.includeAttachments === true };
  const received = mailbox.received(id);
  if (received !== undefined) return viewReceived(received, options);
  const sent = mailbox.sentById(id);
  if (sent === undefined) throw itemNotFound();
  return viewSent(sent, sent.answers === undefined ? undefined : mailbox.received(sent.answers), options);
}

/**
 * `GetEmailsV3`: the newest messages of the inbox that pass the filters. All are unread: nothing here marks them.
 * @throws {OutlookError} 400 for a folder other than the inbox, for a search query and for a bad `top`
 */
export function getEmails(mailbox: Mailbox, args: Arguments): { value: MailView[] } {
  const folder = textOf(args, 'folderPath') || 'Inbox';
  if (folder.toLowerCase() !== 'inbox' || textOf(args, 'searchQuery') !== '') {
    throw new OutlookError(
      400,
      'ErrorInvalidRequest',
      'The mailbox stand-in lists the folder Inbox without searchQuery only.',
    );
  }
  const top = Number(args.top ?? DEFAULT_TOP);
  if (!Number.isInteger(top) || top < 1) {
    throw new OutlookError(400, 'ErrorInvalidRequest', "The parameter 'top' has to be a whole number above 0.");
  }
  const withContent = args.includeAttachments === true;
  const found = [...mailbox.inbox()].filter((mail) => matchesNewMail(args, mail)).reverse();
  return { value: found.slice(0, top).map((mail) => viewReceived(mail, { withContent })) };
}
