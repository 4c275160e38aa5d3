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
  type MailboxState,
  refreshMailboxes,
  removeMailbox,
} from './mailboxes/mailbox-folder';

const WORDS = 'add NAME, list, refresh or remove NAME';

const text = ({ mailbox, flow, file }: MailboxCopy): string =>
  [mailbox.displayName, `  flow      ${flow}`, `  file      ${file}`, `  address   ${mailbox.variable}`].join('\n');

/** What removing leaves: the source knows nothing of what was imported, and rows keep what they say. */
const leftBehind = ({ mailbox, flow }: MailboxCopy): string =>
  [
    `Removed: ${mailbox.displayName}.`,
    `Where the solution was imported unmanaged, delete the flow '${flow}' and the variable ${mailbox.variable} by hand; upgrading a managed one does it.`,
    'Messages keep its address, so answers to them go on leaving from it for as long as the connection may read it and send as it.',
  ].join('\n');

/**
 * Further mailboxes, each with its own copy of Email Ingestion.
 * @returns the exit code: 1 when `list` finds a stale copy, or a flow that does not know exactly these mailboxes
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
        out(`${leftBehind(removeMailbox(places, name!))}\n`);
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

function told(state: MailboxState, out: CommandOutput['out']): number {
  const { copies } = state;
  out(copies.length === 0 ? 'There is the support mailbox only.\n' : `${copies.map(text).join('\n')}\n`);
  const problems = problemsOf(state);
  for (const problem of problems) out(`${problem}\n`);
  return problems.length === 0 ? 0 : 1;
}

const problemsOf = ({ copies, outOfStep }: MailboxState): string[] => [
  ...copies
    .filter(({ isFresh }) => !isFresh)
    .map(({ flow }) => `${flow} is not as the original makes it: run mailbox refresh.`),
  ...outOfStep.map((flow) => `${flow} does not know exactly the mailboxes there are: run mailbox refresh.`),
];

/** What `mailbox refresh` would put right; nothing when all flows of mailboxes are in step. */
export const mailboxProblems = (places = ownPlaces()): string[] => problemsOf(listMailboxes(places));

const ownPlaces = (): MailboxPlaces => ({
  flowFolder: ownFlowFolder(),
  solutionFolder: projectFile('solution/core/src'),
});
