import { openProduct, type TestProduct } from '../product/open-product';
import { createTicket, resultOf } from './desk-ticket';
import { runsOf } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { reportOf, reportsMailed } from './kept-report';
import { situations } from './situations/daily-ticket-summary';

const FLOW = 'Daily Ticket Summary';
/** Their doings are shown by their own tests. */
const OTHERS = ['Escalation for Delayed Tickets', 'Publish Metrics', 'Ticket Auto-Assignment', 'Ticket Housekeeping'];
const FOLDER = '/Shared Documents/Ticket reports';

let product: TestProduct;
const open = async (start: string) => {
  product = await openProduct({ desk: true, off: [...OTHERS], start: new Date(start) });
};
async function report() {
  product.product.platform.raise(FLOW, {});
  const runs = await product.idle();
  return { run: runsOf(FLOW, runs).at(-1)!, result: resultOf(runs, FLOW) };
}

describe('every evening', () => {
  afterEach(() => product.close());

  it('mails a readable report at half past six in the evening, UTC, and keeps it under the day’s date', async () => {
    await open('2026-03-10T08:00:00Z');
    await product.mail({ subject: 'My order', body: 'Where is order 12345?' });
    await product.mail({ subject: 'Payment', body: 'I was charged twice for order 12355!' });
    const late = await createTicket(product, { rcc_resolutiondue: '2026-03-09T08:00:00Z' });
    await product.idle();
    await product.clock.runUntil(new Date('2026-03-10T18:31:00Z'));
    const [run] = runsOf(FLOW, await product.idle());
    expect(run).toMatchObject({ status: 'Succeeded', billableActions: 16 });
    const [mail, ...more] = reportsMailed(product, '2026-03-10');
    expect(more).toEqual([]);
    const kept = await reportOf(product, '2026-03-10');
    expect(kept).toBe(mail!.body);
    expect(kept).toContain(String(late.rcc_ticketnumber));
    expect(kept).toMatch(/order tracking/i);
    expect(kept).not.toContain('customer@example.com');
    expect(resultOf([run!], FLOW)).toEqual({
      report_email: 'sent',
      archived_report: `${FOLDER}/2026-03-10 ticket summary.html`,
    });
  });

  it('replaces the file and mails nothing when it runs again on the same day', async () => {
    await open('2026-03-10T18:00:00Z');
    await report();
    const first = await reportOf(product, '2026-03-10');
    await product.clock.runUntil(new Date('2026-03-10T18:10:00Z'));
    const late = await createTicket(product, { rcc_resolutiondue: '2026-03-09T08:00:00Z' });
    const { run, result } = await report();
    expect(run.status).toBe('Succeeded');
    expect(result).toMatchObject({ report_email: 'claimed_before' });
    expect(reportsMailed(product, '2026-03-10')).toHaveLength(1);
    const second = await reportOf(product, '2026-03-10');
    expect(second).not.toBe(first);
    expect(second).toContain(String(late.rcc_ticketnumber));
  });

  it('reports a day without tickets', async () => {
    await open('2026-03-10T18:00:00Z');
    const { run, result } = await report();
    expect(run.status).toBe('Succeeded');
    expect(result).toMatchObject({ report_email: 'sent' });
    expect(await reportOf(product, '2026-03-10')).toMatch(/no messages/i);
  });

  it('reports the day of the desk, not that of UTC, by a desk’s own hours', async () => {
    await open('2026-03-10T18:00:00Z');
    const [desk] = product.rows('rcc_businesshours');
    await product.update('rcc_businesshourses', String(desk!.rcc_businesshoursid), { rcc_timezone: 'Asia/Tokyo' });
    const { result } = await report();
    expect(result).toMatchObject({ archived_report: `${FOLDER}/2026-03-11 ticket summary.html` });
    expect(await reportOf(product, '2026-03-11')).toBeDefined();
  });

  it('works without default business hours', async () => {
    await open('2026-03-10T18:00:00Z');
    const [desk] = product.rows('rcc_businesshours');
    await product.update('rcc_businesshourses', String(desk!.rcc_businesshoursid), { rcc_isdefault: false });
    const { run } = await report();
    expect(run.status).toBe('Succeeded');
    expect(await reportOf(product, '2026-03-10')).toBeDefined();
  });
});

describe('with faults', () =>
  itKeepsItsPromises(FLOW, situations, { off: [FLOW, ...OTHERS], start: new Date('2026-03-10T12:00:00Z') }));
