import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectFile } from '../proxy/src/project-file';
import { readNeeds } from '../solution/settings/needs';
import { readFolder } from '../solution/source/solution-files';

const ROOT = dirname(projectFile('package-lock.json'));
const NOT_OURS = new Set(['node_modules', 'dist', 'out', 'coverage', 'generated', 'deployment-settings']);

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('.') || NOT_OURS.has(entry.name) ? [] : pagesIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const pages = pagesIn(ROOT).map((path) => relative(ROOT, path));

/** The name a heading can be linked by, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/\{#.*\}$/, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
const anchorsIn = (path: string) =>
  new Set([...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));

it.each(pages)('the links of %s lead somewhere', (page) => {
  const text = textOf(page).replace(/```[\s\S]*?```/g, '');
  const dead = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      return !existsSync(join(ROOT, file)) || (anchor !== undefined && !anchorsIn(file).has(anchor));
    });
  expect(dead).toEqual([]);
});

/** Where the words and options of a program are told, by the name of its script; others take only data. */
const PROGRAMS: Record<string, (word: string) => string> = {
  solution: (word) => `solution/cli/${word}-command.ts`,
  deploy: () => 'solution/deployment/deploy-options.ts',
  flows: () => 'workbench/flows-cli/flows-options.ts',
  connector: () => 'connector/cli.ts',
  controls: () => 'pcf-controls/build.js',
};

/** A command of a page: the script and what follows it, up to the end of the code. */
const commandsIn = (page: string): [string, string][] =>
  [...textOf(page).matchAll(/npm run (?:--silent )?([a-z:]+)(?: -- ([^`\n#|]*))?/g)].map(
    ([, script = '', rest = '']): [string, string] => [script, rest],
  );

const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

function problemOf([script, rest]: [string, string]): string[] {
  if (scripts[script] === undefined) return [`npm run ${script}`];
  const program = PROGRAMS[script];
  const [first = ''] = rest.split(' ');
  const word = /^[a-z][a-z-]*$/.test(first) ? first : undefined;
  if (program === undefined || (script === 'solution' && word === undefined)) return [];
  const file = program(word ?? '');
  if (!existsSync(join(ROOT, file))) return [`npm run ${script} -- ${first}`];
  const source = textOf(file);
  const unknown = (rest.match(/(?<=^|[ [])--[a-z][a-z-]*/g) ?? []).filter(
    (option) => option !== '--help' && !source.includes(option),
  );
  const isWord = script === 'solution' || word === undefined || new RegExp(`\\b${word}\\b`).test(source);
  return [...(isWord ? [] : [word]), ...unknown].map((part) => `npm run ${script}: ${part}`);
}

it.each(pages)('the commands of %s exist, with their options', (page) => {
  expect(commandsIn(page).flatMap(problemOf)).toEqual([]);
});

describe('the guides', () => {
  const { variables, connections } = readNeeds(readFolder(projectFile('solution/core/src')));
  const rowsOf = (page: string) =>
    textOf(page)
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
  const guide = 'docs/guides/administrator.md';

  it('tell administrators of every environment variable, with its default', () => {
    const told = new Map(rowsOf(guide).map(([, name = '', value = '']) => [name.replaceAll('`', ''), value]));
    const defaults = variables.map(({ schemaName, defaultValue = '' }) => [schemaName, defaultValue]);
    expect(defaults.map(([name = '']) => [name, told.get(name)?.replaceAll('`', '')])).toEqual(defaults);
  });

  it('name no column, table or environment variable that does not exist', () => {
    const named = new Set(
      pagesIn(join(ROOT, 'docs', 'guides')).flatMap(
        (path) => readFileSync(path, 'utf8').match(/\brcc_[A-Z]\w+/g) ?? [],
      ),
    );
    const tables = readdirSync(projectFile('solution/core/src/Entities'));
    const columns = tables.flatMap((table) =>
      [...textOf(`solution/core/src/Entities/${table}/Entity.xml`).matchAll(/PhysicalName="([^"]+)"/g)].map(
        ([, name]) => name,
      ),
    );
    const known = new Set([
      ...variables.map(({ schemaName }) => schemaName),
      ...tables,
      ...columns,
      'rcc_RetailCallCenter',
    ]);
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });

  it('tell of every connection, and of every action of Outlook a data policy has to allow', () => {
    const page = textOf('docs/guides/data-loss-prevention.md');
    for (const { logicalName, connectorId, custom } of connections) {
      expect(page).toContain(`\`${logicalName}\``);
      if (!custom) expect(page).toContain(connectorId.split('/').at(-1));
    }
    const flows = readdirSync(projectFile('flows')).filter((name) => /-[0-9A-F]{12}\.json$/.test(name));
    const operations = flows.flatMap((name) => {
      const host = /"connectionName": "shared_office365",\s+"operationId": "(\w+)"/g;
      return [...textOf(`flows/${name}`).matchAll(host)].map(([, operation]) => operation!);
    });
    expect(new Set(operations).size).toBeGreaterThan(4);
    expect([...new Set(operations)].filter((operation) => !page.includes(`\`${operation}\``))).toEqual([]);
  });
});
