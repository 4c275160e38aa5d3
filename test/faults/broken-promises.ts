import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { MESSAGE_STATUS, TICKET_STATUS } from '../desk/desk-words';
import type { ChatCase, MailCase } from '../product/open-product';

/** Which parts could be reached at all while the message was worked on. */
export interface Reachable {
  /** The table rows of the error log. */
  errorLog: boolean;
  /** The service's operation that records a flow's failure. */
  errorReport: boolean;
  /** The rows of tickets and messages, for writing what the failure left to do. */
  queue: boolean;
}

export const ALL_REACHABLE: Reachable = { errorLog: true, errorReport: true, queue: true };

const reasons = (ticket: PresentedRow | undefined): string[] => String(ticket?.rcc_reviewreasons ?? '').split('; ');

const mainRun = ({ runs }: Pick<MailCase, 'runs'>) => runs.find(({ parentRunId }) => parentRunId === undefined);

function unlogged(
  found: Pick<MailCase, 'runs' | 'events'>,
  errorLog: readonly PresentedRow[],
  can: Reachable,
): string[] {
  const run = mainRun(found);
  if (run?.status !== 'Failed') return [];
  const isReported = found.events.some(({ type }) => type === 'flow.error');
  const isLogged = errorLog.some((row) => row.rcc_runid === run.runId);
  return [
    ...(can.errorReport && !isReported ? ['the failed run left no flow.error event'] : []),
    ...(can.errorLog && !isLogged ? ['the failed run left no error log row'] : []),
    ...(isReported || isLogged ? [] : ['nobody hears of the failed run']),
  ];
}

/** What is promised about every mail, as far as it does not hold. */
export function brokenMailPromises(
  found: MailCase,
  errorLog: readonly PresentedRow[],
  can: Reachable = ALL_REACHABLE,
): string[] {
  const { inbound, outbound, ticket, sent } = found;
  const broken: string[] = [];
  const run = mainRun(found);
  const isAnswered =
    ticket?.statuscode === TICKET_STATUS.answered && sent.length === 1 && outbound?.rcc_status === MESSAGE_STATUS.sent;
  const isQueued =
    ticket !== undefined && ticket.statuscode !== TICKET_STATUS.new && ticket.statuscode !== TICKET_STATUS.answered;
  if (can.queue) {
    if (!isAnswered && !isQueued) broken.push(`neither answered nor queued: ticket ${String(ticket?.statuscode)}`);
    const isSetAside = inbound?.rcc_status === MESSAGE_STATUS.failed && reasons(ticket).includes('set_aside');
    if (inbound?.rcc_status !== MESSAGE_STATUS.received && !isSetAside && !(inbound === undefined && isQueued))
      broken.push(`the inbound row is ${String(inbound?.rcc_status)}`);
  } else if (!isAnswered && !isQueued && run?.status !== 'Failed') {
    broken.push(`neither answered nor queued, and the run is ${String(run?.status)}`);
  }
  if (sent.length > 1) broken.push(`${sent.length} mails were sent`);
  if (outbound?.rcc_status === MESSAGE_STATUS.sent && sent.length === 0)
    broken.push('marked sent, but nothing was sent');
  if (outbound?.rcc_status === MESSAGE_STATUS.failed && sent.length > 0) broken.push('marked failed, but it was sent');
  const isUncertain = outbound?.rcc_status === MESSAGE_STATUS.unknown || (sent.length > 0 && outbound === undefined);
  if (can.queue && isUncertain && !(isQueued && reasons(ticket).includes('mail_unknown')))
    broken.push(`a mail in doubt, but the ticket says ${String(ticket?.statuscode)} ${reasons(ticket).join()}`);
  return [...broken, ...unlogged(found, errorLog, can)];
}

/** What is promised about every chat turn, as far as it does not hold. */
export function brokenChatPromises(
  found: ChatCase,
  errorLog: readonly PresentedRow[],
  can: Reachable = ALL_REACHABLE,
): string[] {
  const { answer, ticket } = found;
  const broken: string[] = [];
  const { reply, action } = answer.body as { reply?: string; action?: string };
  if (answer.statusCode !== 200 || !reply) broken.push(`the customer got no answer: ${answer.statusCode}`);
  const { unassigned, assigned } = TICKET_STATUS;
  const isQueued = ticket?.statuscode === unassigned || ticket?.statuscode === assigned;
  if (can.queue) {
    if (action === 'handoff' && !isQueued) broken.push(`handed over, but the ticket is ${String(ticket?.statuscode)}`);
    if (ticket === undefined || ticket.statuscode === TICKET_STATUS.new)
      broken.push(`neither answered nor queued: ticket ${String(ticket?.statuscode)}`);
  } else if (ticket === undefined && mainRun(found)?.status !== 'Failed') {
    broken.push(`no ticket, and the run is ${String(mainRun(found)?.status)}`);
  }
  return [...broken, ...unlogged(found, errorLog, can)];
}
