import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Preflight } from '../preflight/preflight';
import { fillIn } from '../settings/fill-in';
import { readNeeds } from '../settings/needs';
import { settingsText } from '../settings/settings-file';
import { pack } from '../packer/pack';
import { writeZip } from '../packer/zip';
import { assemble } from '../source/assemble';
import { readFolder, type SolutionFiles } from '../source/solution-files';
import { runSolutionCommand } from './main';

const MANIFEST = 'Other/Solution.xml';
/** What the controls' build makes is held by the tests of packing. */
const ROOTS_OF_CONTROLS = /\s*<RootComponent type="66"[^>]*>/g;

const connector = assemble('connector');
/** The core without controls and scripts, which have to be built, and with the forms and views of one table only. */
const core: SolutionFiles = new Map(
  [...readFolder('solution/core/src'), ...flows()]
    .filter(
      ([path]) =>
        !path.startsWith('WebResources/') && !/^Entities\/(?!rcc_Feedback\/).*\/(FormXml|SavedQueries)\//.test(path),
    )
    .map(([path, content]) => [
      path,
      path === MANIFEST
        ? Buffer.from(
            text(content)
              .replace(ROOTS_OF_CONTROLS, '')
              .replace(/\s*<RootComponent type="61"[^>]*>/g, ''),
          )
        : content,
    ]),
);

function text(content: Uint8Array): string {
  return Buffer.from(content).toString('utf8');
}
function flows(): [string, Uint8Array][] {
  return [...readFolder('flows')]
    .filter(([path]) => /-[0-9A-F]{12}\.json$/.test(path) && !path.includes('/'))
    .map(([path, content]) => [`Workflows/${path}`, content]);
}
const edited = (files: SolutionFiles, path: string, change: (before: string) => string): SolutionFiles => {
  const before = text(files.get(path)!);
  expect(change(before)).not.toBe(before);
  return new Map(files).set(path, Buffer.from(change(before)));
};
const versioned = (files: SolutionFiles, version: string) =>
  edited(files, MANIFEST, (before) => before.replace(/<Version>.*<\/Version>/, `<Version>${version}</Version>`));

const smaller = edited(core, 'Entities/rcc_Feedback/Entity.xml', (before) =>
  before.replace(/\s*<attribute PhysicalName="rcc_Comment">.*?<\/attribute>/s, ''),
);

let folder: string;
let said: string;
const zip = (name: string) => join(folder, `${name}.zip`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'preflight-'));
  const packages = {
    'old-connector': connector,
    connector: versioned(connector, '1.1.0.0'),
    'old-core': core,
    core: versioned(core, '1.1.0.0'),
    'smaller-core': versioned(smaller, '1.1.0.0'),
  };
  for (const [name, files] of Object.entries(packages)) writeFileSync(zip(name), writeZip(pack(files, 'managed')));
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  said = '';
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((words) => {
      said += String(words);
      return true;
    });
});
afterEach(() => jest.restoreAllMocks());

function settingsFile(): string {
  const path = join(folder, 'prod.json');
  const { settings } = fillIn(readNeeds(core));
  const values: Record<string, string> = {
    Mailbox: 'desk@shop.eu',
    ApproverAddress: 'lead@shop.eu; head@shop.eu',
    Site: 'https://shop.sharepoint.com',
    Address: 'https://shop.crm4.dynamics.com/main.aspx?id=',
  };
  for (const entry of settings.EnvironmentVariables)
    entry.Value ||= Object.entries(values).find(([ending]) => entry.SchemaName.endsWith(ending))![1];
  for (const [index, entry] of settings.ConnectionReferences.entries()) {
    entry.ConnectionId = String(index).repeat(32);
    if (entry.LogicalName === 'rcc_retailcallcenter') entry.ConnectorId += '-5f8e1d2c3b4a';
  }
  writeFileSync(path, settingsText(settings));
  return path;
}
const run = (...parameters: string[]) => runSolutionCommand(['preflight', ...parameters]);
const codes = () => [...said.matchAll(/^(P\d+) (\w+)/gm)].map(([, code, severity]) => `${code!} ${severity!}`);

