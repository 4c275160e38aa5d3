// The controls' own types, which no other test needs.
/// <reference types="powerapps-component-framework" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlowFileName } from '../../flows/file/flow-file-name';
import { type JsonObject } from '../../flows/file/flow-document';
import { readFlowDocument } from '../../flows/file/read-flow-document';
import { CHOICE_DEFAULTS, readChoices } from '../../pcf-controls/TicketTriage/model/choices';
import { COLUMN_DEFAULTS, readMessageColumns, readTicketColumns } from '../../pcf-controls/TicketTriage/model/columns';
import type { TicketAction } from '../../pcf-controls/TicketTriage/model/ticket-actions';
import { TicketWriter, type WriterDesk } from '../../pcf-controls/TicketTriage/model/ticket-writer';
import { projectFile } from '../../proxy/src/project-file';
import { TicketFormPage } from '../../solution/form-scripts/form-page.fixture';
import {
  LEVELS,
  needsOfReading,
  needsOfWriting,
  OWN_TABLES,
  privilege,
  readRole,
  ROLES,
  tableOf,
  unmet,
  VERBS,
  type Need,
  type Verb,
} from './privileges';

const AGENT = readRole('RCC Agent');
const SUPERVISOR = readRole('RCC Supervisor');
const ADMINISTRATOR = readRole('RCC Administrator');
const SERVICE_ACCOUNT = readRole('RCC Service account');
const OF_PEOPLE = [AGENT, SUPERVISOR, ADMINISTRATOR];

/**
 * The relationships the platform makes between a ticket and its notes and activities pass on a new owner and a deletion.
 * From Microsoft's "Table relationships", behaviour of relationships (learn.microsoft.com/power-apps/maker/data-platform/create-edit-entity-relationships)
 * and "Configure table relationship cascading behavior" (…/developer/data-platform/configure-entity-relationship-cascading-behavior).
 */
const WITH_A_NEW_OWNER = ['prvAssignActivity', 'prvAssignNote', 'prvReadActivity', 'prvReadNote'];

const OPERATIONS: Readonly<Record<string, readonly Verb[]>> = {
  CreateRecord: ['Create', 'Read'],
  UpdateRecord: ['Create', 'Read', 'Write'],
  UpdateOnlyRecord: ['Read', 'Write'],
  DeleteRecord: ['Delete'],
  ListRecords: [],
  GetItem: [],
};

