import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { allRules } from '../preflight/preflight';
import { command as assembling } from '../cli/assemble-command';
import { command as checking } from '../cli/preflight-command';
import { outFolder } from '../source/out-folder';
import { attribute, descendants, textOf } from '../xml/element';
import { readXmlFile } from '../xml/read-xml';
import { usage } from './deploy-options';

const PROJECTS = [
  'solution/connector/RetailCallCenterConnector.cdsproj',
  'solution/core/RetailCallCenter.cdsproj',
  'pcf-controls/RetailCallCenter.pcfproj',
];
const SAMPLES = ['docs/samples/github-actions.yml', 'docs/samples/azure-pipelines.yml'];
const page = readFileSync('docs/deployment.md', 'utf8');

test.each(PROJECTS)('%s is well-formed, pins its packages and names what is there', (path) => {
  const project = readXmlFile(path);
  const packages = [...descendants(project, 'PackageReference')];
  expect(packages.length).toBeGreaterThan(0);
  for (const each of packages) expect(attribute(each, 'Version')).toMatch(/^\d+\.\d+\.\d+$/);
  const here = (text: string) =>
    join(text.replace('$(MSBuildThisFileDirectory)', `${dirname(path)}/`).replaceAll('\\', '/'));
  for (const each of descendants(project, 'None')) expect(existsSync(here(attribute(each, 'Include')))).toBe(true);
  for (const each of descendants(project, 'Exec')) {
    expect(existsSync(join(here(attribute(each, 'WorkingDirectory')), 'package-lock.json'))).toBe(true);
    const [, solution] = /^npm run --silent solution -- assemble (\w+)$/.exec(attribute(each, 'Command'))!;
    const [root] = [...descendants(project, 'SolutionRootPath')];
    expect(join(process.cwd(), here(textOf(root!)))).toBe(outFolder('source', solution!));
    expect(assembling.usage).toContain('solution/out/source');
  }
});

test('no two projects share their id', () => {
  const ids = PROJECTS.flatMap((path) => [...descendants(readXmlFile(path), 'ProjectGuid')].map(textOf));
  expect(new Set(ids).size).toBe(PROJECTS.length);
});

test.each(SAMPLES)('%s is YAML, runs commands there are with options they know, and holds no secret', (path) => {
  const text = readFileSync(path, 'utf8');
  expect(() => parse(text) as unknown).not.toThrow();
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = [...text.matchAll(/npm run ([\w:]+)(?: -- (\w+))?/g)];
  expect(commands.length).toBeGreaterThan(3);
  for (const [, script] of commands) expect(scripts).toHaveProperty(script!);
  for (const [, option] of text.matchAll(/npm run deploy -- .*?(--[\w-]+(?: .*)?)$/gm))
    for (const [name] of option!.matchAll(/--[\w-]+/g)) expect(usage).toContain(name);
  expect(text).not.toMatch(/(password|secret): (?!\$\{\{)\S/i);
});

test('the actions of others are pinned to a commit', () => {
  const uses = [...readFileSync(SAMPLES[0]!, 'utf8').matchAll(/uses: (microsoft\/\S+)@(\S+)/g)];
  expect(uses.length).toBeGreaterThan(1);
  for (const [, , version] of uses) expect(version).toMatch(/^[0-9a-f]{40}$/);
});

test('the page on deployment has a row for every rule of the pre-flight, and no other', () => {
  const rows = [...page.matchAll(/^\| (P\d+) +\| (\w+) +\| (.*?) +\|$/gm)].map(([, code, severity, title]) => ({
    code,
    severity,
    title,
  }));
  expect(rows).toEqual(allRules.map(({ code, severity, title }) => ({ code, severity, title })));
});

test('every option the page names is one of the command it is named with', () => {
  const known: Record<string, string> = { deploy: usage, preflight: checking.usage };
  for (const [, command, options] of page.matchAll(/^npm run (?:solution -- )?(deploy|preflight)(?: --)? (.*)$/gm))
    for (const [option] of options!.matchAll(/--[\w-]+/g)) expect(known[command!]).toContain(option);
});
