import { randomUUID } from 'node:crypto';
import type { Clock, Connector, ConnectorRequest } from '../flow-engine/types';
import { groupOf, requiredText, textOf, type Arguments } from '../gateway/arguments';
import { createCallLimit, type CallLimit } from '../gateway/call-limit';
import { ServiceError } from '../gateway/service-error';
import { createServiceConnector } from '../gateway/service-connector';
import type { Journal } from '../state/journal';
import type { Outbox } from '../state/outbox';
import { openCalendars } from './calendar/calendar';
import type { CalendarEvent } from './calendar/calendar-event';
import { saveDraft, sendDraft } from './draft-operations';
import { graphRequest } from './graph-request';
import type { IncomingMail, ReceivedMail, SentMail } from './mail';
import { openMailbox, type Mailbox, type Outgoing } from './mailbox';
import { assignCategory, flag, markAsRead, move } from './mark-operations';
import { OutlookError } from './outlook-error';
import { getAttachment, getEmail, getEmails, messageIdOf } from './read-operations';
import { forward, newMessage, reply } from './send-operations';

export interface OutlookOptions {
  journal: Journal;
  clock: Pick<Clock, 'now'>;
  /** The mailbox's own address. */
  address: string;
  /** Makes ids of events and requests; random ones when left out. */
  newId?: () => string;
  /** Told about each received message before it is stored. */
  outbox?: Outbox<ReceivedMail>;
  /** Addresses besides its own that the mailbox may send as. */
  sendAs?: readonly string[] | 'any';
  /** Shared mailboxes the connection may use. */
  sharedMailboxes?: readonly string[];
  /** Mail folders besides the usual ones, as paths. */
  folders?: readonly string[];
  /** Calendars; one named Calendar when left out. */
  calendars?: readonly string[];
  /** `open`: any mail folder, calendar and shared mailbox that is named is there, empty at first. */
  unknownFolders?: 'refuse' | 'open';
  /** No limits when left out. The platform's are 300 calls in 60 seconds and 30 messages per minute. */
  limits?: { calls?: CallLimit; messagesPerMinute?: number };
}

/** The mailbox stand-in: the connector's operations, and both ends of the wire. */
export interface Outlook extends Connector {
  readonly address: string;
  /**
   * Puts a message into the inbox; durable when the call returns.
   * @param sharedMailbox address of the shared mailbox it goes to instead
   * @throws {OutlookError} when the sender is no address or there is no such shared mailbox
   */
  deliver(mail: IncomingMail, sharedMailbox?: string): ReceivedMail;
  /** Oldest first. */
  inbox(): IterableIterator<ReceivedMail>;
  /** Everything that left the mailbox, oldest first. */
  sent(): IterableIterator<SentMail>;
  /** Everything that left a shared mailbox, oldest first. */
  sentFrom(sharedMailbox: string): IterableIterator<SentMail>;
  events(): CalendarEvent[];
}

const STATUS_CODES = { ForwardEmail_V2: 202, CalendarDeleteItem_V2: 204 };

