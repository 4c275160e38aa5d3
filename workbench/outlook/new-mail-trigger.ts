import { splitAddresses } from './addresses';
import type { ReceivedMail } from './mail';
import { folderKey } from './mail-folders';
import { viewReceived } from './mail-view';

/** Parameters of `OnNewEmailV3` with their expressions resolved. */
export interface NewMailParameters {
  folderPath?: unknown;
  to?: unknown;
  cc?: unknown;
  toOrCc?: unknown;
  from?: unknown;
  importance?: unknown;
  fetchOnlyWithAttachment?: unknown;
  includeAttachments?: unknown;
  subjectFilter?: unknown;
}

/** What the filters look at. */
export type FilteredMail = Pick<ReceivedMail, 'from' | 'to' | 'cc' | 'subject' | 'importance' | 'attachments'>;

function sharesAddress(wanted: unknown, ...lists: string[]): boolean {
  if (typeof wanted !== 'string' || wanted.trim() === '') return true;
  const present = new Set(lists.flatMap(splitAddresses).map((address) => address.toLowerCase()));
  return wanted.split(/[;,]/).some((address) => present.has(address.trim().toLowerCase()));
}

/** Parameters of `SharedMailboxOnNewEmailV2` with their expressions resolved. */
export interface SharedMailParameters extends Omit<NewMailParameters, 'folderPath' | 'fetchOnlyWithAttachment'> {
  mailboxAddress?: unknown;
  folderId?: unknown;
  hasAttachments?: unknown;
}

/** Whether a message that arrived in the inbox starts a flow with these parameters of `OnNewEmailV3`. */
export function matchesNewMail(parameters: NewMailParameters, mail: ReceivedMail): boolean {
  const { folderPath } = parameters;
  if (mail.mailbox !== undefined) return false;
  if (typeof folderPath === 'string' && folderPath !== '' && folderKey(folderPath) !== 'inbox') return false;
  return passesMailFilters(parameters, mail);
}

/**
 * Whether a message starts a flow with these parameters of `SharedMailboxOnNewEmailV2`.
 * @param ownAddress the mailbox's own address, which can be watched like a shared one
 */
export function matchesNewSharedMail(
  parameters: SharedMailParameters,
  mail: ReceivedMail,
  ownAddress: string,
): boolean {
  const { mailboxAddress, folderId, hasAttachments, ...filters } = parameters;
  const watched = typeof mailboxAddress === 'string' ? mailboxAddress.split(';')[0]!.trim().toLowerCase() : '';
  if (watched !== (mail.mailbox ?? ownAddress).toLowerCase()) return false;
  if (typeof folderId === 'string' && folderId !== '' && folderKey(folderId) !== 'inbox') return false;
  return passesMailFilters({ ...filters, fetchOnlyWithAttachment: hasAttachments }, mail);
}

/** The filters on people, subject, importance and attachments that triggers and `GetEmailsV3` share. */
export function passesMailFilters(parameters: Omit<NewMailParameters, 'folderPath'>, mail: FilteredMail): boolean {
  const { importance, fetchOnlyWithAttachment, subjectFilter } = parameters;
  if (typeof importance === 'string' && !['any', '', mail.importance].includes(importance.toLowerCase())) return false;
  if (fetchOnlyWithAttachment === true && mail.attachments.length === 0) return false;
  if (typeof subjectFilter === 'string' && !mail.subject.toLowerCase().includes(subjectFilter.toLowerCase())) {
    return false;
  }
  return (
    sharesAddress(parameters.to, mail.to) &&
    sharesAddress(parameters.cc, mail.cc) &&
    sharesAddress(parameters.toOrCc, mail.to, mail.cc) &&
    sharesAddress(parameters.from, mail.from)
  );
}

/** What the trigger hands to the flow: a batch, which `splitOn` turns into one run per message. */
export function newMailOutputs(
  parameters: NewMailParameters,
  mail: ReceivedMail,
): { headers: Record<string, string>; body: { value: unknown[] } } {
  const withContent = parameters.includeAttachments === true;
  return { headers: {}, body: { value: [viewReceived(mail, { withContent })] } };
}
