import type { PresentedRow } from '../../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../../workbench/start/demo-desk';
import type { TestProduct } from '../../product/open-product';
import { agent, createTicket, mailsAbout, remindersOf, ticketNow } from '../desk-ticket';
import { TICKET_STATUS } from '../desk-words';
import { watchRuns } from '../flow-runs';
import type { Played, Situation } from '../situation';

const FLOW = 'Ticket Status Recording';
const SUPERVISOR = 'sofia@shop.example';

/** An agent changes the status of an assigned ticket in the app. */
async function change(product: TestProduct, ticket: PresentedRow, statuscode: number): Promise<Played> {
  const version = Number(ticket.rcc_statusversion) + 1;
  const row = await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
    statuscode,
    rcc_statusversion: version,
  });
  const runs = watchRuns(product, FLOW);
  let isRepeated = false;
  await runs.wait();
  return {
    async again() {
      isRepeated = true;
      await runs.start(row);
    },
    async broken() {
      const now = ticketNow(product, ticket);
      const isEscalated = statuscode === TICKET_STATUS.escalated;
      const isGivenBack = statuscode === TICKET_STATUS.unassigned;
      const mails = mailsAbout(product, ticket, SUPERVISOR).length;
      const events = await product.product.proxy.store.eventsAbout({ ticketId: String(ticket.rcc_ticketid) });
      const count = (type: string) => events.filter((event) => event.type === type).length;
      const isLogged = runs.areLogged();
      const isComplete =
        remindersOf(product, ticket).length === 0 &&
        (!isGivenBack ||
          (now._rcc_assignedagent_value === null &&
            now.rcc_assignedon === null &&
            now._rcc_givenbackby_value === DEMO_USERS.carla)) &&
        (!isEscalated || (now.rcc_escalatedon !== null && now.rcc_escalationlevel === 1));
      return [
        ...(now.statuscode === statuscode && now.rcc_statusversion === version ? [] : ['the status was changed']),
        ...(count('ticket.status_changed') === 1 || isLogged ? [] : ['the status is not recorded once']),
        ...(count('ticket.escalated') <= 1 ? [] : ['ticket.escalated is recorded twice']),
        ...(mails <= 1 ? [] : [`${mails} mails to the supervisor`]),
        ...(!isEscalated || mails === 1 || isLogged ? [] : ['the supervisor does not know, and no error is logged']),
        ...(!isRepeated || isComplete ? [] : [`left undone: ${JSON.stringify(now)}`]),
        ...(!isRepeated || count('ticket.status_changed') === 1 ? [] : ['the status is not recorded']),
      ];
    },
  };
}

/** An agent's ticket, with a reminder in the calendar. */
async function assignedTicket(product: TestProduct): Promise<PresentedRow> {
  const ticket = await createTicket(product);
  await product.update('rcc_tickets', String(ticket.rcc_ticketid), agent(DEMO_USERS.carla));
  await product.idle();
  return ticketNow(product, ticket);
}

const changes: [name: string, statuscode: number][] = [
  ['an agent begins to work', TICKET_STATUS.inProgress],
  ['an agent gives a ticket back', TICKET_STATUS.unassigned],
  ['an agent escalates a ticket', TICKET_STATUS.escalated],
];

export const situations: Situation[] = [
  ...changes.map(([name, statuscode]) => ({
    name,
    async play(product: TestProduct, begin: () => void) {
      const ticket = await assignedTicket(product);
      begin();
      return change(product, ticket, statuscode);
    },
  })),
  {
    name: 'the same escalation is delivered again',
    async play(product, begin) {
      const escalated = await change(product, await assignedTicket(product), TICKET_STATUS.escalated);
      begin();
      await escalated.again();
      return escalated;
    },
  },
  {
    name: 'the mail to the supervisor cannot be sent',
    always: ['Mail_supervisor'],
    async play(product, begin) {
      const ticket = await assignedTicket(product);
      begin();
      return change(product, ticket, TICKET_STATUS.escalated);
    },
  },
];
