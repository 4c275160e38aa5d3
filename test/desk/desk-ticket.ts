import { randomUUID } from 'node:crypto';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import type { RunRecord } from '../../workbench/flow-engine/types';
import type { SentMail } from '../../workbench/outlook/mail';
import type { TestProduct } from '../product/open-product';
import { runsOf, TICKET_STATUS } from './desk-words';

const EMAIL_CHANNEL = 727000000;

/** A customer nobody has written for yet. */
export const newCustomer = (): string => `${randomUUID()}@example.com`;

/** A ticket of a new customer about a payment, Unassigned, as it stands after the intake of a mail. */
export const createTicket = (
  product: TestProduct,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<PresentedRow> =>
  product.create('rcc_tickets', {
    rcc_title: 'Charged twice',
    rcc_channel: EMAIL_CHANNEL,
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

/** The ticket's row now. */
export function ticketNow(product: TestProduct, { rcc_ticketid }: PresentedRow): PresentedRow {
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

/** What the flow's last run gave out. */
export const resultOf = (runs: readonly RunRecord[], flow: string): unknown =>
  runsOf(flow, runs)
    .at(-1)
    ?.actions.find(({ name }) => name === 'Result')?.outputs;
