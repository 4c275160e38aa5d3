import type { PresentedRow } from '../../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../../workbench/start/demo-desk';
import type { TestProduct } from '../../product/open-product';
import { agent, createTicket, mailsAbout, remindersOf, ticketNow } from '../desk-ticket';
import { TICKET_STATUS } from '../desk-words';
import { watchRuns } from '../flow-runs';
import type { Played, Situation } from '../situation';

const FLOW = 'Ticket Assignment';
const ANNA = 'anna@shop.example';

/** Without these nothing can keep the status that the failed part of the flow would have written. */
const KEEPING = new Set(['Get_ticket_now', 'Keep_assignment']);

/** Gives Anna the ticket; she gets it once, is told once and reminded once. */
async function give(product: TestProduct, ticket: PresentedRow, formerReminder?: string): Promise<Played> {
  const version = Number(ticket.rcc_statusversion) + (ticket.statuscode === TICKET_STATUS.assigned ? 0 : 1);
  const change = await product.update('rcc_tickets', String(ticket.rcc_ticketid), agent(DEMO_USERS.anna));
  const runs = watchRuns(product, FLOW);
  await runs.wait();
  return {
    async again() {
      await runs.start(change);
    },
    broken(struck) {
      const isLogged = runs.areLogged();
      const now = ticketNow(product, ticket);
      const mails = mailsAbout(product, ticket, ANNA);
      const reminders = remindersOf(product, ticket);
      const isAssigned =
        now.statuscode === TICKET_STATUS.assigned &&
        now.rcc_statusversion === version &&
        now._ownerid_value === DEMO_USERS.anna &&
        now.rcc_assignedon !== null;
      const mayBeLeft = struck?.isLasting === true && KEEPING.has(struck.action);
      const isFormerLeft = reminders.some(({ id }) => id === formerReminder);
      const own = reminders.filter(({ id }) => id !== formerReminder);
      return [
        ...(isAssigned || mayBeLeft ? [] : [`the ticket is ${String(now.statuscode)}`]),
        ...(mails.length <= 1 ? [] : [`${mails.length} mails`]),
        ...(mails.length === 1 || isLogged ? [] : ['the agent does not know, and no error is logged']),
        ...(own.length <= 1 ? [] : [`${own.length} reminders`]),
        ...(own.length === 1 || isLogged ? [] : ['no reminder, and no error is logged']),
        ...(isFormerLeft && struck === undefined ? ['the reminder of the former agent is still there'] : []),
      ];
    },
  };
}

/** Takes the ticket away from Ben: it is unassigned, once, and reminds nobody. */
async function take(product: TestProduct, ticket: PresentedRow): Promise<Played> {
  const runs = watchRuns(product, FLOW);
  const change = await product.update('rcc_tickets', String(ticket.rcc_ticketid), {
    'rcc_AssignedAgent@odata.bind': null,
  });
  await runs.wait();
  return {
    again: () => runs.start(change),
    async broken(struck) {
      const now = ticketNow(product, ticket);
      const events = await product.product.proxy.store.eventsAbout({ ticketId: String(ticket.rcc_ticketid) });
      const told = events.filter(({ type }) => type === 'ticket.status_changed').length;
      const isUnassigned =
        now.statuscode === TICKET_STATUS.unassigned &&
        now.rcc_statusversion === 3 &&
        now._rcc_assignedagent_value === null &&
        now.rcc_assignedon === null &&
        now._rcc_givenbackby_value === DEMO_USERS.ben;
      const mayBeLeft = struck?.isLasting === true && KEEPING.has(struck.action);
      const isReminded = remindersOf(product, ticket).length > 0;
      return [
        ...(isUnassigned || mayBeLeft ? [] : [`the ticket is ${String(now.statuscode)}`]),
        ...(told === 1 || runs.areLogged() ? [] : [`${told} changes of the status are recorded`]),
        ...(isReminded && struck === undefined ? ['the reminder is still there'] : []),
      ];
    },
  };
}

export const situations: Situation[] = [
  {
    name: 'a ticket nobody has is given to an agent',
    async play(product, begin) {
      const ticket = await createTicket(product);
      begin();
      return give(product, ticket);
    },
  },
  {
    name: 'an agent’s ticket is given to another one',
    async play(product, begin) {
      const ticket = await createTicket(product);
      await product.update('rcc_tickets', String(ticket.rcc_ticketid), agent(DEMO_USERS.ben));
      await product.idle();
      await product.pass(5);
      begin();
      const had = ticketNow(product, ticket);
      return give(product, had, String(had.rcc_remindereventid));
    },
  },
  {
    name: 'an agent’s ticket is taken away',
    async play(product, begin) {
      const ticket = await createTicket(product);
      await product.update('rcc_tickets', String(ticket.rcc_ticketid), agent(DEMO_USERS.ben));
      await product.idle();
      begin();
      return take(product, ticket);
    },
  },
  {
    name: 'the same assignment is delivered again',
    async play(product, begin) {
      const given = await give(product, await createTicket(product));
      begin();
      await given.again();
      return given;
    },
  },
  {
    name: 'the service does not answer',
    always: ['Assign_ticket'],
    async play(product, begin) {
      const ticket = await createTicket(product);
      begin();
      return give(product, ticket);
    },
  },
];
