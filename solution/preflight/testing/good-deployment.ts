import type { SolutionFiles } from '../../source/solution-files';
import type { DeploymentSettings } from '../../settings/settings-file';

/** Texts of the files of an unpacked solution, by path; tests change them. */
export type Source = Record<string, string>;

const NAMESPACE = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
export const ENVIRONMENT = 'https://shop.crm4.dynamics.com';
export const CONNECTOR = '0c0c0c0c-0000-4000-8000-000000000001';
export const PARENT = '0f0f0f0f-0000-4000-8000-000000000001';
export const CHILD = '0f0f0f0f-0000-4000-8000-000000000002';

const label = (text: string) =>
  `<LocalizedNames><LocalizedName description="${text}" languagecode="1033" /></LocalizedNames>`;

const manifest = (name: string, version: string, roots: string) => `<ImportExportXml ${NAMESPACE}><SolutionManifest>
  <UniqueName>${name}</UniqueName>${label(name)}<Version>${version}</Version><Managed>1</Managed>
  <Publisher><UniqueName>Shop</UniqueName><CustomizationPrefix>shp</CustomizationPrefix></Publisher>
  <RootComponents>${roots}</RootComponents></SolutionManifest></ImportExportXml>`;

const column = (name: string, type: string, facts = '') =>
  `<attribute PhysicalName="${name}"><Type>${type}</Type><LogicalName>${name}</LogicalName>
  <RequiredLevel>none</RequiredLevel>${facts}</attribute>`;

const table = (name: string, keys: string, columns: string) => `<Entity ${NAMESPACE}><EntityInfo><entity Name="${name}">
  <EntityKeys>${keys}</EntityKeys><attributes>${columns}</attributes>
  <OwnershipTypeMask>UserOwned</OwnershipTypeMask></entity></EntityInfo></Entity>`;

const option = (value: number, text: string) =>
  `<option value="${String(value)}"><labels><label description="${text}" languagecode="1033" /></labels></option>`;

const variable = (name: string, type: number, value = '') =>
  `<environmentvariabledefinition schemaname="${name}">${value && `<defaultvalue>${value}</defaultvalue>`}
  <displayname default="${name}" /><description default="${name}" /><type>${String(type)}</type></environmentvariabledefinition>`;

const reference = (
  name: string,
  connector: string,
  custom = '',
) => `<connectionreference connectionreferencelogicalname="${name}">
  <connectionreferencedisplayname>${name}</connectionreferencedisplayname>
  <connectorid>/providers/Microsoft.PowerApps/apis/${connector}</connectorid>${custom}</connectionreference>`;

const call = (connectionName: string, operationId: string) => ({
  type: 'OpenApiConnection',
  runAfter: {},
  inputs: { host: { connectionName, operationId, apiId: `/providers/Microsoft.PowerApps/apis/${connectionName}` } },
});

const flow = (actions: object) =>
  JSON.stringify({
    properties: {
      connectionReferences: {
        shared_office365: {
          connection: { connectionReferenceLogicalName: 'shp_mail' },
          api: { name: 'shared_office365' },
        },
        'shared_shp-5fshop': {
          connection: { connectionReferenceLogicalName: 'shp_shop' },
          api: { name: 'shared_shp-5fshop', logicalName: 'shp_shop' },
        },
      },
      definition: { triggers: {}, actions },
    },
    schemaVersion: '1.0.0.0',
  });

const row = (id: string, name: string) =>
  `<Workflow WorkflowId="{${id}}" Name="${name}"><Category>5</Category></Workflow>`;

const flowFile = (id: string) => `Workflows/Flow-${id.toUpperCase()}.json`;
export const PARENT_FILE = flowFile(PARENT);
export const CHILD_FILE = flowFile(CHILD);

const operation = (operationId: string, required: string[]) => ({
  post: { operationId, parameters: [{ name: 'body', in: 'body', required: true, schema: { required } }] },
});

/** The connector's solution at a version. */
export const connectorSource = (version: string): Source => ({
  'Other/Solution.xml': manifest('ShopConnector', version, `<RootComponent type="372" id="{${CONNECTOR}}" />`),
  'Other/Customizations.xml': `<ImportExportXml><Connectors /></ImportExportXml>`,
  'Connectors/shp_shop.xml': `<Connector><connectorid>${CONNECTOR}</connectorid><name>shp_shop</name>
    <openapidefinition>/Connector/shp_shop_openapidefinition.json</openapidefinition></Connector>`,
  'Connectors/shp_shop_openapidefinition.json': JSON.stringify({
    swagger: '2.0',
    paths: { '/orders': operation('GetOrder', ['number']), '/refunds': operation('RefundOrder', ['number', 'amount']) },
  }),
});

