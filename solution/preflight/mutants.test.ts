import { readSettings, settingsText, type DeploymentSettings } from '../settings/settings-file';
import { allRules, preflight, type Preflight } from './preflight';
import { readRelease } from './release';
import {
  CHILD,
  CHILD_FILE,
  connectorSource,
  coreSource,
  ENVIRONMENT,
  filesOf,
  goodSettings,
  PARENT,
  PARENT_FILE,
  type Source,
} from './testing/good-deployment';

/** A deployment that has nothing wrong with it, for a mutant to break in one way. */
interface Good {
  settings: DeploymentSettings;
  environment: string | undefined;
  connector: Source;
  core: Source;
  oldConnector: Source;
  oldCore: Source;
  order: ('connector' | 'core')[];
}

const good = (): Good => ({
  settings: goodSettings(),
  environment: ENVIRONMENT,
  connector: connectorSource('1.1.0.0'),
  core: coreSource('1.1.0.0'),
  oldConnector: connectorSource('1.0.0.0'),
  oldCore: coreSource('1.0.0.0'),
  order: ['connector', 'core'],
});

function flight(it: Good, accepted: string[] = []): Preflight {
  const text = settingsText(it.settings);
  return preflight({
    packages: it.order.map((name) => readRelease(filesOf(it[name]), `${name}.zip`)),
    settings: { file: 'prod.json', text, settings: readSettings(text, 'prod.json') },
    environment: it.environment,
    earlier: [readRelease(filesOf(it.oldConnector), 'old connector'), readRelease(filesOf(it.oldCore), 'old core')],
    accepted: new Set(accepted),
  });
}

const value = (name: string, text: string) => (it: Good) => {
  it.settings.EnvironmentVariables.find(({ SchemaName }) => SchemaName === name)!.Value = text;
};
/** Of no environment in particular, as when only the settings are looked at. */
const anywhere = (name: string, text: string) => (it: Good) => {
  it.environment = undefined;
  value(name, text)(it);
};
const noVariable = (name: string) => (it: Good) => {
  const list = it.settings.EnvironmentVariables;
  it.settings.EnvironmentVariables = list.filter(({ SchemaName }) => SchemaName !== name);
};
const connection =
  (name: string, change: Partial<DeploymentSettings['ConnectionReferences'][number]>) => (it: Good) => {
    Object.assign(
      it.settings.ConnectionReferences.find(({ LogicalName }) => LogicalName === name)!,
      change,
    );
  };
const edit =
  (room: 'connector' | 'core' | 'oldCore', path: string, from: string | RegExp, to: string) => (it: Good) => {
    const before = it[room][path]!;
    it[room][path] = before.replace(from, to);
    expect(it[room][path]).not.toBe(before);
  };
/** The new release without what the old one has. */
const drop = (path: string) => (it: Good) => {
  expect(it.core[path]).toBeDefined();
  Reflect.deleteProperty(it.core, path);
};
const variablePath = (name: string) => `environmentvariabledefinitions/${name}/environmentvariabledefinition.xml`;
const ORDER = 'Entities/shp_Order/Entity.xml';
const MANIFEST = 'Other/Solution.xml';
const DOCUMENT = 'Connectors/shp_shop_openapidefinition.json';

