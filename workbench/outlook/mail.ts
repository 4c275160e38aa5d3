/** One header line of a message as Graph shows it. */
export interface MailHeader {
  name: string;
  value: string;
}

export interface MailAttachment {
  name: string;
  contentType: string;
  /** Base64. */
  contentBytes: string;
}

/** A message somebody sends to the mailbox. */
export interface IncomingMail {
  /** An address, or a name with the address in angle brackets. */
  from: string;
  /** Addresses separated by `;`; the mailbox's own when left out. */
  to?: string;
  cc?: string;
  /** Where answers are asked to go, when that differs from `from`. */
  replyTo?: string;
  subject: string;
  body: string;
  isHtml?: boolean;
  importance?: 'low' | 'normal' | 'high';
  /** Further header lines, such as `In-Reply-To` or `Auto-Submitted`. */
  headers?: Readonly<Record<string, string>>;
  /** `Message-ID` with its angle brackets; made up when left out. */
  internetMessageId?: string;
  /** Found by `In-Reply-To` and `References` when left out. */
  conversationId?: string;
  attachments?: readonly MailAttachment[];
}

/** A message that arrived. */
export interface ReceivedMail {
  /** Changes when the message is moved. */
  id: string;
  /** The shared mailbox it arrived in; absent for the mailbox itself. */
  mailbox?: string;
  internetMessageId: string;
  conversationId: string;
  from: string;
  /** The display name in front of the address; empty when there is none. */
  fromName: string;
  to: string;
  cc: string;
  replyTo: string;
  subject: string;
  body: string;
  isHtml: boolean;
  importance: 'low' | 'normal' | 'high';
  /** ISO 8601, UTC, whole seconds. */
  receivedOn: string;
  headers: readonly MailHeader[];
  attachments: readonly MailAttachment[];
}

/** A message the product sent. */
export interface SentMail {
  id: string;
  internetMessageId: string;
  conversationId: string;
  from: string;
  to: string;
  cc: string;
  bcc: string;
  replyTo: string;
  subject: string;
  /** HTML as the flow gave it, without the quoted message. */
  body: string;
  importance: 'low' | 'normal' | 'high';
  /** ISO 8601, UTC, whole seconds. */
  sentOn: string;
  /** Id of the received message this answers. */
  answers?: string;
  /** Id of the message this forwards. */
  forwards?: string;
  attachments: readonly MailAttachment[];
  /** Run and action that sent it. */
  runId: string;
  actionName: string;
}

/** A message that is written but not sent; `sentOn` is when it was saved. */
export type DraftMail = SentMail;

/** What a user notes on a message. */
export interface MailMarks {
  isRead: boolean;
  flagStatus: 'notFlagged' | 'flagged' | 'complete';
  categories: readonly string[];
}
