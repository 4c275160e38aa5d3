import { INTENTS, PRIORITIES, TEAMS } from '../../proxy/src/contract/vocabulary';
import { CORE_SOLUTION, openDataverseFixture, type DataverseFixture } from '../../workbench/dataverse/stand-in.fixture';
import { readChoices } from './read-choices';
import { readTables } from './read-tables';

const FIRST_VALUE = 727000000;
const ENGLISH = 1033;
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

const named = new Map(readTables(CORE_SOLUTION).map((table) => [table.logicalName, table]));
const column = (table: string, name: string) => named.get(table)!.columns.get(name)!;
const ownColumns = (table: string) => [...named.get(table)!.columns.keys()].filter((name) => name.startsWith('rcc_'));

describe('choices the tables share with the service', () => {
  it.each([
    ['rcc_intent', INTENTS],
    ['rcc_priority', PRIORITIES],
    ['rcc_team', TEAMS],
  ])('%s has the values in the order of the contract', (name, values) => {
    const labels = [...readChoices(CORE_SOLUTION).get(name)!.values()].map((option) => option.labels.get(ENGLISH)!);
    expect(labels.map((label) => label.toLowerCase().replaceAll(' ', '_'))).toEqual([...values]);
  });
});

describe('a daily metric', () => {
  it('has a histogram of response times whose buckets follow one another without a gap', () => {
    const seconds: Record<string, number> = { sec: 1, min: 60, hour: 3600, hours: 3600 };
    const buckets = ownColumns('rcc_dailymetric').filter((name) => /^rcc_responses(upto|over)/.test(name));
    const bounds = buckets.map((name) => {
      const [, side, count, unit] = /^rcc_responses(upto|over)(\d+)([a-z]+)$/.exec(name)!;
      return { side, seconds: Number(count) * seconds[unit!]! };
    });
    const upTo = bounds.slice(0, -1);
    expect(upTo.map((bound) => bound.seconds)).toEqual([
      10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 172_800,
    ]);
    expect(upTo.every(({ side }) => side === 'upto')).toBe(true);
    expect(bounds.at(-1)).toEqual({ side: 'over', seconds: upTo.at(-1)!.seconds });
  });

  it('holds counts and sums that are never negative, nothing derived', () => {
    const describing = new Set(['rcc_hour', 'rcc_cost']);
    for (const name of ownColumns('rcc_dailymetric')) {
      const { type, min, max, accuracy, labels } = column('rcc_dailymetric', name);
      if (!['int', 'decimal'].includes(type) || describing.has(name)) continue;
      expect([name, min]).toEqual([name, 0]);
      expect(max).toBeGreaterThan(1_000_000_000);
      expect(accuracy ?? 0).toBe(0);
      expect(labels.get(ENGLISH)).not.toMatch(/average|percent|rate\b/i);
    }
  });
});

