import { randomUUID } from 'node:crypto';
import type { PresentedRow } from '../../../workbench/dataverse/rows/present-row';
import { DEMO_USERS } from '../../../workbench/start/demo-desk';
import type { TestProduct } from '../../product/open-product';
import { agent, createTicket, newCustomer, onTicket, queueReply, ticketNow } from '../desk-ticket';
import { CHANNEL, DIRECTION, MESSAGE_STATUS, TICKET_STATUS, runsOf } from '../desk-words';
import { askForMoney, MONEY_STATUS, notesOn } from '../money-desk';
import type { Played, Situation } from '../situation';

const FLOW = 'Ticket Housekeeping';
const QUARTER = 16;
const SIX_HOURS = 361;

const ticketsOf = (product: TestProduct, customer: string) =>
  product.rows('rcc_ticket').filter((row) => row.rcc_customeremail === customer);
const sentTo = (product: TestProduct, customer: string) =>
  [...product.product.platform.outlook.sent()].filter(({ to }) => to === customer);
const recordedTimes = async (product: TestProduct, { rcc_ticketid }: PresentedRow) =>
  (await product.product.proxy.store.eventsAbout({ ticketId: String(rcc_ticketid) })).filter(
    ({ type }) => type === 'ticket.status_changed',
  ).length;

/** Looks after the house; what a failed call left undone is done by the next look. */
async function keepHouse(
  product: TestProduct,
  wrong: () => string[] | Promise<string[]>,
  undone: () => boolean,
): Promise<Played> {
  let isFailed = false;
  const run = async () => {
    product.product.platform.raise(FLOW, {});
    isFailed = runsOf(FLOW, await product.idle()).at(-1)?.status === 'Failed';
  };
  await run();
  return {
    async again() {
      await product.pass(QUARTER);
      await run();
    },
    async broken(struck) {
      const isLeft = undone();
      return [
        ...(await wrong()),
        ...(isLeft && (struck === undefined || !isFailed) ? ['it is not done, and no run failed'] : []),
      ];
    },
  };
}

/** A ticket that goes from one status to the next, once. @param minutes how long it is there before anything happens */
const goes = (
  name: string,
  minutes: number,
  from: (product: TestProduct) => Record<string, unknown>,
  to: Record<string, unknown>,
  events: number,
): Situation => ({
  name,
  async play(product, begin) {
    const ticket = await createTicket(product, from(product));
    await product.pass(minutes);
    begin();
    const isDone = () => Object.entries(to).every(([column, value]) => ticketNow(product, ticket)[column] === value);
    return keepHouse(
      product,
      async () => {
        const told = await recordedTimes(product, ticket);
        const isTold = told === events || (!isDone() && told <= events);
        return isTold ? [] : [`recorded ${told} times`];
      },
      () => !isDone(),
    );
  },
});

/** A mail nobody has taken in; it leads to one ticket and is not answered. */
const comes = (
  name: string,
  prepare: (product: TestProduct, from: string, conversation: string) => Promise<unknown>,
): Situation => ({
  name,
  async play(product, begin) {
    const [from, conversationId] = [newCustomer(), randomUUID()];
    await prepare(product, from, conversationId);
    const { messageId } = await product.mail({
      from,
      subject: 'Payment',
      body: 'I was charged twice!',
      conversationId,
    });
    await product.pass(QUARTER);
    begin();
    const rows = () => product.rows('rcc_message').filter((row) => row.rcc_internetmessageid === messageId);
    return keepHouse(
      product,
      () => [
        ...(ticketsOf(product, from).length > 1 ? ['two tickets'] : []),
        ...(rows().length > 1 ? ['two rows of one message'] : []),
        ...(sentTo(product, from).length > 0 ? ['it was answered'] : []),
      ],
      () => {
        const [ticket] = ticketsOf(product, from);
        const [row] = rows();
        const isQueued =
          ticket !== undefined &&
          ticket.rcc_requireshumanreview === true &&
          [TICKET_STATUS.unassigned, TICKET_STATUS.assigned, TICKET_STATUS.inProgress].some(
            (status) => status === ticket.statuscode,
          );
        return (
          !isQueued || row?.rcc_status !== MESSAGE_STATUS.received || row._rcc_ticket_value !== ticket.rcc_ticketid
        );
      },
    );
  },
});

/** A request for money whose run died. @param attempts how often it was taken up before */
const dies = (
  name: string,
  attempts: number,
  isDone: (row: PresentedRow, ticket: PresentedRow, notes: number) => boolean,
): Situation => ({
  name,
  async play(product, begin) {
    const { ticket, request } = await askForMoney(product, {
      rcc_status: MONEY_STATUS.approved,
      rcc_attempts: attempts,
      rcc_actionkey: 'key',
    });
    await product.pass(SIX_HOURS);
    begin();
    const notes = () => notesOn(product, ticket).length;
    const row = () =>
      product.rows('rcc_moneyaction').find((one) => one.rcc_moneyactionid === request.rcc_moneyactionid)!;
    return keepHouse(
      product,
      () => [
        ...(notes() > 1 ? ['two notes'] : []),
        ...(Number(row().rcc_attempts) > attempts + 1 ? ['taken up twice at once'] : []),
      ],
      () => !isDone(row(), ticketNow(product, ticket), notes()),
    );
  },
});