/** What is broken, the one rule that has to say so, the place it names, and how it is broken. */
const MUTANTS: [string, string, string, (it: Good) => void][] = [
  ['a variable nobody knows', 'P001', 'prod.json', (it) => it.settings.EnvironmentVariables.push({ SchemaName: 'shp_Mail', Value: 'a@shop.eu' })],
  ['a reference nobody knows', 'P001', 'prod.json', (it) => it.settings.ConnectionReferences.push({ LogicalName: 'shp_teams', ConnectionId: 'x1', ConnectorId: 'y' })],
  ['a variable twice', 'P002', 'prod.json', (it) => it.settings.EnvironmentVariables.push({ SchemaName: 'shp_Mailbox', Value: 'b@shop.eu' })],
  ['a reference twice', 'P002', 'prod.json', (it) => it.settings.ConnectionReferences.push({ ...it.settings.ConnectionReferences[0]! })],
  ['a variable left out', 'P003', 'prod.json', noVariable('shp_Mailbox')],
  ['an empty value', 'P004', 'prod.json', value('shp_Mailbox', '')],
  ['a blank value over a default', 'P004', 'prod.json', value('shp_Folder', '  ')],
  ['a number in words', 'P005', 'prod.json', value('rcc_EscalationHours', 'two days')],
  ['a number with a comma', 'P005', 'prod.json', value('rcc_EscalationHours', '48,5')],
  ['true for yes', 'P006', 'prod.json', value('shp_Loud', 'true')],
  ['JSON with a slip', 'P007', 'prod.json', value('shp_Rates', '{eu: 21}')],
  ['a name for an address', 'P008', 'prod.json', value('shp_Mailbox', 'Support <support@shop.eu>')],
  ['two addresses', 'P008', 'prod.json', value('shp_Mailbox', 'a@shop.eu; b@shop.eu')],
  ['a site without https', 'P009', 'prod.json', value('shp_Site', 'http://shop.sharepoint.com')],
  ['half a site', 'P009', 'prod.json', value('shp_Site', '/sites/desk')],
  ['a folder without its root', 'P010', 'prod.json', value('shp_Folder', 'Reports')],
  ['a reference left out', 'P011', 'prod.json', (it) => it.settings.ConnectionReferences.pop()],
  ['no connection', 'P012', 'prod.json', connection('shp_shop', { ConnectionId: '' })],
  ['a whole address as id', 'P013', 'prod.json', connection('shp_mail', { ConnectionId: 'https://make.powerapps.com/connections/shared_office365/5f0e' })],
  ['another connector', 'P014', 'prod.json', connection('shp_mail', { ConnectorId: '/providers/Microsoft.PowerApps/apis/shared_outlook' })],
  ['a suffix on a connector of Microsoft', 'P014', 'prod.json', connection('shp_mail', { ConnectorId: '/providers/Microsoft.PowerApps/apis/shared_office365-5fabc' })],
  ['a custom connector without the suffix of the environment', 'P014', 'prod.json', connection('shp_shop', { ConnectorId: '/providers/Microsoft.PowerApps/apis/shared_shp-5fshop' })],
  ['one connection for two connectors', 'P015', 'prod.json', connection('shp_shop', { ConnectionId: '5f0e2a7c9b1d4e63a8c2d7f4b6e9a0c1' })],
  ['an example address', 'P016', 'prod.json', value('shp_Mailbox', 'support@example.com')],
  ['an example environment', 'P016', 'prod.json', anywhere('rcc_TicketAddress', 'https://shop.example/main.aspx?id=')],
  ['the environment of the guide', 'P016', 'prod.json', anywhere('rcc_TicketAddress', 'https://ENVIRONMENT/main.aspx?appname=rcc_RetailCallCenter&pagetype=entityrecord&etn=rcc_ticket&id=')],
  ['no hours at all', 'P017', 'prod.json', value('rcc_ReminderHours', '0')],
  ['the supervisor before the agent', 'P018', 'prod.json', value('rcc_ReminderHours', '72')],
  ['a word for a connection', 'P019', 'prod.json', connection('shp_mail', { ConnectionId: 'TODO' })],
  ['half a connection', 'P019', 'prod.json', connection('shp_mail', { ConnectionId: '5f0e2a7c' })],
  ['a ticket without its id', 'P020', 'prod.json', value('rcc_TicketAddress', `${ENVIRONMENT}/main.aspx?pagetype=entityrecord`)],
  ['one ticket for all', 'P020', 'prod.json', value('rcc_TicketAddress', `${ENVIRONMENT}/main.aspx?id=${CHILD}`)],
  ['a blank before an address', 'P021', 'prod.json', value('shp_Mailbox', ' support@shop.eu')],
  ['a line break after an address', 'P021', 'prod.json', value('shp_Mailbox', 'support@shop.eu\n')],
  ['a blank before no', 'P021', 'prod.json', value('shp_Loud', ' no')],
  ['tickets of another environment', 'P022', 'prod.json', value('rcc_TicketAddress', 'https://store.crm4.dynamics.com/main.aspx?id=')],
  ['half an hour', 'P023', 'prod.json', value('rcc_ReminderHours', '24.5')],
  ['hours with a point', 'P023', 'prod.json', value('rcc_EscalationHours', '48.0')],
  ['an environment for a site', 'P024', 'prod.json', value('shp_Site', ENVIRONMENT)],
  ['a site with a question', 'P025', 'prod.json', value('shp_Site', 'https://shop.sharepoint.com/sites/desk?y=1')],
  ['a folder with a question', 'P026', 'prod.json', value('shp_Folder', '/a?b')],
  ['a folder without a name', 'P026', 'prod.json', value('shp_Folder', '/Reports//2026')],
  ['approvers with a comma', 'P027', 'prod.json', anywhere('shp_ApproverAddress', 'a@shop.eu, b@shop.eu')],
  ['an approver with a name', 'P027', 'prod.json', anywhere('shp_ApproverAddress', 'a@shop.eu; Bo <b@shop.eu>')],
  ['the core first', 'P101', 'core.zip', (it) => it.order.reverse()],
  ['another connector solution', 'P102', 'core.zip', edit('core', 'Other/Customizations.xml', '0c0c0c0c', '0d0d0d0d')],
  ['an operation the connector lacks', 'P103', 'core.zip', edit('core', PARENT_FILE, 'GetOrder', 'GetOrders')],
  ['one managed, one not', 'P104', 'core.zip', (it) => {
    edit('core', MANIFEST, '<Managed>1<', '<Managed>0<')(it);
    edit('oldCore', MANIFEST, '<Managed>1<', '<Managed>0<')(it);
  }],
  ['packages of two versions', 'P105', 'core.zip', edit('core', MANIFEST, '1.1.0.0', '1.2.0.0')],
  ['a child flow that stays behind', 'P106', 'core.zip', edit('core', PARENT_FILE, CHILD, '0f0f0f0f-0000-4000-8000-0000000000ff')],
  ['flows in a circle', 'P107', 'core.zip', edit('core', CHILD_FILE, '"actions":{', `"actions":{"Back":{"type":"Workflow","inputs":{"host":{"workflowReferenceName":"${PARENT.toUpperCase()}"}}},`)],
  ['the core twice', 'P108', 'core.zip', (it) => it.order.push('core')],
  ['a release of another solution', 'P200', 'old core', edit('oldCore', MANIFEST, '<UniqueName>Shop<', '<UniqueName>Store<')],
  ['the same version', 'P201', 'core.zip', edit('oldCore', MANIFEST, '1.0.0.0', '1.1.0.0')],
  ['a version below, by its second number', 'P201', 'core.zip', edit('oldCore', MANIFEST, '1.0.0.0', '1.10.0.0')],
  ['unmanaged before, managed now', 'P202', 'core.zip', edit('oldCore', MANIFEST, '<Managed>1<', '<Managed>0<')],
  ['another prefix', 'P203', 'core.zip', edit('core', MANIFEST, 'Prefix>shp<', 'Prefix>shop<')],
  ['a table gone', 'P204', 'core.zip', drop('Entities/shp_Line/Entity.xml')],
  ['a column gone', 'P205', 'core.zip', edit('core', ORDER, /<attribute PhysicalName="shp_total">.*?<\/attribute>/s, '')],
  ['a text that became long', 'P206', 'core.zip', edit('core', ORDER, '<Type>nvarchar<', '<Type>ntext<')],
  ['a shorter text', 'P207', 'core.zip', edit('core', ORDER, '<MaxLength>100<', '<MaxLength>99<')],
  ['a lower maximum', 'P208', 'core.zip', edit('core', ORDER, '<MaxValue>1000<', '<MaxValue>999<')],
  ['a higher minimum', 'P208', 'core.zip', edit('core', ORDER, '<MinValue>0<', '<MinValue>1<')],
  ['fewer decimals', 'P208', 'core.zip', edit('core', ORDER, '<Accuracy>2<', '<Accuracy>1<')],
  ['a choice gone', 'P209', 'core.zip', drop('OptionSets/shp_state.xml')],
  ['a value of a choice gone', 'P210', 'core.zip', edit('core', 'OptionSets/shp_state.xml', /<option value="2">.*?<\/option>/, '')],
  ['a value of a column gone', 'P210', 'core.zip', edit('core', ORDER, /<option value="1">.*?<\/option>/, '')],
  ['another choice', 'P211', 'core.zip', edit('core', ORDER, 'OptionSetName>shp_state<', 'OptionSetName>shp_status<')],
  ['a key gone', 'P212', 'core.zip', edit('core', ORDER, /<EntityKey>.*<\/EntityKey>/, '')],
  ['a key over other columns', 'P213', 'core.zip', edit('core', ORDER, 'AttributeName>shp_number<', 'AttributeName>shp_total<')],
  ['a new key', 'P214', 'core.zip', edit('oldCore', ORDER, /<EntityKey>.*<\/EntityKey>/, '')],
  ['another kind of owner', 'P215', 'core.zip', edit('core', ORDER, 'UserOwned', 'OrgOwned')],
  ['a column that became required', 'P216', 'core.zip', edit('core', ORDER, 'RequiredLevel>none<', 'RequiredLevel>required<')],
  ['a relationship gone', 'P217', 'core.zip', drop('Other/Relationships/shp_Order.xml')],
  ['a relationship to another table', 'P218', 'core.zip', edit('core', 'Other/Relationships/shp_Order.xml', 'ReferencedEntityName>shp_Order<', 'ReferencedEntityName>contact<')],
  ['a role gone', 'P219', 'core.zip', edit('core', MANIFEST, /<RootComponent type="20".*?\/>/, '')],
  ['a view gone', 'P219', 'core.zip', drop('Entities/shp_Order/SavedQueries/{0b0b0b0b-0000-4000-8000-000000000001}.xml')],
  ['a variable gone', 'P220', 'core.zip', (it) => {
    drop(variablePath('shp_Loud'))(it);
    noVariable('shp_Loud')(it);
  }],
  ['a variable of another type', 'P221', 'core.zip', edit('oldCore', variablePath('shp_Loud'), '100000002', '100000003')],
  ['a reference of old gone', 'P222', 'core.zip', edit('oldCore', 'Other/Customizations.xml', '</connectionreferences>', '<connectionreference connectionreferencelogicalname="shp_old" /></connectionreferences>')],
  ['a reference of another connector', 'P223', 'core.zip', edit('oldCore', 'Other/Customizations.xml', 'shared_office365', 'shared_outlook')],
  ['an operation nobody here calls gone', 'P224', 'connector.zip', (it) => {
    it.oldConnector[DOCUMENT] = it.oldConnector[DOCUMENT]!.replace('"paths":{', '"paths":{"/x":{"get":{"operationId":"ListOrders"}},');
  }],
  ['an operation that asks for more', 'P225', 'connector.zip', edit('connector', DOCUMENT, '["number"]', '["number","postcode"]')],
]; // prettier-ignore

