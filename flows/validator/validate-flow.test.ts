import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { projectFile } from '../../proxy/src/project-file';
import { escapePointer } from '../file/json-pointer';
import { compose, flowText, scope } from './fixtures/flow-text.fixture';
import { fixtureSurroundings } from './fixtures/surroundings.fixture';
import { type Finding } from './finding';
import { validateFlow } from './validate-flow';

const findingsIn = (text: string): Finding[] => validateFlow({ file: 'x.json', text }, fixtureSurroundings).findings;
const summary = (text: string): string[] =>
  findingsIn(text).map(({ code, pointer, message }) => `${code} ${pointer} ${message}`);
const flow = (actions: Record<string, unknown>): string => flowText({ actions });

describe('a file that is no exported flow', () => {
  const definition = { $schema: 'x', triggers: {}, actions: {} };
  it.each([
    ['nothing', '', /^F000 {2}The file is empty/],
    ['blanks', '\uFEFF \n', /^F000 {2}The file is empty/],
    ['UTF-16 read as UTF-8', Buffer.from('\uFEFF{"properties":{}}', 'utf16le').toString('utf8'), /UTF-16/],
    ['a ZIP archive', 'PK\u0003\u0004…', /ZIP archive/],
    ['XML', '<?xml version="1.0"?><Workflow/>', /is XML/],
    ['broken JSON', '{"properties": {,}}', /^F000 {2}The file is not valid JSON at line 1, column 17/],
    [
      'a cut file',
      flow({ A: compose(1) }).slice(0, -20),
      /^F000 {2}The file is not valid JSON at line 1, column 433\. The string that starts there is never closed/,
    ],
    ['a list', '[]', /^F000 {2}The file holds a list/],
    ['a text', '"flow"', /^F000 {2}The file holds a text/],
    ['null', 'null', /^F000 {2}The file holds null/],
    ['an object of something else', '{"name": "x"}', /lacks 'properties'/],
    ['a Logic Apps template', JSON.stringify({ definition }), /seems to be a Logic Apps template/],
    ['a bare definition', JSON.stringify(definition), /seems to be a bare workflow definition/],
    [
      'an ARM template',
      JSON.stringify({ $schema: 'x', resources: [] }),
      /seems to be an Azure Resource Manager template/,
    ],
    ['an OpenAPI document', JSON.stringify({ swagger: '2.0' }), /seems to be a connector's OpenAPI document/],
    ['no definition', JSON.stringify({ properties: { displayName: 'x' } }), /^F000 \/properties 'properties' lacks/],
    ['a text for properties', JSON.stringify({ properties: 'x' }), /^F000 \/properties 'properties' must be an object/],
    [
      'a list for the definition',
      JSON.stringify({ properties: { definition: [] } }),
      /^F000 \/properties\/definition 'definition' must be/,
    ],
  ])('%s gets one finding that says so', (_what, text, message) => {
    expect(summary(text)).toEqual([expect.stringMatching(message)]);
  });
});

it('a byte order mark is no defect', () => expect(summary(`\uFEFF${flow({ A: compose(1) })}`)).toEqual([]));

it('finds members written twice, which JSON.parse would hide', () => {
  const text = flow({ A: compose(1), B: compose({ x: 1, y: 2 }) })
    .replace('"B":', '"A":')
    .replace('"y":', '"x":')
    .replace('"schemaVersion"', '"schemaVersion":"1.0.0.0","schemaVersion"');
  expect(summary(text)).toEqual([
    "F000 /properties/definition/actions/A/inputs/x The member 'x' stands twice in the same place; only the last one counts.",
    "F000 /schemaVersion The member 'schemaVersion' stands twice in the same place; only the last one counts.",
    "F003 /properties/definition/actions/A The action 'A' stands twice in the same place; only the last one counts.",
  ]);
});

it('gives findings by code, those of one code in the order of the file', () => {
  const actions = {
    Z: compose("@outputs('Q')"),
    B: scope({ Y: compose("@outputs('Q')"), C: compose('@nothing()') }),
    A: compose("@outputs('Q')"),
  };
  expect(findingsIn(flow(actions)).map(({ code, pointer }) => [code, pointer.split('/actions/').at(-1)])).toEqual([
    ['F005', 'C/inputs'],
    ['F006', 'Z/inputs'],
    ['F006', 'Y/inputs'],
    ['F006', 'A/inputs'],
  ]);
});

describe('hostile files end in findings, soon', () => {
  const chain = (count: number, value: (i: number) => unknown): Record<string, unknown> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`A${i}`, compose(value(i), ...(i > 0 ? [`A${i - 1}`] : []))]),
    );
  const codes = (text: string): string[] => [...new Set(findingsIn(text).map(({ code }) => code))];

  it('ten thousand actions in a row, each using the first, of ten megabytes together', () => {
    const text = flow(chain(10_000, (i) => (i > 0 ? { a: "@outputs('A0')", b: 'x'.repeat(950) } : 1)));
    expect(text.length).toBeGreaterThan(10_000_000);
    expect(codes(text)).toEqual(['F041']);
  });
  it('a hundred thousand expressions, all wrong', () => {
    const inputs = Array.from({ length: 100_000 }, (_, i) => `@outputs('Nobody${i}')`);
    expect(findingsIn(flow({ A: compose(inputs) })).filter(({ code }) => code === 'F006')).toHaveLength(100_000);
  });
  it('a hundred thousand levels', () => {
    const nested = `${'{"actions":{"S":'.repeat(100_000)}1${'}}'.repeat(100_000)}`;
    expect(summary(nested)).toEqual([expect.stringMatching(/^F000 {2}The file is nested deeper than 500 levels/)]);
    expect(summary('['.repeat(100_000))).toHaveLength(1);
  });
  it('containers in containers in containers', () => {
    let actions: Record<string, unknown> = { Innermost: compose('@item()') };
    for (let i = 0; i < 200; i += 1) actions = { [`S${i}`]: scope(actions) };
    expect(codes(flow(actions))).toEqual(['F008', 'F040']);
  });
  it('a text of ten megabytes', () => {
    expect(codes(flow({ A: compose('"\\'.repeat(3_000_000)) }))).toEqual([]);
    expect(codes(flow({ A: compose(`@concat('${'x'.repeat(10_000_000)}')`) }))).toEqual(['F004']);
    expect(codes(flow({ A: compose('@{'.repeat(500_000)) }))).toEqual(['F004']);
  });
  it('names of the language the validator is written in', () => {
    const text = flow({
      constructor: compose("@outputs('toString')"),
      hasOwnProperty: compose("@variables('valueOf')"),
      X: compose(1),
    }).replace('"X":', '"__proto__":');
    expect(codes(text)).toEqual(['F006', 'F009']);
  });
  it('names from other scripts', () => {
    const actions = { Prüfe_Straße: compose(1), '確認_🙂': compose("@outputs('PRÜFE STRASSE')", 'prüfe_straße') };
    expect(codes(flow(actions))).toEqual(['F006']);
  });
});

