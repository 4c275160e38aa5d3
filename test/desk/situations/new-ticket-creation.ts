import { CHANNEL, DIRECTION, MESSAGE_STATUS, TICKET_STATUS } from '../desk-words';
import type { Played, Situation } from '../situation';
import type { TestProduct } from '../../product/open-product';
import { ticketNow } from '../desk-ticket';

const FLOW = 'New Ticket Creation';
let number = 0;

/** A ticket made in the app, and what holds of it. */
async function play(
  product: TestProduct,
  begin: () => void,
  values: Record<string, unknown>,
  canBeAnswered: boolean,
  deliveries = 1,
): Promise<Played> {
  number += 1;
  const title = `${String(values.rcc_title)} (${number})`;
  begin();
  const row = await product.create('rcc_tickets', { rcc_channel: CHANNEL.app, ...values, rcc_title: title });
  for (let more = 1; more < deliveries; more += 1) product.product.platform.raise(FLOW, { headers: {}, body: row });
  await product.idle();
  const ticketId = row.rcc_ticketid;
  let cameAgain = false;
  return {
    async again() {
      cameAgain = true;
      product.product.platform.raise(FLOW, { headers: {}, body: row });
      await product.idle();
    },
    async broken(struck) {
      const ticket = ticketNow(product, { rcc_ticketid: ticketId });
      const token = `[${String(ticket.rcc_ticketnumber)}]`;
      const sent = [...product.product.platform.outlook.sent()].filter(({ subject }) => subject.includes(token));
      const outbound = product
        .rows('rcc_message')
        .filter((one) => one._rcc_ticket_value === ticketId && one.rcc_direction === DIRECTION.outbound);
      const events = await product.product.proxy.store.eventsAbout({ ticketId: String(ticketId) });
      const count = (type: string) => events.filter((event) => event.type === type).length;
      const reasons = String(ticket.rcc_reviewreasons).split('; ');
      const isAnswered = ticket.statuscode === TICKET_STATUS.answered;
      // With its last resort gone too, the ticket stays New and Housekeeping queues it.
      const isOutOfReach = struck?.isLasting && struck.action === 'Queue_for_a_person';
      const mail = outbound[0]?.rcc_status;
      return [
        ...(isAnswered || ticket.statuscode === TICKET_STATUS.unassigned || isOutOfReach
          ? []
          : [`neither answered nor queued: ${String(ticket.statuscode)}`]),
        ...(ticket.rcc_statusversion === 1 || isOutOfReach ? [] : [`version ${String(ticket.rcc_statusversion)}`]),
        ...(isAnswered && !canBeAnswered ? ['answered what a person should have seen'] : []),
        ...(isAnswered && (sent.length !== 1 || mail !== MESSAGE_STATUS.sent) ? ['answered without a mail'] : []),
        ...(!isAnswered && !isOutOfReach && ticket.rcc_requireshumanreview !== true ? ['not marked for review'] : []),
        ...(sent.length > 1 ? [`${sent.length} mails`] : []),
        ...(outbound.length > 1 ? [`${outbound.length} outbound rows`] : []),
        ...(mail === MESSAGE_STATUS.sent && sent.length === 0 ? ['marked sent, but nothing was'] : []),
        ...(mail === MESSAGE_STATUS.failed && sent.length > 0 ? ['marked failed, but it was sent'] : []),
        ...((mail === MESSAGE_STATUS.unknown || (sent.length > 0 && mail === undefined)) &&
        !isOutOfReach &&
        !reasons.includes('mail_unknown')
          ? [`a mail in doubt, but the ticket says ${reasons.join()}`]
          : []),
        ...(['ticket.created', 'reply.claimed', 'message.triaged'].some((type) => count(type) > 1)
          ? ['an event is recorded twice']
          : []),
        ...(cameAgain && ticket.rcc_triagejson === null ? ['never read'] : []),
      ];
    },
  };
}

export const situations: Situation[] = [
  {
    name: 'a ticket that can be answered',
    play: (product, begin) =>
      play(product, begin, { rcc_title: 'Where is order 12345?', rcc_customeremail: 'customer@example.com' }, true),
  },
  {
    name: 'a ticket for a person',
    play: (product, begin) =>
      play(product, begin, { rcc_title: 'I was charged twice!', rcc_customeremail: 'guest@example.com' }, false),
  },
  {
    name: 'a ticket without an address',
    play: (product, begin) => play(product, begin, { rcc_title: 'Where is order 12345?' }, false),
  },
  {
    name: 'a ticket that two runs take up, and whose mail cannot be noted',
    always: ['Save_outbound_message'],
    play: (product, begin) =>
      play(product, begin, { rcc_title: 'Where is order 12345?', rcc_customeremail: 'customer@example.com' }, true, 2),
  },
  {
    name: 'a ticket the service fails on',
    always: ['Create_ticket'],
    play: (product, begin) =>
      play(product, begin, { rcc_title: 'Where is order 12345?', rcc_customeremail: 'customer@example.com' }, true),
  },
];
