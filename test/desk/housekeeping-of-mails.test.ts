import { randomUUID } from 'node:crypto';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { agent, createTicket, newCustomer, ticketNow } from './desk-ticket';
import { MESSAGE_STATUS, TICKET_STATUS } from './desk-words';
import { stuckIn, useHouse } from './housekeeping';

const house = useHouse();
const { hoursAgo, keepHouse, ticketsOf } = house;

const deliver = (mail: { from: string; subject?: string; body: string; headers?: Record<string, string> }) =>
  house.product.mail({ subject: 'Payment', ...mail });
const inboundOf = (messageId: string) =>
  house.product.rows('rcc_message').filter(({ rcc_internetmessageid }) => rcc_internetmessageid === messageId);

describe('mails', () => {
  it('takes up a mail nobody has seen, for a person, and answers nothing by itself', async () => {
    const from = newCustomer();
    const { messageId } = await deliver({
      from,
      body: 'I was charged twice!',
    });
    await house.product.pass(6);
    const { run } = await keepHouse();
    expect(run.status).toBe('Succeeded');
    const [ticket, ...others] = ticketsOf(from);
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      rcc_statusversion: 1,
      rcc_intent: 727000004,
      rcc_requireshumanreview: true,
    });
    expect(String(ticket!.rcc_reviewreasons).split('; ')).toContain('taken_up_late');
    expect(inboundOf(messageId)).toMatchObject([
      { rcc_status: MESSAGE_STATUS.received, _rcc_ticket_value: ticket!.rcc_ticketid, rcc_attempts: 1 },
    ]);
    expect([...house.product.product.platform.outlook.sent()].filter(({ to }) => to === from)).toEqual([]);
    await keepHouse();
    expect(ticketsOf(from)).toHaveLength(1);
    expect(inboundOf(messageId)).toHaveLength(1);
  });

  it('leaves mails of the last minutes and of the mailbox itself alone', async () => {
    const young = await deliver({ from: newCustomer(), body: 'Where is order 12345?' });
    const own = await deliver({ from: 'support@shop.example', body: 'A copy of our own answer' });
    await keepHouse();
    expect(inboundOf(young.messageId)).toEqual([]);
    await house.product.pass(6);
    await keepHouse();
    expect(inboundOf(young.messageId)).toHaveLength(1);
    expect(inboundOf(own.messageId)).toEqual([]);
  });

  it('makes no ticket of a message a machine has sent, and does not look at it twice', async () => {
    const from = newCustomer();
    const { messageId } = await deliver({
      from,
      body: 'I am out of office.',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await house.product.pass(6);
    await keepHouse();
    expect(ticketsOf(from)).toEqual([]);
    expect(inboundOf(messageId)).toMatchObject([{ rcc_status: MESSAGE_STATUS.received, _rcc_ticket_value: null }]);
    expect(stuckIn((await keepHouse()).run)).toBe(0);
  });

  it('adds a mail to the ticket it belongs to, and gives a waiting one back to its agent', async () => {
    const from = newCustomer();
    const conversation = randomUUID();
    const waiting = await createTicket(house.product, {
      ...agent(DEMO_USERS.carla),
      rcc_customeremail: from,
      rcc_conversationid: conversation,
      statuscode: TICKET_STATUS.waiting,
      rcc_statusversion: 4,
      rcc_slapausedsince: hoursAgo(2),
      rcc_reviewreasons: 'money',
    });
    await house.product.idle();
    await house.product.mail({
      from,
      subject: 'Re: Payment',
      body: 'Thank you, here it is.',
      conversationId: conversation,
    });
    await house.product.pass(6);
    await keepHouse();
    const now = ticketNow(house.product, waiting);
    expect(now).toMatchObject({
      statuscode: TICKET_STATUS.assigned,
      rcc_slapausedsince: null,
      rcc_title: 'Charged twice',
    });
    expect(String(now.rcc_reviewreasons).split('; ')).toEqual(expect.arrayContaining(['money', 'taken_up_late']));
    expect(ticketsOf(from)).toHaveLength(1);
  });

  it('adds a mail to a ticket somebody works on without changing its status', async () => {
    const from = newCustomer();
    const conversation = randomUUID();
    const ticket = await createTicket(house.product, {
      ...agent(DEMO_USERS.carla),
      rcc_customeremail: from,
      rcc_conversationid: conversation,
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 3,
      rcc_lastcustomeractivityon: hoursAgo(5),
    });
    await house.product.idle();
    await house.product.mail({ from, subject: 'Re: Payment', body: 'One thing more.', conversationId: conversation });
    const received = house.product.clock.now().toISOString().replace('.000', '');
    await house.product.pass(6);
    await keepHouse();
    expect(ticketNow(house.product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 3,
      rcc_lastcustomeractivityon: received,
      rcc_requireshumanreview: true,
    });
  });

  it('looks through more than one page of mails', async () => {
    const from = newCustomer();
    const { messageId } = await deliver({ from, body: 'I was charged twice!' });
    for (let number = 0; number < 1000; number += 1) {
      house.product.product.platform.deliverMail({
        from: 'support@shop.example',
        subject: `Copy ${number}`,
        body: 'Our own',
      });
    }
    const last = await deliver({ from, subject: 'Another', body: 'Where is order 12345?' });
    await house.product.pass(6);
    await keepHouse();
    expect(inboundOf(messageId)).toHaveLength(1);
    expect(inboundOf(last.messageId)).toHaveLength(1);
  });
});
