import type { StoredEvent } from '../../proxy/src/events/event';
import type { RunRecord } from '../../workbench/flow-engine/types';
import { DIRECTION, MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import type { TestProduct } from '../product/open-product';
import type { Written } from './customers';
import type { Transition } from './ticket-watch';

const counted = <T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};
const twice = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].filter(([, count]) => count > 1).map(([key, count]) => `${key} (${count} times)`);

/** Everything that was written is answered or visibly queued. */
function lost({ rows }: TestProduct, written: Written): string[] {
  const tickets = new Map(rows('rcc_ticket').map((row) => [String(row.rcc_ticketid), row]));
  const messages = rows('rcc_message');
  const byId = new Map(messages.map((row) => [String(row.rcc_internetmessageid), row]));
  const problems: string[] = [];
  for (const id of [...written.mails, ...written.turns]) {
    const row = byId.get(id);
    const ticket = tickets.get(String(row?._rcc_ticket_value));
    if (!row) problems.push(`${id} has no row`);
    else if (!ticket) problems.push(`${id} has no ticket`);
    else if (row.rcc_status === MESSAGE_STATUS.queued) problems.push(`${id} still waits`);
    else if (ticket.statuscode === TICKET_STATUS.new) problems.push(`${id}: its ticket is still new`);
  }
  for (const id of written.appTickets) {
    if (tickets.get(id)?.statuscode === TICKET_STATUS.new) problems.push(`the app ticket ${id} is still new`);
  }
  for (const row of messages) {
    if (row.rcc_direction === DIRECTION.outbound && row.rcc_status === MESSAGE_STATUS.queued)
      problems.push(`the reply ${String(row.rcc_messageid)} still waits`);
  }
  return problems;
}

/** The same words may be right again later, for another question or another turn of the ticket, but not at once. */
const AT_ONCE_MS = 2 * 3_600_000;

/** Nobody gets the same mail twice, and no mail of a customer two automatic answers. */
function mailedTwice(
  { product, rows }: TestProduct,
  flowOf: (runId: string) => string | undefined,
  transitions: readonly Transition[],
): string[] {
  const ticketIds = new Map(rows('rcc_ticket').map((row) => [String(row.rcc_ticketnumber), String(row.rcc_ticketid)]));
  /** A ticket that was given back and handed out again is told of again. */
  const wasAssignedAgain = (subject: string, from: number, to: number): boolean => {
    const id = ticketIds.get(/\[(TKT-\d+)\]/.exec(subject)?.[1] ?? '');
    return transitions.some(
      ({ ticketId, status, at }) =>
        ticketId === id && status === 'assigned' && at.getTime() > from && at.getTime() <= to,
    );
  };
  const sent = [...product.platform.outlook.sent()].filter(({ to }) => !to.startsWith('administrator@'));
  const last = new Map<string, number>();
  const again = sent.filter(({ to, subject, body, answers, sentOn }) => {
    const mail = JSON.stringify([to, subject, body, answers]);
    const before = last.get(mail) ?? -Infinity;
    const now = Date.parse(sentOn);
    last.set(mail, now);
    return now - before < AT_ONCE_MS && !wasAssignedAgain(subject, before, now);
  });
  const answers = sent.filter(({ runId }) => flowOf(runId) === 'Email Ingestion');
  return [
    ...again.map(
      ({ to, subject, sentOn, runId }) => `sent twice: ${subject} to ${to} at ${sentOn} by ${flowOf(runId)}`,
    ),
    ...twice(counted(answers, (mail) => `answered automatically: ${mail.answers}`)),
  ];
}

/** A machine gets no automatic answer; a message that could not be read may still be queued, and a person may write. */
function machinesAnswered(
  { product }: TestProduct,
  written: Written,
  flowOf: (runId: string) => string | undefined,
): string[] {
  const { outlook } = product.platform;
  const machines = new Map(
    [...outlook.inbox()].filter((mail) => written.machines.has(mail.internetMessageId)).map((mail) => [mail.id, mail]),
  );
  return [...outlook.sent()]
    .filter(({ answers, runId }) => machines.has(String(answers)) && flowOf(runId) === 'Email Ingestion')
    .map(({ subject, to }) => `a machine was written to: ${subject} to ${to}`);
}

function escalatedTwice(events: readonly StoredEvent[]): string[] {
  const escalations = events.filter(({ type }) => type === 'ticket.escalated');
  return twice(
    counted(escalations, ({ payload }) => `escalated: ${String(payload.ticket_id)} ${String(payload.delay_key)}`),
  );
}

/** A failed run is in the error log, or was at least reported where the log could not be reached. */
function unlogged(
  { rows }: TestProduct,
  failed: readonly RunRecord[],
  events: readonly StoredEvent[],
  isOut: (at: Date) => boolean,
): string[] {
  const logged = new Set(rows('rcc_errorlog').map(({ rcc_runid }) => String(rcc_runid)));
  const reported = new Set(
    events.filter(({ type }) => type === 'flow.error').map(({ payload }) => String(payload.run_id)),
  );
  return failed
    .filter(({ runId, endTime }) => !logged.has(runId) && !(isOut(new Date(endTime ?? 0)) && reported.has(runId)))
    .map(({ flowName, runId }) => `the failed run ${runId} of ${flowName} is not in the error log`);
}

/** What does not hold at the end of a simulation. */
export function brokenDeskPromises(
  product: TestProduct,
  written: Written,
  failed: readonly RunRecord[],
  events: readonly StoredEvent[],
  isOut: (at: Date) => boolean,
  flowOf: (runId: string) => string | undefined,
  transitions: readonly Transition[],
): string[] {
  return [
    ...lost(product, written),
    ...mailedTwice(product, flowOf, transitions),
    ...machinesAnswered(product, written, flowOf),
    ...escalatedTwice(events),
    ...unlogged(product, failed, events, isOut),
  ];
}
