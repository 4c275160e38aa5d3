import type { MailMarks, ReceivedMail } from './mail';
import type { Mailbox } from './mailbox';
import { itemNotFound, OutlookError } from './outlook-error';
import { requiredText, textOf, type Arguments } from '../gateway/arguments';

const MESSAGE = /^https:\/\/graph\.microsoft\.com\/v1\.0\/(?:me|users\/[^/?]+)\/messages\/([^/?]+)(?:\?(.*))?$/;

type Read = (mail: ReceivedMail, marks: MailMarks) => unknown;

const person = (address: string, name = address) => ({ emailAddress: { name: name || address, address } });
const people = (list: string) =>
  list
    .split(';')
    .filter((address) => address.trim() !== '')
    .map((address) => person(address.trim()));

/** Properties of Graph's message resource that can be selected; names and shapes as in Microsoft Graph v1.0. */
const PROPERTIES: Readonly<Record<string, Read>> = {
  internetMessageHeaders: ({ headers }) => headers,
  internetMessageId: ({ internetMessageId }) => internetMessageId,
  conversationId: ({ conversationId }) => conversationId,
  subject: ({ subject }) => subject,
  from: ({ from, fromName }) => person(from, fromName),
  toRecipients: ({ to }) => people(to),
  ccRecipients: ({ cc }) => people(cc),
  replyTo: (mail) => people(mail.replyTo),
  receivedDateTime: ({ receivedOn }) => receivedOn,
  importance: ({ importance }) => importance,
  isRead: (_mail, { isRead }) => isRead,
  flag: (_mail, { flagStatus }) => ({ flagStatus }),
  categories: (_mail, { categories }) => categories,
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new OutlookError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
  }
}

/**
 * `HttpRequest`, as far as flows use it: reading selected properties of one received message from Graph.
 * @returns Graph's JSON; `internetMessageHeaders` only comes when it is selected
 * @throws {OutlookError} 404 when the message is gone, 400 for an unknown property, 404 naming any other request
 */
export function graphRequest(mailbox: Mailbox, args: Arguments): Record<string, unknown> {
  const uri = requiredText(args, 'Uri');
  const method = textOf(args, 'Method') || 'GET';
  const [, id, query = ''] = MESSAGE.exec(uri) ?? [];
  if (id === undefined || method !== 'GET') {
    throw new OutlookError(404, 'ResourceNotFound', `The mailbox stand-in does not answer ${method} ${uri}.`);
  }
  const mail = mailbox.received(decoded(id));
  if (mail === undefined) throw itemNotFound();
  const selected = new URLSearchParams(query).get('$select')?.split(',') ?? [];
  const answer: Record<string, unknown> = {
    '@odata.context': "https://graph.microsoft.com/v1.0/$metadata#users('me')/messages/$entity",
    '@odata.etag': `W/"${mail.id}"`,
    id: mail.id,
  };
  const names =
    selected.length > 0 ? selected : Object.keys(PROPERTIES).filter((name) => name !== 'internetMessageHeaders');
  for (const name of names.map((one) => one.trim()).filter((one) => one !== 'id')) {
    const read = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    if (read === undefined) {
      throw new OutlookError(
        400,
        'RequestBroker--ParseUri',
        `Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Message'.`,
      );
    }
    answer[name] = read(mail, mailbox.marks(mail.id));
  }
  return answer;
}
