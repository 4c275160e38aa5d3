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
  attachments: AttachmentView[];
}

/** An attachment as the V3 operations show it; `contentBytes` is base64. */
export interface AttachmentView {
  id: string;
  name: string;
  contentType: string;
  size: number;
  isInline: boolean;
  lastModifiedDateTime: string;
  contentBytes?: string;
}

export interface ViewOptions {
  /** Whether attachments come with their content. */
  withContent?: boolean;
  isRead?: boolean;
}

function previewOf(body: string, isHtml: boolean): string {
  // Only the beginning can show, so only the beginning is cleaned.
  const start = body.slice(0, 20 * PREVIEW_LENGTH);
  const text = isHtml ? start.replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ') : start;
  return text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW_LENGTH);
}

/** Attachments with ids made of the message's id and their place. */
export function attachmentViews(
  mail: { id: string; attachments: readonly MailAttachment[] },
  changedOn: string,
  withContent: boolean,
): AttachmentView[] {
  return mail.attachments.map(({ name, contentType, contentBytes }, index) => ({
    id: `${mail.id}.${index + 1}`,
    name,
    contentType,
    size: byteLength(contentBytes),
    isInline: false,
    lastModifiedDateTime: instant(changedOn),
    ...(withContent ? { contentBytes } : {}),
  }));
}

/** How many bytes a base64 text stands for. */
export function byteLength(base64: string): number {
  return Buffer.byteLength(base64, 'base64');
}

const list = (addresses: string) => (addresses === '' ? null : splitAddresses(addresses).join(';'));
const instant = (utc: string) => utc.replace(/Z$/, '+00:00');

/** What is told of a message alike, whether it was received or sent. */
const sharedView = (mail: ReceivedMail | SentMail) => ({
  id: mail.id,
  internetMessageId: mail.internetMessageId,
  conversationId: mail.conversationId,
  from: mail.from,
  toRecipients: mail.to,
  ccRecipients: list(mail.cc),
  replyTo: list(mail.replyTo),
  subject: mail.subject,
  importance: mail.importance,
  hasAttachments: mail.attachments.length > 0,
});

/** A received message in the shape of `OnNewEmailV3`, `GetEmailV2` and `GetEmailsV3`. */
export function viewReceived(mail: ReceivedMail, { withContent = false, isRead = false }: ViewOptions = {}): MailView {
  return {
    ...sharedView(mail),
    bccRecipients: null,
    body: mail.body,
    bodyPreview: previewOf(mail.body, mail.isHtml),
    isHtml: mail.isHtml,
    receivedDateTime: instant(mail.receivedOn),
    isRead,
    attachments: attachmentViews(mail, mail.receivedOn, withContent),
  };
}

/** A sent message or a draft in the same shape, with the message it answers or forwards below its own text. */
export function viewSent(
  mail: SentMail,
  related: ReceivedMail | undefined,
  { withContent = false }: ViewOptions = {},
): MailView {
  const quote = related === undefined ? '' : `<hr><blockquote>${related.body}</blockquote>`;
  return {
    ...sharedView(mail),
    bccRecipients: list(mail.bcc),
    body: mail.body + quote,
    bodyPreview: previewOf(mail.body, true),
    isHtml: true,
    receivedDateTime: instant(mail.sentOn),
    isRead: true,
    attachments: attachmentViews(mail, mail.sentOn, withContent),
  };
}
