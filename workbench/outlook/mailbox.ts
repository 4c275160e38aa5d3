import type { Change, Collection, Journal } from '../state/journal';
import { NO_WORK, type Outbox } from '../state/outbox';
import { checkedRecipients, parseMailbox } from './addresses';
import type { DraftMail, IncomingMail, MailMarks, ReceivedMail, SentMail } from './mail';
import { folderKey, isWellKnown } from './mail-folders';
import { answeredIds, headersOf } from './mail-headers';
import { invalidRequest, itemNotFound } from './outlook-error';

/** A message to be sent, before the mailbox gives it ids and a time. */
export type Outgoing = Omit<SentMail, 'id' | 'internetMessageId' | 'conversationId' | 'sentOn'>;

/** One mailbox; every change is durable when the call returns. */
export interface Mailbox {
  readonly address: string;
  /** A message that arrived, in whatever folder it lies. */
  received(id: string): ReceivedMail | undefined;
  /** The message a sent one answers or forwards, also when it has been moved since. */
  related(mail: SentMail): ReceivedMail | undefined;
  /** Oldest first. */
  inbox(): IterableIterator<ReceivedMail>;
  /** Every message that arrived, whatever folder it lies in. */
  everything(): Iterable<ReceivedMail>;
  /** Messages that arrived and lie in a folder, oldest first. @throws {OutlookError} 404 when there is no such folder */
  folder(path: string): IterableIterator<ReceivedMail>;
  /** Oldest first. */
  sent(): IterableIterator<SentMail>;
  sentById(id: string): SentMail | undefined;
  draft(id: string): DraftMail | undefined;
  marks(id: string): MailMarks;
  /** @throws {OutlookError} 400 when the sender is no address */
  deliver(mail: IncomingMail, now: Date): ReceivedMail;
  send(mail: Outgoing, now: Date): SentMail;
  /** Saves a draft: a new one, or in place of the one with this id. */
  saveDraft(mail: Outgoing, now: Date, id?: string): DraftMail;
  /** Sends a draft, which becomes a message of its own in Sent items. @throws {OutlookError} 404 */
  sendDraft(id: string, caller: Pick<SentMail, 'runId' | 'actionName'>, now: Date): SentMail;
  mark(id: string, marks: Partial<MailMarks>): void;
  /** Moves a message that arrived. @returns it under its new id @throws {OutlookError} 404 for the message or the folder */
  move(id: string, path: string): ReceivedMail;
  /** Deletes a message or a draft. @throws {OutlookError} 404 */
  remove(id: string): void;
}

export interface MailboxOptions {
  /** Asked before a received message is stored. */
  outbox?: Outbox<ReceivedMail>;
  /** Name of a shared mailbox's own part of the journal; the main mailbox has none. */
  shared?: string;
  /** Folders there are besides the usual ones, as paths. */
  folders?: readonly string[];
  /** Whether any folder named is there. */
  anyFolder?: boolean;
}

const NUMBERS = 'outlook/@numbers';
const UNMARKED: MailMarks = { isRead: false, flagStatus: 'notFlagged', categories: [] };

/** Where a deleted message goes; a message deleted from there is gone. Not confirmed for the connector. */
const DELETED_GO_TO = 'deleteditems';

function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Opens a mailbox kept in a journal. Ids are made of a running number, so that the same messages get the same ids.
 * @param address the mailbox's own address
 */
