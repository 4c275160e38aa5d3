import type { RunRecord } from '../../workbench/flow-engine/types';
import { openProduct, type TestProduct, type TestProductOptions } from '../product/open-product';
import { createTicket, resultOf } from './desk-ticket';
import { runsOf } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { reportOf, reportsMailed } from './kept-report';
import { situations } from './situations/daily-ticket-summary';

const FLOW = 'Daily Ticket Summary';
/** Their doings are shown by their own tests. */
const OTHERS = ['Escalation for Delayed Tickets', 'Publish Metrics', 'Ticket Auto-Assignment', 'Ticket Housekeeping'];
const FOLDER = '/Shared Documents/Ticket reports';

const CRITICAL = 727000002;
const ERROR = 727000001;

let product: TestProduct;
let ended: RunRecord[];
const open = async (start: string, wrapConnector?: TestProductOptions['wrapConnector']) => {
  ended = [];
  product = await openProduct({
    desk: true,
    off: OTHERS,
    start: new Date(start),
    observer: { runEnded: (run) => ended.push(run) },
    ...(wrapConnector && { wrapConnector }),
  });
};
async function report() {
  product.product.platform.raise(FLOW, {});
  const runs = await product.idle();
  return { run: runsOf(FLOW, runs).at(-1)!, result: resultOf(runs, FLOW) };
}

/** The desk's zone, told to the service as every hour. */
async function moveDeskTo(timeZone: string) {
  const [desk] = product.rows('rcc_businesshours');
  await product.update('rcc_businesshourses', String(desk!.rcc_businesshoursid), { rcc_timezone: timeZone });
  product.product.platform.raise('Publish Metrics', {});
  await product.idle();
}
/** Lets hours pass. @returns what was billed for the flow's runs that looked only, and the instants of the others */
async function passHours(hours: number) {
  const before = ended.length;
  await product.pass(hours * 60);
  await product.idle();
  const runs = ended.slice(before).filter(({ flowName }) => flowName === FLOW);
  const idle = runs.filter(({ actions }) => actions.find(({ name }) => name === 'Try')?.status === 'Skipped');
  return {
    looks: idle.map(({ billableActions }) => billableActions),
    reports: runs.filter((run) => !idle.includes(run)).map((run) => `${run.startTime.slice(0, 16)} ${run.status}`),
  };
}
const answers = (statusCode: number) => ({
  statusCode,
  headers: {},
  body: { error: { code: 'Broken', message: '-' } },
});

