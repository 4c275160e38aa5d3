import { groupOf, choiceOf, listOf, requiredText, textOf, type Arguments } from '../gateway/arguments';
import { checkedRecipients, splitAddresses } from './addresses';
import type { MailAttachment, SentMail } from './mail';
import type { Mailbox, Outgoing } from './mailbox';
import { byteLength } from './mail-view';
import { invalidRequest, itemNotFound, OutlookError } from './outlook-error';
import { messageIdOf } from './read-operations';

const IMPORTANCE = ['low', 'normal', 'high'] as const;
const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;
/** Largest message content in bytes. */
export const LARGEST_MESSAGE = 49 * 1024 * 1024;

/** Which run and action a call belongs to. */
export interface Caller {
  runId: string;
  actionName: string;
}

function attachmentsOf(message: Arguments): MailAttachment[] {
  return listOf(message, 'Attachments').map((one) => {
    const attachment = groupOf({ Attachments: one }, 'Attachments');
    const content = attachment.ContentBytes;
    const binary = typeof content === 'object' && content !== null ? (content as Arguments) : {};
    const name = requiredText(attachment, 'Name');
    const contentBytes = typeof content === 'string' ? content : textOf(binary, '$content');
    if (!BASE64.test(contentBytes)) throw invalidRequest(`The content of the attachment '${name}' is not base64.`);
    return { name, contentType: textOf(binary, '$content-type') || 'application/octet-stream', contentBytes };
  });
}

function recipients(message: Arguments): Pick<SentMail, 'cc' | 'bcc' | 'importance' | 'attachments'> {
  return {
    cc: checkedRecipients(textOf(message, 'Cc')),
    bcc: checkedRecipients(textOf(message, 'Bcc')),
    importance: choiceOf(message, 'Importance', IMPORTANCE) ?? 'normal',
    attachments: attachmentsOf(message),
  };
}

/** @throws {OutlookError} 413 for a message the mailbox cannot send */
function withinSize(mail: Outgoing): Outgoing {
  const size = mail.attachments.reduce(
    (sum, { contentBytes }) => sum + byteLength(contentBytes),
    Buffer.byteLength(mail.body),
  );
  if (size > LARGEST_MESSAGE) {
    throw new OutlookError(413, 'ErrorMessageSizeExceeded', 'The message exceeds the maximum supported size.');
  }
  return mail;
}

/**
 * A message of its own: `emailMessage` of `SendEmailV2`, `draftMessage` of drafts.
 * @param maySendAs whether the mailbox may send as an address other than its own
 * @throws {OutlookError} 400 for recipients that are none or a missing text, 403 for a foreign `From`, 413
 */
export function newMessage(
  mailbox: Mailbox,
  message: Arguments,
  caller: Caller,
  maySendAs: (address: string) => boolean,
): Outgoing {
  const from = textOf(message, 'From') || mailbox.address;
  if (from.toLowerCase() !== mailbox.address.toLowerCase() && !maySendAs(from)) {
    throw new OutlookError(403, 'ErrorSendAsDenied', `The user has no right to send as ${from}.`);
  }
  return withinSize({
    ...recipients(message),
    from,
    to: checkedRecipients(requiredText(message, 'To')),
    replyTo: checkedRecipients(textOf(message, 'ReplyTo')),
    subject: requiredText(message, 'Subject'),
    body: requiredText(message, 'Body'),
    ...caller,
  });
}

/** A subject with one prefix in front, whatever its case. */
function prefixed(prefix: 'RE' | 'FW', subject: string): string {
  return subject.trim().toUpperCase().startsWith(`${prefix}:`) ? subject : `${prefix}: ${subject}`;
}

/**
 * `ReplyToV3`: answers a received message in its conversation, to its Reply-To or else its sender.
 * @throws {OutlookError} 404 when the message is gone, 400 for recipients that are none, 413
 */
export function reply(mailbox: Mailbox, args: Arguments, caller: Caller): Outgoing {
  const answered = mailbox.received(messageIdOf(args));
  if (answered === undefined) throw itemNotFound();
  const parameters = groupOf(args, 'replyParameters');
  const others = parameters.ReplyAll === true ? [answered.to, answered.cc].join(';') : '';
  const own = mailbox.address.toLowerCase();
  const shared = splitAddresses(others).filter((address) => address.toLowerCase() !== own);
  const given = recipients(parameters);
  return withinSize({
    ...given,
    from: mailbox.address,
    to: checkedRecipients(textOf(parameters, 'To') || answered.replyTo || answered.from),
    cc: [given.cc, checkedRecipients(shared.join(';'))].filter((list) => list !== '').join(';'),
    replyTo: '',
    subject: textOf(parameters, 'Subject') || prefixed('RE', answered.subject),
    body: textOf(parameters, 'Body'),
    answers: answered.id,
    ...caller,
  });
}

/**
 * `ForwardEmail_V2`: a received message with its attachments, below a comment.
 * @throws {OutlookError} 404 when the message is gone, 400 for recipients that are none
 */
export function forward(mailbox: Mailbox, args: Arguments, caller: Caller): Outgoing {
  const forwarded = mailbox.received(messageIdOf(args, 'message_id'));
  if (forwarded === undefined) throw itemNotFound();
  const parameters = groupOf(args, 'body');
  return withinSize({
    from: mailbox.address,
    to: checkedRecipients(requiredText(parameters, 'ToRecipients')),
    cc: '',
    bcc: '',
    replyTo: '',
    subject: prefixed('FW', forwarded.subject),
    body: textOf(parameters, 'Comment'),
    importance: forwarded.importance,
    attachments: forwarded.attachments,
    forwards: forwarded.id,
    ...caller,
  });
}
