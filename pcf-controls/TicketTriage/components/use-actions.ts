import * as React from 'react';
import { ActionQueue, type PendingAction } from '../model/action-queue';
import { type Actor, partTickets, type RowResult, type TicketAction } from '../model/ticket-actions';
import { TicketWriter } from '../model/ticket-writer';
import type { Ticket } from '../model/ticket';
import type { Desk } from './desk';

/** More tickets than this are listed and confirmed before anything starts. */
const CONFIRMED_ABOVE = 5;

/** The platform's numbers of the privileges to create and to write, and their smallest depth. */
const CREATE = 1;
const WRITE = 3;
const BASIC = 0;

/** An action on many tickets that waits for a yes. */
export interface Proposal {
  readonly action: TicketAction;
  readonly possible: readonly Ticket[];
  readonly refused: readonly RowResult[];
}

export interface Actions {
  readonly actor: Actor;
  /** What is on its way or was done a moment ago, oldest first. */
  readonly pending: readonly PendingAction[];
  readonly proposal: Proposal | undefined;
  /** Starts an action, or proposes it when it is about many tickets. @returns whether anything was started */
  start(action: TicketAction, tickets: readonly Ticket[]): boolean;
  confirm(): void;
  cancel(): void;
  undo(id: string): void;
  undoLast(): PendingAction | undefined;
  retry(id: string): void;
  dismiss(id: string): void;
}

/** What an agent does with tickets: held back while it can be undone, written when nobody is there any more to undo it. */
export function useActions(desk: Desk, isOffline: boolean): Actions {
  const actor = useActor(desk, isOffline);
  const now = React.useRef({ desk, actor });
  now.current = { desk, actor };
  const [pending, setPending] = React.useState<readonly PendingAction[]>([]);
  const [proposal, setProposal] = React.useState<Proposal>();
  const isShown = React.useRef(true);

  const [queue] = React.useState(() => {
    const sets = new Map<string, Promise<string>>();
    const entitySet = (table: string) => {
      const known = sets.get(table) ?? entitySetOf(now.current.desk, table);
      sets.set(table, known);
      return known;
    };
    const writer = new TicketWriter(() => {
      const { columns, settings, host } = now.current.desk;
      const { messageTable, messageColumns, choices } = settings;
      const table = host.dataset.getTargetEntityType();
      const { webAPI: webApi } = host.context;
      return { webApi, table, messageTable, messageColumns, columns, choices, actor: now.current.actor, entitySet };
    });
    return new ActionQueue(writer, {
      onChange: () => {
        if (isShown.current) setPending(queueRef.current?.pending() ?? []);
      },
      onWritten: (done) => {
        const { host } = now.current.desk;
        for (const { action } of done) host.tell({ kind: 'acted', action: action.kind });
        if (isShown.current) host.dataset.refresh();
      },
    });
  });
  const queueRef = React.useRef<ActionQueue>(queue);

  React.useEffect(() => {
    const flush = () => queue.flush();
    const flushHidden = () => {
      if (document.hidden) flush();
    };
    document.addEventListener('visibilitychange', flushHidden);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flushHidden);
      window.removeEventListener('pagehide', flush);
      isShown.current = false;
      flush();
    };
  }, [queue]);

  return React.useMemo(
    () => ({
      actor,
      pending,
      proposal,
      start(action, tickets) {
        const { possible, refused } = partTickets(action, tickets, actor);
        if (possible.length > CONFIRMED_ABOVE) setProposal({ action, possible, refused });
        else queue.start(action, possible, refused);
        return possible.length > 0;
      },
      confirm() {
        if (proposal) queue.start(proposal.action, proposal.possible, proposal.refused);
        setProposal(undefined);
      },
      cancel: () => setProposal(undefined),
      undo: (id) => void queue.undo(id),
      undoLast: () => queue.undoLast(),
      retry: (id) => queue.retry(id),
      dismiss: (id) => queue.dismiss(id),
    }),
    [actor, pending, proposal, queue],
  );
}

function useActor({ host, user, columns, settings }: Desk, isOffline: boolean): Actor {
  return React.useMemo(() => {
    const may = (table: string, privilege: typeof CREATE | typeof WRITE) => {
      // Canvas apps cannot tell; there the write itself will.
      try {
        return host.context.utils.hasEntityPrivilege(table, privilege, BASIC);
      } catch {
        return true;
      }
    };
    return {
      userId: user.id,
      isOnline: !isOffline,
      mayWrite: may(host.dataset.getTargetEntityType(), WRITE),
      mayReply: may(settings.messageTable, CREATE),
      names: columns.names,
      messageNames: settings.messageColumns,
    };
  }, [host, user, columns, settings, isOffline]);
}

/** The name of a table in addresses; where the platform cannot tell it, the usual plural. */
async function entitySetOf({ host }: Desk, table: string): Promise<string> {
  try {
    const { EntitySetName: name } = (await host.context.utils.getEntityMetadata(table)) as { EntitySetName?: unknown };
    if (typeof name === 'string' && name !== '') return name;
  } catch {
    // Not available in canvas apps.
  }
  return `${table}s`;
}
