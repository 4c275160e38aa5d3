import { spacedName } from '../../../flows/file/flow-file-name';
import { nameBasedId } from '../../../proxy/src/tickets/name-based-id';

/** A further mailbox customers write to: a shared mailbox that the connection of the flows may use. */
export interface Mailbox {
  /** What people call it, such as "Returns mailbox". */
  displayName: string;
  /** The environment variable with its address, such as `rcc_ReturnsMailbox`. */
  variable: string;
}

/** What cannot be a mailbox's name; the message says why. */
export class MailboxNameError extends Error {
  override name = 'MailboxNameError';
}

const WORDS = /^[A-Za-z][A-Za-z0-9]*( [A-Za-z0-9]+)*$/;
const LONGEST = 60;

/**
 * @param displayName words of letters and digits
 * @throws {MailboxNameError}
 */
export function mailboxNamed(displayName: string): Mailbox {
  const name = displayName.trim();
  if (!WORDS.test(name) || name.length > LONGEST) {
    throw new MailboxNameError(
      `'${displayName}' cannot name a mailbox: use words of the letters A to Z and digits, ${LONGEST} characters at most, such as "Returns mailbox".`,
    );
  }
  const pascal = name.replace(/(?:^| )(.)/g, (_, first: string) => first.toUpperCase());
  return { displayName: name, variable: `rcc_${pascal}` };
}

/** The key of its address among a flow's parameters. */
export const parameterOf = ({ displayName, variable }: Mailbox): string => `${displayName} (${variable})`;

/** The mailbox whose address is under this key; undefined for a key of another form. */
export function mailboxOfParameter(key: string): Mailbox | undefined {
  const [, displayName, variable] = /^(.+) \((rcc_\w+)\)$/.exec(key) ?? [];
  return displayName === undefined || variable === undefined ? undefined : { displayName, variable };
}

const nameOfCopy = ({ variable }: Mailbox, original: string): string => original + variable.replace(/^rcc_/, '');

/** What its copy is called. @param original as in the original's file name */
export const copyDisplayName = (mailbox: Mailbox, original: string): string =>
  spacedName(nameOfCopy(mailbox, original));

/** Its copy's file: the GUID follows from the original's and the variable, so that adding it again makes the same flow. */
export function copyFileName(mailbox: Mailbox, original: { name: string; id: string }): string {
  const id = nameBasedId(original.id, mailbox.variable).toUpperCase();
  return `${nameOfCopy(mailbox, original.name)}-${id}.json`;
}