/** Opens the mailbox over a journal. A message is in Sent items before its action is answered. */
export function createOutlook(options: OutlookOptions): Outlook {
  const { journal, clock, address, newId = randomUUID, outbox, sendAs = [], sharedMailboxes = [], limits } = options;
  const open = options.unknownFolders === 'open';
  const maySendAs = (from: string) =>
    sendAs === 'any' || sendAs.some((one) => one.toLowerCase() === from.toLowerCase());
  const folders = { ...(options.folders ? { folders: options.folders } : {}), anyFolder: open };
  const mailbox = openMailbox(journal, address, { ...folders, ...(outbox ? { outbox } : {}) });
  const shared = new Map<string, Mailbox>();
  const calendars = openCalendars({
    journal,
    address,
    newId,
    names: options.calendars ?? ['Calendar'],
    anyCalendar: open,
  });
  const perMinute = limits?.messagesPerMinute;
  const secondsToWait = perMinute === undefined ? () => 0 : createCallLimit({ calls: perMinute, seconds: 60 }, clock);

  /** @throws {OutlookError} 403 when the connection has no right to it */
  function mailboxOf(given: string): Mailbox {
    const name = given.replace(/;\s*$/, '').trim();
    const key = name.toLowerCase();
    if (key === '' || key === address.toLowerCase()) return mailbox;
    const listed = sharedMailboxes.find((one) => one.toLowerCase() === key);
    if (listed === undefined && !open) {
      throw new OutlookError(403, 'ErrorAccessDenied', `Access to the mailbox ${name} is denied.`);
    }
    let found = shared.get(key);
    if (found === undefined) {
      found = openMailbox(journal, listed ?? name, { ...folders, shared: key, ...(outbox ? { outbox } : {}) });
      shared.set(key, found);
    }
    return found;
  }

  function whileAllowed<T>(send: () => T): T {
    const seconds = secondsToWait();
    if (seconds > 0) {
      throw new ServiceError(429, 'The mailbox sends too many messages.', 'ApplicationThrottled', seconds);
    }
    return send();
  }
  function send(from: Mailbox, message: Outgoing): void {
    whileAllowed(() => from.send(message, clock.now()));
  }

  function mailOperation(operationId: string, args: Arguments, caller: { runId: string; actionName: string }): unknown {
    const chosen = mailboxOf(textOf(args, 'mailboxAddress'));
    const message = () => groupOf(args, 'emailMessage');
    switch (operationId) {
      case 'SendEmailV2':
        return send(mailbox, newMessage(mailbox, message(), caller, maySendAs));
      case 'SharedMailboxSendEmailV2': {
        const from = mailboxOf(requiredText(message(), 'MailboxAddress'));
        return send(
          from,
          newMessage(from, message(), caller, () => false),
        );
      }
      case 'ReplyToV3':
        return send(chosen, reply(chosen, args, caller));
      case 'ForwardEmail_V2':
        return send(chosen, forward(chosen, args, caller));
      case 'DraftEmail':
      case 'UpdateDraftEmail':
        return saveDraft(mailbox, args, caller, {
          maySendAs,
          now: clock.now(),
          update: operationId === 'UpdateDraftEmail',
        });
      case 'SendDraftEmail':
        whileAllowed(() => sendDraft(mailbox, args, caller, clock.now()));
        return undefined;
      case 'GetEmailV2':
        return getEmail(chosen, args);
      case 'GetEmailsV3':
        return getEmails(chosen, args);
      case 'GetAttachment_V2':
        return getAttachment(chosen, args);
      case 'MoveV2':
        return move(chosen, args);
      case 'MarkAsRead_V3':
        return markAsRead(chosen, args);
      case 'Flag_V2':
        return flag(chosen, args);
      case 'AssignCategory':
        return assignCategory(mailbox, args);
      case 'DeleteEmail_V2':
        return chosen.remove(messageIdOf(args));
      case 'HttpRequest':
        return graphRequest(mailboxOf, args);
      default:
        throw new OutlookError(404, 'NotFound', `The mailbox stand-in has no operation '${operationId}'.`);
    }
  }

  function carryOut({ operationId, arguments: args, runId, actionName }: ConnectorRequest): unknown {
    switch (operationId) {
      case 'CalendarGetTables_V2':
        return calendars.tables();
      case 'V4CalendarPostItem':
        return calendars.create(args, clock.now());
      case 'V4CalendarPatchItem':
        return calendars.update(args, clock.now());
      case 'V4CalendarGetItems':
        return calendars.list(args);
      case 'V3CalendarGetItem':
        return calendars.get(args);
      case 'GetEventsCalendarViewV3':
        return calendars.view(args);
      case 'CalendarDeleteItem_V2':
        return calendars.remove(args);
      default:
        return mailOperation(operationId, args, { runId, actionName });
    }
  }

  const service = createServiceConnector(
    {
      service: 'office365',
      clock,
      newId,
      badArgumentCode: 'ErrorInvalidRequest',
      statusCodes: STATUS_CODES,
      ...(limits?.calls === undefined ? {} : { callLimit: limits.calls }),
    },
    carryOut,
  );
  return {
    ...service,
    address,
    deliver: (mail, sharedMailbox = '') => mailboxOf(sharedMailbox).deliver(mail, clock.now()),
    inbox: () => mailbox.inbox(),
    sent: () => mailbox.sent(),
    sentFrom: (sharedMailbox) => mailboxOf(sharedMailbox).sent(),
    events: () => calendars.events(),
  };
}
