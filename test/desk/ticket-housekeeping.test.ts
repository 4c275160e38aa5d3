import { openProduct } from '../product/open-product';
import { createTicket, newCustomer, ticketNow } from './desk-ticket';
import { MESSAGE_STATUS } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { HOUSEKEEPING, OFF, useHouse } from './housekeeping';
import { refusal } from './interruptions';
import { situations } from './situations/ticket-housekeeping';

const house = useHouse();
const { between, minutesAgo, keepHouse, inWork, messageNow } = house;

describe('the run', () => {
  it('costs fifteen actions when there is nothing to do', async () => {
    const { run, result } = await keepHouse();
    expect(run).toMatchObject({ status: 'Succeeded', billableActions: 15 });
    expect(result).toEqual({ tickets: 0 });
  });

  it('does the other steps when one fails, and fails in the end', async () => {
    const from = newCustomer();
    const [ticket, row] = [await createTicket(house.product, { rcc_snoozeduntil: minutesAgo(1) }), await inWork(from)];
    await house.product.pass(16);
    between.before('Get_mails', () => Promise.resolve(refusal(400)));
    const { run } = await keepHouse();
    expect(run.status).toBe('Failed');
    expect(ticketNow(house.product, ticket).rcc_snoozeduntil).toBeNull();
    expect(messageNow(row).rcc_status).toBe(MESSAGE_STATUS.received);
    expect(house.product.rows('rcc_errorlog').filter(({ rcc_runid }) => rcc_runid === run.runId)).toHaveLength(1);
  });
});

describe('with the other flows', () => {
  it('and Email Ingestion make one ticket of one mail', async () => {
    const together = await openProduct({ desk: true, start: new Date('2026-03-10T08:01:00Z') });
    try {
      const from = newCustomer();
      await together.mail({ from, subject: 'Payment', body: 'I was charged twice!' });
      await together.clock.runUntil(new Date('2026-03-10T09:00:00Z'));
      await together.idle();
      const tickets = together.rows('rcc_ticket').filter((row) => row.rcc_customeremail === from);
      expect(tickets).toHaveLength(1);
      expect(together.rows('rcc_errorlog')).toEqual([]);
    } finally {
      await together.close();
    }
  });
});

describe('with faults', () => itKeepsItsPromises(HOUSEKEEPING, situations, { off: OFF }));
