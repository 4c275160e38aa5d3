import { randomUUID } from 'node:crypto';
import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { agent, createTicket, newCustomer, onTicket, queueReply, ticketNow } from './desk-ticket';
import { CHANNEL, MESSAGE_STATUS, TICKET_STATUS } from './desk-words';
import { stuckIn, useHouse } from './housekeeping';

const house = useHouse();
const { between, minutesAgo, keepHouse, inWork, messageNow, ticketsOf } = house;

/** An agent's reply nobody has sent yet. */
const reply = (ticket: PresentedRow, columns: Readonly<Record<string, unknown>> = {}) =>
  queueReply(house.product, { rcc_body: 'We look into it.', ...onTicket(ticket.rcc_ticketid), ...columns });

describe('messages that are stuck', () => {
  it('takes up a customer’s message whose run died a quarter of an hour ago', async () => {
    const from = newCustomer();
    const row = await inWork(from);
    await house.product.pass(10);
    await keepHouse();
    expect(messageNow(row).rcc_status).toBe(MESSAGE_STATUS.queued);
    await house.product.pass(6);
    await keepHouse();
    const [ticket] = ticketsOf(from);
    expect(ticket).toMatchObject({ statuscode: TICKET_STATUS.unassigned, rcc_intent: 727000004 });
    expect(messageNow(row)).toMatchObject({
      rcc_status: MESSAGE_STATUS.received,
      rcc_attempts: 2,
      _rcc_ticket_value: ticket!.rcc_ticketid,
    });
  });

  it('leaves a ticket answered that was answered before the run died', async () => {
    const from = newCustomer();
    const row = await inWork(from);
    await house.product.pass(16);
    between.before('Find_ticket_now', async () => {
      const events = await house.product.product.proxy.store.eventsAbout({
        messageId: String(row.rcc_internetmessageid),
      });
      const created = events.find(({ type }) => type === 'ticket.created');
      await house.product.create('rcc_tickets', {
        rcc_ticketid: (created!.payload as { ticket_id: string }).ticket_id,
        rcc_title: 'Payment',
        rcc_channel: CHANNEL.email,
        rcc_customeremail: from,
        statuscode: TICKET_STATUS.answered,
        rcc_statusversion: 1,
        rcc_lastcustomeractivityon: minutesAgo(-1),
      });
    });
    await keepHouse();
    expect(ticketsOf(from)).toMatchObject([{ statuscode: TICKET_STATUS.answered, rcc_statusversion: 1 }]);
    expect(messageNow(row).rcc_status).toBe(MESSAGE_STATUS.received);
  });

  it('sets a message aside for a person after three attempts, on the ticket of its conversation', async () => {
    const from = newCustomer();
    const alone = await inWork(from, { rcc_attempts: 3 });
    const conversation = randomUUID();
    const begun = await createTicket(house.product, {
      rcc_customeremail: from,
      rcc_conversationid: conversation,
      ...agent(DEMO_USERS.carla),
      statuscode: TICKET_STATUS.answered,
    });
    await house.product.idle();
    await house.product.update('rcc_tickets', String(begun.rcc_ticketid), {
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 5,
    });
    const joined = await inWork(from, { rcc_attempts: 3, rcc_conversationid: conversation });
    await house.product.pass(16);
    await keepHouse();
    expect(messageNow(alone)).toMatchObject({
      rcc_status: MESSAGE_STATUS.failed,
      _rcc_ticket_value: alone.rcc_messageid,
    });
    expect(ticketsOf(from).find(({ rcc_ticketid }) => rcc_ticketid === alone.rcc_messageid)).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      rcc_statusversion: 1,
      rcc_reviewreasons: 'set_aside',
      rcc_requireshumanreview: true,
    });
    expect(messageNow(joined)).toMatchObject({
      rcc_status: MESSAGE_STATUS.failed,
      _rcc_ticket_value: begun.rcc_ticketid,
    });
    expect(ticketNow(house.product, begun)).toMatchObject({
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 5,
      rcc_reviewreasons: 'set_aside',
    });
    expect(stuckIn((await keepHouse()).run)).toBe(0);
  });

  it('starts the flow again that should have sent an agent’s reply, and gives up after three times, visibly', async () => {
    const ticket = await createTicket(house.product, { rcc_reviewreasons: 'money' });
    const row = await reply(ticket);
    await keepHouse();
    expect(messageNow(row).rcc_attempts).toBeNull();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await house.product.pass(16);
      await keepHouse();
      expect(messageNow(row)).toMatchObject({ rcc_status: MESSAGE_STATUS.queued, rcc_attempts: attempt });
    }
    await house.product.pass(16);
    await keepHouse();
    expect(messageNow(row).rcc_status).toBe(MESSAGE_STATUS.unknown);
    expect(ticketNow(house.product, ticket)).toMatchObject({
      rcc_requireshumanreview: true,
      rcc_reviewreasons: 'money; mail_unknown',
      statuscode: TICKET_STATUS.unassigned,
    });
  });
});
