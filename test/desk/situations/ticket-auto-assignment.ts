import { DEMO_USERS } from '../../../workbench/start/demo-desk';
import { createTicket, mailsAbout, ticketNow } from '../desk-ticket';
import { TICKET_STATUS } from '../desk-words';
import type { Situation } from '../situation';

const FLOW = 'Ticket Auto-Assignment';

export const situations: Situation[] = [
  {
    name: 'two tickets wait for somebody',
    async play(product, begin) {
      // What earlier cases left would be handed out as well, and fill the agents up.
      for (const { rcc_ticketid, statuscode } of product.rows('rcc_ticket')) {
        if (statuscode === TICKET_STATUS.unassigned || statuscode === TICKET_STATUS.assigned)
          await product.update('rcc_tickets', String(rcc_ticketid), { statecode: 1, statuscode: TICKET_STATUS.closed });
      }
      const tickets = [await createTicket(product), await createTicket(product)];
      const take = async () => {
        product.product.platform.raise(FLOW, {});
        await product.idle();
      };
      begin();
      await take();
      let isRepeated = false;
      return {
        async again() {
          isRepeated = true;
          // The next turn comes ten minutes later.
          await product.pass(10);
          await take();
        },
        broken: () =>
          tickets.flatMap((ticket) => {
            const now = ticketNow(product, ticket);
            const mails = mailsAbout(product, ticket, 'carla@shop.example').length;
            const isWaiting = now.statuscode === TICKET_STATUS.unassigned && now._rcc_assignedagent_value === null;
            const isGiven =
              now.statuscode === TICKET_STATUS.assigned &&
              now.rcc_statusversion === 2 &&
              now._rcc_assignedagent_value === DEMO_USERS.carla &&
              now._ownerid_value === DEMO_USERS.carla &&
              now.rcc_assignedon !== null;
            return [
              ...(isGiven || (isWaiting && !isRepeated) ? [] : [`half assigned: ${JSON.stringify(now)}`]),
              ...(mails === (isGiven ? 1 : 0) ? [] : [`${mails} mails`]),
            ];
          }),
      };
    },
  },
];