export function openMailbox(journal: Journal, address: string, options: MailboxOptions = {}): Mailbox {
  const { outbox = () => NO_WORK, shared, anyFolder = false } = options;
  const room = shared === undefined ? 'outlook' : `outlook/shared/${shared}`;
  const inbox = journal.collection<ReceivedMail>(`${room}/inbox`);
  const sent = journal.collection<SentMail>(`${room}/sent`);
  const drafts = journal.collection<DraftMail>(`${room}/drafts`);
  const marks = journal.collection<MailMarks>(`${room}/marks`);
  /** New ids of moved messages by their old ones. */
  const moved = journal.collection<string>(`${room}/moved`);
  const named = journal.collection<true>(`${room}/folders`);
  const known = new Set([
    'deleteditems',
    'archive',
    'junkemail',
    ...(options.folders ?? []).map(folderKey),
    ...[...named.entries()].map(([key]) => key),
  ]);
  const conversations = new Map<string, string>();

  const nameOf = (key: string) => (key === 'inbox' ? `${room}/inbox` : `${room}/folder/${key}`);
  const folderOf = (key: string): Collection<ReceivedMail> => journal.collection<ReceivedMail>(nameOf(key));
  for (const key of ['inbox', ...known]) {
    for (const mail of folderOf(key).values()) conversations.set(mail.internetMessageId, mail.conversationId);
  }
  for (const mail of sent.values()) conversations.set(mail.internetMessageId, mail.conversationId);

  /** The keys of folders with messages that arrived. @throws {OutlookError} 404 */
  function existing(path: string): string {
    const key = folderKey(path);
    if (key !== 'inbox' && !known.has(key)) {
      if (!anyFolder || isWellKnown(key)) throw itemNotFound();
      named.put(key, true);
      known.add(key);
    }
    return key;
  }

  function locate(id: string): { mail: ReceivedMail; key: string } | undefined {
    const first = inbox.get(id);
    if (first !== undefined) return { mail: first, key: 'inbox' };
    for (const key of known) {
      const mail = folderOf(key).get(id);
      if (mail !== undefined) return { mail, key };
    }
    return undefined;
  }

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

  function related({ answers, forwards }: Pick<SentMail, 'answers' | 'forwards'>): ReceivedMail | undefined {
    let id = answers ?? forwards;
    while (id !== undefined) {
      const found = locate(id);
      if (found !== undefined) return found.mail;
      id = moved.get(id);
    }
    return undefined;
  }

  /** The message with its ids, and what to write with it. */
  function numbered(mail: Outgoing, now: Date): { message: SentMail; change: Change } {
    const { id, internetMessageId, conversationId, change } = nextNumber();
    const thread = related(mail)?.conversationId ?? conversationId;
    return { message: { ...mail, id, internetMessageId, conversationId: thread, sentOn: instantOf(now) }, change };
  }

  function putSent(message: SentMail, changes: readonly Change[]): SentMail {
    journal.write([{ collection: `${room}/sent`, key: message.id, value: message }, ...changes]);
    conversations.set(message.internetMessageId, message.conversationId);
    return message;
  }

  function move(id: string, path: string): ReceivedMail {
    const found = locate(id);
    if (found === undefined) {
      if (sent.has(id) || drafts.has(id)) throw invalidRequest('The mailbox stand-in moves received messages only.');
      throw itemNotFound();
    }
    const target = existing(path);
    const next = nextNumber();
    const mail = { ...found.mail, id: next.id };
    const noted = marks.get(id);
    journal.write([
      { collection: nameOf(found.key), key: id, value: undefined },
      { collection: nameOf(target), key: mail.id, value: mail },
      { collection: `${room}/moved`, key: id, value: mail.id },
      ...(noted === undefined
        ? []
        : [
            { collection: `${room}/marks`, key: id, value: undefined },
            { collection: `${room}/marks`, key: mail.id, value: noted },
          ]),
      next.change,
    ]);
    return mail;
  }

  return {
    address,
    received: (id) => locate(id)?.mail,
    related,
    inbox: () => inbox.values(),
    everything: () => ['inbox', ...known].flatMap((key) => [...folderOf(key).values()]),
    folder: (path) => folderOf(existing(path)).values(),
    sent: () => sent.values(),
    sentById: (id) => sent.get(id),
    draft: (id) => drafts.get(id),
    marks: (id) => marks.get(id) ?? UNMARKED,
    deliver(mail, now) {
      const { name, address: from } = parseMailbox(mail.from);
      const next = nextNumber();
      const internetMessageId = mail.internetMessageId ?? next.internetMessageId.replace('<', '<in.');
      const to = mail.to ?? address;
      const headers = headersOf(mail, internetMessageId, to, now);
      const thread = [internetMessageId, ...answeredIds(headers)].map((id) => conversations.get(id)).find(Boolean);
      const received: ReceivedMail = {
        id: next.id,
        ...(shared === undefined ? {} : { mailbox: address }),
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
      journal.write([{ collection: `${room}/inbox`, key: received.id, value: received }, next.change, ...work.changes]);
      conversations.set(received.internetMessageId, received.conversationId);
      work.begin();
      return received;
    },
    send(mail, now) {
      const { message, change } = numbered(mail, now);
      return putSent(message, [change]);
    },
    saveDraft(mail, now, id) {
      const earlier = id === undefined ? undefined : drafts.get(id);
      if (id !== undefined && earlier === undefined) throw itemNotFound();
      const { message, change } = numbered(mail, now);
      const { id: key, internetMessageId, conversationId } = earlier ?? message;
      const draft = { ...message, id: key, internetMessageId, conversationId };
      journal.write([{ collection: `${room}/drafts`, key, value: draft }, change]);
      return draft;
    },
    sendDraft(id, caller, now) {
      const draft = drafts.get(id);
      if (draft === undefined) throw itemNotFound();
      const next = nextNumber();
      return putSent({ ...draft, ...caller, id: next.id, sentOn: instantOf(now) }, [
        { collection: `${room}/drafts`, key: id, value: undefined },
        next.change,
      ]);
    },
    mark: (id, noted) => marks.put(id, { ...(marks.get(id) ?? UNMARKED), ...noted }),
    move,
    remove(id) {
      if (drafts.has(id)) return drafts.delete(id);
      if (locate(id)?.key !== DELETED_GO_TO) return void move(id, DELETED_GO_TO);
      journal.write([
        { collection: nameOf(DELETED_GO_TO), key: id, value: undefined },
        { collection: `${room}/marks`, key: id, value: undefined },
      ]);
    },
  };
}