/** The solution that uses the connector, at a version. */
export const coreSource = (version: string): Source => ({
  'Other/Solution.xml': manifest(
    'Shop',
    version,
    `<RootComponent type="1" schemaName="shp_order" /><RootComponent type="1" schemaName="shp_line" />
     <RootComponent type="9" schemaName="shp_state" /><RootComponent type="20" id="{0a0a0a0a-0000-4000-8000-000000000001}" />
     <RootComponent type="29" id="{${PARENT}}" /><RootComponent type="29" id="{${CHILD}}" />`,
  ),
  'Other/Customizations.xml': `<ImportExportXml><connectionreferences>${reference('shp_mail', 'shared_office365')}${reference(
    'shp_shop',
    'shared_shp-5fshop',
    `<customconnectorid><connectorid>${CONNECTOR}</connectorid></customconnectorid>`,
  )}</connectionreferences></ImportExportXml>`,
  'Entities/shp_Order/Entity.xml': table(
    'shp_Order',
    `<EntityKey><LogicalName>shp_numberkey</LogicalName><EntityKeyAttributes><AttributeName>shp_number</AttributeName></EntityKeyAttributes></EntityKey>`,
    column('shp_number', 'nvarchar', '<MaxLength>100</MaxLength>') +
      column('shp_total', 'decimal', '<Accuracy>2</Accuracy><MinValue>0</MinValue><MaxValue>1000</MaxValue>') +
      column('shp_state', 'picklist', '<OptionSetName>shp_state</OptionSetName>') +
      column('shp_gift', 'bit', `<optionset><options>${option(0, 'No')}${option(1, 'Yes')}</options></optionset>`),
  ),
  'Entities/shp_Order/SavedQueries/{0b0b0b0b-0000-4000-8000-000000000001}.xml': `<savedqueries><savedquery>${label('Open orders')}</savedquery></savedqueries>`,
  'Entities/shp_Line/Entity.xml': table('shp_Line', '', column('shp_order', 'lookup')),
  'OptionSets/shp_state.xml': `<optionset Name="shp_state"><options>${option(1, 'Open')}${option(2, 'Paid')}</options></optionset>`,
  'Other/Relationships/shp_Order.xml': `<EntityRelationships><EntityRelationship Name="shp_order_line">
    <ReferencingEntityName>shp_Line</ReferencingEntityName><ReferencedEntityName>shp_Order</ReferencedEntityName>
    <ReferencingAttributeName>shp_Order</ReferencingAttributeName></EntityRelationship></EntityRelationships>`,
  'Roles/Seller.xml': `<Role id="{0a0a0a0a-0000-4000-8000-000000000001}" name="Seller" />`,
  'environmentvariabledefinitions/shp_Mailbox/environmentvariabledefinition.xml': variable('shp_Mailbox', 100000000),
  'environmentvariabledefinitions/shp_ApproverAddress/environmentvariabledefinition.xml': variable(
    'shp_ApproverAddress',
    100000000,
  ),
  'environmentvariabledefinitions/shp_Site/environmentvariabledefinition.xml': variable('shp_Site', 100000000),
  'environmentvariabledefinitions/shp_Folder/environmentvariabledefinition.xml': variable(
    'shp_Folder',
    100000000,
    '/Reports',
  ),
  'environmentvariabledefinitions/rcc_TicketAddress/environmentvariabledefinition.xml': variable(
    'rcc_TicketAddress',
    100000000,
  ),
  'environmentvariabledefinitions/rcc_ReminderHours/environmentvariabledefinition.xml': variable(
    'rcc_ReminderHours',
    100000001,
    '48',
  ),
  'environmentvariabledefinitions/rcc_EscalationHours/environmentvariabledefinition.xml': variable(
    'rcc_EscalationHours',
    100000001,
    '72',
  ),
  'environmentvariabledefinitions/shp_Loud/environmentvariabledefinition.xml': variable('shp_Loud', 100000002, 'no'),
  'environmentvariabledefinitions/shp_Rates/environmentvariabledefinition.xml': variable('shp_Rates', 100000003),
  [PARENT_FILE]: flow({
    Send: call('shared_office365', 'SendEmailV2'),
    Order: call('shared_shp-5fshop', 'GetOrder'),
    Log: { type: 'Workflow', runAfter: {}, inputs: { host: { workflowReferenceName: CHILD } } },
  }),
  [`${PARENT_FILE}.data.xml`]: row(PARENT, 'Answer'),
  [CHILD_FILE]: flow({ Refund: call('shared_shp-5fshop', 'RefundOrder') }),
  [`${CHILD_FILE}.data.xml`]: row(CHILD, 'Log'),
});

export const goodSettings = (): DeploymentSettings => ({
  EnvironmentVariables: [
    { SchemaName: 'shp_Mailbox', Value: 'support@shop.eu' },
    { SchemaName: 'shp_ApproverAddress', Value: 'lead@shop.eu; head@shop.eu' },
    { SchemaName: 'shp_Site', Value: 'https://shop.sharepoint.com/sites/desk' },
    { SchemaName: 'shp_Folder', Value: '/Reports' },
    { SchemaName: 'rcc_TicketAddress', Value: `${ENVIRONMENT}/main.aspx?pagetype=entityrecord&id=` },
    { SchemaName: 'rcc_ReminderHours', Value: '24' },
    { SchemaName: 'rcc_EscalationHours', Value: '48' },
    { SchemaName: 'shp_Loud', Value: 'yes' },
    { SchemaName: 'shp_Rates', Value: '{"eu": 21}' },
  ],
  ConnectionReferences: [
    {
      LogicalName: 'shp_mail',
      ConnectionId: '5f0e2a7c9b1d4e63a8c2d7f4b6e9a0c1',
      ConnectorId: '/providers/Microsoft.PowerApps/apis/shared_office365',
    },
    {
      LogicalName: 'shp_shop',
      ConnectionId: 'shared-shp-5fshop-0b1c2d3e',
      ConnectorId: '/providers/Microsoft.PowerApps/apis/shared_shp-5fshop-5f8e1d2c3b4a',
    },
  ],
});

/** A source as the map everything starts from. */
export const filesOf = (source: Source): SolutionFiles =>
  new Map(Object.entries(source).map(([path, text]) => [path, Buffer.from(text)]));
