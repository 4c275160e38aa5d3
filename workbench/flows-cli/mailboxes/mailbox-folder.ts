import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlowFileName, spacedName } from '../../../flows/file/flow-file-name';
import { CommandProblem } from '../command-problem';
import { copyFor, housekeepingKnowing, mailboxesKnownTo, originalKnowing, OWN } from './copy-flow';
import { copyDisplayName, copyFileName, type Mailbox, mailboxNamed, mailboxOfParameter } from './mailbox';
import { variableDefinition } from './mailbox-variable';
import { descriptionOfCopy, manifestWithFlows, spanishNameOf } from './solution-entries';

/** Where the flows and the definitions of their variables lie. */
export interface MailboxPlaces {
  flowFolder: string;
  /** Unpacked source of the core solution. */
  solutionFolder: string;
}

/** A further mailbox and the flow that reads it. */
export interface MailboxCopy {
  mailbox: Mailbox;
  /** Display name of the flow. */
  flow: string;
  file: string;
  /** False when the copy, its entry in the solution or the definition of its variable is not as it would be made now. */
  isFresh: boolean;
}

/** What there is of further mailboxes. */
export interface MailboxState {
  copies: MailboxCopy[];
  /** Display names of flows that do not know exactly these mailboxes: the original, Ticket Housekeeping. */
  outOfStep: string[];
}

const ORIGINAL = 'EmailIngestion';
const HOUSEKEEPING = 'TicketHousekeeping';

interface FlowFile {
  file: string;
  text: string;
  name: string;
  id: string;
}

/** @throws {CommandProblem} when there is none of this name */
function readFlow({ flowFolder }: MailboxPlaces, name: string): FlowFile {
  for (const file of readdirSync(flowFolder)) {
    const named = readFlowFileName(file);
    if (named?.name === name) return { file, text: readFileSync(join(flowFolder, file), 'utf8'), ...named };
  }
  throw new CommandProblem(`There is no flow ${name} in ${flowFolder}.`);
}

/** The flows that have to know every mailbox, as they are and as they would be made now. */
function knowingFlows(places: MailboxPlaces, mailboxes: readonly Mailbox[]): (FlowFile & { due: string })[] {
  const [original, housekeeping] = [readFlow(places, ORIGINAL), readFlow(places, HOUSEKEEPING)];
  return [
    { ...original, due: originalKnowing(original.text, mailboxes) },
    { ...housekeeping, due: housekeepingKnowing(housekeeping.text, mailboxes) },
  ];
}

/** Whether a file's name is one of a copy of the original. */
function isCopy(file: string): boolean {
  const name = readFlowFileName(file)?.name ?? '';
  return name.startsWith(ORIGINAL) && name !== ORIGINAL;
}

/** Files of copies, by the mailbox each reads: the one whose address its trigger names. */
function copyFiles({ flowFolder }: MailboxPlaces): { mailbox: Mailbox; file: string; text: string }[] {
  return readdirSync(flowFolder)
    .filter(isCopy)
    .flatMap((file) => {
      const text = readFileSync(join(flowFolder, file), 'utf8');
      const mailbox = mailboxOfParameter(/"mailboxAddress": "@parameters\('([^']+)'\)"/.exec(text)?.[1] ?? '');
      return mailbox === undefined ? [] : [{ mailbox, file, text }];
    });
}

/** The further mailboxes, by name: those that have a copy, and those the original knows, should the copy be gone. */
function furtherMailboxes(places: MailboxPlaces): Mailbox[] {
  const all = [
    ...copyFiles(places).map(({ mailbox }) => mailbox),
    ...mailboxesKnownTo(readFlow(places, ORIGINAL).text),
  ];
  return inOrder([...new Map(all.map((mailbox) => [mailbox.variable, mailbox])).values()]);
}

const inOrder = (mailboxes: readonly Mailbox[]): Mailbox[] =>
  [...mailboxes].sort((one, other) => (one.variable < other.variable ? -1 : 1));

/** @throws {CommandProblem} when the original or Ticket Housekeeping is not there */
export function listMailboxes(places: MailboxPlaces): MailboxState {
  const original = readFlow(places, ORIGINAL);
  const mailboxes = furtherMailboxes(places);
  const files = copyFiles(places);
  const copies = mailboxes.map((mailbox) => {
    const file = copyFileName(mailbox, original);
    const [made, ...more] = files.filter((one) => one.mailbox.variable === mailbox.variable);
    const isAsDue = made?.file === file && made.text === copyFor(mailbox, original.text, mailboxes);
    return {
      mailbox,
      flow: copyDisplayName(mailbox, original.name),
      file,
      isFresh: isAsDue && more.length === 0 && isInSolution(places, mailbox, original),
    };
  });
  const outOfStep = knowingFlows(places, mailboxes).filter(({ text, due }) => text !== due);
  return { copies, outOfStep: outOfStep.map(({ name }) => spacedName(name)) };
}

/** Names of variables do not tell letters' case apart. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const definitionFolder = ({ solutionFolder }: MailboxPlaces, { variable }: Mailbox): string =>
  join(solutionFolder, 'environmentvariabledefinitions', variable);
const definitionFile = (places: MailboxPlaces, mailbox: Mailbox): string =>
  join(definitionFolder(places, mailbox), 'environmentvariabledefinition.xml');

const descriptionFile = ({ solutionFolder }: MailboxPlaces, file: string): string =>
  join(solutionFolder, 'Workflows', `${file}.data.xml`);
const manifestFile = ({ solutionFolder }: MailboxPlaces): string => join(solutionFolder, 'Other', 'Solution.xml');

/** What the solution says of a mailbox's copy; undefined without the variable's definition, which has the Spanish name. */
function dueDescription(places: MailboxPlaces, mailbox: Mailbox, original: FlowFile): string | undefined {
  const definition = definitionFile(places, mailbox);
  if (!existsSync(definition)) return undefined;
  const file = copyFileName(mailbox, original);
  const copy = { file, id: readFlowFileName(file)!.id, displayName: copyDisplayName(mailbox, original.name) };
  const spanish = spanishNameOf(readFileSync(definition, 'utf8'), definition);
  return descriptionOfCopy(readFileSync(descriptionFile(places, original.file), 'utf8'), copy, spanish);
}

