import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preflight } from '../preflight/preflight';
import { readRelease } from '../preflight/release';
import {
  CHILD,
  connectorSource,
  coreSource,
  filesOf,
  goodSettings,
  PARENT,
} from '../preflight/testing/good-deployment';
import { settingsText, type DeploymentSettings } from '../settings/settings-file';
import { readDeployOptions } from './deploy-options';
import { deploy } from './main';
import { leftToDo, planDeployment, type Load } from './plan';
import { printSteps, runSteps } from './run-steps';
import { onPath, pacScript, StandInTool, startEnvironment, type StandInEnvironment } from './testing/stand-ins';

const TOKEN = 'eyJ0eXAiOiJKV1QifQ.eyJvaWQiOiIxIn0.c2VjcmV0';

let folder: string;
let solutions: string;
let said: string;
let environment: StandInEnvironment;
let flows: Map<string, number>;
let restorePath: () => void;
let packed: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  solutions = join(folder, 'solutions');
  said = '';
  packed = 0;
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  flows = new Map([
    [PARENT, 0],
    [CHILD, 0],
  ]);
  environment = await startEnvironment(flows);
  restorePath = onPath(join(folder, 'bin'));
  environmentHas({});
});
afterEach(async () => {
  restorePath();
  jest.restoreAllMocks();
  await environment.close();
  rmSync(folder, { recursive: true });
});

function environmentHas(there: Record<string, { version: string; managed: boolean }>): void {
  mkdirSync(solutions, { recursive: true });
  for (const [name, { version, managed }] of Object.entries(there))
    writeFileSync(join(solutions, name), `${version} ${managed ? 'True' : 'False'}\n`);
}
const tool = (name: 'pac' | 'az', script: string) => new StandInTool(join(folder, 'bin'), name, script);
const withTools = (failing = '') => {
  tool('az', `echo 'WARNING: be careful' >&2; echo '${TOKEN}'`);
  return tool('pac', pacScript(solutions, failing));
};

interface Attempt {
  options?: string[];
  settings?: DeploymentSettings;
  version?: string;
}

function attempt({ options = [], settings = goodSettings(), version = '1.1.0.0' }: Attempt) {
  const managed = options.includes('--managed');
  const [connector, core] = [connectorSource(version), coreSource(version)].map((source, index) => ({
    ...readRelease(filesOf(source), ['connector', 'core'][index]!),
    managed,
  }));
  const flight = preflight({
    packages: [connector!, core!],
    settings: { file: 'prod.json', text: settingsText(settings), settings },
  });
  const pack = () => {
    packed++;
    for (const { uniqueName } of [connector!, core!])
      writeFileSync(join(folder, `${uniqueName}${managed ? '_managed' : ''}.zip`), `${version}\n`);
    return Promise.resolve();
  };
  const load: Load = { connector: connector!, core: core!, flight, out: folder, pack };
  const parameters = ['--environment', environment.address, '--settings', 'prod.json', '--wait', '0.01', ...options];
  return { steps: planDeployment(load, readDeployOptions(parameters)), left: leftToDo(load) };
}

const run = (what: Attempt = {}) => {
  const { steps, left } = attempt(what);
  return runSteps(steps, left);
};
const commandsOf = (pac: StandInTool) => pac.called().map((call) => call.slice(0, 2).join(' '));
const imports = (pac: StandInTool) =>
  pac.called().filter(([group, command]) => group === 'solution' && command === 'import');

test('an empty environment gets the connector, then the core with its settings, and its flows are turned on, children first', async () => {
  const pac = withTools();
  expect(await run()).toBe(0);
  expect(packed).toBe(1);
  expect(commandsOf(pac)).toEqual([
    'help',
    'env who',
    'solution list',
    'solution import',
    'connector list',
    'solution list',
    'solution import',
    'solution publish',
  ]);
  const [connector, core] = imports(pac);
  expect(connector!.join(' ')).toMatch(/ShopConnector\.zip/);
  expect(connector).not.toContain('--settings-file');
  expect(core!.join(' ')).toMatch(/Shop\.zip --environment \S+ --settings-file prod\.json /);
  for (const call of imports(pac)) {
    expect(call).toEqual(expect.arrayContaining(['--force-overwrite', '--activate-plugins', '--async']));
    expect(call).not.toContain('--stage-and-upgrade');
  }
  expect(environment.patched).toEqual([CHILD, PARENT]);
  expect([...environment.authorization]).toEqual([`Bearer ${TOKEN}`]);
  expect(said).toContain('Send As');
  expect(said).not.toContain(TOKEN);
});

