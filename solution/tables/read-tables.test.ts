import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SOLUTION } from '../../workbench/dataverse/stand-in.fixture';
import { readChoices } from './read-choices';
import { readTables } from './read-tables';
import { attribute, children, textAt } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';

const ENGLISH = 1033;
const SPANISH = 3082;
const FIRST_VALUE = 727000000;
const tables = readTables(CORE_SOLUTION);
const named = new Map(tables.map((table) => [table.logicalName, table]));

describe('the tables of the core solution', () => {
  it('have their schema names, sets, primary columns and alternate keys', () => {
    const facts = tables.map(({ schemaName, entitySetName, primaryId, primaryName, keys }) =>
      [schemaName, entitySetName, primaryId, primaryName, ...[...keys].map(([key, on]) => `${key}: ${on}`)].join(' | '),
    );
    expect(facts).toEqual([
      'rcc_AgentProfile | rcc_agentprofiles | rcc_agentprofileid | rcc_name | rcc_userkey: rcc_user',
      'rcc_BusinessHours | rcc_businesshourses | rcc_businesshoursid | rcc_name | rcc_namekey: rcc_name',
      'rcc_DailyMetric | rcc_dailymetrics | rcc_dailymetricid | rcc_name | rcc_datescopekey: rcc_date,rcc_scope,rcc_scopekey',
      'rcc_ErrorLog | rcc_errorlogs | rcc_errorlogid | rcc_name | rcc_errorkeykey: rcc_errorkey',
      'rcc_Feedback | rcc_feedbacks | rcc_feedbackid | rcc_name | rcc_submissionkeykey: rcc_submissionkey',
      'rcc_Message | rcc_messages | rcc_messageid | rcc_subject | rcc_internetmessageidkey: rcc_internetmessageid',
      'rcc_MoneyAction | rcc_moneyactions | rcc_moneyactionid | rcc_actionnumber | rcc_actionnumberkey: rcc_actionnumber',
      'rcc_SlaPolicy | rcc_slapolicies | rcc_slapolicyid | rcc_name | rcc_prioritykey: rcc_priority',
      'rcc_Team | rcc_teams | rcc_teamid | rcc_name | rcc_teamcodekey: rcc_teamcode',
      'rcc_Ticket | rcc_tickets | rcc_ticketid | rcc_title | rcc_ticketnumberkey: rcc_ticketnumber',
    ]);
  });

  it('have an English and a Spanish label on every table, column and option', () => {
    const missing = tables.flatMap((table) =>
      [{ where: table.logicalName, labels: table.labels }]
        .concat(
          [...table.columns.values()].flatMap((column) => [
            { where: `${table.logicalName}.${column.logicalName}`, labels: column.labels },
            ...[...(column.options?.values() ?? [])].map((option) => ({
              where: `${table.logicalName}.${column.logicalName}=${option.value}`,
              labels: option.labels,
            })),
          ]),
        )
        .filter(({ labels }) => !labels.get(ENGLISH) || !labels.get(SPANISH))
        .map(({ where }) => where),
    );
    expect(missing).toEqual([]);
  });

  it('have names in lower case, schema names that differ in case only, and one primary key and name', () => {
    for (const table of tables) {
      expect(table.schemaName.toLowerCase()).toBe(table.logicalName);
      const columns = [...table.columns.values()];
      for (const { logicalName, schemaName } of columns) {
        expect(logicalName).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(schemaName.toLowerCase()).toBe(logicalName);
      }
      expect(columns.filter((column) => column.type === 'primarykey')).toHaveLength(1);
      expect(columns.filter((column) => column.primaryName)).toHaveLength(1);
    }
  });

  it('have option values from the publisher range, without gaps, in every choice', () => {
    for (const options of readChoices(CORE_SOLUTION).values()) {
      expect([...options.keys()]).toEqual([...options.keys()].map((_, index) => FIRST_VALUE + index));
    }
  });

  it('have the ticket states: only Closed is inactive', () => {
    const statuses = named.get('rcc_ticket')!.columns.get('statuscode')!.options!;
    expect([...statuses.values()].map(({ value, state, labels }) => [value, state, labels.get(ENGLISH)])).toEqual([
      [1, 0, 'New'],
      [727000001, 0, 'Answered'],
      [727000002, 0, 'Unassigned'],
      [727000003, 0, 'Assigned'],
      [727000004, 0, 'In progress'],
      [727000005, 0, 'Waiting for customer'],
      [727000006, 0, 'Escalated'],
      [727000007, 0, 'Resolved'],
      [2, 1, 'Closed'],
    ]);
  });

  it('have exactly one relationship for every own lookup, on a column and to a table that exist', () => {
    const folder = join(CORE_SOLUTION, 'Other', 'Relationships');
    const defined = readdirSync(folder).flatMap((file) =>
      children(readXmlFile(join(folder, file)), 'EntityRelationship').map((one) => ({
        file,
        name: attribute(one, 'Name'),
        table: textAt(one, 'ReferencingEntityName'),
        column: textAt(one, 'ReferencingAttributeName'),
        referenced: textAt(one, 'ReferencedEntityName'),
      })),
    );
    const index = children(readXmlFile(join(CORE_SOLUTION, 'Other', 'Relationships.xml')), 'EntityRelationship').map(
      (one) => attribute(one, 'Name'),
    );
    expect(index).toEqual(defined.map(({ name }) => name).sort());
    for (const { file, table, column, referenced } of defined) {
      expect(file).toBe(`${referenced}.xml`);
      expect(named.get(table.toLowerCase())?.schemaName).toBe(table);
      expect(named.get(table.toLowerCase())?.columns.get(column.toLowerCase())?.schemaName).toBe(column);
    }
    for (const table of tables) {
      for (const { type, schemaName, targets } of table.columns.values()) {
        if (type !== 'lookup' || !schemaName.startsWith('rcc_')) continue;
        expect(defined.filter((one) => one.table === table.schemaName && one.column === schemaName)).toHaveLength(1);
        expect(targets?.map((target) => target.navigationProperty)).toEqual([schemaName]);
      }
    }
  });

  it('are all listed as root components, and every choice too', () => {
    const solution = readFileSync(join(CORE_SOLUTION, 'Other', 'Solution.xml'), 'utf8');
    const listed = [...solution.matchAll(/type="(?:1|9)" schemaName="(\w+)"/g)].map(([, name]) => name).sort();
    expect(listed).toEqual([...named.keys(), ...readChoices(CORE_SOLUTION).keys()].sort());
  });

  it('have text keys short enough for an index of 900 bytes', () => {
    for (const table of tables) {
      for (const columns of table.keys.values()) {
        const bytes = columns.map((name) => (table.columns.get(name)?.maxLength ?? 8) * 2);
        expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(900);
      }
    }
  });

  it('have keys that always have a value, so that they keep rows unique; outbound messages and reports without one excepted', () => {
    const optional = tables.flatMap((table) =>
      [...table.keys.values()].flat().filter((name) => {
        const column = table.columns.get(name)!;
        return !column.required && column.autoNumber === undefined;
      }),
    );
    expect(optional).toEqual(['rcc_errorkey', 'rcc_internetmessageid']);
  });

  it('belong to a user where a person works on the row, else to the organization', () => {
    const owned = tables.filter(({ columns }) => columns.has('ownerid')).map(({ logicalName }) => logicalName);
    expect(owned).toEqual([
      'rcc_agentprofile',
      'rcc_errorlog',
      'rcc_feedback',
      'rcc_message',
      'rcc_moneyaction',
      'rcc_ticket',
    ]);
    for (const { logicalName, schemaName, columns } of tables) {
      const text = readFileSync(join(CORE_SOLUTION, 'Entities', schemaName, 'Entity.xml'), 'utf8');
      const mask = owned.includes(logicalName) ? 'UserOwned' : 'OrgOwned';
      expect(text).toContain(`<OwnershipTypeMask>${mask}</OwnershipTypeMask>`);
      expect(columns.has('organizationid')).toBe(mask === 'OrgOwned');
    }
  });

  it('have every relationship of the system, also to the organization', () => {
    for (const { logicalName, columns } of tables) {
      const system = [
        'ownerid',
        'owninguser',
        'owningteam',
        'owningbusinessunit',
        'organizationid',
        'createdby',
        'modifiedby',
      ];
      const without = system.filter((name) => columns.has(name) && columns.get(name)!.targets === undefined);
      expect([logicalName, without]).toEqual([logicalName, []]);
    }
  });

  it('name the folder when there are none', () => {
    expect(() => readTables(join(CORE_SOLUTION, 'nowhere'))).toThrow(/No tables found in .*nowhere/);
  });
});
