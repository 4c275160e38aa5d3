import type { TestProduct } from '../../product/open-product';
import { createReminder, onTicket, queueReply, ticketNow } from '../desk-ticket';
import { CHANNEL, DIRECTION, MESSAGE_STATUS, TICKET_STATUS } from '../desk-words';
import type { Played, Situation } from '../situation';

const FLOW = 'Send Agent Reply';
let number = 0;

interface Given {
  channel: keyof typeof CHANNEL;
  status?: number;
  customer?: string | null;
  /** How often the trigger comes at once. */
  deliveries?: number;
}

/** A ticket with a reminder and, when it came by mail, that mail in the mailbox; Email Ingestion has to be off. */
async function ticketWithMail(product: TestProduct, { channel, status, customer }: Given): Promise<string> {
  const { outlook } = product.product.platform;
  const rcc_customeremail = customer === undefined ? `customer-of-reply${number}@example.com` : customer;
  const ticket = await product.create('rcc_tickets', {
    rcc_channel: CHANNEL[channel],
    rcc_title: `Question ${number}`,
    rcc_customeremail,
    statuscode: status ?? TICKET_STATUS.inProgress,
    rcc_statusversion: 3,
    rcc_remindereventid: await createReminder(product),
  });
  const ticketId = String(ticket.rcc_ticketid);
  if (channel === 'email') {
    const { internetMessageId } = outlook.deliver({
      from: String(rcc_customeremail),
      subject: `Question ${number}`,
      body: 'What now?',
    });
    await product.create('rcc_messages', {
      rcc_subject: `Question ${number}`,
      rcc_direction: DIRECTION.inbound,
      rcc_channel: CHANNEL.email,
      rcc_status: MESSAGE_STATUS.received,
      rcc_internetmessageid: internetMessageId,
      rcc_senton: product.clock.now().toISOString(),
      ...onTicket(ticketId),
    });
  }
  return ticketId;
}

async function play(product: TestProduct, begin: () => void, given: Given): Promise<Played> {
  number += 1;
  const ticketId = await ticketWithMail(product, given);
  const text = `The answer to question ${number}.`;
  begin();
  const row = await queueReply(product, {
    rcc_channel: CHANNEL[given.channel],
    rcc_body: text,
    ...onTicket(ticketId),
  });
  const messageId = String(row.rcc_messageid);
  for (let more = 1; more < (given.deliveries ?? 1); more += 1)
    product.product.platform.raise(FLOW, { headers: {}, body: row });
  await product.idle();
  let cameAgain = false;
  return {
    async again() {
      cameAgain = true;
      const message = product.rows('rcc_message').find((one) => one.rcc_messageid === messageId)!;
      // A row still queued is touched by Housekeeping; a trigger may come twice for any.
      if (message.rcc_status === MESSAGE_STATUS.queued)
        await product.update('rcc_messages', messageId, { rcc_status: MESSAGE_STATUS.queued });
      else product.product.platform.raise(FLOW, { headers: {}, body: row });
      await product.idle();
    },
    async broken(struck) {
      const ticket = ticketNow(product, { rcc_ticketid: ticketId });
      const message = product.rows('rcc_message').find((one) => one.rcc_messageid === messageId)!;
      const sent = [...product.product.platform.outlook.sent()].filter(({ body }) => body.includes(text));
      const events = await product.product.proxy.store.eventsAbout({ messageId });
      const count = (type: string) => events.filter((event) => event.type === type).length;
      const reasons = String(ticket.rcc_reviewreasons).split('; ');
      const isForReview = ticket.rcc_requireshumanreview === true;
      const { queued, failed, unknown } = MESSAGE_STATUS;
      const isSent = message.rcc_status === MESSAGE_STATUS.sent;
      const before = given.status ?? TICKET_STATUS.inProgress;
      const mayWait = before !== TICKET_STATUS.resolved;
      const isWaiting = ticket.statuscode === TICKET_STATUS.waiting;
      // The last resorts: with them gone as well, the reply stays queued and is taken up again later.
      const isOutOfReach = struck?.isLasting && ['Settle_message', 'Hand_ticket_over'].includes(struck.action);
      return [
        ...(sent.length > 1 ? [`${sent.length} mails`] : []),
        ...(isSent && sent.length === 0 ? ['marked sent, but nothing was'] : []),
        ...(message.rcc_status === failed && sent.length > 0 ? ['marked failed, but it was sent'] : []),
        ...(cameAgain && message.rcc_status === queued ? ['queued for ever'] : []),
        ...(isWaiting && !(isSent && mayWait) ? ['waits for a customer who got nothing'] : []),
        ...(isWaiting && ticket.rcc_statusversion !== 4 ? [`version ${String(ticket.rcc_statusversion)}`] : []),
        ...(isWaiting && !ticket.rcc_slapausedsince ? ['waits with the clock running'] : []),
        ...(!isWaiting && ticket.statuscode !== before ? [`status ${String(ticket.statuscode)}`] : []),
        ...(!isWaiting && ticket.rcc_statusversion !== 3 ? [`version ${String(ticket.rcc_statusversion)}`] : []),
        ...(isSent && mayWait && !isWaiting && !isForReview && !isOutOfReach ? ['sent, and nobody sees it'] : []),
        ...(message.rcc_status === unknown && !(isForReview && reasons.includes('mail_unknown')) && !isOutOfReach
          ? ['unknown, and nobody sees it']
          : []),
        ...(message.rcc_status === failed && !(isForReview && reasons.includes('mail_failed')) && !isOutOfReach
          ? ['failed, and nobody sees it']
          : []),
        ...(count('reply.claimed') > 1 || count('message.replied') > 1 ? ['an event is recorded twice'] : []),
        ...(count('message.replied') === 1 && sent.length === 0 ? ['recorded as replied, but nothing was sent'] : []),
      ];
    },
  };
}

export const situations: Situation[] = [
  { name: 'a reply in a thread', play: (product, begin) => play(product, begin, { channel: 'email' }) },
  { name: 'a reply to a chat', play: (product, begin) => play(product, begin, { channel: 'chat' }) },
  {
    name: 'a reply on a resolved ticket',
    play: (product, begin) => play(product, begin, { channel: 'email', status: TICKET_STATUS.resolved }),
  },
  {
    name: 'a reply to nobody',
    play: (product, begin) => play(product, begin, { channel: 'chat', customer: null }),
  },
  {
    name: 'a reply the mailbox does not take',
    always: ['Reply_in_thread'],
    play: (product, begin) => play(product, begin, { channel: 'email' }),
  },
  {
    name: 'a reply that is delivered twice at once',
    play: (product, begin) => play(product, begin, { channel: 'email', deliveries: 2 }),
  },
  {
    name: 'a reply whose outcome cannot be saved',
    always: ['Save_message'],
    play: (product, begin) => play(product, begin, { channel: 'email' }),
  },
];
