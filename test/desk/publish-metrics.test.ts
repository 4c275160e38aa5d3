import type { PresentedRow } from '../../workbench/dataverse/rows/present-row';
import { callOutsideRuns } from '../../workbench/flow-engine/call-outside-runs';
import { DEMO_USERS } from '../../workbench/start/demo-desk';
import { openProduct, type TestProduct } from '../product/open-product';
import { agent, createTicket } from './desk-ticket';
import { CHANNEL, runsOf, TICKET_STATUS } from './desk-words';
import { itKeepsItsPromises } from './fault-matrix';
import { situations } from './situations/publish-metrics';

const FLOW = 'Publish Metrics';
/** Their doings are shown by their own tests. */
const OTHERS = [
  'Daily Ticket Summary',
  'Escalation for Delayed Tickets',
  'Ticket Auto-Assignment',
  'Ticket Housekeeping',
];
const SCOPE = { intent: 727000000, agent: 727000001, hour: 727000002, day: 727000003 };
const HOUR = 3_600_000;

let product: TestProduct;
/** @param off the flow's own schedule as well, where days pass of which nothing is to be published */
const open = async (start: string, off: readonly string[] = [FLOW]) => {
  product = await openProduct({ desk: true, off: [...OTHERS, ...off], start: new Date(start) });
};
const passTo = (instant: string) => product.clock.runUntil(new Date(instant));
async function publish() {
  product.product.platform.raise(FLOW, {});
  return runsOf(FLOW, await product.idle()).at(-1)!;
}
const row = (date: string, scope: number, key: string): PresentedRow | undefined =>
  product
    .rows('rcc_dailymetric')
    .find((one) => one.rcc_date === date && one.rcc_scope === scope && one.rcc_scopekey === key);
/** What a row is found by, and when it was computed: a row that still says the same is not computed anew. */
const NEVER_WRONG = new Set(['rcc_dailymetricid', 'rcc_date', 'rcc_scope', 'rcc_scopekey', 'rcc_computedon']);
/** Another value for a column. */
const wrong = (column: string, value: unknown): Record<string, unknown> => {
  if (column === '_rcc_agent_value') return { 'rcc_Agent@odata.bind': `/systemusers(${DEMO_USERS.ben})` };
  if (column === 'rcc_channel' || column === 'rcc_intent') return { [column]: 727000001 };
  return { [column]: typeof value === 'string' ? 'XXX' : column === 'rcc_hour' ? 7 : Number(value) + 1 };
};
const written = ({ actions }: Awaited<ReturnType<typeof publish>>) =>
  actions.filter(({ name, status }) => name === 'Save_row' && status !== 'Skipped').length;

