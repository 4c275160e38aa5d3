import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFlowDocument } from '../../../flows/file/read-flow-document';
import { validateFlow } from '../../../flows/validator/validate-flow';
import { projectFile } from '../../../proxy/src/project-file';
import { readSolutionMetadata } from '../../../solution/metadata/read-solution-metadata';
import { flowFiles } from '../../platform/load-flows';
import { readFlowsOptions, UsageError } from '../flows-options';
import { mailbox, mailboxProblems } from '../mailbox-command';
import { readSurroundings } from '../surroundings';
import { listMailboxes, type MailboxPlaces } from './mailbox-folder';

let folder: string;
let places: MailboxPlaces;
const copyOfSolution = (room: string) =>
  cpSync(join(projectFile('solution/core/src'), room), join(places.solutionFolder, room), { recursive: true });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailboxes-'));
  places = { flowFolder: join(folder, 'flows'), solutionFolder: join(folder, 'solution') };
  mkdirSync(places.flowFolder);
  for (const file of flowFiles(projectFile('flows'))) {
    cpSync(join(projectFile('flows'), file), join(places.flowFolder, file));
  }
  for (const room of ['Other', 'Workflows', 'environmentvariabledefinitions']) copyOfSolution(room);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function command(...words: string[]): { code: number; out: string } {
  let out = '';
  const say = (text: string) => void (out += text);
  const code = mailbox(readFlowsOptions(['mailbox', ...words])!, { out: say, note: say }, places);
  return { code, out };
}
const add = (name = 'Returns mailbox', spanish = 'Buzón de devoluciones') => command('add', name, '--spanish', spanish);

/** Every file with its text, and every folder. */
const state = () =>
  Object.fromEntries(
    [places.flowFolder, places.solutionFolder].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8', withFileTypes: true }).map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, entry.isFile() ? readFileSync(path, 'utf8') : 'a folder'];
      }),
    ),
  );

it('The copies of Email Ingestion that belong to the product are as the original', () => {
  const own = { flowFolder: projectFile('flows'), solutionFolder: projectFile('solution/core/src') };
  expect(mailboxProblems(own)).toEqual([]);
});

