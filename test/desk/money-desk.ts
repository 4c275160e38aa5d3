import type { Approval } from '../../workbench/approvals/approval';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { callOutsideRuns } from '../../workbench/flow-engine/call-outside-runs';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import type { TestProduct } from '../product/open-product';
import { createTicket, onTicket } from './desk-ticket';

/** The flow that has refunds and cancellations approved. */
export const MONEY_FLOW = 'Approve Refund or Cancellation';

/** Values of a request's `rcc_kind`. */
export const MONEY_KIND = { refund: 727000000, cancellation: 727000001 } as const;

/** Values of a request's `rcc_status`. */
export const MONEY_STATUS = {
  requested: 727000000,
  approved: 727000001,
  rejected: 727000002,
  timedOut: 727000003,
  running: 727000004,
  done: 727000005,
  failed: 727000006,
} as const;

/** Who may approve, as a laptop is set up. */
export const APPROVER = 'sofia@shop.example';
/** Who asks. */
export const REQUESTER = 'anna@shop.example';

export const requestedBy = (user: string) => ({ 'rcc_RequestedBy@odata.bind': `/systemusers(${user})` });

/** Asks for a refund on a new ticket of the customer whose orders the sandboxes know, as the app's quick create does. */
export async function askForMoney(
  product: TestProduct,
  columns: Readonly<Record<string, unknown>> = {},
  ticketColumns: Readonly<Record<string, unknown>> = {},
): Promise<{ ticket: PresentedRow; request: PresentedRow }> {
  const ticket = await createTicket(product, { rcc_customeremail: 'customer@example.com', ...ticketColumns });
  const request = await product.create('rcc_moneyactions', {
    rcc_kind: MONEY_KIND.refund,
    rcc_ordernumber: '12359',
    rcc_reason: 'It arrived broken.',
    ...requestedBy(DEMO_USERS.anna),
    ...onTicket(ticket.rcc_ticketid),
    ...columns,
  });
  return { ticket, request };
}

/** A row as it is now; undefined when there is none. Reads this one alone, also among many. @param set such as `rcc_tickets` */
export async function rowNow(product: TestProduct, set: string, id: unknown): Promise<PresentedRow | undefined> {
  const { dataverse } = product.product.platform;
  const { statusCode, body } = await callOutsideRuns(dataverse, 'GetItem', { entityName: set, recordId: id }, 'test');
  return statusCode === 200 ? (body as PresentedRow) : undefined;
}

/** The request's row now. */
export async function requestNow(product: TestProduct, { rcc_moneyactionid }: PresentedRow): Promise<PresentedRow> {
  const row = await rowNow(product, 'rcc_moneyactions', rcc_moneyactionid);
  if (row === undefined) throw new Error(`There is no request ${String(rcc_moneyactionid)}.`);
  return row;
}

/** Notes on the ticket. */
export const notesOn = (product: TestProduct, { rcc_ticketid }: PresentedRow): PresentedRow[] =>
  product.rows('annotation').filter(({ _objectid_value }) => _objectid_value === rcc_ticketid);

/** What approvers do with a question; nothing keeps them from never answering. */
export type Decide = (approval: Approval) => { approver?: string; response: string; comments?: string } | undefined;

const HOUR = 3_600_000;

/** Lets somebody answer every question after an hour. @returns every question, in order */
export function answerQuestions(product: TestProduct, decide: Decide): readonly Approval[] {
  const { approvals } = product.product.platform;
  const asked: Approval[] = [];
  approvals.onRequest((approval) => {
    asked.push(approval);
    const answer = decide(approval);
    if (answer === undefined) return;
    void product.clock
      .sleep(HOUR)
      .then(() => approvals.respond(approval.name, { approver: approval.assignedTo[0]!, ...answer }));
  });
  return asked;
}
