import { splitAddresses } from './addresses';
import type { ReceivedMail } from './mail';
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

function sharesAddress(wanted: unknown, ...lists: string[]): boolean {
  if (typeof wanted !== 'string' || wanted.trim() === '') return true;
  const present = new Set(lists.flatMap(splitAddresses).map((address) => address.toLowerCase()));
  return wanted.split(/[;,]/).some((address) => present.has(address.trim().toLowerCase()));
}

/** Whether a message in the inbox starts a flow with these trigger parameters. */
export function matchesNewMail(parameters: NewMailParameters, mail: ReceivedMail): boolean {
  const { folderPath, importance, fetchOnlyWithAttachment, subjectFilter } = parameters;
  if (typeof folderPath === 'string' && folderPath !== '' && folderPath.toLowerCase() !== 'inbox') return false;
  if (typeof importance === 'string' && importance !== 'Any' && importance.toLowerCase() !== mail.importance)
    return false;
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