describe('after the desk’s day', () => {
  afterEach(() => product.close());

  it('mails a readable report of the whole day and keeps it under its date', async () => {
    await open('2026-03-10T08:00:00Z');
    await product.mail({ subject: 'My order', body: 'Where is order 12345?' });
    await product.mail({ subject: 'Payment', body: 'I was charged twice for order 12355!' });
    const late = await createTicket(product, { rcc_resolutiondue: '2026-03-09T08:00:00Z' });
    await product.idle();
    await product.clock.runUntil(new Date('2026-03-11T00:14:00Z'));
    expect(reportsMailed(product, '2026-03-10')).toEqual([]);
    await product.clock.runUntil(new Date('2026-03-11T00:16:00Z'));
    const run = runsOf(FLOW, await product.idle()).at(-1);
    expect(run).toMatchObject({ status: 'Succeeded', billableActions: 19 });
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

  it('looks in every other hour, for two actions each', async () => {
    await open('2026-03-10T00:20:00Z');
    await report();
    expect(await passHours(24)).toEqual({
      looks: Array<number>(23).fill(2),
      reports: ['2026-03-11T00:15 Succeeded'],
    });
  });

  it.each([
    ['when the clocks go forward', 'Europe/Berlin', '2026-03-28T23:20:00Z', ['2026-03-29T22:15', '2026-03-30T22:15']],
    ['when the clocks go back', 'Europe/Berlin', '2026-10-24T22:20:00Z', ['2026-10-25T23:15', '2026-10-26T23:15']],
    ['ahead of UTC', 'Asia/Kathmandu', '2026-03-10T18:20:00Z', ['2026-03-11T18:15', '2026-03-12T18:15']],
    ['behind UTC', 'America/Los_Angeles', '2026-03-07T08:20:00Z', ['2026-03-08T08:15', '2026-03-09T07:15']],
  ])('comes in the first hour of the next day %s', async (_name, zone, start, instants) => {
    await open(start);
    await moveDeskTo(zone);
    await report();
    expect((await passHours(49)).reports).toEqual(instants.map((instant) => `${instant} Succeeded`));
  });

  it('is caught up in the next hour when it failed, and only the first failure is critical', async () => {
    let isAway = false;
    await open('2026-03-10T22:20:00Z', (_name, connector) => ({
      call: (request) =>
        isAway && request.operationId === 'GetTicketStatistics'
          ? Promise.resolve(answers(400))
          : connector.call(request),
    }));
    await report();
    isAway = true;
    expect((await passHours(3)).reports).toEqual(['2026-03-11T00:15 Failed', '2026-03-11T01:15 Failed']);
    expect(product.rows('rcc_errorlog').map(({ rcc_severity }) => rcc_severity)).toEqual([CRITICAL, ERROR]);
    isAway = false;
    expect((await passHours(3)).reports).toEqual(['2026-03-11T02:15 Succeeded']);
    expect(reportsMailed(product, '2026-03-10')).toHaveLength(1);
    expect(await reportOf(product, '2026-03-10')).toBeDefined();
  });

  it('mails nothing and leaves the report alone when it runs again', async () => {
    await open('2026-03-10T18:00:00Z');
    expect((await report()).result).toMatchObject({ report_email: 'sent' });
    const first = await reportOf(product, '2026-03-09');
    await product.pass(1);
    const { run, result } = await report();
    expect(run).toMatchObject({ status: 'Succeeded', billableActions: 2 });
    expect(result).toBeUndefined();
    expect(reportsMailed(product, '2026-03-09')).toHaveLength(1);
    expect(await reportOf(product, '2026-03-09')).toBe(first);
  });

  it('replaces the report, without a mail, when it could not find out that it is kept', async () => {
    let isHidden = false;
    await open('2026-03-10T18:00:00Z', (_name, connector) => ({
      call: (request) =>
        isHidden && request.actionName === 'Find_kept_report' ? Promise.resolve(answers(400)) : connector.call(request),
    }));
    const late = await createTicket(product, { rcc_resolutiondue: '2026-03-09T08:00:00Z' });
    await product.pass(24 * 60);
    await report();
    await product.update('rcc_tickets', String(late.rcc_ticketid), { rcc_title: 'Renamed in the morning' });
    await product.pass(1);
    isHidden = true;
    const { run, result } = await report();
    expect(run.status).toBe('Succeeded');
    expect(result).toMatchObject({ report_email: 'claimed_before' });
    expect(reportsMailed(product, '2026-03-10')).toHaveLength(1);
    expect(await reportOf(product, '2026-03-10')).toContain('Renamed in the morning');
  });

  it('reports a day without tickets', async () => {
    await open('2026-03-10T18:00:00Z');
    const { run, result } = await report();
    expect(run.status).toBe('Succeeded');
    expect(result).toMatchObject({ report_email: 'sent' });
    expect(await reportOf(product, '2026-03-09')).toMatch(/no messages/i);
  });

  it('works without default business hours', async () => {
    await open('2026-03-10T18:00:00Z');
    const [desk] = product.rows('rcc_businesshours');
    await product.update('rcc_businesshourses', String(desk!.rcc_businesshoursid), { rcc_isdefault: false });
    const { run } = await report();
    expect(run.status).toBe('Succeeded');
    expect(await reportOf(product, '2026-03-09')).toBeDefined();
  });
});

describe('with faults', () =>
  itKeepsItsPromises(FLOW, situations, { off: [FLOW, ...OTHERS], start: new Date('2026-03-10T12:00:00Z') }));
