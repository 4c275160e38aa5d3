import type { ReceivedMail } from '../outlook/mail';
import { matchesNewMail, newMailOutputs, type NewMailParameters } from '../outlook/new-mail-trigger';
import type { TriggerSource } from './trigger-source';

/** The API name of Office 365 Outlook. */
export const OUTLOOK = 'shared_office365';

/** Raises the triggers for new mail. @param mailbox address of the only mailbox there is */
export function mailTriggers(mailbox: string): TriggerSource<ReceivedMail> {
  return {
    connector: OUTLOOK,
    subscribe(operationId, parameters) {
      const wanted = wantedMail(operationId, parameters, mailbox);
      return wanted && ((mail) => (matchesNewMail(wanted, mail) ? newMailOutputs(wanted, mail) : undefined));
    },
  };
}

/** The trigger for a shared mailbox has the same filters under other names. */
function wantedMail(
  operationId: string,
  parameters: Record<string, unknown>,
  mailbox: string,
): NewMailParameters | undefined {
  if (operationId === 'OnNewEmailV3') return parameters;
  if (operationId !== 'SharedMailboxOnNewEmailV2') return undefined;
  const { mailboxAddress, folderId, hasAttachments, ...filters } = parameters;
  if (String(mailboxAddress).toLowerCase() !== mailbox.toLowerCase()) {
    throw new Error(`there is no mailbox '${String(mailboxAddress)}' here, only ${mailbox}`);
  }
  return { ...filters, folderPath: folderId, fetchOnlyWithAttachment: hasAttachments };
}
