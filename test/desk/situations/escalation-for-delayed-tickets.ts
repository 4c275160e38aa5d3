import type { PresentedRow } from '../../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../../workbench/start/demo-desk';
import type { TestProduct } from '../../product/open-product';
import { agent, createTicket, mailsAbout, ticketNow } from '../desk-ticket';
import { TICKET_STATUS } from '../desk-words';
import { watchRuns } from '../flow-runs';
import type { Played, Situation, Struck } from '../situation';

const FLOW = 'Escalation for Delayed Tickets';
const ANNA = 'anna@shop.example';
const SUPERVISOR = 'sofia@shop.example';
const MAILS = new Set(['Mail_agent', 'Mail_supervisor']);
const NOT_TOLD: Record<string, string> = { [ANNA]: 'agent_not_told', [SUPERVISOR]: 'supervisor_not_told' };

const hoursAgo = (product: TestProduct, hours: number): string => product.instantIn(-hours * 60);

const silentFor = (product: TestProduct, hours: number): Promise<PresentedRow> =>
  createTicket(product, {
    ...agent(DEMO_USERS.anna),
    statuscode: TICKET_STATUS.assigned,
    rcc_statusversion: 2,
    rcc_assignedon: hoursAgo(product, hours),
  });

/** What has to be true of the ticket once the delay is dealt with. */
interface Dealt {
  isDealtWith(row: PresentedRow): boolean;
  told: readonly string[];
  notes: number;
}

/** Looks at the late tickets; what is left out because a call failed is done by the next look. */
async function look(product: TestProduct, ticket: PresentedRow, dealt: Dealt): Promise<Played> {
  const runs = watchRuns(product, FLOW);
  await runs.start();
  return {
    again: runs.start,
    broken(struck?: Struck) {
      const row = ticketNow(product, ticket);
      const notes = product.rows('annotation').filter(({ _objectid_value }) => _objectid_value === ticket.rcc_ticketid);
      const isDone = dealt.isDealtWith(row);
      const isMailStruck = struck !== undefined && MAILS.has(struck.action);
      const marks = String(row.rcc_reviewreasons).split('; ');
      const broken: string[] = [];
      if (!isDone && (struck === undefined || isMailStruck || !runs.haveFailed()))
        broken.push('nothing came of the delay');
      if (isDone && notes.length !== dealt.notes) broken.push(`${notes.length} notes`);
      for (const address of dealt.told) {
        const mails = mailsAbout(product, ticket, address).length;
        const isMarked = ['notice_unknown', NOT_TOLD[address]].some((reason) => marks.includes(String(reason)));
        if (mails > 1) broken.push(`${mails} mails to ${address}`);
        if (isDone && mails === 0 && !isMarked) broken.push(`${address} does not know, and the row does not say so`);
        if (isDone && mails === 0 && row.rcc_requireshumanreview !== true) broken.push('nobody is asked to look at it');
      }
      return broken;
    },
  };
}

export const situations: Situation[] = [
  {
    name: 'an agent is reminded',
    async play(product, begin) {
      const ticket = await silentFor(product, 50);
      begin();
      return look(product, ticket, {
        isDealtWith: ({ statuscode, rcc_statusversion, rcc_remindedon }) =>
          statuscode === TICKET_STATUS.assigned && rcc_statusversion === 2 && rcc_remindedon !== null,
        told: [ANNA],
        notes: 0,
      });
    },
  },
  {
    name: 'a ticket is escalated',
    async play(product, begin) {
      const ticket = await silentFor(product, 80);
      begin();
      return look(product, ticket, {
        isDealtWith: ({ statuscode, rcc_statusversion, rcc_escalationlevel }) =>
          statuscode === TICKET_STATUS.escalated && rcc_statusversion === 3 && rcc_escalationlevel === 1,
        told: [ANNA, SUPERVISOR],
        notes: 1,
      });
    },
  },
  {
    name: 'nobody has a ticket whose first response is overdue',
    async play(product, begin) {
      const ticket = await createTicket(product, { rcc_firstresponsedue: hoursAgo(product, 1) });
      begin();
      return look(product, ticket, {
        isDealtWith: ({ statuscode, rcc_remindedon }) =>
          statuscode === TICKET_STATUS.unassigned && rcc_remindedon !== null,
        told: [SUPERVISOR],
        notes: 0,
      });
    },
  },
];
