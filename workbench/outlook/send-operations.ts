import { checkedRecipients } from './addresses';
import type { MailAttachment, SentMail } from './mail';
import type { Mailbox } from './mailbox';
import { itemNotFound, OutlookError } from './outlook-error';
import { choiceOf, groupOf, requiredText, textOf, type Arguments } from './read-arguments';

const IMPORTANCE = ['low', 'normal', 'high'] as const;

/** Which run and action a call belongs to. */
export interface Caller {
  runId: string;
  actionName: string;
}

function attachmentsOf(message: Arguments): MailAttachment[] {
  const list = message.Attachments ?? [];
  if (!Array.isArray(list))
    throw new OutlookError(400, 'ErrorInvalidRequest', "The parameter 'Attachments' has to be a list.");
  return list.map((attachment: Arguments) => {
    const content = attachment.ContentBytes;
    const binary = typeof content === 'object' && content !== null ? (content as Arguments) : {};
    return {
      name: requiredText(attachment, 'Name'),
      contentType: textOf(binary, '$content-type') || 'application/octet-stream',
      contentBytes: typeof content === 'string' ? content : textOf(binary, '$content'),
    };
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

/**
 * `SendEmailV2`. The message is in Sent items when the call returns; the connector answers without a body.
 * @throws {OutlookError} 400 for recipients that are none or a missing text, 403 for a foreign `From`
 */
export function sendEmail(mailbox: Mailbox, args: Arguments, caller: Caller, now: Date): void {
  const message = groupOf(args, 'emailMessage');
  const from = textOf(message, 'From') || mailbox.address;
  if (from.toLowerCase() !== mailbox.address.toLowerCase()) {
    throw new OutlookError(403, 'ErrorSendAsDenied', `The user has no right to send as ${from}.`);
  }
  mailbox.send(
    {
      ...recipients(message),
      from,
      to: checkedRecipients(requiredText(message, 'To')),
      replyTo: checkedRecipients(textOf(message, 'ReplyTo')),
      subject: requiredText(message, 'Subject'),
      body: requiredText(message, 'Body'),
      ...caller,
    },
    now,
  );
}

/** The subject of an answer: one `RE: ` in front, whatever its case. */
function answerSubject(subject: string): string {
  return /^re:/i.test(subject.trim()) ? subject : `RE: ${subject}`;
}

/**
 * `ReplyToV3`: answers a received message in its conversation, to its Reply-To or else its sender.
 * @throws {OutlookError} 404 when the message is gone, 400 for recipients that are none
 */
export function replyTo(mailbox: Mailbox, args: Arguments, caller: Caller, now: Date): void {
  const answered = mailbox.received(requiredText(args, 'messageId'));
  if (answered === undefined) throw itemNotFound();
  const parameters = groupOf(args, 'replyParameters');
  const others = parameters.ReplyAll === true ? [answered.to, answered.cc].join(';') : '';
  const own = mailbox.address.toLowerCase();
  const shared = others.split(';').filter((address) => address.trim().toLowerCase() !== own);
  const given = recipients(parameters);
  mailbox.send(
    {
      ...given,
      from: mailbox.address,
      to: checkedRecipients(textOf(parameters, 'To') || answered.replyTo || answered.from),
      cc: [given.cc, checkedRecipients(shared.join(';'))].filter((list) => list !== '').join(';'),
      replyTo: '',
      subject: textOf(parameters, 'Subject') || answerSubject(answered.subject),
      body: textOf(parameters, 'Body'),
      answers: answered.id,
      ...caller,
    },
    now,
  );
}