describe('rows of the tables the desk is set up by', () => {
  let desk: DataverseFixture;
  beforeEach(() => (desk = openDataverseFixture()));
  afterEach(() => desk.remove());

  const create = (entityName: string, item: Record<string, unknown>) => desk.call('CreateRecord', { entityName, item });
  const read = (entityName: string, recordId: string) => desk.call('GetItem', { entityName, recordId });
  const user = async (name: string) => (await create('systemusers', { firstname: name })).body.systemuserid;

  it('show teams, skills and a supervisor by name, and an agent is found by user', async () => {
    const [ann, bob] = [await user('Ann'), await user('Bob')];
    const profile = {
      rcc_name: 'Ann',
      'rcc_User@odata.bind': `/systemusers(${ann})`,
      'rcc_Supervisor@odata.bind': `/systemusers(${bob})`,
      rcc_teams: '727000005,727000000',
      rcc_skills: '727000004',
      rcc_languages: 'en,es',
      rcc_capacity: 8,
      rcc_timezone: 'Europe/Madrid',
    };
    expect((await create('rcc_agentprofiles', profile)).statusCode).toBe(201);
    expect((await create('rcc_agentprofiles', profile)).statusCode).toBe(412);
    const { body } = await read('rcc_agentprofiles', `_rcc_user_value=${ann}`);
    expect(body).toMatchObject({
      rcc_teams: '727000000,727000005',
      [`rcc_teams${FORMATTED}`]: 'Orders; Care',
      [`rcc_skills${FORMATTED}`]: 'Payment issue',
      [`_rcc_supervisor_value${FORMATTED}`]: 'Bob',
      rcc_available: true,
      [`rcc_available${FORMATTED}`]: 'Yes',
    });
  });

  it('find a team and a policy by their choice, once for each, with the hours they name', async () => {
    const hours = { rcc_name: 'Madrid', rcc_timezone: 'Europe/Madrid', rcc_weeklyintervals: '{"monday":[]}' };
    expect((await create('rcc_businesshourses', hours)).body).toMatchObject({ rcc_isdefault: false });
    const bind = { 'rcc_BusinessHours@odata.bind': "/rcc_businesshourses(rcc_name='Madrid')" };
    expect((await create('rcc_teams', { rcc_name: 'Pay', rcc_teamcode: 727000004, ...bind })).statusCode).toBe(201);
    expect((await create('rcc_teams', { rcc_name: 'Pay again', rcc_teamcode: 727000004 })).statusCode).toBe(412);
    expect((await read('rcc_teams', 'rcc_teamcode=727000004')).body).toMatchObject({
      rcc_name: 'Pay',
      [`rcc_teamcode${FORMATTED}`]: 'Payments',
      [`_rcc_businesshours_value${FORMATTED}`]: 'Madrid',
      rcc_autoassign: true,
    });
    const policy = { rcc_name: 'Critical', rcc_priority: 727000003, rcc_firstresponseminutes: 60 };
    expect((await create('rcc_slapolicies', policy)).body.error.message).toMatch(/rcc_resolutionminutes/);
    expect((await create('rcc_slapolicies', { ...policy, rcc_resolutionminutes: 480, ...bind })).statusCode).toBe(201);
    expect((await read('rcc_slapolicies', 'rcc_priority=727000003')).body).toMatchObject({
      [`rcc_priority${FORMATTED}`]: 'Critical',
      rcc_businesshoursonly: true,
    });
  });

  it('do not lose the business hours they use', async () => {
    const hours = { rcc_name: 'Madrid', rcc_timezone: 'Europe/Madrid', rcc_weeklyintervals: '{}' };
    const id = String((await create('rcc_businesshourses', hours)).body.rcc_businesshoursid);
    const bind = { 'rcc_BusinessHours@odata.bind': `/rcc_businesshourses(${id})` };
    const team = await create('rcc_teams', { rcc_name: 'Care', rcc_teamcode: 727000005, ...bind });
    const remove = (entityName: string, recordId: string) => desk.call('DeleteRecord', { entityName, recordId });
    expect((await remove('rcc_businesshourses', id)).statusCode).toBeGreaterThanOrEqual(400);
    await remove('rcc_teams', String(team.body.rcc_teamid));
    expect((await remove('rcc_businesshourses', id)).statusCode).toBe(204);
  });

  it('keep one row of numbers for a date, scope and scope key, found by them', async () => {
    const numbers = (rcc_date: string, rcc_scopekey: string) => ({
      rcc_name: `${rcc_date} ${rcc_scopekey}`,
      rcc_date,
      rcc_scope: FIRST_VALUE,
      rcc_scopekey,
      rcc_messages: 1200,
      rcc_responseseconds: 4_000_000_000,
    });
    const publish = async (date: string, scopeKey: string) =>
      (await create('rcc_dailymetrics', numbers(date, scopeKey))).statusCode;
    expect(await publish('2026-03-02', 'email.order_tracking')).toBe(201);
    expect(await publish('2026-03-02', 'email.order_tracking')).toBe(412);
    expect(await publish('2026-03-02', 'chat.order_tracking')).toBe(201);
    expect(await publish('2026-03-03', 'email.order_tracking')).toBe(201);
    const $filter = `rcc_date eq 2026-03-02 and rcc_scope eq ${FIRST_VALUE} and rcc_scopekey eq 'email.order_tracking'`;
    const { value } = (await desk.call('ListRecords', { entityName: 'rcc_dailymetrics', $filter })).body;
    expect(value).toHaveLength(1);
    expect(value[0]).toMatchObject({
      rcc_date: '2026-03-02',
      [`rcc_date${FORMATTED}`]: '3/2/2026',
      [`rcc_scope${FORMATTED}`]: 'Intent',
      [`rcc_messages${FORMATTED}`]: '1,200',
      [`rcc_responseseconds${FORMATTED}`]: '4,000,000,000',
    });
  });

  it("take a day's numbers by date, scope and scope key: computing again replaces them", async () => {
    const recordId = "rcc_date=2026-03-02,rcc_scope=727000000,rcc_scopekey='email.order_tracking'";
    const publish = (rcc_messages: number) =>
      desk.call('UpdateRecord', {
        entityName: 'rcc_dailymetrics',
        recordId,
        item: { rcc_name: '2026-03-02 email.order_tracking', rcc_messages, rcc_responseseconds: 4_000_000_000 },
      });
    await publish(1199);
    expect((await publish(1200)).statusCode).toBeLessThan(300);
    expect((await desk.call('ListRecords', { entityName: 'rcc_dailymetrics' })).body.value).toHaveLength(1);
    expect((await read('rcc_dailymetrics', recordId)).body).toMatchObject({
      rcc_date: '2026-03-02',
      [`rcc_date${FORMATTED}`]: '3/2/2026',
      [`rcc_scope${FORMATTED}`]: 'Intent',
      rcc_messages: 1200,
      [`rcc_messages${FORMATTED}`]: '1,200',
      [`rcc_responseseconds${FORMATTED}`]: '4,000,000,000',
    });
  });

  it('take one rating of 1 to 5 for a submission, which goes with its ticket', async () => {
    const ticket = String(
      (await create('rcc_tickets', { rcc_title: 'Late', rcc_channel: 727000000 })).body.rcc_ticketid,
    );
    const task = String((await create('tasks', { subject: 'Call the customer' })).body.activityid);
    const feedback = (rcc_rating: number) => ({
      rcc_name: 'TKT-000001',
      'rcc_Ticket@odata.bind': `/rcc_tickets(${ticket})`,
      'rcc_FollowUpTask@odata.bind': `/tasks(${task})`,
      rcc_rating,
      rcc_submittedon: '2026-03-02T10:00:00Z',
      rcc_processingstatus: FIRST_VALUE,
      rcc_submissionkey: 'survey-7f3a',
    });
    for (const rating of [0, 6, 4.5]) expect((await create('rcc_feedbacks', feedback(rating))).statusCode).toBe(400);
    expect((await create('rcc_feedbacks', feedback(2))).statusCode).toBe(201);
    expect((await create('rcc_feedbacks', feedback(5))).statusCode).toBe(412);
    expect((await read('rcc_feedbacks', "rcc_submissionkey='survey-7f3a'")).body).toMatchObject({
      rcc_rating: 2,
      [`rcc_processingstatus${FORMATTED}`]: 'Received',
      [`_rcc_followuptask_value${FORMATTED}`]: 'Call the customer',
    });
    await desk.call('DeleteRecord', { entityName: 'rcc_tickets', recordId: ticket });
    expect((await desk.call('ListRecords', { entityName: 'rcc_feedbacks' })).body.value).toEqual([]);
  });
});