/** What a call of the tables' connector needs of the account behind the connection. */
function needsOfCall(operation: string, parameters: JsonObject, content: string): Need[] {
  const table = tableOf(String(parameters.entityName));
  const verbs = OPERATIONS[operation];
  if (verbs === undefined) throw new Error(`It is not known what ${operation} needs.`);
  // A row that is made by an expression is written somewhere in the flow, with the names of its lookups.
  const names =
    'item' in parameters
      ? [...content.matchAll(/rcc_\w+@odata\.bind/g)].map(([name]) => name)
      : Object.keys(parameters).map((name) => name.replace(/^item\//, ''));
  const isNew = operation === 'CreateRecord';
  return [
    ...(isNew ? [] : needsOfReading(table, String(parameters.$expand ?? ''))),
    ...needsOfWriting(table, verbs, names, isNew),
  ];
}

const flows = readdirSync(projectFile('flows'))
  .filter((file) => readFlowFileName(file))
  .map((file) => {
    const text = readFileSync(join(projectFile('flows'), file), 'utf8');
    const { actions, trigger } = readFlowDocument(file, text);
    const calls = [...actions, ...(trigger ? [trigger] : [])].flatMap(({ definition }) => {
      const { host, parameters } = (definition.inputs ?? {}) as { host?: JsonObject; parameters?: JsonObject };
      return host?.connectionName === 'shared_commondataserviceforapps' ? [{ host, parameters: parameters ?? {} }] : [];
    });
    const needs = calls.flatMap(({ host, parameters }) =>
      host.operationId === 'SubscribeWebhookTrigger'
        ? needsOfReading(tableOf(String(parameters['subscriptionRequest/entityname'])))
        : needsOfCall(String(host.operationId), parameters, text),
    );
    return { flow: readFlowFileName(file)!.name, needs };
  });

describe('the service account', () => {
  it.each(flows)('may do what $flow does to rows', ({ needs }) => {
    expect(unmet(SERVICE_ACCOUNT, needs)).toEqual([]);
  });

  it('may be told of changed rows', () => {
    // Microsoft: "Trigger flows when a row is added, modified, or deleted", prerequisites.
    for (const verb of ['Create', 'Read', 'Write', 'Delete'])
      expect(SERVICE_ACCOUNT.get(`prv${verb}CallbackRegistration`)).toBe('Basic');
  });

  it('may do nothing to rows of the desk that no flow does', () => {
    const needed = new Set(flows.flatMap(({ needs }) => needs.map(({ name }) => name)));
    const granted = [...SERVICE_ACCOUNT.keys()].filter((name) => /rcc_|Note$/.test(name));
    expect(granted.filter((name) => !needed.has(name) && !WITH_A_NEW_OWNER.includes(name))).toEqual([]);
  });
});

describe('an agent', () => {
  const ME = 'aaaaaaaa-0000-4000-8000-000000000001';
  const TICKET = '11111111-2222-4333-8444-555555555555';
  const ROW = { statuscode: 727000003, rcc_statusversion: 1, _rcc_assignedagent_value: ME };
  const names = readTicketColumns(COLUMN_DEFAULTS.ticketColumns);
  const messageNames = readMessageColumns(COLUMN_DEFAULTS.messageColumns);

  it('may do in the queue what its actions write', async () => {
    const needs: Need[] = [];
    const webApi = {
      async retrieveRecord(table: string) {
        needs.push(...needsOfReading(tableOf(table)));
        return ROW;
      },
      async updateRecord(table: string, _id: string, change: object) {
        needs.push(...needsOfWriting(tableOf(table), ['Write'], Object.keys(change), false));
      },
      async createRecord(table: string, row: object) {
        needs.push(...needsOfWriting(tableOf(table), ['Create'], Object.keys(row), true));
      },
    } as unknown as WriterDesk['webApi'];
    const writer = new TicketWriter(() => ({
      webApi,
      table: 'rcc_ticket',
      messageTable: COLUMN_DEFAULTS.messageTable,
      messageColumns: messageNames,
      columns: { inView: {}, names },
      choices: readChoices((property) => CHOICE_DEFAULTS[property]),
      actor: { userId: ME, isOnline: true, mayWrite: true, mayReply: true, names, messageNames },
      entitySet: async (table) => `${table}s`,
    }));
    const actions: TicketAction[] = [
      { kind: 'assign', agentId: 'bbbbbbbb-0000-4000-8000-000000000002', agentName: 'Ben' },
      { kind: 'escalate' },
      { kind: 'snooze', until: new Date() },
      { kind: 'resolve' },
      { kind: 'correct', intent: 'returns' },
      { kind: 'reply', text: 'Hello' },
    ];
    for (const action of actions)
      expect(await writer.write(action, { id: TICKET, reviewReasons: [], labels: {} }, TICKET)).toEqual({
        kind: 'written',
      });
    expect(unmet(AGENT, needs)).toEqual([]);
    expect(needs.map(({ name }) => name)).toContain('prvCreatercc_Message');
  });

  it('may do on the form what its script writes', async () => {
    const needs: Need[] = [];
    const tables = {
      read: async () => ROW,
      async write(_id: string, item: object) {
        needs.push(...needsOfWriting(tableOf('rcc_ticket'), ['Read', 'Write'], Object.keys(item), false));
      },
    };
    const page = await TicketFormPage.open(TICKET, tables, { id: ME, name: 'Anna' });
    page.edit('rcc_intent', 727000001);
    page.edit('rcc_assignedagent', 'bbbbbbbb-0000-4000-8000-000000000002');
    await page.save();
    expect(needs.map(({ name }) => name)).toContain('prvAssignrcc_Ticket');
    expect(unmet(AGENT, needs)).toEqual([]);
  });

  it('sees every ticket and may ask for a refund, but decides on none', () => {
    expect(AGENT.get('prvReadrcc_Ticket')).toBe('Global');
    expect(AGENT.get('prvCreatercc_MoneyAction')).toBe('Basic');
    expect(AGENT.has('prvWritercc_MoneyAction')).toBe(false);
  });

  it('deletes nothing, settles no message and changes nothing the desk is set up by', () => {
    const changes = OWN_TABLES.flatMap((table) =>
      (['Create', 'Write', 'Delete'] as const).flatMap((verb) =>
        AGENT.has(privilege(verb, table)) ? [`${verb} ${table.logicalName}`] : [],
      ),
    );
    expect(changes).toEqual(['Create rcc_message', 'Create rcc_moneyaction', 'Create rcc_ticket', 'Write rcc_ticket']);
    expect([AGENT.has('prvReadrcc_ErrorLog'), AGENT.has('prvReadrcc_DailyMetric')]).toEqual([false, false]);
  });
});

describe('the roles of people', () => {
  it('build on one another: a supervisor may what an agent may, an administrator what a supervisor may', () => {
    const rank = (level: string | undefined) => LEVELS.indexOf(level ?? '');
    for (const [less, more] of [
      [AGENT, SUPERVISOR],
      [SUPERVISOR, ADMINISTRATOR],
    ] as const)
      expect([...less].filter(([name, level]) => rank(more.get(name)) < rank(level))).toEqual([]);
  });

  it('let a supervisor delete tickets with what goes with them, and change policies; an administrator all tables', () => {
    // Notes and activities go with their ticket: see below about relationships that pass on what is done to a ticket.
    const tables = ['rcc_ticket', 'rcc_message', 'rcc_feedback', 'annotation', 'task'];
    const deleted = tables.map((name) => privilege('Delete', tableOf(name)));
    for (const name of [...deleted, 'prvWritercc_SlaPolicy', 'prvWritercc_BusinessHours', 'prvReadrcc_DailyMetric'])
      expect([name, SUPERVISOR.get(name)]).toEqual([name, 'Global']);
    const missing = OWN_TABLES.flatMap((table) =>
      (['Create', 'Read', 'Write', 'Delete'] as const).map((verb) => privilege(verb, table)),
    ).filter((name) => ADMINISTRATOR.get(name) !== 'Global');
    expect(missing).toEqual([]);
  });

  /**
   * What opening a model-driven app, its lists, charts and forms takes. From Microsoft's "Create or edit a security role"
   * (minimum privileges for common tasks), "Privileges required to view and access apps" and, for the metadata an app
   * reads, the list under "A privilege or permission error occurs in Microsoft Dynamics 365 App for Outlook".
   */
  const TO_OPEN_THE_APP: Readonly<Record<string, string>> = {
    prvReadAppModule: 'Global',
    prvReadSystemApplicationMetadata: 'Global',
    prvReadUserApplicationMetadata: 'Basic',
    prvReadEntity: 'Global',
    prvReadAttribute: 'Global',
    prvReadRelationship: 'Global',
    prvReadCustomization: 'Global',
    prvReadSystemForm: 'Global',
    prvReadQuery: 'Global',
    prvReadSavedQueryVisualizations: 'Global',
    prvReadWebResource: 'Global',
    prvReadUserQuery: 'Basic',
    prvReadUserEntityUISettings: 'Basic',
    prvCreateUserEntityUISettings: 'Basic',
    prvWriteUserEntityUISettings: 'Basic',
    prvReadUserSettings: 'Basic',
    prvReadOrganization: 'Global',
    prvReadRole: 'Global',
    prvReadUser: 'Global',
  };

  it('each open the app by themselves', () => {
    for (const role of OF_PEOPLE) expect(Object.fromEntries(role)).toMatchObject(TO_OPEN_THE_APP);
  });

  it('let everybody keep views of their own, and nobody change those of others', () => {
    for (const role of OF_PEOPLE)
      for (const verb of ['Create', 'Read', 'Write', 'Delete'])
        expect([verb, role.get(`prv${verb}UserQuery`)]).toEqual([verb, 'Basic']);
  });

  it('show the notes and activities of a ticket, and its customer', () => {
    for (const role of OF_PEOPLE)
      for (const name of ['prvReadNote', 'prvReadActivity', 'prvReadContact', 'prvAppendToContact'])
        expect([name, role.get(name)]).toEqual([name, 'Global']);
  });
});

describe('whoever gives a ticket to somebody', () => {
  const assigning = ROLES.filter((name) => readRole(name).has('prvAssignrcc_Ticket'));

  it.each(assigning)('as %s gives its notes and activities along, whoever they belong to', (name) => {
    const role = readRole(name);
    const levels = WITH_A_NEW_OWNER.map((granted) => [granted, role.get(granted)]);
    expect(levels).toEqual(WITH_A_NEW_OWNER.map((granted) => [granted, 'Global']));
  });

  it('is every person and the flows', () => {
    expect([...assigning].sort()).toEqual([...ROLES].sort());
  });
});

describe('every role', () => {
  it.each(ROLES)('of %s has levels that exist, and organisation-owned tables as a whole only', (name) => {
    for (const [granted, level] of readRole(name)) {
      expect(LEVELS).toContain(level);
      const table = OWN_TABLES.find((one) => VERBS.some((verb) => privilege(verb, one) === granted));
      if (/rcc_/i.test(granted)) expect([granted, table?.schemaName]).toEqual([granted, expect.any(String)]);
      if (table !== undefined && !table.columns.has('ownerid')) {
        expect([granted, level]).toEqual([granted, 'Global']);
        expect(granted).not.toMatch(/^prv(Assign|Share)/);
      }
    }
  });

  it.each(ROLES)('of %s leaves the app, the flows and who may do what alone', (name) => {
    const changing =
      /^prv(Create|Write|Delete|Append|Assign|Share)(Entity|Attribute|Relationship|OptionSet|Customization|SystemForm|Query|SavedQueryVisualizations|WebResource|AppModule|Workflow|Role|User|Team|BusinessUnit|Organization|EnvironmentVariableDefinition|PluginAssembly|PluginType|SdkMessage\w*)$/;
    expect([...readRole(name).keys()].filter((granted) => changing.test(granted))).toEqual([]);
  });
});
