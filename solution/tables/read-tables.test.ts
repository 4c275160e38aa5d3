import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SOLUTION } from '../../workbench/dataverse/stand-in.fixture';
import { readChoices } from './read-choices';
import { readTables } from './read-tables';
import { children, child, readSolutionXml, textOf } from './solution-xml';

const ENGLISH = 1033;
const SPANISH = 3082;
const FIRST_VALUE = 727000000;
const tables = readTables(CORE_SOLUTION);
const named = new Map(tables.map((table) => [table.logicalName, table]));

describe('the tables of the core solution', () => {
  it('are ticket, message and error log with their sets, primary columns and alternate keys', () => {
    expect(
      tables.map(({ logicalName, schemaName, entitySetName, primaryId, primaryName, keys }) => ({
        logicalName,
        schemaName,
        entitySetName,
        primaryId,
        primaryName,
        keys: Object.fromEntries(keys),
      })),
    ).toEqual([
      {
        logicalName: 'rcc_errorlog',
        schemaName: 'rcc_ErrorLog',
        entitySetName: 'rcc_errorlogs',
        primaryId: 'rcc_errorlogid',
        primaryName: 'rcc_name',
        keys: { rcc_errorkeykey: ['rcc_errorkey'] },
      },
      {
        logicalName: 'rcc_message',
        schemaName: 'rcc_Message',
        entitySetName: 'rcc_messages',
        primaryId: 'rcc_messageid',
        primaryName: 'rcc_subject',
        keys: { rcc_internetmessageidkey: ['rcc_internetmessageid'] },
      },
      {
        logicalName: 'rcc_ticket',
        schemaName: 'rcc_Ticket',
        entitySetName: 'rcc_tickets',
        primaryId: 'rcc_ticketid',
        primaryName: 'rcc_title',
        keys: { rcc_ticketnumberkey: ['rcc_ticketnumber'] },
      },
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
        expect(logicalName).toMatch(/^[a-z_]+$/);
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
      children(child(readSolutionXml(join(folder, file)), 'EntityRelationships'), 'EntityRelationship').map((one) => ({
        file,
        name: textOf(one, '@Name'),
        table: textOf(one, 'ReferencingEntityName'),
        column: textOf(one, 'ReferencingAttributeName'),
        referenced: textOf(one, 'ReferencedEntityName'),
      })),
    );
    const index = children(
      child(readSolutionXml(join(CORE_SOLUTION, 'Other', 'Relationships.xml')), 'EntityRelationships'),
      'EntityRelationship',
    ).map((one) => textOf(one, '@Name'));
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

  it('name the folder when there are none', () => {
    expect(() => readTables(join(CORE_SOLUTION, 'nowhere'))).toThrow(/No tables found in .*nowhere/);
  });
});