test('a second run finds all of it done', async () => {
  withTools();
  expect(await run()).toBe(0);
  const pac = withTools();
  const before = pac.called().length;
  expect(await run()).toBe(0);
  expect(commandsOf(pac).slice(before)).not.toContain('solution import');
  expect(environment.patched).toEqual([CHILD, PARENT]);
  expect(said).toContain('0 turned on, 2 were on already');
});

test('--again imports what is there, for settings that were changed', async () => {
  environmentHas({
    ShopConnector: { version: '1.1.0.0', managed: false },
    Shop: { version: '1.1.0.0', managed: false },
  });
  const pac = withTools();
  expect(await run({ options: ['--again'] })).toBe(0);
  expect(imports(pac)).toHaveLength(2);
});

test('an older managed release is upgraded as a whole, an unmanaged one is only imported over', async () => {
  for (const managed of [true, false]) {
    environmentHas({ ShopConnector: { version: '1.0.9.0', managed }, Shop: { version: '1.0.10.0', managed } });
    const pac = withTools();
    const before = imports(pac).length;
    expect(await run({ options: managed ? ['--managed'] : [] })).toBe(0);
    for (const call of imports(pac).slice(before)) expect(call.includes('--stage-and-upgrade')).toBe(managed);
  }
  expect(said).toContain('1.0.10.0 became 1.1.0.0');
});

test.each([
  ['the other kind', { version: '1.0.0.0', managed: true }, 'the platform refuses the other kind'],
  ['a newer version', { version: '1.10.0.0', managed: false }, 'newer than 1.1.0.0'],
])('%s in the environment stops before anything is imported', async (_what, there, words) => {
  environmentHas({ ShopConnector: there });
  const pac = withTools();
  expect(await run()).toBe(1);
  expect(imports(pac)).toEqual([]);
  expect(said).toContain(words);
});

test.each(['env who', 'solution list', 'solution import', 'connector list', 'solution publish'])(
  'when pac %s fails, the run stops there, shows what pac said without its token, and the next run goes on',
  async (failing) => {
    const pac = withTools(failing);
    expect(await run()).toBe(1);
    expect(commandsOf(pac).at(-1)).toBe(failing);
    expect(said).toContain(`pac ${failing} failed.`);
    expect(said).toContain('Error: it went wrong with token [token]');
    expect(said).not.toContain('eyJ');
    expect(environment.patched).toEqual([]);
    withTools();
    expect(await run()).toBe(0);
    expect(environment.patched).toEqual([CHILD, PARENT]);
  },
);

test('an error of the pre-flight stops before the environment is changed', async () => {
  const pac = withTools();
  const settings = goodSettings();
  settings.EnvironmentVariables[0]!.Value = 'nobody';
  expect(await run({ settings })).toBe(1);
  expect(commandsOf(pac)).toEqual(['help', 'env who']);
  expect(said).toMatch(/P008 shp_Mailbox/);
});

test('without a connection the connector is brought in, then a person is asked', async () => {
  const pac = withTools();
  const settings = goodSettings();
  Object.assign(settings.ConnectionReferences[1]!, {
    ConnectionId: '',
    ConnectorId: '/providers/Microsoft.PowerApps/apis/shared_shp-5fshop',
  });
  expect(await run({ settings })).toBe(3);
  expect(imports(pac)).toHaveLength(1);
  expect(said).toContain('Make a connection for shp_shop');
  expect(await run()).toBe(0);
  expect(imports(pac)).toHaveLength(2);
});

test('a connector that does not appear in time is a failure with a way on', async () => {
  writeFileSync(`${solutions}.late`, '');
  withTools();
  expect(await run()).toBe(1);
  expect(said).toContain('The connector shp_shop is not there after 0.01 minutes.');
});

test.each([
  ['1.27.9', 'pac is too old'],
  ['none', 'pac does not say its version'],
])('pac %s is refused', async (version, words) => {
  tool('pac', pacScript(solutions, '', version));
  expect(await run()).toBe(1);
  expect(said).toContain(words);
});

test('without the Azure CLI a person turns the flows on, in the order that is said', async () => {
  tool('pac', pacScript(solutions));
  const restore = onPath(join(folder, 'bin'), true);
  try {
    expect(await run()).toBe(3);
  } finally {
    restore();
  }
  expect(said).toMatch(/1\. Log\n\s+2\. Answer/);
});

