import { randomUUID } from 'node:crypto';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { callOutsideRuns } from '../../workbench/flow-engine/call-outside-runs';
import type { RunRecord } from '../../workbench/flow-engine/types';
import type { SentMail } from '../../workbench/outlook/mail';
import type { TestProduct } from '../product/open-product';
import { CHANNEL, DIRECTION, MESSAGE_STATUS, runsOf, TICKET_STATUS } from './desk-words';

/** A customer nobody has written for yet. */
export const newCustomer = (): string => `${randomUUID()}@example.com`;

/** A ticket of a new customer about a payment, Unassigned, as it stands after the intake of a mail. */
export const createTicket = (
  product: TestProduct,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<PresentedRow> =>
  product.create('rcc_tickets', {
    rcc_title: 'Charged twice',
    rcc_channel: CHANNEL.email,
    rcc_customeremail: newCustomer(),
    rcc_intent: 727000004,
    rcc_sentiment: 727000001,
    rcc_priority: 727000001,
    rcc_team: 727000004,
    rcc_language: 'en',
    statuscode: TICKET_STATUS.unassigned,
    rcc_statusversion: 1,
    ...columns,
  });

/** What sets the assigned agent to this user. */
export const agent = (user: string) => ({ 'rcc_AssignedAgent@odata.bind': `/systemusers(${user})` });

/** What puts a message on this ticket. */
export const onTicket = (ticketId: unknown) => ({ 'rcc_Ticket@odata.bind': `/rcc_tickets(${String(ticketId)})` });

const AGENT_AUTHOR = 727000001;

/** Queues an agent's reply as the app does. @param columns at least the body */
export const queueReply = (product: TestProduct, columns: Readonly<Record<string, unknown>>): Promise<PresentedRow> =>
  product.create('rcc_messages', {
    rcc_subject: 'Payment',
    rcc_direction: DIRECTION.outbound,
    rcc_channel: CHANNEL.email,
    rcc_author: AGENT_AUTHOR,
    rcc_status: MESSAGE_STATUS.queued,
    ...columns,
  });

/** The ticket's row now. */
export function ticketNow(product: TestProduct, { rcc_ticketid }: Readonly<Record<string, unknown>>): PresentedRow {
  const row = product.rows('rcc_ticket').find((one) => one.rcc_ticketid === rcc_ticketid);
  if (row === undefined) throw new Error(`There is no ticket ${String(rcc_ticketid)}.`);
  return row;
}

/** Mails about the ticket that went to this address: each names the ticket's number. */
export const mailsAbout = (product: TestProduct, { rcc_ticketnumber }: PresentedRow, to: string): SentMail[] =>
  [...product.product.platform.outlook.sent()].filter(
    (mail) => mail.to.includes(to) && mail.subject.includes(String(rcc_ticketnumber)),
  );

/** Calendar entries about the ticket. */
export const remindersOf = (product: TestProduct, { rcc_ticketnumber }: PresentedRow) =>
  product.product.platform.outlook.events().filter(({ subject }) => subject.includes(String(rcc_ticketnumber)));

/** A calendar entry that reminds of something. @returns its id */
export async function createReminder(product: TestProduct): Promise<string> {
  const item = {
    subject: 'Reminder',
    start: '2026-12-01T09:00:00',
    end: '2026-12-01T09:15:00',
    timeZone: '(UTC) Coordinated Universal Time',
  };
  const { outlook } = product.product.platform;
  const { body } = await callOutsideRuns(outlook, 'V4CalendarPostItem', { table: 'Calendar', item }, 'test');
  return (body as { id: string }).id;
}

/** What the flow's last run gave out. */
export const resultOf = (runs: readonly RunRecord[], flow: string): unknown =>
  runsOf(flow, runs)
    .at(-1)
    ?.actions.find(({ name }) => name === 'Result')?.outputs;