test('a good deployment has no findings', () => {
  expect(flight(good()).findings).toEqual([]);
});

test.each([
  ['a connection with hyphens', connection('shp_mail', { ConnectionId: '5F0E2A7C-9B1D-4E63-A8C2-D7F4B6E9A0C1' })],
  ['a connection of a newer connector', connection('shp_mail', { ConnectionId: 'shared-office365-0b1c2d3e-4f5a-6b7c-8d9e-0f1a2b3c4d5e' })],
  ['the address of the Web API', (it: Good) => void (it.environment = 'https://shop.api.crm4.dynamics.com')],
  ['an environment nobody named', anywhere('rcc_TicketAddress', 'https://store.crm4.dynamics.com/main.aspx?id=')],
  ['a site of the American government', value('shp_Site', 'https://shop.sharepoint-mil.us/sites/desk')],
  ['a folder with blanks and letters of Spanish', value('shp_Folder', '/Documentos compartidos/Años')],
])('%s is good too', (_what, change) => {
  const it = good();
  change(it);
  expect(flight(it).findings).toEqual([]);
}); // prettier-ignore

test.each(MUTANTS)('%s is found by %s alone', (_what, code, file, mutate) => {
  const it = good();
  mutate(it);
  const { findings } = flight(it);
  expect(findings.map((finding) => [finding.code, finding.file])).toEqual([[code, file]]);
  expect(findings[0]!.message).toMatch(/\.$/);
  expect(findings[0]!.fix).not.toBe('');
});

