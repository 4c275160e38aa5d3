import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { readTables } from '../tables/read-tables';
import { readXml } from '../xml/read-xml';
import { filterWords } from './filter-words';
import { flowsThatWrite } from './flows-that-write';
import { generatedPages } from './generated-pages';
import { markdownTable } from './markdown-table';
import { readRoles } from './read-roles';
import { rolesPage } from './roles-page';

const root = dirname(projectFile('package-lock.json'));
const ticket = readTables(projectFile('solution/core/src')).find(({ logicalName }) => logicalName === 'rcc_ticket')!;

describe('Pages made from the source of the solution', () => {
  it.each(Object.keys(generatedPages()))('%s is what the source gives: npm run solution -- docs', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(generatedPages()[path]);
  });
});

describe('A filter of a view in words', () => {
  const words = (conditions: string, type = 'and') =>
    filterWords(readXml(`<filter type="${type}">${conditions}</filter>`, 'view.xml'), ticket);

  it.each([
    ['<condition attribute="rcc_priority" operator="eq" value="727000003" />', 'Priority is Critical'],
    ['<condition attribute="rcc_assignedagent" operator="eq-userid" />', 'Assigned agent is whoever looks'],
    ['<condition attribute="rcc_slapausedsince" operator="null" />', 'SLA paused since is empty'],
    ['<condition attribute="rcc_resolutiondue" operator="next-x-hours" value="4" />', 'Resolution due in the next 4 hours'],
    ['<condition attribute="rcc_resolutiondue" operator="olderthan-x-minutes" value="1" />', 'Resolution due more than 1 minute ago'],
    ['<condition attribute="rcc_resolvedon" operator="today" />', 'Resolved on today'],
    ['<condition attribute="rcc_unheard" operator="last-seven-days" />', 'rcc_unheard last seven days'],
    [
      '<condition attribute="statuscode" operator="in"><value>1</value><value>2</value></condition>',
      'Status Reason is one of New, Closed',
    ],
  ])('%s', (condition, expected) => expect(words(condition)).toBe(expected)); // prettier-ignore

  it('keeps what belongs together together', () => {
    const empty = (name: string) => `<condition attribute="rcc_${name}" operator="null" />`;
    const both = `<filter type="and">${empty('intent')}${empty('team')}</filter>`;
    expect(words(`${both}<filter type="and">${empty('priority')}</filter>`, 'or')).toBe(
      '(Intent is empty; Team is empty) or Priority is empty',
    );
  });
});

describe('Flows that write a table', () => {
  it('are found wherever an action stands, for columns and lookups, and for that table only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'flows-'));
    const flow = (entityName: string, column: string) => ({
      inputs: { parameters: { entityName, [`item/${column}`]: 1 } },
    });
    const definition = {
      actions: {
        Scope: { actions: { Deep: flow('rcc_tickets', 'rcc_AssignedAgent@odata.bind') } },
        Choice: { else: { actions: { Other: flow('rcc_tickets', 'rcc_title') } } },
        Message: flow('rcc_messages', 'rcc_body'),
      },
    };
    const name = (flowName: string) => join(folder, `${flowName}-7C9E1A10-0006-4A00-9A00-000000000001.json`);
    try {
      writeFileSync(name('TidyForSure'), JSON.stringify(definition));
      writeFileSync(name('Again'), JSON.stringify({ actions: { One: flow('rcc_tickets', 'rcc_title') } }));
      writeFileSync(join(folder, 'operations.json'), '[]');
      expect([...flowsThatWrite(folder, 'rcc_tickets')].sort()).toEqual([
        ['rcc_assignedagent', ['Tidy for Sure']],
        ['rcc_title', ['Again', 'Tidy for Sure']],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('Roles', () => {
  it('hold privileges about a table, told apart even where one name begins with the other, and others', () => {
    const source = mkdtempSync(join(tmpdir(), 'roles-'));
    const privilege = (name: string, level: string) => `<RolePrivilege name="prv${name}" level="${level}" />`;
    const privileges = [['AppendToUser', 'Global'], ['Appendrcc_Ticket', 'Basic'], ['ExportToExcel', 'Local']]; // prettier-ignore
    try {
      mkdirSync(join(source, 'Roles'));
      writeFileSync(
        join(source, 'Roles', 'Helper.xml'),
        `<Role id="{ABC}" name="Helper"><RolePrivileges>${privileges.map(([name, level]) => privilege(name!, level!)).join('')}</RolePrivileges></Role>`,
      );
      const [role] = readRoles(source);
      expect(role).toMatchObject({ id: 'abc', name: 'Helper' });
      expect(role!.privileges).toEqual([
        { action: 'AppendTo', subject: 'User', level: 'Global' },
        { action: 'Append', subject: 'rcc_Ticket', level: 'Basic' },
        { action: undefined, subject: 'ExportToExcel', level: 'Local' },
      ]);
      const page = rolesPage(source, [ticket]);
      expect(page).toContain('| Ticket `rcc_ticket` | own: append |');
      expect(page).toContain('| ExportToExcel | business unit |');
    } finally {
      rmSync(source, { recursive: true });
    }
  });
});

describe('A table of a page', () => {
  it('has columns as wide as their widest cell and cells that stay cells', () => {
    expect(markdownTable(['A', 'Long'], [['x|y', 'one\ntwo']])).toBe(
      '| A    | Long    |\n| ---- | ------- |\n| x\\|y | one two |',
    );
  });
});