test('our own packages over their last release: nothing is in the way; the order is connector first, children first', async () => {
  const against = ['--against', zip('old-connector'), '--against', zip('old-core')];
  expect(await run('--settings', settingsFile(), ...against, '--json', zip('connector'), zip('core'))).toBe(0);
  const { findings, activation, shares } = JSON.parse(said) as Preflight;
  expect(findings).toEqual([]);
  expect(activation).toHaveLength(flows().length);
  expect(activation[0]!.name).toBe('Log Flow Error');
  expect(activation.at(-1)!.name).toBe('Email Ingestion');
  expect(shares.map(({ what }) => what.split(' ')[0])).toEqual([
    'rcc_approvals', 'rcc_dataverse', 'rcc_outlook', 'rcc_retailcallcenter', 'rcc_sharepoint', 'connections', 'roles',
  ]); // prettier-ignore
});

test('an upgrade that loses a column is refused, unless that is accepted', async () => {
  const upgrade = [
    ...['--settings', settingsFile(), '--against', zip('old-core')],
    ...[zip('connector'), zip('smaller-core')],
  ];
  expect(await run(...upgrade)).toBe(1);
  expect(codes()).toEqual(['P205 error']);
  expect(said).toContain('rcc_feedback.rcc_comment is gone. An upgrade deletes it with all its values.');
  said = '';
  expect(await run(...upgrade, '--accept', 'P205')).toBe(0);
  expect(codes()).toEqual(['P205 warning']);
});

test('the other way round nothing is lost, but the version has to be raised', async () => {
  const upgrade = ['--against', zip('smaller-core'), zip('connector'), zip('core')];
  expect(await run('--settings', settingsFile(), ...upgrade)).toBe(1);
  expect(codes()).toEqual(['P201 error']);
});

test('zips in the wrong order', async () => {
  expect(await run('--settings', settingsFile(), zip('core'), zip('connector'))).toBe(1);
  expect(codes()).toEqual(['P101 error']);
  expect(said).toContain('Import connector.zip first.');
});

test.each([
  [['--settings', '/nowhere.json'], 1, '/nowhere.json does not exist'],
  [[], 2, 'Say which settings'],
  [['--settings', 'x', '--acept', 'P001'], 2, "Unknown option '--acept'"],
  [['--settings', 'x', '--accept', 'FOO'], 2, '--accept FOO: the pre-flight has no such rule'],
  [['--settings', 'x', '--managed', 'core.zip'], 2, 'a ZIP says itself what it is'],
  [['--settings', 'x', '--environment', 'contoso'], 2, 'contoso is no address of an environment'],
])('%j ends with %d', async (parameters, code, words) => {
  expect(await run(...parameters)).toBe(code);
  expect(said).toContain(words);
});

test('a zip that is none is named', async () => {
  const path = join(folder, 'broken.zip');
  writeFileSync(path, 'no zip');
  expect(await run('--settings', settingsFile(), path)).toBe(1);
  expect(said).toContain('broken.zip');
  expect(await run('--settings', settingsFile(), join(folder, 'missing.zip'))).toBe(1);
  expect(said).toContain('missing.zip does not exist');
});

test('a folder in place of a file is named, whichever file it is', async () => {
  expect(await run('--settings', folder)).toBe(1);
  expect(said).toBe(`${folder} is a folder. Give the path of a file that npm run solution -- settings wrote.\n`);
  said = '';
  expect(await run('--settings', settingsFile(), folder)).toBe(1);
  expect(said).toBe(`${folder} is a folder. Give the path of a solution's zip.\n`);
  said = '';
  expect(await run('--settings', settingsFile(), '--against', folder, zip('core'))).toBe(1);
  expect(said).toContain('is a folder.');
});

test('settings are held against the environment that is named, and only against that', async () => {
  const at = (name: string) => ['--environment', `https://${name}.crm4.dynamics.com`, zip('connector'), zip('core')];
  expect(await run('--settings', settingsFile(), ...at('shop'))).toBe(0);
  expect(await run('--settings', settingsFile(), ...at('store'))).toBe(1);
  expect(codes()).toEqual(['P022 error']);
});
