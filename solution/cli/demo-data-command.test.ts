import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readXml } from '../xml/read-xml';
import { runSolutionCommand } from './main';

let folder: string;
let said: { out: string; problems: string };
const inFolder = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-data-'));
  said = { out: '', problems: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.problems += String(text)), true));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const USERS = {
  'sofia@shop.example': 'a0000000-0000-4000-8000-000000000001',
  'anna@shop.example': 'A0000000-0000-4000-8000-000000000002',
  'ben@shop.example': 'a0000000-0000-4000-8000-000000000003',
  'carla@shop.example': 'a0000000-0000-4000-8000-000000000004',
};

function usersFile(content: unknown): string {
  writeFileSync(inFolder('users.json'), typeof content === 'string' ? content : JSON.stringify(content));
  return inFolder('users.json');
}
const run = (...parameters: string[]) =>
  runSolutionCommand(['demo-data', '--out', inFolder('demo.zip'), ...parameters]);

it('writes a zip that holds what the import reads', async () => {
  expect(await run('--today', '2026-03-20', '--users', usersFile(USERS))).toBe(0);
  const files = unzipSync(readFileSync(inFolder('demo.zip')));
  expect(Object.keys(files)).toEqual(['[Content_Types].xml', 'data.xml', 'data_schema.xml']);
  for (const [name, bytes] of Object.entries(files)) expect(readXml(bytes, name).name).not.toBe('');
  const data = Buffer.from(files['data.xml']!).toString();
  expect(data).toContain('a0000000-0000-4000-8000-000000000002');
  expect(data).not.toMatch(/\{(today|next|id of)/);
  expect(said.out).not.toContain('left out');
});

it('the same date gives the same bytes, another date others', async () => {
  const bytes = [];
  for (const date of ['2026-03-20', '2026-03-20', '2026-03-21']) {
    expect(await run('--today', date)).toBe(0);
    bytes.push(readFileSync(inFolder('demo.zip')));
  }
  expect([bytes[1]!.equals(bytes[0]!), bytes[2]!.equals(bytes[0]!)]).toEqual([true, false]);
});

it('of the desk only: no customers and tickets', async () => {
  expect(await run('--desk-only', '--users', usersFile(USERS))).toBe(0);
  const data = Buffer.from(unzipSync(readFileSync(inFolder('demo.zip')))['data.xml']!).toString();
  const tables = [...data.matchAll(/<entity name="([^"]+)"/g)].map(([, table]) => table);
  expect(tables).toEqual(['rcc_businesshours', 'rcc_team', 'rcc_slapolicy', 'rcc_agentprofile']);
});

it('says what is left out for want of users', async () => {
  expect(await run('--today', '2026-03-20')).toBe(0);
  expect(said.out).toMatch(/rcc_agentprofile +0 {2}\(3 left out\)[\s\S]*see --users/);
});

it.each<[string, unknown, RegExp]>([
  ['somebody unknown', { 'x@y.example': USERS['ben@shop.example'] }, /x@y\.example is nobody of the demo data/],
  ['an id that is none', { 'ben@shop.example': 'ben' }, /ben@shop\.example needs the id of a user/],
  [
    'one id twice',
    { ...USERS, 'ben@shop.example': USERS['anna@shop.example'].toLowerCase() },
    /ben@shop\.example has the id of another/,
  ],
  ['a list', [], /has to hold one object/],
  ['no JSON', '{', /users\.json is not valid JSON at line 1, column 2/],
  ['somebody twice', '{"ben@shop.example": "", "ben@shop.example": ""}', /ben@shop\.example stands twice/],
])('refuses a file of users with %s, and writes nothing', async (_, content, problem) => {
  expect(await run('--users', usersFile(content))).toBe(1);
  expect(said.problems).toMatch(problem);
  expect(existsSync(inFolder('demo.zip'))).toBe(false);
});

it.each([
  [['--today', '2026-02-30'], /--today 2026-02-30 is no date/],
  [['--tomorrow'], /tomorrow/],
  [['more'], /more is not understood/],
  [['desk-only'], /desk-only is not understood; write --desk-only/],
  [['--today', '9999-12-31'], /--today 9999-12-31 is not of this century/],
  [['--today', '1999-12-31'], /not of this century/],
])('does not understand %s', async (parameters, problem) => {
  expect(await run(...parameters)).toBe(2);
  expect(said.problems).toMatch(problem);
});

it.each(['2000-01-01', '2099-12-31'])('reckons from %s, the end of what it takes', async (today) => {
  expect(await run('--today', today)).toBe(0);
});

it('reads a file of users with a byte order mark, and names a folder in its place', async () => {
  expect(await run('--users', usersFile(`\uFEFF${JSON.stringify(USERS)}`))).toBe(0);
  expect(said.out).toContain(`${inFolder('demo.zip')}\n`);
  expect(await run('--users', folder)).toBe(1);
  expect(said.problems).toBe(`${folder} is a folder. Write it as --help shows, or leave --users out.\n`);
});

it('leaves nothing behind in a place that cannot be written', async () => {
  writeFileSync(inFolder('file'), '');
  expect(await runSolutionCommand(['demo-data', '--out', join(inFolder('file'), 'demo.zip')])).toBe(1);
  expect(said.problems).toContain('Name another place');
  expect(readdirSync(folder)).toEqual(['file']);
});
