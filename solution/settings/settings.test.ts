import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSolutionCommand } from '../cli/main';
import { readFolder } from '../source/solution-files';
import { fillIn } from './fill-in';
import { readNeeds } from './needs';
import { readSettings, settingsText, type DeploymentSettings } from './settings-file';

const needs = readNeeds(readFolder('solution/core/src'));

let folder: string;
let said: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  said = '';
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const run = (...parameters: string[]) => runSolutionCommand(['settings', ...parameters]);

test('everything the core needs has an entry; defaults are filled in', () => {
  const { settings } = fillIn(needs);
  expect(settings.ConnectionReferences.map(({ LogicalName }) => LogicalName)).toEqual([
    'rcc_approvals',
    'rcc_dataverse',
    'rcc_outlook',
    'rcc_retailcallcenter',
    'rcc_sharepoint',
  ]);
  const values = new Map(settings.EnvironmentVariables.map(({ SchemaName, Value }) => [SchemaName, Value]));
  expect(values.get('rcc_EscalationHours')).toBe('72');
  expect(values.get('rcc_SupportMailbox')).toBe('');
});

test('every variable of the core is of a kind that can be checked', () => {
  const vague = needs.variables.filter(({ kind }) => kind === 'text' || kind === 'other');
  expect(vague).toEqual([]);
});

test('what was filled in before stays, whatever it was', () => {
  const names = needs.variables.map(({ schemaName }) => schemaName);
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...names)), fc.string(), fc.string(), (some, text, id) => {
      const before: DeploymentSettings = {
        EnvironmentVariables: some.map((SchemaName) => ({ SchemaName, Value: text })),
        ConnectionReferences: [{ LogicalName: 'rcc_outlook', ConnectionId: id, ConnectorId: 'mine' }],
      };
      const { settings, added, gone } = fillIn(needs, before);
      expect(
        settings.EnvironmentVariables.filter(({ SchemaName }) => some.includes(SchemaName)).map(({ Value }) => Value),
      ).toEqual(some.map(() => text));
      expect(settings.ConnectionReferences).toContainEqual(before.ConnectionReferences[0]);
      expect(added).toHaveLength(names.length - some.length + needs.connections.length - 1);
      expect(gone).toEqual([]);
      expect(fillIn(needs, readSettings(settingsText(settings), 'again')).settings).toEqual(settings);
    }),
    { numRuns: 50 },
  );
});

test('the command writes the file and its explanation, and brings a file that is there up to date', async () => {
  const path = join(folder, 'dev.json');
  expect(await run('--env', 'dev', '--out', path)).toBe(0);
  const page = readFileSync(join(folder, 'dev.md'), 'utf8');
  for (const { schemaName } of needs.variables) expect(page).toContain(`\`${schemaName}\``);
  for (const { logicalName } of needs.connections) expect(page).toContain(`\`${logicalName}\``);

  const settings = readSettings(readFileSync(path, 'utf8'), path);
  settings.EnvironmentVariables.find(({ SchemaName }) => SchemaName === 'rcc_SupportMailbox')!.Value = 'desk@shop.eu';
  settings.EnvironmentVariables.shift();
  settings.EnvironmentVariables.push({ SchemaName: 'rcc_Retired', Value: 'x' });
  writeFileSync(path, settingsText(settings));
  said = '';
  expect(await run('--env', 'dev', '--out', path)).toBe(0);
  expect(said).toContain('up to date');
  expect(said).toContain('New, to be filled in: rcc_AdministratorMailbox.');
  expect(said).toContain('rcc_Retired');
  expect(said).not.toContain('desk@shop.eu');
  const again = readSettings(readFileSync(path, 'utf8'), path).EnvironmentVariables;
  expect(again).toContainEqual({ SchemaName: 'rcc_SupportMailbox', Value: 'desk@shop.eu' });
  expect(again).toHaveLength(needs.variables.length);
});

test.each([
  ['no JSON', 'hello', 'is not valid JSON at line 1, column 1'],
  ['empty', ' \n', 'is empty. Mend it; or move it away'],
  ['JSON with a comment', '{\n  // ours\n}', "line 2, column 3. Expected a member’s name in double quotes or '}'"],
  ['JSON with a comma at the end', '{"EnvironmentVariables": [],}', 'line 1, column 29'],
  ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), 'is not written in UTF-8'],
  [
    'a value that stands twice',
    '{"EnvironmentVariables": [{"SchemaName": "a", "Value": "1", "Value": "2"}], "ConnectionReferences": []}',
    '/EnvironmentVariables/0/Value stands twice',
  ],
  [
    'a field nobody knows',
    '{"EnvironmentVariables": [{"SchemaName": "a", "Value": "1", "Default": ""}], "ConnectionReferences": []}',
    'EnvironmentVariables[0] has the unknown field Default',
  ],
  ['a list', '[]', 'it is not a JSON object'],
  ['another part', '{"Variables": []}', 'unknown part Variables'],
  ['a part missing', '{"EnvironmentVariables": []}', 'ConnectionReferences is not a list'],
  [
    'a number as value',
    '{"EnvironmentVariables": [{"SchemaName": "a", "Value": 1}], "ConnectionReferences": []}',
    'EnvironmentVariables[0].Value',
  ],
  [
    'nothing as entry',
    '{"EnvironmentVariables": [null], "ConnectionReferences": []}',
    'EnvironmentVariables[0].SchemaName',
  ],
])('a file that is %s stays as it is, and is named', async (_what, text: string | Buffer, fault) => {
  const path = join(folder, 'dev.json');
  writeFileSync(path, text);
  expect(await run('--env', 'dev', '--out', path)).toBe(1);
  expect(said).toContain(fault);
  expect(said).toContain(path);
  expect(readFileSync(path)).toEqual(Buffer.from(text));
  expect(readdirSync(folder)).toEqual(['dev.json']);
});

test('a byte order mark before the settings is no fault', async () => {
  const path = join(folder, 'dev.json');
  writeFileSync(path, `\uFEFF${settingsText(fillIn(needs).settings)}`);
  expect(await run('--env', 'dev', '--out', path)).toBe(0);
});

test('a folder in place of the settings is named and stays', async () => {
  const path = join(folder, 'dev.json');
  mkdirSync(path);
  expect(await run('--env', 'dev', '--out', path)).toBe(1);
  expect(said).toContain(`${path} is a folder.`);
  expect(readdirSync(folder)).toEqual(['dev.json']);
});

test('the next command can be copied, whatever the path', async () => {
  const path = join(folder, "Anna's desk", 'dev.json');
  expect(await run('--env', 'dev', '--out', path)).toBe(0);
  expect(said).toContain(`--settings '${path.replace("'", "'\\''")}'\n`);
});

test.each([[[]], [['--env', 'a b']], [['--env', 'dev', 'out']], [['--env', 'dev', '--out', 'x.txt']], [['--what']]])(
  '%j is not understood',
  async (parameters) => {
    expect(await run(...parameters)).toBe(2);
    expect(said).toContain('Usage: npm run solution -- settings');
  },
);
