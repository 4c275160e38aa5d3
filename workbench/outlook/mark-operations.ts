import { choiceOf, groupOf, requiredText, type Arguments } from '../gateway/arguments';
import type { Mailbox } from './mailbox';
import type { MailView } from './mail-view';
import { invalidRequest, itemNotFound } from './outlook-error';
import { messageIdOf, viewOf } from './read-operations';

function markable(mailbox: Mailbox, args: Arguments): string {
  const id = messageIdOf(args);
  if (mailbox.received(id) !== undefined) return id;
  if (mailbox.sentById(id) ?? mailbox.draft(id)) {
    throw invalidRequest('The mailbox stand-in marks received messages only.');
  }
  throw itemNotFound();
}

/** `MarkAsRead_V3`: as read, or as unread when told so. @throws {OutlookError} 404 */
export function markAsRead(mailbox: Mailbox, args: Arguments): void {
  const id = markable(mailbox, args);
  const isRead = groupOf(args, 'body').isRead ?? true;
  if (typeof isRead !== 'boolean') throw invalidRequest("The parameter 'body/isRead' has to be true or false.");
  mailbox.mark(id, { isRead });
}

/** `Flag_V2`. @throws {OutlookError} 404 */
export function flag(mailbox: Mailbox, args: Arguments): void {
  const id = markable(mailbox, args);
  const given = groupOf(groupOf(args, 'body'), 'flag');
  const flagStatus = choiceOf(given, 'flagStatus', ['notFlagged', 'flagged', 'complete']) ?? 'flagged';
  mailbox.mark(id, { flagStatus });
}

/** `AssignCategory`: one more category. @throws {OutlookError} 404 */
export function assignCategory(mailbox: Mailbox, args: Arguments): void {
  const id = markable(mailbox, args);
  mailbox.mark(id, { categories: [...new Set([...mailbox.marks(id).categories, requiredText(args, 'category')])] });
}

/** `MoveV2`: the answer has the message's new id. @throws {OutlookError} 404 for the message or the folder */
export function move(mailbox: Mailbox, args: Arguments): MailView {
  const { id } = mailbox.move(messageIdOf(args), requiredText(args, 'folderPath'));
  return viewOf(mailbox, id, false);
}