it('Adding a mailbox makes a flow of its own that reads it and answers from it, and a variable for its address', () => {
  const { code, out } = add();
  expect(code).toBe(0);
  expect(out).toContain('Email Ingestion Returns Mailbox');
  const [copy] = listMailboxes(places).copies;
  expect(copy).toMatchObject({ mailbox: { variable: 'rcc_ReturnsMailbox' }, isFresh: true });
  expect(copy!.file).toMatch(/^EmailIngestionReturnsMailbox-[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[0-9A-F-]{17}\.json$/);
  const text = readFileSync(join(places.flowFolder, copy!.file), 'utf8');
  const reads = "parameters('Returns mailbox (rcc_ReturnsMailbox)')";
  expect(text).toContain(`"mailboxAddress": "@${reads}"`);
  expect(text.split(`"mailboxAddress": "@${reads}"`)).toHaveLength(3);
  expect(text).toContain(`/users/@{encodeURIComponent(${reads})}/messages/`.replace('URI', 'Uri'));
  expect(text).not.toContain('/me/messages/');
  const definition = join('environmentvariabledefinitions', 'rcc_ReturnsMailbox', 'environmentvariabledefinition.xml');
  expect(readFileSync(join(places.solutionFolder, definition), 'utf8')).toContain(
    '<label description="Buzón de devoluciones" languagecode="3082" />',
  );
});

it('The solution gets the copy with its names in both languages, as one of its root components, in order', () => {
  add();
  const [copy] = listMailboxes(places).copies;
  const id = copy!.file.slice('EmailIngestionReturnsMailbox-'.length, -'.json'.length).toLowerCase();
  const description = readFileSync(join(places.solutionFolder, 'Workflows', `${copy!.file}.data.xml`), 'utf8');
  for (const part of [
    `WorkflowId="{${id}}" Name="Email Ingestion Returns Mailbox"`,
    `<JsonFileName>/Workflows/${copy!.file}</JsonFileName>`,
    '<LocalizedName description="Email Ingestion Returns Mailbox" languagecode="1033" />',
    '<LocalizedName description="Recepción de correos: Buzón de devoluciones" languagecode="3082" />',
  ]) {
    expect(description).toContain(part);
  }
  const manifest = readFileSync(join(places.solutionFolder, 'Other', 'Solution.xml'), 'utf8');
  const roots = [...manifest.matchAll(/type="29" id="\{([^}]+)\}"/g)].map(([, root]) => root!);
  expect(roots).toContain(id);
  expect(roots).toEqual([...roots].sort());
  expect(new Set(roots)).toEqual(
    new Set(flowFiles(places.flowFolder).map((file) => file.slice(-41, -5).toLowerCase())),
  );
});

it.each(['Workflows', 'Other'])(
  'A copy that is not in %s of the solution is missed, and entered by refresh',
  (room) => {
    const without = readFileSync(join(places.solutionFolder, 'Other', 'Solution.xml'), 'utf8');
    add();
    const added = state();
    const [copy] = listMailboxes(places).copies;
    if (room === 'Other') writeFileSync(join(places.solutionFolder, 'Other', 'Solution.xml'), without);
    else rmSync(join(places.solutionFolder, 'Workflows', `${copy!.file}.data.xml`));
    expect(mailboxProblems(places)).toEqual([expect.stringMatching(/^Email Ingestion Returns Mailbox is not as/)]);
    expect(command('refresh').code).toBe(0);
    expect(state()).toEqual(added);
  },
);

it('The validator finds nothing in the copies, nor in the flows that know of them', () => {
  add();
  add('VIP 2 mailbox', 'Buzón VIP 2');
  for (const room of ['Entities', 'OptionSets']) copyOfSolution(room);
  const flows = new Map(
    flowFiles(places.flowFolder).map((file) => {
      const flow = readFlowDocument(file, readFileSync(join(places.flowFolder, file), 'utf8'));
      return [flow.id!, flow];
    }),
  );
  const around = { ...readSurroundings(false), solution: readSolutionMetadata(places.solutionFolder), flows };
  const ofMail = flowFiles(places.flowFolder).filter((file) => /^(EmailIngestion|TicketHousekeeping)/.test(file));
  expect(ofMail).toHaveLength(4);
  const found = ofMail.flatMap((file) => {
    const path = join(places.flowFolder, file);
    return validateFlow({ file: path, text: readFileSync(path, 'utf8') }, around).findings;
  });
  expect(found).toEqual([]);
});

it('Every flow that reads mail leaves alone what comes from any of our mailboxes', () => {
  add();
  add('Sales mailbox', 'Buzón de ventas');
  const conditions = flowFiles(places.flowFolder)
    .filter((file) => file.startsWith('EmailIngestion'))
    .map((file) => {
      const { trigger } = readFlowDocument(file, readFileSync(join(places.flowFolder, file), 'utf8'));
      const names = JSON.stringify(trigger!.definition.conditions).match(/rcc_\w+/g);
      return new Set(names).size;
    });
  expect(conditions).toEqual([3, 3, 3]);
});

it('Adding it again changes nothing, and removing it undoes it', () => {
  const before = state();
  add();
  const added = state();
  expect(Object.keys(added)).toHaveLength(Object.keys(before).length + 4);
  add();
  command('add', 'returns mailbox');
  expect(state()).toEqual(added);
  add('Sales mailbox', 'Buzón de ventas');
  command('remove', 'Sales mailbox');
  expect(state()).toEqual(added);
  expect(command('remove', 'Returns mailbox').out).toContain('Removed: Returns mailbox');
  expect(state()).toEqual(before);
});

it('Ticket Housekeeping looks through every mailbox there is, and leaves alone what comes from any', () => {
  const housekeeping = () => {
    const file = flowFiles(places.flowFolder).find((one) => one.startsWith('TicketHousekeeping-'))!;
    return readFileSync(join(places.flowFolder, file), 'utf8');
  };
  const parameters = () => housekeeping().match(/"schemaName": "rcc_\w+Mailbox"/g);
  const listed = () => new Set(housekeeping().match(/createArray\(parameters\([^"]*?'\)\)/g));
  add();
  add('Sales mailbox', 'Buzón de ventas');
  const [support, returns, sales] = ['Support', 'Returns', 'Sales'].map(
    (name) => `'${name} mailbox (rcc_${name}Mailbox)'`,
  );
  const read = (...keys: (string | undefined)[]) =>
    `createArray(${keys.map((key) => `parameters(${key})`).join(', ')})`;
  expect(listed()).toEqual(new Set([read(support, returns, sales)]));
  expect(parameters()).toHaveLength(3);
  command('remove', 'Returns mailbox');
  expect(listed()).toEqual(new Set([read(support, sales)]));
  expect(parameters()).toHaveLength(2);
});

const deleteCopy = () => rmSync(join(places.flowFolder, listMailboxes(places).copies[0]!.file));

it('A copy deleted by hand is missed, and made again by refresh', () => {
  add();
  const added = state();
  deleteCopy();
  expect(command('list')).toMatchObject({ code: 1, out: expect.stringContaining('Returns mailbox') as string });
  expect(mailboxProblems(places)).toEqual([expect.stringMatching(/^Email Ingestion Returns Mailbox is not as/)]);
  expect(command('refresh').code).toBe(0);
  expect(state()).toEqual(added);
});

it('A mailbox can be removed after its copy was deleted by hand', () => {
  const before = state();
  add();
  deleteCopy();
  expect(command('remove', 'Returns mailbox').code).toBe(0);
  expect(state()).toEqual(before);
});

it.each(['EmailIngestion-', 'TicketHousekeeping-'])('%s that does not know a mailbox is named', (flow) => {
  const file = flowFiles(places.flowFolder).find((one) => one.startsWith(flow))!;
  const path = join(places.flowFolder, file);
  const before = readFileSync(path, 'utf8');
  add();
  writeFileSync(path, before);
  const name = flow === 'EmailIngestion-' ? 'Email Ingestion' : 'Ticket Housekeeping';
  expect(mailboxProblems(places)).toEqual([
    `${name} does not know exactly the mailboxes there are: run mailbox refresh.`,
  ]);
  expect(command('list').code).toBe(1);
  expect(command('refresh').code).toBe(0);
  expect(mailboxProblems(places)).toEqual([]);
});

it('Removing says what stays where the flows were imported', () => {
  add();
  const { out } = command('remove', 'Returns mailbox');
  expect(out).toContain(
    "delete the flow 'Email Ingestion Returns Mailbox' and the variable rcc_ReturnsMailbox by hand",
  );
});

it('A copy is stale once the original has changed, until it is refreshed', () => {
  add();
  expect(command('list').code).toBe(0);
  const original = flowFiles(places.flowFolder).find((file) => file.startsWith('EmailIngestion-'))!;
  const path = join(places.flowFolder, original);
  writeFileSync(path, readFileSync(path, 'utf8').replace('"count": 3', '"count": 4'));
  expect(command('list')).toMatchObject({
    code: 1,
    out: expect.stringContaining('is not as the original makes it') as string,
  });
  expect(command('refresh')).toMatchObject({ code: 0, out: expect.not.stringContaining('refresh') as string });
  expect(readFileSync(join(places.flowFolder, listMailboxes(places).copies[0]!.file), 'utf8')).toContain('"count": 4');
});

it.each([
  [['add', 'Returns mailbox'], /--spanish "Buzón de devoluciones"/],
  [['add', 'Buzón!', '--spanish', 'x'], /letters A to Z and digits/],
  [['add', 'Support mailbox', '--spanish', 'x'], /rcc_SupportMailbox is used for something else/],
  [['remove', 'Sales mailbox'], /no mailbox 'Sales mailbox'.*none was added yet/],
  [['add'], /mailbox takes add NAME/],
  [['add', 'Returns', 'mailbox'], /in quotes/],
  [['rename'], /mailbox takes add NAME/],
  [[], /mailbox takes add NAME/],
])('mailbox %j is refused with what to do instead, and leaves everything as it is', (words, message) => {
  const before = state();
  expect(() => command(...words)).toThrow(message);
  expect(state()).toEqual(before);
});

it('--spanish belongs to no other command', () => {
  expect(() => readFlowsOptions(['list', '--spanish', 'x'])).toThrow(UsageError);
});