test('every rule has a mutant, and every code is there once', () => {
  const codes = allRules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect([...new Set(MUTANTS.map(([, code]) => code))].sort()).toEqual([...codes].sort());
});

test('an error somebody decided to live with is a warning, all others stay errors', () => {
  const it = good();
  drop('Entities/shp_Line/Entity.xml')(it);
  value('shp_Loud', 'maybe')(it);
  const severities = flight(it, ['P204']).findings.map(({ code, severity }) => [code, severity]);
  expect(severities).toEqual([
    ['P006', 'error'],
    ['P204', 'warning'],
  ]);
});

test('a finding about an entry names its line and never its value', () => {
  const it = good();
  value('shp_Mailbox', 'jane.doe(at)shop.eu')(it);
  const [finding] = flight(it).findings;
  const lines = settingsText(it.settings).split('\n');
  expect(lines[finding!.line! - 1]).toContain('"shp_Mailbox"');
  expect(JSON.stringify(finding)).not.toContain('jane');
});

test('children are turned on before those that call them', () => {
  expect(flight(good()).activation).toEqual([
    { id: CHILD, name: 'Log' },
    { id: PARENT, name: 'Answer' },
  ]);
});

test('shares follow from what the flows call', () => {
  const shares = flight(good()).shares;
  expect(shares.map(({ what }) => what)).toEqual([
    'shp_mail (shp_mail)',
    'shp_shop (shp_shop)',
    'connections',
    'roles',
  ]);
  expect(shares[0]!.todo.join(' ')).toContain('Send As');
  expect(shares[0]!.todo.join(' ')).not.toContain('Full Access');
  expect(shares[3]!.todo.join(' ')).toContain('Seller');
});