describe('our own flows', () => {
  const own = readdirSync(projectFile('flows')).filter((name) => /-[0-9A-F-]{36}\.json$/.test(name));
  const texts = own.map((name) => readFileSync(projectFile(`flows/${name}`), 'utf8'));
  const { operations, ownConnectors } = fixtureSurroundings;
  const standalone = (file: string, text: string): Finding[] =>
    validateFlow({ file, text }, { operations, ownConnectors }).findings;

  it.each(own)('%s has no finding of a rule that needs nothing but the flow', (name) => {
    expect(standalone(name, texts[own.indexOf(name)]!)).toEqual([]);
  });

  /** Objects and lists with their members' names, for picking a random place. */
  const places = (root: unknown): { parent: Record<string, unknown>; key: string }[] => {
    const found: { parent: Record<string, unknown>; key: string }[] = [];
    const work = [root];
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
      if (next === null || typeof next !== 'object') continue;
      for (const [key, value] of Object.entries(next)) {
        found.push({ parent: next as Record<string, unknown>, key });
        work.push(value);
      }
    }
    return found;
  };
  const junk = fc.constantFrom<unknown>(
    null,
    0,
    -1.5,
    true,
    '',
    '@',
    '@{',
    "@items('X')",
    'x',
    [],
    {},
    [null],
    { type: 7 },
    { actions: 5 },
  );
  const mutation = fc.record({
    at: fc.nat(),
    other: fc.nat(),
    kind: fc.constantFrom('delete', 'replace', 'copy', 'rename'),
    value: junk,
    name: fc.constantFrom('__proto__', 'constructor', 'A B', '', 'ß', 'x'.repeat(200), 'actions', 'runAfter'),
  });

  it('never stop the validator, however they are mangled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 5 }), (text, mutations) => {
        const root = JSON.parse(text) as unknown;
        for (const { at, other, kind, value, name } of mutations) {
          const all = places(root);
          if (all.length === 0) break;
          const { parent, key } = all[at % all.length]!;
          const source = all[other % all.length]!;
          if (kind === 'replace') parent[key] = structuredClone(value);
          else if (kind === 'copy') parent[key] = structuredClone(source.parent[source.key]);
          else {
            if (kind === 'rename')
              Object.defineProperty(parent, name, {
                value: parent[key],
                enumerable: true,
                configurable: true,
                writable: true,
              });
            delete parent[key];
          }
        }
        for (const { code, pointer, message, fix } of findingsIn(JSON.stringify(root))) {
          expect(code).toMatch(/^F\d{3}$/);
          expect(pointer).toMatch(/^(\/|$)/);
          expect(message.length * fix.length).toBeGreaterThan(0);
        }
      }),
      // A failure is reported as it is: to make such a flow smaller would take minutes.
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('stay free of errors when a change means nothing: another order, a description, a new last action', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(), (text, at, name) => {
        const root = JSON.parse(text) as {
          properties: { definition: { actions: Record<string, Record<string, unknown>> } };
        };
        const { definition } = root.properties;
        const entries = Object.entries(definition.actions);
        entries.push(...entries.splice(0, at % entries.length));
        definition.actions = Object.fromEntries(entries);
        entries[at % entries.length]![1].description = `Costs @{${escapePointer(String(name))} and 'more`;
        definition.actions[`Added_${name}`] = compose(`@@literal ${name}`, ...entries.map(([key]) => key));
        expect(standalone('x.json', JSON.stringify(root)).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { endOnFailure: true },
    );
  });
});
