import { TICKET_COLUMNS } from '../../pcf-controls/mocks/samples/tickets';
import { SERVICE_USER_ID } from '../../workbench/dataverse/dataverse';
import { CORE_SOLUTION, openDataverseFixture, type DataverseFixture } from '../../workbench/dataverse/stand-in.fixture';
import { readTables } from '../tables/read-tables';
import { readViews, type View } from './read-views';

const ENGLISH = 1033;
const NOW = new Date('2026-03-04T12:00:00Z');
const tables = readTables(CORE_SOLUTION);
const tableOf = (name: string) => tables.find(({ logicalName }) => logicalName === name)!;
const viewsOf = (name: string) => readViews(CORE_SOLUTION, tableOf(name));
const viewOf = (table: string, name: string): View => {
  const view = viewsOf(table).find(({ labels }) => labels.get(ENGLISH) === name);
  if (view === undefined) throw new Error(`${table} has no view ${name}.`);
  return view;
};

const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString();
const [NEW, ANSWERED, UNASSIGNED, ASSIGNED, IN_PROGRESS, WAITING, ESCALATED, RESOLVED] = [
  1, 727000001, 727000002, 727000003, 727000004, 727000005, 727000006, 727000007,
];
const ME = { 'rcc_AssignedAgent@odata.bind': `/systemusers(${SERVICE_USER_ID})` };
const answered = { rcc_firstrespondedon: inHours(-5), rcc_firstresponsedue: inHours(-4) };

let desk: DataverseFixture;
beforeAll(() => {
  desk = openDataverseFixture();
  desk.setTime(NOW.toISOString());
});
afterAll(() => desk.remove());