function isInSolution(places: MailboxPlaces, mailbox: Mailbox, original: FlowFile): boolean {
  const file = copyFileName(mailbox, original);
  const path = descriptionFile(places, file);
  const due = dueDescription(places, mailbox, original);
  if (due === undefined || !existsSync(path) || readFileSync(path, 'utf8') !== due) return false;
  return readFileSync(manifestFile(places), 'utf8').includes(`id="{${readFlowFileName(file)!.id}}"`);
}

/** Enters the copies into the solution, and takes out those of other mailboxes. */
function writeEntries(places: MailboxPlaces, mailboxes: readonly Mailbox[]): void {
  const original = readFlow(places, ORIGINAL);
  const copies = mailboxes.map((mailbox) => copyFileName(mailbox, original));
  mailboxes.forEach((mailbox, index) => {
    const due = dueDescription(places, mailbox, original);
    if (due !== undefined) writeFileSync(descriptionFile(places, copies[index]!), due);
  });
  for (const description of readdirSync(join(places.solutionFolder, 'Workflows'))) {
    const file = description.replace(/\.data\.xml$/, '');
    if (isCopy(file) && !copies.includes(file)) rmSync(descriptionFile(places, file));
  }
  const others = readdirSync(places.flowFolder).filter((file) => !isCopy(file));
  const ids = [...others, ...copies].flatMap((file) => readFlowFileName(file)?.id ?? []);
  const manifest = manifestFile(places);
  writeFileSync(manifest, manifestWithFlows(readFileSync(manifest, 'utf8'), ids));
}

/** Writes the flows that know all mailboxes, and one copy for each; other copies go last. */
function write(places: MailboxPlaces, mailboxes: readonly Mailbox[]): void {
  const save = (file: string, text: string): void => writeFileSync(join(places.flowFolder, file), text);
  for (const { file, due } of knowingFlows(places, mailboxes)) save(file, due);
  const original = readFlow(places, ORIGINAL);
  const files = mailboxes.map((mailbox) => {
    const file = copyFileName(mailbox, original);
    save(file, copyFor(mailbox, original.text, mailboxes));
    return file;
  });
  for (const { file } of copyFiles(places)) if (!files.includes(file)) rmSync(join(places.flowFolder, file));
}

/** Makes every copy anew from the original. */
export function refreshMailboxes(places: MailboxPlaces): MailboxState {
  const mailboxes = furtherMailboxes(places);
  write(places, mailboxes);
  writeEntries(places, mailboxes);
  return listMailboxes(places);
}

/**
 * Adds a mailbox: its copy, what the others have to know of it, the definition of its variable, and the copy's entry in
 * the solution. A second time changes nothing.
 * @param spanish what people call it in Spanish; needed the first time
 * @throws {CommandProblem} when its variable is taken by something else, or the Spanish name is missing
 * @throws {MailboxNameError}
 */
export function addMailbox(places: MailboxPlaces, displayName: string, spanish: string | undefined): MailboxCopy {
  const named = mailboxNamed(displayName);
  const original = readFlow(places, ORIGINAL);
  const known = furtherMailboxes(places);
  const mailbox = known.find(({ variable }) => isSame(variable, named.variable)) ?? named;
  const isNew = mailbox === named;
  if (isNew && (isSame(mailbox.variable, OWN.variable) || existsSync(definitionFolder(places, mailbox)))) {
    throw new CommandProblem(`The variable ${mailbox.variable} is used for something else; take another name.`);
  }
  if (spanish?.trim() === '' || (spanish === undefined && !existsSync(definitionFile(places, mailbox)))) {
    throw new CommandProblem(
      `Say with --spanish what '${mailbox.displayName}' is called in Spanish, such as --spanish "Buzón de devoluciones".`,
    );
  }
  const mailboxes = isNew ? inOrder([...known, mailbox]) : known;
  write(places, mailboxes);
  if (spanish !== undefined) {
    mkdirSync(definitionFolder(places, mailbox), { recursive: true });
    const flow = copyDisplayName(mailbox, original.name);
    writeFileSync(definitionFile(places, mailbox), variableDefinition(mailbox, spanish.trim(), flow));
  }
  writeEntries(places, mailboxes);
  return listMailboxes(places).copies.find((copy) => copy.mailbox.variable === mailbox.variable)!;
}

/**
 * Undoes `addMailbox`. The copy goes last, so that an interrupted removal can be run again.
 * @throws {CommandProblem} naming the mailboxes there are
 */
export function removeMailbox(places: MailboxPlaces, displayName: string): MailboxCopy {
  const { variable } = mailboxNamed(displayName);
  const { copies } = listMailboxes(places);
  const copy = copies.find((one) => isSame(one.mailbox.variable, variable));
  if (copy === undefined) {
    const names = copies.map(({ mailbox }) => mailbox.displayName).join(', ') || 'none was added yet';
    throw new CommandProblem(`There is no mailbox '${displayName}'. The mailboxes: ${names}.`);
  }
  const others = copies.filter((one) => one !== copy).map(({ mailbox }) => mailbox);
  rmSync(definitionFolder(places, copy.mailbox), { recursive: true, force: true });
  writeEntries(places, others);
  write(places, others);
  return copy;
}
