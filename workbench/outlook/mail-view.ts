import type { MailAttachment, ReceivedMail, SentMail } from './mail';
import { splitAddresses } from './addresses';

const PREVIEW_LENGTH = 255;

/** A message as the connector's V3 operations show it; lists of people are addresses separated by `;`. */
export interface MailView {
  id: string;
  internetMessageId: string;
  conversationId: string;
  from: string;
  toRecipients: string;
  ccRecipients: string | null;
  bccRecipients: string | null;
  replyTo: string | null;
  subject: string;
  body: string;
  bodyPreview: string;
  isHtml: boolean;
  importance: string;
  receivedDateTime: string;
  hasAttachments: boolean;
  isRead: boolean;
  attachments: unknown[];
}

function previewOf(body: string, isHtml: boolean): string {
  // Only the beginning can show, so only the beginning is cleaned.
  const start = body.slice(0, 20 * PREVIEW_LENGTH);
  const text = isHtml ? start.replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ') : start;
  return text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH);
}

function attachmentViews(
  mail: { id: string; attachments: readonly MailAttachment[] },
  withContent: boolean,
): unknown[] {
  return mail.attachments.map(({ name, contentType, contentBytes }, index) => ({
    id: `${mail.id}.${index + 1}`,
    name,
    contentType,
    size: Math.floor((contentBytes.length * 3) / 4),
    isInline: false,
    ...(withContent ? { contentBytes } : {}),
  }));
}

const list = (addresses: string) => (addresses === '' ? null : splitAddresses(addresses).join(';'));
const instant = (utc: string) => utc.replace(/Z$/, '+00:00');

/** A received message in the shape of `OnNewEmailV3`, `GetEmailV2` and `GetEmailsV3`. */
export function viewReceived(mail: ReceivedMail, { withContent = false } = {}): MailView {
  return {
    id: mail.id,
    internetMessageId: mail.internetMessageId,
    conversationId: mail.conversationId,
    from: mail.from,
    toRecipients: mail.to,
    ccRecipients: list(mail.cc),
    bccRecipients: null,
    replyTo: list(mail.replyTo),
    subject: mail.subject,
    body: mail.body,
    bodyPreview: previewOf(mail.body, mail.isHtml),
    isHtml: mail.isHtml,
    importance: mail.importance,
    receivedDateTime: instant(mail.receivedOn),
    hasAttachments: mail.attachments.length > 0,
    isRead: false,
    attachments: attachmentViews(mail, withContent),
  };
}

/** A sent message in the same shape; an answer carries the message it answers below its own text. */
export function viewSent(mail: SentMail, answered: ReceivedMail | undefined, { withContent = false } = {}): MailView {
  const quote = answered === undefined ? '' : `<hr><blockquote>${answered.body}</blockquote>`;
  return {
    id: mail.id,
    internetMessageId: mail.internetMessageId,
    conversationId: mail.conversationId,
    from: mail.from,
    toRecipients: mail.to,
    ccRecipients: list(mail.cc),
    bccRecipients: list(mail.bcc),
    replyTo: list(mail.replyTo),
    subject: mail.subject,
    body: mail.body + quote,
    bodyPreview: previewOf(mail.body, true),
    isHtml: true,
    importance: mail.importance,
    receivedDateTime: instant(mail.sentOn),
    hasAttachments: mail.attachments.length > 0,
    isRead: true,
    attachments: attachmentViews(mail, withContent),
  };
}
