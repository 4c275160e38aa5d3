import type { Journal } from '../state/journal';
import { NO_WORK, type Outbox } from '../state/outbox';
import { checkedRecipients, parseMailbox } from './addresses';
import type { IncomingMail, MailHeader, ReceivedMail, SentMail } from './mail';

/** The mailbox's folders; every message is durable when the call returns. */
export interface Mailbox {
  readonly address: string;
  received(id: string): ReceivedMail | undefined;
  /** Oldest first. */
  inbox(): IterableIterator<ReceivedMail>;
  /** Oldest first. */
  sent(): IterableIterator<SentMail>;
  sentById(id: string): SentMail | undefined;
  /** @throws {OutlookError} 400 when the sender is no address */
  deliver(mail: IncomingMail, now: Date): ReceivedMail;
  send(mail: Omit<SentMail, 'id' | 'internetMessageId' | 'conversationId' | 'sentOn'>, now: Date): SentMail;
}

const NUMBERS = 'outlook/@numbers';

function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function headersOf(mail: IncomingMail, internetMessageId: string, to: string, now: Date): MailHeader[] {
  const headers = new Map<string, MailHeader>();
  const add = (name: string, value: string | undefined) => {
    if (value) headers.set(name.toLowerCase(), { name, value });
  };
  add('From', mail.from);
  add('To', to.replaceAll(';', ', '));
  add('Reply-To', mail.replyTo);
  add('Subject', mail.subject);
  add('Date', now.toUTCString().replace('GMT', '+0000'));
  add('Message-ID', internetMessageId);
  for (const [name, value] of Object.entries(mail.headers ?? {})) add(name, value);
  return [...headers.values()];
}

/** Message ids of `In-Reply-To` and `References`, nearest first (RFC 5322, section 3.6.4). */
function answeredIds(headers: readonly MailHeader[]): string[] {
  const ids = (name: string) =>
    headers.find((header) => header.name.toLowerCase() === name)?.value.match(/<[^<>\s]+>/g) ?? [];
  return [...ids('in-reply-to'), ...ids('references').reverse()];
}

/**
 * Opens the mailbox kept in a journal. Ids are made of a running number, so that the same messages get the same ids.
 * @param address the mailbox's own address
 * @param outbox asked before a received message is stored
 */
export function openMailbox(journal: Journal, address: string, outbox: Outbox<ReceivedMail> = () => NO_WORK): Mailbox {
  const inbox = journal.collection<ReceivedMail>('outlook/inbox');
  const sent = journal.collection<SentMail>('outlook/sent');
  const conversations = new Map<string, string>();
  for (const mail of [...inbox.values(), ...sent.values()])
    conversations.set(mail.internetMessageId, mail.conversationId);

  function nextNumber() {
    const number = (journal.collection<number>(NUMBERS).get('mail') ?? 0) + 1;
    const text = String(number).padStart(10, '0');
    return {
      change: { collection: NUMBERS, key: 'mail', value: number },
      // Real ids are long base64 texts that may hold characters with a meaning in addresses; so do these.
      id: `AAMkAGRjd29ya2JlbmNo+/${text}=`,
      conversationId: `AAQkAGRjd29ya2JlbmNo${text}=`,
      internetMessageId: `<${text}@${address.split('@')[1] ?? 'localhost'}>`,
    };
  }

  return {
    address,
    received: (id) => inbox.get(id),
    sentById: (id) => sent.get(id),
    inbox: () => inbox.values(),
    sent: () => sent.values(),
    deliver(mail, now) {
      const { name, address: from } = parseMailbox(mail.from);
      const next = nextNumber();
      const internetMessageId = mail.internetMessageId ?? next.internetMessageId.replace('<', '<in.');
      const to = mail.to ?? address;
      const headers = headersOf(mail, internetMessageId, to, now);
      const thread = [internetMessageId, ...answeredIds(headers)].map((id) => conversations.get(id)).find(Boolean);
      const received: ReceivedMail = {
        id: next.id,
        internetMessageId,
        conversationId: mail.conversationId ?? thread ?? next.conversationId,
        from: checkedRecipients(from),
        fromName: name,
        to,
        cc: mail.cc ?? '',
        replyTo: mail.replyTo === undefined ? '' : parseMailbox(mail.replyTo).address,
        subject: mail.subject,
        body: mail.body,
        isHtml: mail.isHtml ?? false,
        importance: mail.importance ?? 'normal',
        receivedOn: instantOf(now),
        headers,
        attachments: mail.attachments ?? [],
      };
      const work = outbox(received);
      journal.write([{ collection: 'outlook/inbox', key: received.id, value: received }, next.change, ...work.changes]);
      conversations.set(received.internetMessageId, received.conversationId);
      work.begin();
      return received;
    },
    send(mail, now) {
      const { id, internetMessageId, conversationId, change } = nextNumber();
      const answered = mail.answers === undefined ? undefined : inbox.get(mail.answers);
      const message: SentMail = {
        ...mail,
        id,
        internetMessageId,
        conversationId: answered?.conversationId ?? conversationId,
        sentOn: instantOf(now),
      };
      journal.write([{ collection: 'outlook/sent', key: id, value: message }, change]);
      conversations.set(internetMessageId, message.conversationId);
      return message;
    },
  };
}
