import { projectFile } from '../../proxy/src/project-file';
import { type CommandOutput } from './command-output';
import { CommandProblem } from './command-problem';
import { ownFlowFolder } from './flow-files';
import { type FlowsOptions, UsageError } from './flows-options';
import { MailboxNameError } from './mailboxes/mailbox';
import {
  addMailbox,
  listMailboxes,
  type MailboxCopy,
  type MailboxPlaces,
  refreshMailboxes,
  removeMailbox,
} from './mailboxes/mailbox-folder';

const WORDS = 'add NAME, list, refresh or remove NAME';

const text = ({ mailbox, flow, file, isFresh }: MailboxCopy): string =>
  [
    mailbox.displayName,
    `  flow      ${flow}`,
    `  file      ${file}`,
    `  address   ${mailbox.variable}`,
    `  copy      ${isFresh ? 'as the original' : 'stale: run mailbox refresh'}`,
  ].join('\n');

/**
 * Further mailboxes, each with its own copy of Email Ingestion.
 * @returns the exit code: 1 when `list` finds a stale copy
 * @throws {CommandProblem} {UsageError}
 */
export function mailbox({ subjects, spanish }: FlowsOptions, { out }: CommandOutput, places = ownPlaces()): number {
  const [word, name, ...more] = subjects;
  const takesName = word === 'add' || word === 'remove';
  if (more.length > 0 || takesName !== (name !== undefined)) {
    throw new UsageError(`mailbox takes ${WORDS}; put a name of several words in quotes.`);
  }
  try {
    switch (word) {
      case 'add':
        out(`${text(addMailbox(places, name!, spanish))}\n`);
        out(
          'Give the variable its value, and the connection of the flows the right to read the mailbox and send as it.\n',
        );
        return 0;
      case 'remove':
        out(`Removed: ${removeMailbox(places, name!).mailbox.displayName}.\n`);
        return 0;
      case 'refresh':
        return told(refreshMailboxes(places), out);
      case 'list':
        return told(listMailboxes(places), out);
      default:
        throw new UsageError(`mailbox takes ${WORDS}.`);
    }
  } catch (error) {
    if (error instanceof MailboxNameError) throw new CommandProblem(error.message);
    throw error;
  }
}

function told(copies: readonly MailboxCopy[], out: CommandOutput['out']): number {
  out(copies.length === 0 ? 'There is the support mailbox only.\n' : `${copies.map(text).join('\n')}\n`);
  return copies.every(({ isFresh }) => isFresh) ? 0 : 1;
}

const ownPlaces = (): MailboxPlaces => ({
  flowFolder: ownFlowFolder(),
  solutionFolder: projectFile('solution/core/src'),
});