async function create(entityName: string, item: Record<string, unknown>) {
  const { statusCode, body } = await desk.call('CreateRecord', { entityName, item });
  if (statusCode !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** The names of a view's rows, in its order. */
async function rowsOf(table: string, view: string): Promise<unknown[]> {
  const { entitySetName, primaryName } = tableOf(table);
  const { fetchXml } = viewOf(table, view);
  const { statusCode, body } = await desk.call('ListRecords', { entityName: entitySetName, fetchXml });
  expect([statusCode, statusCode === 200 ? '' : body]).toEqual([200, '']);
  return body.value.map((row) => row[primaryName]);
}

describe('a view of tickets', () => {
  beforeAll(async () => {
    const other = await create('systemusers', { firstname: 'Ben' });
    const bens = { 'rcc_AssignedAgent@odata.bind': `/systemusers(${String(other.systemuserid)})` };
    const tickets: [string, Record<string, unknown>][] = [
      ['new', { statuscode: NEW }],
      ['answered by itself', { statuscode: ANSWERED, ...answered, rcc_resolutiondue: inHours(30) }],
      [
        'first answer due soon',
        { statuscode: UNASSIGNED, rcc_firstresponsedue: inHours(1), rcc_resolutiondue: inHours(40) },
      ],
      [
        'first answer late',
        { statuscode: UNASSIGNED, rcc_firstresponsedue: inHours(-1), rcc_resolutiondue: inHours(20) },
      ],
      ['mine', { statuscode: ASSIGNED, ...ME, ...answered, rcc_resolutiondue: inHours(25) }],
      [
        'mine to be reviewed',
        { statuscode: IN_PROGRESS, ...ME, rcc_requireshumanreview: true, rcc_resolutiondue: inHours(22) },
      ],
      ['solution due soon', { statuscode: IN_PROGRESS, ...bens, ...answered, rcc_resolutiondue: inHours(3) }],
      ['paused', { statuscode: IN_PROGRESS, ...bens, rcc_slapausedsince: inHours(-1), rcc_resolutiondue: inHours(2) }],
      [
        'with the customer',
        { statuscode: WAITING, ...ME, rcc_slapausedsince: inHours(-1), rcc_resolutiondue: inHours(-1) },
      ],
      ['escalated', { statuscode: ESCALATED, ...bens, rcc_escalatedon: inHours(-3), rcc_resolutiondue: inHours(-2) }],
      [
        'escalated before',
        { statuscode: ESCALATED, ...bens, rcc_escalatedon: inHours(-9), rcc_resolutiondue: inHours(50) },
      ],
      ['resolved today', { statuscode: RESOLVED, ...ME, rcc_resolvedon: inHours(-2), rcc_requireshumanreview: true }],
      [
        'resolved yesterday',
        { statuscode: RESOLVED, ...ME, rcc_resolvedon: inHours(-26), rcc_resolutiondue: inHours(-30) },
      ],
    ];
    for (const [rcc_title, columns] of tickets)
      await create('rcc_tickets', { rcc_title, rcc_channel: 727000000, ...columns });
    const closed = await create('rcc_tickets', { rcc_title: 'closed', rcc_channel: 727000000, ...ME });
    await desk.call('UpdateOnlyRecord', {
      entityName: 'rcc_tickets',
      recordId: closed.rcc_ticketid,
      item: { statecode: 1, statuscode: 2 },
    });
  });

  it.each([
    ['My open tickets', ['with the customer', 'mine to be reviewed', 'mine']],
    ['Unassigned', ['first answer late', 'first answer due soon']],
    ['Nearing breach', ['solution due soon', 'first answer due soon']],
    ['Overdue', ['escalated', 'first answer late']],
    ['Escalated', ['escalated before', 'escalated']],
    ['Needs review', ['mine to be reviewed']],
    ['Resolved today', ['resolved today']],
  ])('shows what it is called, in its order: %s', async (view, titles) => {
    expect(await rowsOf('rcc_ticket', view)).toEqual(titles);
  });

  it('shows everything that is not resolved when the table is opened, and everything else by its name only', async () => {
    expect(viewsOf('rcc_ticket')[0]?.labels.get(ENGLISH)).toBe('Open tickets');
    const [open, all] = [await rowsOf('rcc_ticket', 'Open tickets'), await rowsOf('rcc_ticket', 'All tickets')];
    const over = ['resolved today', 'resolved yesterday', 'closed'];
    expect(all.filter((title) => !open.includes(title)).sort()).toEqual([...over].sort());
    expect(open).toHaveLength(all.length - over.length);
  });

  it('has every column the queue shows or decides by, beside the long JSON ones', () => {
    const wanted = TICKET_COLUMNS.map(({ name }) => name).filter(
      (name) => !['rcc_ordercontext', 'rcc_draftfacts'].includes(name),
    );
    for (const { labels, columns } of viewsOf('rcc_ticket'))
      expect([labels.get(ENGLISH), wanted.filter((name) => !columns.includes(name))]).toEqual([
        labels.get(ENGLISH),
        [],
      ]);
  });
});

it('The view of metrics the analytics are shown from has every column of the table', () => {
  const { columns } = viewOf('rcc_dailymetric', 'All metrics');
  const own = [...tableOf('rcc_dailymetric').columns.keys()].filter((name) => name.startsWith('rcc_'));
  expect([...columns].sort()).toEqual(own.filter((name) => name !== 'rcc_dailymetricid').sort());
  expect(viewsOf('rcc_dailymetric')[0]?.labels.get(ENGLISH)).toBe('All metrics');
});

it('Errors are shown while they are new, and until somebody has dealt with them', async () => {
  const error = (rcc_name: string, hours: number, rcc_severity = 727000001) =>
    create('rcc_errorlogs', { rcc_name, rcc_occurredon: inHours(hours), rcc_severity, rcc_errorkey: rcc_name });
  await error('yesterday', -24);
  await error('last month', -24 * 30, 727000002);
  const done = await error('today, done', -1);
  await desk.call('UpdateOnlyRecord', {
    entityName: 'rcc_errorlogs',
    recordId: done.rcc_errorlogid,
    item: { statecode: 1, statuscode: 2 },
  });
  expect(await rowsOf('rcc_errorlog', 'Last 7 days')).toEqual(['today, done', 'yesterday']);
  expect(await rowsOf('rcc_errorlog', 'Open errors')).toEqual(['yesterday', 'last month']);
  expect(await rowsOf('rcc_errorlog', 'Critical errors')).toEqual(['last month']);
});

describe('every view', () => {
  it.each(tables.map(({ logicalName }) => logicalName))(
    'of %s can be asked for, and brings what it shows',
    async (table) => {
      for (const { labels, columns, fetchXml } of viewsOf(table)) {
        await rowsOf(table, labels.get(ENGLISH)!);
        const fetched = [...fetchXml.matchAll(/<attribute name="(\w+)"/g)].map(([, name]) => name);
        expect([labels.get(ENGLISH), columns.filter((name) => !fetched.includes(name))]).toEqual([
          labels.get(ENGLISH),
          [],
        ]);
      }
    },
  );
});