const message = (product: TestProduct, columns: Readonly<Record<string, unknown>>) =>
  product.create('rcc_messages', {
    rcc_subject: 'Payment',
    rcc_direction: DIRECTION.inbound,
    rcc_channel: CHANNEL.email,
    rcc_status: MESSAGE_STATUS.queued,
    rcc_body: 'I was charged twice!',
    rcc_senton: product.instantIn(0),
    ...columns,
  });
const statusOf = (product: TestProduct, { rcc_messageid }: PresentedRow) =>
  product.rows('rcc_message').find((row) => row.rcc_messageid === rcc_messageid)?.rcc_status;

export const situations: Situation[] = [
  goes(
    'a customer is silent for three days',
    73 * 60,
    () => ({ statuscode: TICKET_STATUS.answered }),
    { statuscode: TICKET_STATUS.resolved, rcc_statusversion: 2 },
    0,
  ),
  goes(
    'a ticket was resolved two weeks ago',
    0,
    (product) => ({ statuscode: TICKET_STATUS.resolved, rcc_resolvedon: product.instantIn(-15 * 24 * 60) }),
    { statuscode: TICKET_STATUS.closed, statecode: 1, rcc_statusversion: 2 },
    1,
  ),
  goes(
    'a ticket is New for too long',
    QUARTER,
    () => ({ statuscode: TICKET_STATUS.new, rcc_statusversion: 0 }),
    { statuscode: TICKET_STATUS.unassigned, rcc_statusversion: 1 },
    1,
  ),
  {
    name: 'a ticket was snoozed until now',
    async play(product, begin) {
      const ticket = await createTicket(product, { rcc_snoozeduntil: product.instantIn(0) });
      begin();
      return keepHouse(
        product,
        () => [],
        () => ticketNow(product, ticket).rcc_snoozeduntil !== null,
      );
    },
  },
  comes('a mail came while the tables were away', () => Promise.resolve()),
  comes('a mail to a waiting ticket came while the tables were away', async (product, from, conversation) => {
    await createTicket(product, {
      ...agent(DEMO_USERS.carla),
      rcc_customeremail: from,
      rcc_conversationid: conversation,
      statuscode: TICKET_STATUS.waiting,
      rcc_statusversion: 3,
    });
    await product.idle();
  }),
  comes('a mail to a ticket in work came while the tables were away', async (product, from, conversation) => {
    await createTicket(product, {
      ...agent(DEMO_USERS.carla),
      rcc_customeremail: from,
      rcc_conversationid: conversation,
      statuscode: TICKET_STATUS.inProgress,
      rcc_statusversion: 3,
    });
    await product.idle();
  }),
  {
    name: 'a message failed three times',
    async play(product, begin) {
      const from = newCustomer();
      const row = await message(product, {
        rcc_internetmessageid: `<${randomUUID()}@example.com>`,
        rcc_conversationid: randomUUID(),
        rcc_fromaddress: from,
        rcc_attempts: 3,
      });
      await product.pass(QUARTER);
      begin();
      return keepHouse(
        product,
        () => (ticketsOf(product, from).length > 1 ? ['two tickets'] : []),
        () =>
          statusOf(product, row) !== MESSAGE_STATUS.failed ||
          ticketsOf(product, from)[0]?.statuscode !== TICKET_STATUS.unassigned,
      );
    },
  },
  {
    name: 'an agent’s reply was not sent',
    async play(product, begin) {
      const ticket = await createTicket(product);
      const row = await queueReply(product, {
        rcc_body: 'We look into it.',
        ...onTicket(ticket.rcc_ticketid),
      });
      await product.pass(QUARTER);
      begin();
      const attempts = () =>
        product.rows('rcc_message').find(({ rcc_messageid }) => rcc_messageid === row.rcc_messageid)?.rcc_attempts;
      return keepHouse(
        product,
        () => (statusOf(product, row) === MESSAGE_STATUS.queued ? [] : ['it is not queued any more']),
        () => attempts() === null,
      );
    },
  },
  {
    name: 'an agent’s reply was not sent after three new starts',
    async play(product, begin) {
      const ticket = await createTicket(product);
      const row = await queueReply(product, {
        rcc_body: 'We look into it.',
        rcc_attempts: 3,
        ...onTicket(ticket.rcc_ticketid),
      });
      await product.pass(QUARTER);
      begin();
      return keepHouse(
        product,
        () => [],
        () =>
          statusOf(product, row) !== MESSAGE_STATUS.unknown ||
          ticketNow(product, ticket).rcc_reviewreasons !== 'mail_unknown',
      );
    },
  },
  dies('a request for money whose run died', 2, ({ rcc_attempts }) => rcc_attempts === 3),
  dies(
    'a request for money nobody could carry through',
    8,
    ({ rcc_status, rcc_outcome }, { rcc_reviewreasons }, notes) =>
      rcc_status === MONEY_STATUS.failed &&
      String(rcc_outcome).includes('The key there is key.') &&
      String(rcc_reviewreasons).includes('money_action') &&
      notes === 1,
  ),
];
