import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlowFileName } from '../../../flows/file/flow-file-name';
import { isFlowObject } from '../../../flows/expressions/value-types';
import { CommandProblem } from '../command-problem';
import { copyFor, originalKnowing } from './copy-flow';
import { copyDisplayName, copyFileName, type Mailbox, mailboxNamed, parameterOf } from './mailbox';
import { variableDefinition } from './mailbox-variable';

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
  /** False when the copy, or what the original knows of it, is not as it would be made now. */
  isFresh: boolean;
}

const ORIGINAL = 'EmailIngestion';

interface Original {
  file: string;
  text: string;
  name: string;
  id: string;
}

/** @throws {CommandProblem} when there is none */
function readOriginal({ flowFolder }: MailboxPlaces): Original {
  for (const file of readdirSync(flowFolder)) {
    const named = readFlowFileName(file);
    if (named?.name === ORIGINAL) return { file, text: readFileSync(join(flowFolder, file), 'utf8'), ...named };
  }
  throw new CommandProblem(`There is no flow ${ORIGINAL} in ${flowFolder}.`);
}

const VARIABLE_OF_A_KEY = /^(.+) \((rcc_\w+)\)$/;

/** The mailbox a copy reads: the one whose address its trigger names. */
function mailboxOf(text: string): Mailbox | undefined {
  const address = /"mailboxAddress": "@parameters\('([^']+)'\)"/.exec(text)?.[1] ?? '';
  const [, displayName, variable] = VARIABLE_OF_A_KEY.exec(address) ?? [];
  return displayName === undefined || variable === undefined ? undefined : { displayName, variable };
}

/** The further mailboxes, by name, with the files that were made for them. */
function found(places: MailboxPlaces): { mailbox: Mailbox; file: string; text: string }[] {
  return readdirSync(places.flowFolder)
    .filter((file) => {
      const name = readFlowFileName(file)?.name ?? '';
      return name.startsWith(ORIGINAL) && name !== ORIGINAL;
    })
    .flatMap((file) => {
      const text = readFileSync(join(places.flowFolder, file), 'utf8');
      const mailbox = mailboxOf(text);
      return mailbox === undefined ? [] : [{ mailbox, file, text }];
    })
    .sort((one, other) => (one.mailbox.variable < other.mailbox.variable ? -1 : 1));
}

/** @throws {CommandProblem} when the original is not there */
export function listMailboxes(places: MailboxPlaces): MailboxCopy[] {
  const original = readOriginal(places);
  const copies = found(places);
  const mailboxes = copies.map(({ mailbox }) => mailbox);
  const isKnown = originalKnowing(original.text, mailboxes) === original.text;
  return copies.map(({ mailbox, file, text }) => ({
    mailbox,
    flow: copyDisplayName(mailbox, original.name),
    file,
    isFresh:
      isKnown &&
      file === copyFileName(mailbox, original) &&
      text === copyFor(mailbox, original.text, mailboxes) &&
      existsSync(definitionFile(places, mailbox)),
  }));
}

/** Names of variables do not tell letters' case apart. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const definitionFolder = ({ solutionFolder }: MailboxPlaces, { variable }: Mailbox): string =>
  join(solutionFolder, 'environmentvariabledefinitions', variable);
const definitionFile = (places: MailboxPlaces, mailbox: Mailbox): string =>
  join(definitionFolder(places, mailbox), 'environmentvariabledefinition.xml');

/** Writes the original, which knows all mailboxes, and one copy for each. */
function write(places: MailboxPlaces, mailboxes: readonly Mailbox[]): void {
  const original = readOriginal(places);
  const save = (file: string, text: string): void => writeFileSync(join(places.flowFolder, file), text);
  save(original.file, originalKnowing(original.text, mailboxes));
  for (const mailbox of mailboxes) save(copyFileName(mailbox, original), copyFor(mailbox, original.text, mailboxes));
}

/** Makes every copy anew from the original. */
export function refreshMailboxes(places: MailboxPlaces): MailboxCopy[] {
  write(
    places,
    found(places).map(({ mailbox }) => mailbox),
  );
  return listMailboxes(places);
}

/**
 * Adds a mailbox: the definition of its variable, its copy, and what the others have to know of it. A second time changes
 * nothing.
 * @param spanish what people call it in Spanish; needed the first time
 * @throws {CommandProblem} when its variable is taken by something else, or the Spanish name is missing
 * @throws {MailboxNameError}
 */
export function addMailbox(places: MailboxPlaces, displayName: string, spanish: string | undefined): MailboxCopy {
  const named = mailboxNamed(displayName);
  const original = readOriginal(places);
  const known = found(places).map((copy) => copy.mailbox);
  const mailbox = known.find(({ variable }) => isSame(variable, named.variable)) ?? named;
  const isNew = mailbox === named;
  if (isNew && (existsSync(definitionFolder(places, mailbox)) || isReadBy(original.text, mailbox))) {
    throw new CommandProblem(`The variable ${mailbox.variable} is used for something else; take another name.`);
  }
  if (isNew && (spanish === undefined || spanish.trim() === '')) {
    throw new CommandProblem(
      `Say with --spanish what '${mailbox.displayName}' is called in Spanish, such as --spanish "Buzón de devoluciones".`,
    );
  }
  if (spanish !== undefined) {
    mkdirSync(definitionFolder(places, mailbox), { recursive: true });
    const flow = copyDisplayName(mailbox, original.name);
    writeFileSync(definitionFile(places, mailbox), variableDefinition(mailbox, spanish.trim(), flow));
  }
  const all = [...(isNew ? [mailbox] : []), ...known];
  write(
    places,
    all.sort((one, other) => (one.variable < other.variable ? -1 : 1)),
  );
  return listMailboxes(places).find((copy) => copy.mailbox.variable === mailbox.variable)!;
}

const isReadBy = (text: string, mailbox: Mailbox): boolean => {
  const { properties } = JSON.parse(text) as { properties: { definition: { parameters: unknown } } };
  const { parameters } = properties.definition;
  return isFlowObject(parameters) && Object.keys(parameters).includes(parameterOf(mailbox));
};

/**
 * Undoes `addMailbox`.
 * @throws {CommandProblem} naming the mailboxes there are
 */
export function removeMailbox(places: MailboxPlaces, displayName: string): MailboxCopy {
  const { variable } = mailboxNamed(displayName);
  const copies = listMailboxes(places);
  const copy = copies.find((one) => isSame(one.mailbox.variable, variable));
  if (copy === undefined) {
    const names = copies.map(({ mailbox }) => mailbox.displayName).join(', ') || 'none was added yet';
    throw new CommandProblem(`There is no mailbox '${displayName}'. The mailboxes: ${names}.`);
  }
  rmSync(join(places.flowFolder, copy.file));
  rmSync(definitionFolder(places, copy.mailbox), { recursive: true, force: true });
  refreshMailboxes(places);
  return copy;
}
