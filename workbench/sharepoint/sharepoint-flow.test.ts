import { createFaultyConnector } from '../flow-engine/faulty-connector';
import { recordOf, run, START, testHost } from '../flow-engine/testing/flow-builder';
import { createVirtualClock } from '../flow-engine/virtual-clock';
import type { Connector } from '../flow-engine/types';
import { catalogueTable, connectionTo, connectorCall } from '../gateway/connector-flow.fixture';
import { gatewayFailure } from '../gateway/service-faults';
import { SHAREPOINT_FAULTS } from './sharepoint-faults';
import { openSiteDesk, SITE, type SiteDesk } from './site.fixture';

const API = 'shared_sharepointonline';
const call = connectorCall(API);
const clock = createVirtualClock(START);

let desk: SiteDesk;
beforeEach(() => (desk = openSiteDesk()));
afterEach(() => desk.close());

function runWith(connector: Connector, actions: Parameters<typeof run>[0]) {
  const host = testHost(undefined, { connectors: new Map([[API, connector]]), operations: catalogueTable(), clock });
  return run(actions, host, {}, { references: connectionTo(API) });
}

it('a flow writes a report and a row, and finds both again, through the flat keys of an export', async () => {
  const post = call('PostItem', {
    dataset: SITE,
    table: 'Returns',
    'item/Order': '7001',
    'item/Status/Value': 'Open',
    'item/Owner/Claims': 'ana@shop.example',
  });
  const record = await runWith(desk.sharePoint, {
    Create: call('CreateFile', {
      dataset: SITE,
      folderPath: '/Shared Documents',
      name: "@{utcNow('yyyy-MM-dd')}.txt",
      body: "@{concat('Orders: ', 1)}",
    }),
    Read: {
      ...call('GetFileContent', { dataset: SITE, id: "@outputs('Create')?['body/Id']", inferContentType: true }),
      runAfter: { Create: ['Succeeded'] },
    },
    Post: post,
    Find: {
      ...call('GetItems', { dataset: SITE, table: 'Returns', $filter: "Status eq 'Open'", $top: 1 }),
      runAfter: { Post: ['Succeeded'] },
    },
    Compare: {
      type: 'Compose',
      inputs:
        "@concat(base64ToString(body('Read')?['$content']), ', ', first(body('Find')?['value'])?['Owner/Email'], ', ', body('Create')?['Name'])",
      runAfter: { Read: ['Succeeded'], Find: ['Succeeded'] },
    },
  });
  expect(record.status).toBe('Succeeded');
  expect(recordOf(record, 'Compare').outputs).toBe('Orders: 1, ana@shop.example, 2026-03-02.txt');
});

it.each([
  ['conflict', SHAREPOINT_FAULTS.conflict, 1],
  ['a changed version', SHAREPOINT_FAULTS.versionChanged, 1],
  ['a locked file', SHAREPOINT_FAULTS.locked, 1],
  ['denied access', SHAREPOINT_FAULTS.denied, 1],
  ['throttling', SHAREPOINT_FAULTS.throttled, 2],
  ['an unavailable service', SHAREPOINT_FAULTS.unavailable, 2],
  ['a bad gateway', gatewayFailure(502), 2],
])('after %s once, a row takes so many tries as its status asks for', async (_, fault, tries) => {
  const faulty = createFaultyConnector(desk.sharePoint, [{ attempt: 1, fault }], clock);
  const record = await runWith(faulty, {
    Post: call('PostItem', { dataset: SITE, table: 'Returns', 'item/Order': '7001' }),
  });
  const { status, tries: made } = recordOf(record, 'Post');
  expect([status, made.length, made[0]?.statusCode]).toEqual([
    tries === 1 ? 'Failed' : 'Succeeded',
    tries,
    fault.statusCode,
  ]);
  const { body } = await desk.call('GetItems', { table: 'Returns' });
  expect(body.value).toHaveLength(tries - 1);
});

it('a file whose answer was lost is there, and the second try finds its name taken', async () => {
  const rules = [{ attempt: 1, fault: { kind: 'answerLostAfterEffect' as const } }];
  const record = await runWith(createFaultyConnector(desk.sharePoint, rules, clock), {
    Create: call('CreateFile', { dataset: SITE, folderPath: '/Shared Documents', name: 'a.txt', body: 'x' }),
  });
  expect(recordOf(record, 'Create')).toMatchObject({ status: 'Failed', outputs: { statusCode: 400 } });
  expect((await desk.call('GetFileMetadataByPath', { path: '/Shared Documents/a.txt' })).statusCode).toBe(200);
});
