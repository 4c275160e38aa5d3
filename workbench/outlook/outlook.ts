import { randomUUID } from 'node:crypto';
import type { Clock, Connector, ConnectorRequest, ConnectorResponse } from '../flow-engine/types';
import type { Journal } from '../state/journal';
import type { Outbox } from '../state/outbox';
import { createEvent, type CalendarEvent } from './calendar';
import { graphRequest } from './graph-request';
import type { IncomingMail, ReceivedMail, SentMail } from './mail';
import { openMailbox } from './mailbox';
import { OutlookError } from './outlook-error';
import { getEmail, getEmails } from './read-operations';
import { replyTo, sendEmail } from './send-operations';

export interface OutlookOptions {
  journal: Journal;
  clock: Pick<Clock, 'now'>;
  /** The mailbox's own address. */
  address: string;
  /** Makes ids of events and requests; random ones when left out. */
  newId?: () => string;
  /** Told about each received message before it is stored. */
  outbox?: Outbox<ReceivedMail>;
}

/** The mailbox stand-in: the connector's operations, and both ends of the wire. */
export interface Outlook extends Connector {
  readonly address: string;
  /** Puts a message into the inbox; durable when the call returns. @throws {OutlookError} when the sender is no address */
  deliver(mail: IncomingMail): ReceivedMail;
  /** Oldest first. */
  inbox(): IterableIterator<ReceivedMail>;
  /** Everything that left the mailbox, oldest first. */
  sent(): IterableIterator<SentMail>;
  events(): IterableIterator<CalendarEvent>;
}

/** Opens the mailbox over a journal. A message is in Sent items before its action is answered. */
export function createOutlook({ journal, clock, address, newId = randomUUID, outbox }: OutlookOptions): Outlook {
  const mailbox = openMailbox(journal, address, outbox);

  function answer(request: ConnectorRequest): unknown {
    const args = request.arguments;
    switch (request.operationId) {
      case 'SendEmailV2':
        return sendEmail(mailbox, args, { runId: request.runId, actionName: request.actionName }, clock.now());
      case 'ReplyToV3':
        return replyTo(mailbox, args, { runId: request.runId, actionName: request.actionName }, clock.now());
      case 'GetEmailV2':
        return getEmail(mailbox, args);
      case 'GetEmailsV3':
        return getEmails(mailbox, args);
      case 'HttpRequest':
        return graphRequest(mailbox, args);
      case 'V4CalendarPostItem':
        return createEvent(journal, args, newId(), clock.now());
      default:
        throw new OutlookError(404, 'NotFound', `The mailbox stand-in has no operation '${request.operationId}'.`);
    }
  }

  return {
    address,
    deliver: (mail) => mailbox.deliver(mail, clock.now()),
    inbox: () => mailbox.inbox(),
    sent: () => mailbox.sent(),
    events: () => journal.collection<CalendarEvent>('outlook/events').values(),
    async call(request): Promise<ConnectorResponse> {
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      try {
        return { statusCode: 200, headers, body: answer(request) ?? null };
      } catch (error) {
        if (!(error instanceof OutlookError)) throw error;
        return { statusCode: error.statusCode, headers, body: error.body(newId) };
      }
    },
  };
}