describe('every hour', () => {
  afterEach(() => product.close());

  it('publishes today’s counts by intent, hour, agent and day, each group in one row', async () => {
    await open('2026-03-10T09:30:00Z');
    await product.mail({ subject: 'My order', body: 'Where is order 12345?' });
    await createTicket(product, agent(DEMO_USERS.anna));
    const given = await createTicket(product);
    await product.update('rcc_tickets', String(given.rcc_ticketid), agent(DEMO_USERS.anna));
    await product.idle();
    expect(await publish()).toMatchObject({ status: 'Succeeded' });
    expect(row('2026-03-10', SCOPE.intent, 'email.order_tracking')).toMatchObject({
      rcc_messages: 1,
      rcc_answeredautomatically: 1,
      rcc_channel: CHANNEL.email,
      rcc_intent: 727000000,
      _rcc_agent_value: null,
    });
    expect(row('2026-03-10', SCOPE.hour, 'email.09')).toMatchObject({ rcc_messages: 1, rcc_hour: 9 });
    expect(row('2026-03-10', SCOPE.agent, DEMO_USERS.anna)).toMatchObject({
      rcc_assigned: 1,
      _rcc_agent_value: DEMO_USERS.anna,
    });
    expect(row('2026-03-10', SCOPE.day, 'all')).toMatchObject({
      rcc_messages: 1,
      rcc_openupto1day: 3,
      rcc_computedon: '2026-03-10T09:30:00Z',
    });
    const keys = product.rows('rcc_dailymetric').map((one) => `${String(one.rcc_date)} ${String(one.rcc_scopekey)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('writes again only what has changed', async () => {
    await open('2026-03-10T09:30:00Z');
    await product.mail({ subject: 'My order', body: 'Where is order 12345?' });
    const first = await publish();
    expect(written(first)).toBeGreaterThan(2);
    await passTo('2026-03-10T09:40:00Z');
    const second = await publish();
    expect(written(second)).toBe(0);
    expect(second.billableActions).toBe(12);
    await product.mail({ subject: 'My order', body: 'Where is order 12346?' });
    await passTo('2026-03-10T09:50:00Z');
    const third = await publish();
    expect(written(third)).toBeGreaterThan(0);
    expect(row('2026-03-10', SCOPE.intent, 'email.order_tracking')).toMatchObject({ rcc_messages: 2 });
    expect(row('2026-03-10', SCOPE.day, 'all')).toMatchObject({ rcc_messages: 2 });
  });

  it('rewrites a row, and only that one, whichever of its columns says something else', async () => {
    await open('2026-03-10T09:30:00Z');
    const ticket = await createTicket(product);
    await product.update('rcc_tickets', String(ticket.rcc_ticketid), agent(DEMO_USERS.anna));
    await product.idle();
    await publish();
    const find = () => row('2026-03-10', SCOPE.agent, DEMO_USERS.anna)!;
    const published = find();
    const columns = Object.keys(published).filter((name) => /^_?rcc_\w+$/.test(name) && !NEVER_WRONG.has(name));
    expect(columns).toEqual(expect.arrayContaining(['_rcc_agent_value', 'rcc_responseseconds', 'rcc_costcurrency']));
    for (const column of columns) {
      await product.update('rcc_dailymetrics', String(published.rcc_dailymetricid), wrong(column, published[column]));
      expect(find()[column]).not.toEqual(published[column]);
      expect({ column, written: written(await publish()) }).toEqual({ column, written: 1 });
      expect(find()[column]).toEqual(published[column]);
    }
    expect(written(await publish())).toBe(0);
  });

  it('counts for the desk’s own day and completes yesterday', async () => {
    await open('2026-03-10T13:30:00Z', []);
    const [desk] = product.rows('rcc_businesshours');
    await product.update('rcc_businesshourses', String(desk!.rcc_businesshoursid), { rcc_timezone: 'Asia/Tokyo' });
    await product.mail({ subject: 'My order', body: 'Where is order 12345?' });
    await passTo('2026-03-10T16:10:00Z');
    await product.idle();
    // The message came at half past ten in the evening, and now it is after midnight.
    expect(row('2026-03-10', SCOPE.day, 'all')).toMatchObject({ rcc_messages: 1 });
    expect(row('2026-03-10', SCOPE.hour, 'email.22')).toMatchObject({ rcc_messages: 1 });
    expect(row('2026-03-11', SCOPE.day, 'all')).toMatchObject({ rcc_messages: 0 });
  });

  it('publishes days of the week before once more in the night, for what is judged only after seven days', async () => {
    await open('2026-03-10T09:30:00Z');
    await product.mail({ subject: 'My order', body: 'Where is order 12345?' });
    const [ticket] = product.rows('rcc_ticket');
    await product.update('rcc_tickets', String(ticket!.rcc_ticketid), {
      statuscode: TICKET_STATUS.resolved,
      rcc_statusversion: Number(ticket!.rcc_statusversion) + 1,
    });
    await product.idle();
    await publish();
    expect(row('2026-03-10', SCOPE.day, 'all')).toMatchObject({ rcc_resolved: 1, rcc_fcreligible: 0 });
    await passTo('2026-03-18T02:05:00Z');
    await publish();
    expect(row('2026-03-10', SCOPE.day, 'all')).toMatchObject({ rcc_fcreligible: 0 });
    await passTo('2026-03-18T03:05:00Z');
    await publish();
    expect(row('2026-03-10', SCOPE.day, 'all')).toMatchObject({ rcc_resolved: 1, rcc_fcreligible: 1, rcc_fcrmet: 1 });
  });

  it('publishes the row of an agent who is not there any more without the link, and all others', async () => {
    await open('2026-03-10T09:30:00Z');
    const gone = await product.create('systemusers', { firstname: 'Dora', lastname: 'Klein' });
    const id = String(gone.systemuserid);
    const ticket = await createTicket(product);
    await product.update('rcc_tickets', String(ticket.rcc_ticketid), agent(id));
    await product.idle();
    await product.update('rcc_tickets', String(ticket.rcc_ticketid), agent(DEMO_USERS.anna));
    await product.idle();
    await remove(id);
    expect(await publish()).toMatchObject({ status: 'Succeeded' });
    expect(row('2026-03-10', SCOPE.agent, id)).toMatchObject({ rcc_assigned: 1, _rcc_agent_value: null });
    expect(row('2026-03-10', SCOPE.agent, DEMO_USERS.anna)).toMatchObject({ _rcc_agent_value: DEMO_USERS.anna });
    expect(written(await publish())).toBe(0);
  });

  it('tells the service when the desk is open and how much time it has for an answer', async () => {
    await open('2026-03-10T09:30:00Z');
    const policy = product.rows('rcc_slapolicy').find(({ rcc_priority }) => rcc_priority === 727000001)!;
    await product.update('rcc_slapolicies', String(policy.rcc_slapolicyid), { rcc_firstresponseminutes: 30 });
    await publish();
    await product.mail({ subject: 'Returns', body: 'I want to return order 12345.' });
    const [ticket] = product.rows('rcc_ticket');
    const due = Date.parse(String(ticket!.rcc_firstresponsedue)) - Date.parse(String(ticket!.createdon));
    expect(ticket!.rcc_priority).toBe(727000001);
    expect(due).toBeLessThanOrEqual(HOUR / 2);
  });
});

/** Takes a user away, as an administrator would. */
async function remove(systemuserid: string): Promise<void> {
  const { statusCode } = await callOutsideRuns(
    product.product.platform.dataverse,
    'DeleteRecord',
    { entityName: 'systemusers', recordId: systemuserid },
    'test',
  );
  expect(statusCode).toBe(204);
}

describe('with faults', () =>
  itKeepsItsPromises(FLOW, situations, { off: [FLOW, ...OTHERS], start: new Date('2026-03-10T12:00:00Z') }));
