import { createTicket, ticketNow } from './desk-ticket';
import { TICKET_STATUS } from './desk-words';
import { useHouse } from './housekeeping';

const house = useHouse();
const { between, minutesAgo, hoursAgo, keepHouse, eventsAbout } = house;

const hoursBefore = (since: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(since).map(([column, hours]) => [column, hoursAgo(hours)]));

describe('tickets', () => {
  it.each([
    ['answered', TICKET_STATUS.answered, {}],
    [
      'waiting for the customer',
      TICKET_STATUS.waiting,
      { rcc_lastcustomeractivityon: 80, rcc_slapausedsince: 73, rcc_lastagentactivityon: 73 },
    ],
  ] as const)('resolves a ticket that is %s after three days of silence', async (_name, statuscode, since) => {
    const ticket = await createTicket(house.product, { statuscode });
    await house.product.pass(80 * 60);
    await house.product.update('rcc_tickets', String(ticket.rcc_ticketid), {
      rcc_firstrespondedon: hoursAgo(79),
      ...hoursBefore(since),
    });
    await keepHouse();
    expect(ticketNow(house.product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.resolved,
      rcc_statusversion: 2,
      rcc_resolutionkind: 727000001,
      rcc_resolvedon: hoursAgo(0).replace('.000', ''),
    });
  });

  it('resolves nothing while anybody has the next word', async () => {
    const cases = [
      ['the customer wrote a day ago', TICKET_STATUS.answered, { rcc_lastcustomeractivityon: 24 }],
      ['the agent wrote a day ago', TICKET_STATUS.waiting, { rcc_lastagentactivityon: 24 }],
      ['it waits since yesterday', TICKET_STATUS.waiting, { rcc_slapausedsince: 24 }],
      ['it was answered a day ago', TICKET_STATUS.answered, { rcc_firstrespondedon: 24 }],
      ['somebody has it', TICKET_STATUS.assigned, { rcc_lastcustomeractivityon: 80 }],
      ['it is snoozed', TICKET_STATUS.waiting, { rcc_lastcustomeractivityon: 80, rcc_snoozeduntil: -24 }],
    ] as const;
    const tickets = await Promise.all(cases.map(([, statuscode]) => createTicket(house.product, { statuscode })));
    await house.product.pass(100 * 60);
    for (const [index, [, , since]] of cases.entries()) {
      await house.product.update('rcc_tickets', String(tickets[index]!.rcc_ticketid), hoursBefore(since));
    }
    await keepHouse();
    const moved = cases.filter((_one, index) => ticketNow(house.product, tickets[index]!).rcc_statusversion !== 1);
    expect(moved.map(([name]) => name)).toEqual([]);
  });

  it('resolves nothing when the customer writes while the run goes on', async () => {
    const ticket = await createTicket(house.product, { statuscode: TICKET_STATUS.waiting });
    await house.product.pass(80 * 60);
    between.before('Read_silent_again', async () => {
      await house.product.update('rcc_tickets', String(ticket.rcc_ticketid), {
        statuscode: TICKET_STATUS.assigned,
        rcc_statusversion: 2,
      });
    });
    await keepHouse();
    expect(ticketNow(house.product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.assigned,
      rcc_statusversion: 2,
    });
  });

  it('closes what was resolved two weeks ago, and records it', async () => {
    const old = await createTicket(house.product, {
      statuscode: TICKET_STATUS.resolved,
      rcc_resolvedon: hoursAgo(14 * 24 + 1),
    });
    const young = await createTicket(house.product, {
      statuscode: TICKET_STATUS.resolved,
      rcc_resolvedon: hoursAgo(13 * 24),
    });
    await keepHouse();
    expect(ticketNow(house.product, old)).toMatchObject({
      statecode: 1,
      statuscode: TICKET_STATUS.closed,
      rcc_statusversion: 2,
    });
    expect(ticketNow(house.product, young)).toMatchObject({ statecode: 0, statuscode: TICKET_STATUS.resolved });
    expect(
      (await eventsAbout(old)).map(({ type, payload }) => [type, (payload as { status_to?: string }).status_to]),
    ).toEqual([['ticket.status_changed', 'closed']]);
  });

  it('closes nothing that is reopened while the run goes on', async () => {
    const ticket = await createTicket(house.product, {
      statuscode: TICKET_STATUS.resolved,
      rcc_resolvedon: hoursAgo(14 * 24 + 1),
    });
    between.before('Read_resolved_again', async () => {
      await house.product.update('rcc_tickets', String(ticket.rcc_ticketid), {
        statuscode: TICKET_STATUS.unassigned,
        rcc_statusversion: 2,
      });
    });
    await keepHouse();
    expect(ticketNow(house.product, ticket)).toMatchObject({ statecode: 0, statuscode: TICKET_STATUS.unassigned });
  });

  it('wakes what was snoozed until now', async () => {
    const ticket = await createTicket(house.product, { rcc_snoozeduntil: minutesAgo(1) });
    const later = await createTicket(house.product, { rcc_snoozeduntil: minutesAgo(-1) });
    await keepHouse();
    expect(ticketNow(house.product, ticket)).toMatchObject({ rcc_snoozeduntil: null, rcc_statusversion: 1 });
    expect(ticketNow(house.product, later).rcc_snoozeduntil).not.toBeNull();
  });

  it('hands a ticket to a person that is New for a quarter of an hour', async () => {
    const columns = { statuscode: TICKET_STATUS.new, rcc_statusversion: 0 };
    const stuck = await createTicket(house.product, columns);
    await house.product.pass(16);
    const young = await createTicket(house.product, columns);
    await keepHouse();
    expect(ticketNow(house.product, stuck)).toMatchObject({
      statuscode: TICKET_STATUS.unassigned,
      rcc_statusversion: 1,
      rcc_requireshumanreview: true,
      rcc_reviewreasons: 'not_processed',
    });
    expect(ticketNow(house.product, young)).toMatchObject({ statuscode: TICKET_STATUS.new, rcc_statusversion: 0 });
    expect((await eventsAbout(stuck)).map(({ type }) => type)).toEqual(['ticket.status_changed']);
  });

  it('leaves a New ticket alone that is answered while the run goes on', async () => {
    const ticket = await createTicket(house.product, { statuscode: TICKET_STATUS.new, rcc_statusversion: 0 });
    await house.product.pass(16);
    between.before('Read_new_again', async () => {
      await house.product.update('rcc_tickets', String(ticket.rcc_ticketid), {
        statuscode: TICKET_STATUS.answered,
        rcc_statusversion: 1,
      });
    });
    await keepHouse();
    expect(ticketNow(house.product, ticket)).toMatchObject({
      statuscode: TICKET_STATUS.answered,
      rcc_statusversion: 1,
    });
  });
});
