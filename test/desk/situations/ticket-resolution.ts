import type { PresentedRow } from '../../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../../workbench/start/demo-desk';
import type { TestProduct } from '../../product/open-product';
import { agent, createTicket, mailsAbout, newCustomer, remindersOf, ticketNow } from '../desk-ticket';
import { CHANNEL, MESSAGE_STATUS, TICKET_STATUS } from '../desk-words';
import { watchRuns } from '../flow-runs';
import type { Played, Situation } from '../situation';

const FLOW = 'Ticket Resolution';

/** Without these nothing can keep what the failed part of the flow would have written. */
const KEEPING = new Set(['Get_ticket_now', 'Keep_resolution']);

/** Resolves a ticket as an agent would; the customer is told once. */
async function resolve(product: TestProduct, ticket: PresentedRow): Promise<Played> {
  const { rcc_ticketid, rcc_statusversion, rcc_customeremail } = ticket;
  const version = Number(rcc_statusversion) + 1;
  const earlier = mailsAbout(product, ticket, String(rcc_customeremail)).length;
  const change = await product.update('rcc_tickets', String(rcc_ticketid), {
    statuscode: TICKET_STATUS.resolved,
    rcc_statusversion: version,
  });
  const runs = watchRuns(product, FLOW);
  let isRepeated = false;
  await runs.wait();
  return {
    async again() {
      isRepeated = true;
      await runs.start(change);
    },
    broken(struck) {
      const now = ticketNow(product, ticket);
      const mails = mailsAbout(product, ticket, String(rcc_customeremail)).length - earlier;
      const key = `survey:${String(rcc_ticketid)}:${version}`;
      const kept = product.rows('rcc_message').filter((row) => row.rcc_internetmessageid === key);
      const status = kept[0]?.rcc_status;
      const reasons = String(now.rcc_reviewreasons ?? '').split('; ');
      const isLogged = runs.areLogged();
      const mayBeLeft = struck?.isLasting === true && KEEPING.has(struck.action);
      const isInDoubt = status === MESSAGE_STATUS.unknown || (status === undefined && mails > 0);
      return [
        ...(now.statuscode === TICKET_STATUS.resolved && now.rcc_statusversion === version
          ? []
          : ['it is not resolved']),
        ...((now.rcc_resolvedon && now.rcc_resolutionkind !== null) || mayBeLeft ? [] : ['when and how is not kept']),
        ...(mails <= 1 ? [] : [`${mails} mails`]),
        ...(kept.length <= 1 ? [] : [`${kept.length} message rows`]),
        ...(status !== MESSAGE_STATUS.sent || mails === 1 ? [] : ['marked sent, but nothing was sent']),
        ...(status !== MESSAGE_STATUS.failed || mails === 0 ? [] : ['marked failed, but it was sent']),
        ...(isInDoubt && !reasons.includes('mail_unknown') && !isLogged ? ['nobody hears of a mail in doubt'] : []),
        ...(status === undefined && !isLogged ? ['the customer does not know, and no error is logged'] : []),
        ...(!isRepeated || kept.length === 1 ? [] : ['what became of the mail is not kept']),
        ...(!isRepeated || remindersOf(product, ticket).length === 0 ? [] : ['the reminder is still there']),
      ];
    },
  };
}

/** A ticket of a mail, with an agent who is to be reminded. */
async function ticketOfMail(product: TestProduct): Promise<PresentedRow> {
  const { ticket } = await product.mail({ from: newCustomer(), subject: 'Payment', body: 'I was charged twice!' });
  await product.update('rcc_tickets', String(ticket?.rcc_ticketid), agent(DEMO_USERS.carla));
  await product.idle();
  return ticketNow(product, ticket!);
}

export const situations: Situation[] = [
  {
    name: 'an agent resolves the ticket of a mail',
    async play(product, begin) {
      const ticket = await ticketOfMail(product);
      begin();
      return resolve(product, ticket);
    },
  },
  {
    name: 'an agent resolves a ticket without a mail',
    async play(product, begin) {
      const ticket = await createTicket(product, { rcc_channel: CHANNEL.app });
      begin();
      return resolve(product, ticket);
    },
  },
  {
    name: 'the mail cannot be sent',
    always: ['Reply_to_customer'],
    async play(product, begin) {
      const ticket = await ticketOfMail(product);
      begin();
      return resolve(product, ticket);
    },
  },
  {
    name: 'the mail was claimed before, and nothing tells what became of it',
    async play(product, begin) {
      const ticket = await createTicket(product);
      const key = `${String(ticket.rcc_ticketid)}:resolved:${Number(ticket.rcc_statusversion) + 1}:send`;
      await fetch(`${product.product.proxy.url}/v1/interactions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify({ type: 'send_claimed', channel: 'email', ticket_id: ticket.rcc_ticketid }),
      });
      begin();
      return resolve(product, ticket);
    },
  },
  {
    name: 'the service does not answer',
    always: ['Resolve_ticket'],
    async play(product, begin) {
      const ticket = await createTicket(product);
      begin();
      return resolve(product, ticket);
    },
  },
];
