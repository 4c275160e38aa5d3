import type { MailMarks, ReceivedMail } from './mail';
import { attachmentViews, type AttachmentView } from './mail-view';
import type { Mailbox } from './mailbox';
import { itemNotFound, OutlookError } from './outlook-error';
import { badArgument, requiredText, textOf, wholeNumberOf, type Arguments } from '../gateway/arguments';
import { compileRowFilter, compileRowOrder, type PropertyReader } from '../gateway/odata-filter';

const MESSAGES =
  /^(https:\/\/graph\.microsoft\.com\/v1\.0\/(?:me|users\/([^/?]+))(?:\/mailFolders\/([^/?]+))?\/messages)(?:\/([^/?]+))?(?:\?(.*))?$/;
/** Graph's own, when `$top` is left out. */
const DEFAULT_TOP = 10;

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
  hasAttachments: ({ attachments }) => attachments.length > 0,
};

/** Properties of an attachment that can be selected: those that all kinds of attachments have. */
const ATTACHMENT_PROPERTIES: ReadonlySet<string> = new Set(['name', 'size', 'contentType', 'isInline']);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new OutlookError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
  }
}

/** What messages can be found and sorted by. */
const property: PropertyReader<ReceivedMail> = (path) => {
  const name = path === 'from/emailAddress/address' ? 'from' : path;
  if (!['internetMessageId', 'conversationId', 'subject', 'receivedDateTime', 'from'].includes(name)) {
    throw badArgument(`The mailbox stand-in cannot filter or sort messages by '${path}'.`);
  }
  return name === 'receivedDateTime' ? ({ receivedOn }) => receivedOn : (mail) => mail[name as keyof ReceivedMail];
};

const unknownProperty = (name: string, type: 'Message' | 'Attachment'): OutlookError =>
  new OutlookError(
    400,
    'RequestBroker--ParseUri',
    `Could not find a property named '${name}' on type 'Microsoft.OutlookServices.${type}'.`,
  );

/** The attachments as `$expand=attachments($select=…)` shows them; content is not handed out here. */
function expanded(mail: ReceivedMail, expand: string): Record<string, unknown> {
  const [, select] = /^attachments\(\$select=([^();]+)\)$/.exec(expand) ?? [];
  if (select === undefined) {
    throw badArgument(`The mailbox stand-in expands only attachments($select=…), not '${expand}'.`);
  }
  const names = select.split(',').map((name) => name.trim());
  const stray = names.find((name) => !ATTACHMENT_PROPERTIES.has(name));
  if (stray !== undefined) throw unknownProperty(stray, 'Attachment');
  return {
    attachments: attachmentViews(mail, mail.receivedOn, false).map((view) => ({
      '@odata.type': '#microsoft.graph.fileAttachment',
      ...Object.fromEntries(names.map((name) => [name, view[name as keyof AttachmentView]])),
    })),
  };
}

function present(mail: ReceivedMail, marks: MailMarks, query: URLSearchParams): Record<string, unknown> {
  const selected = query.get('$select')?.split(',') ?? [];
  const shown: Record<string, unknown> = { '@odata.etag': `W/"${mail.id}"`, id: mail.id };
  const names =
    selected.length > 0 ? selected : Object.keys(PROPERTIES).filter((name) => name !== 'internetMessageHeaders');
  for (const name of names.map((one) => one.trim()).filter((one) => one !== 'id')) {
    const read = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    if (read === undefined) throw unknownProperty(name, 'Message');
    shown[name] = read(mail, marks);
  }
  const expand = query.get('$expand');
  return expand === null ? shown : { ...shown, ...expanded(mail, expand) };
}

const contextOf = ({ address }: Mailbox): string =>
  `https://graph.microsoft.com/v1.0/$metadata#users('${encodeURIComponent(address)}')/messages`;

/** A page of the messages that arrived, of one folder or whatever folder they are in, with the address of the next one. */
function list(
  mailbox: Mailbox,
  address: string,
  folder: string | undefined,
  query: URLSearchParams,
): Record<string, unknown> {
  const args = Object.fromEntries(query);
  const [filter, orderBy] = [textOf(args, '$filter'), textOf(args, '$orderby')];
  let found = [...(folder === undefined ? mailbox.everything() : mailbox.folder(decoded(folder)))];
  if (filter !== '') found = found.filter(compileRowFilter(filter, property, ['startswith', 'contains']).matches);
  found.sort(compileRowOrder(orderBy || 'receivedDateTime desc', property));
  const skip = wholeNumberOf(args, '$skip', 0) ?? 0;
  const top = wholeNumberOf(args, '$top', 1) ?? DEFAULT_TOP;
  const next = new URLSearchParams({ ...args, $skip: String(skip + top) });
  return {
    '@odata.context': contextOf(mailbox),
    value: found.slice(skip, skip + top).map((mail) => present(mail, mailbox.marks(mail.id), query)),
    ...(skip + top < found.length ? { '@odata.nextLink': `${address}?${next.toString()}` } : {}),
  };
}

/**
 * `HttpRequest`, as far as flows use it: reading selected properties of received messages from Graph, of one by its id or
 * of those a `$filter` finds.
 * @param mailboxOf a mailbox by its address, the connection's own by an empty one
 * @returns Graph's JSON; `internetMessageHeaders` only comes when it is selected
 * @throws {OutlookError} 404 when the message is gone, 400 for an unknown property or filter, 404 naming any other request
 */
export function graphRequest(mailboxOf: (address: string) => Mailbox, args: Arguments): Record<string, unknown> {
  const uri = requiredText(args, 'Uri');
  const method = textOf(args, 'Method') || 'GET';
  const [, address, owner = '', folder, id, query = ''] = MESSAGES.exec(uri) ?? [];
  if (address === undefined || method !== 'GET') {
    throw new OutlookError(404, 'ResourceNotFound', `The mailbox stand-in does not answer ${method} ${uri}.`);
  }
  const mailbox = mailboxOf(decoded(owner));
  const parameters = new URLSearchParams(query);
  if (id === undefined) return list(mailbox, address, folder, parameters);
  const mail = mailbox.received(decoded(id));
  if (mail === undefined) throw itemNotFound();
  return {
    '@odata.context': `${contextOf(mailbox)}/$entity`,
    ...present(mail, mailbox.marks(mail.id), parameters),
  };
}