test('a flow that cannot be turned on is named with what helps, its callers wait, a busy environment is asked again', async () => {
  await environment.close();
  environment = await startEnvironment(flows, {
    [CHILD]: [
      [429, 'busy'],
      [403, 'ConnectionAuthorizationFailed: The caller does not have permission'],
    ],
  });
  withTools();
  expect(await run()).toBe(1);
  expect(environment.patched).toEqual([CHILD, CHILD]);
  expect(said).toContain('0 of 2 flows are on.');
  expect(said).toContain('Share the connection');
  expect(said).toContain('Answer: waits for Log.');
  expect(await run()).toBe(0);
  expect(environment.patched).toEqual([CHILD, CHILD, CHILD, PARENT]);
});

test('--only-flows turns the flows on and does nothing else', async () => {
  const pac = withTools();
  expect(await run({ options: ['--only-flows'] })).toBe(0);
  expect(pac.called()).toEqual([]);
  expect(environment.patched).toEqual([CHILD, PARENT]);
});

test('tickets of another environment are in the way of a deployment', async () => {
  const settings = goodSettings().EnvironmentVariables.filter(({ SchemaName }) => SchemaName === 'rcc_TicketAddress');
  const file = join(folder, 'test settings.json');
  writeFileSync(file, settingsText({ EnvironmentVariables: settings, ConnectionReferences: [] }));
  const dryRun = (name: string) =>
    deploy(['--environment', `https://${name}.crm4.dynamics.com`, '--settings', file, '--dry-run']);
  expect(await dryRun('shop')).toBe(0);
  expect(said).not.toContain('P022');
  expect(await dryRun('store')).toBe(0);
  expect(said).toContain('P022 rcc_TicketAddress');
  expect(said).toContain(`--settings '${file}' --environment https://store.crm4.dynamics.com`);
}, 120_000);

test('the plan names every command that would run, and runs none', () => {
  const pac = withTools();
  const { steps, left } = attempt({ options: ['--managed'] });
  printSteps(steps, left);
  expect(said).toMatch(/pac solution import --path \S*ShopConnector_managed\.zip --environment http/);
  expect(said).toMatch(/pac solution import --path \S*Shop_managed\.zip --environment \S+ --settings-file prod\.json/);
  const flowCommand = (id: string) =>
    `az rest --method patch --resource ${environment.address} --url '${environment.address}/api/data/v9.2/workflows(${id})'`;
  expect(said).toContain(flowCommand(CHILD));
  expect(said.indexOf(flowCommand(CHILD))).toBeLessThan(said.indexOf(flowCommand(PARENT)));
  expect(pac.called()).toEqual([]);
  expect(environment.authorization.size).toBe(0);
  expect(packed).toBe(0);
});

test.each([
  [[], 2, 'Say where to'],
  [['--environment', 'contoso.crm4.dynamics.com', '--settings', 'x.json'], 2, 'no address of an environment'],
  [['--environment', 'http://contoso.crm4.dynamics.com', '--settings', 'x.json'], 2, 'no address of an environment'],
  [
    ['--environment', 'https://u:p@contoso.crm4.dynamics.com', '--settings', 'x.json'],
    2,
    'no address of an environment',
  ],
  [
    ['--environment', 'https://contoso.crm4.dynamics.com', '--settings', '/nowhere/x.json'],
    1,
    '/nowhere/x.json does not exist',
  ],
  [['--environment', 'https://contoso.crm4.dynamics.com', '--settings', tmpdir()], 1, `${tmpdir()} is a folder.`],
  [
    ['--environment', 'https://contoso.crm4.dynamics.com', '--settings', 'x.json', 'dry-run'],
    2,
    'dry-run is not understood; write --dry-run.',
  ],
  [
    ['--environment', 'https://contoso.crm4.dynamics.com', '--settings', 'x.json', 'please'],
    2,
    'please is not understood: no option takes it.',
  ],
  [
    ['--environment', 'https://contoso.crm4.dynamics.com', '--settings', 'x.json', '--accept', 'FOO'],
    2,
    '--accept FOO: the pre-flight has no such rule',
  ],
  [['--help'], 0, 'Exit code'],
])('%j ends with %d', async (parameters, code, words) => {
  expect(await deploy(parameters)).toBe(code);
  expect(said).toContain(words);
});
