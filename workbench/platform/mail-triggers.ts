import type { ReceivedMail } from '../outlook/mail';
import { matchesNewMail, matchesNewSharedMail, newMailOutputs } from '../outlook/new-mail-trigger';
import type { TriggerSource } from './trigger-source';

/** The API name of Office 365 Outlook. */
export const OUTLOOK = 'shared_office365';

/**
 * Raises the triggers for new mail.
 * @param own address of the connection's own mailbox
 * @param shared addresses of the shared mailboxes it may use
 */
export function mailTriggers(own: string, shared: readonly string[]): TriggerSource<ReceivedMail> {
  const mailboxes = [own, ...shared];
  return {
    connector: OUTLOOK,
    subscribe(operationId, parameters) {
      const fits = matcherOf(operationId, parameters);
      return fits && ((mail) => (fits(mail) ? newMailOutputs(parameters, mail) : undefined));
    },
  };

  function matcherOf(
    operationId: string,
    parameters: Record<string, unknown>,
  ): ((mail: ReceivedMail) => boolean) | undefined {
    if (operationId === 'OnNewEmailV3') return (mail) => matchesNewMail(parameters, mail);
    if (operationId !== 'SharedMailboxOnNewEmailV2') return undefined;
    const wanted = String(parameters.mailboxAddress);
    if (!mailboxes.some((one) => one.toLowerCase() === wanted.toLowerCase())) {
      throw new Error(`there is no mailbox '${wanted}' here, only ${mailboxes.join(', ')}`);
    }
    return (mail) => matchesNewSharedMail(parameters, mail, own);
  }
}
