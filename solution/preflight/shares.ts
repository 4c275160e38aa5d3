import type { FlowDocument } from '../../flows/file/flow-document';
import type { ConnectionNeed } from '../settings/needs';
import type { Release } from './release';

/** What somebody has to give somebody before the flows can work. */
export interface Share {
  /** Connection reference, `connections` for all of them, or `roles`. */
  what: string;
  /** Sentences, in the order of doing. */
  todo: string[];
}

/** Operations → what the account of the connection needs for them; one sentence for each set that is used. */
const RIGHTS: readonly { connector: RegExp; operations: RegExp; need: string }[] = [
  {
    connector: /^shared_office365$/,
    operations: /^OnNewEmail/,
    need: 'Sign in as the mailbox of rcc_SupportMailbox: its trigger reads the inbox of the account itself.',
  },
  {
    connector: /^shared_office365$/,
    operations: /^(SharedMailboxOnNewEmail|GetEmail|HttpRequest)/,
    need: 'The account reads every further mailbox: give it Full Access to each.',
  },
  {
    connector: /^shared_office365$/,
    operations: /^(SendEmail|ReplyTo)/,
    need: 'The account answers from the mailbox a mail came to: give it Send As on every mailbox it is not itself.',
  },
  {
    connector: /^shared_office365$/,
    operations: /Calendar/,
    need: 'The account keeps reminders in its own calendar and invites agents: it needs a mailbox with a calendar.',
  },
  {
    connector: /^shared_sharepointonline$/,
    operations: /^(Create|Update)File/,
    need: 'The account writes the reports: give it Edit on the site of rcc_ReportSite, and make the folder of rcc_ReportFolder.',
  },
  {
    connector: /^shared_sharepointonline$/,
    operations: /^Get/,
    need: 'The account looks reports up: give it Read on the site of rcc_ReportSite at least.',
  },
  {
    connector: /^shared_approvals$/,
    operations: /./,
    need: 'The account asks for approvals: it needs a licence that includes them, and the first one anywhere sets them up in the environment, which takes some minutes.',
  },
  {
    connector: /^shared_commondataserviceforapps$/,
    operations: /./,
    need: 'The account reads and writes the tables: give it the security role for service accounts of this solution.',
  },
];

/** Operations each connection reference is used for, over all flows. */
function operationsByReference(flows: Iterable<{ document: FlowDocument }>): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const { document } of flows) {
    for (const { definition } of [...document.actions, ...(document.trigger ? [document.trigger] : [])]) {
      const host = (definition.inputs as { host?: { connectionName?: string; operationId?: string } } | undefined)
        ?.host;
      const reference = document.references.get(host?.connectionName ?? '')?.logicalName;
      if (reference === undefined || host?.operationId === undefined) continue;
      used.set(reference, (used.get(reference) ?? new Set()).add(host.operationId));
    }
  }
  return used;
}

function shareOf(
  { logicalName, displayName, connectorId, custom }: ConnectionNeed,
  operations: ReadonlySet<string>,
): Share {
  const connector = connectorId.split('/').at(-1)!;
  const rights = RIGHTS.filter(
    (right) => right.connector.test(connector) && [...operations].some((one) => right.operations.test(one)),
  ).map(({ need }) => need);
  const host = custom ? ['The connection asks for the host name of the service and one of its access keys.'] : [];
  return { what: `${logicalName} (${displayName})`, todo: [...host, ...rights] };
}

/** Who must be given what, from what the flows of the packages call. */
export function sharesNeeded(packages: readonly Release[]): Share[] {
  const used = operationsByReference(packages.flatMap(({ flows }) => [...flows.values()]));
  const shares = packages
    .flatMap(({ needs }) => needs.connections)
    .filter(({ logicalName }) => used.has(logicalName))
    .map((need) => shareOf(need, used.get(need.logicalName)!));
  const all = {
    what: 'connections',
    todo: [
      'Share every connection with the account that turns the flows on, unless it made them: else that is refused.',
    ],
  };
  const roles = packages.flatMap(({ roles }) => roles);
  const people =
    roles.length === 0
      ? []
      : [
          {
            what: 'roles',
            todo: [`Give every person one of the roles, and share the app with them: ${roles.join(', ')}.`],
          },
        ];
  return [...shares, ...(shares.length === 0 ? [] : [all]), ...people];
}
