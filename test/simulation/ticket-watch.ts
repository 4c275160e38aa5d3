import type { Clock, Connector, ConnectorRequest } from '../../workbench/flow-engine/types';
import { TICKET_STATUS } from '../desk/desk-words';

/** The status by its value, as the table of statuses names it. */
const NAME_OF = new Map<unknown, string>(Object.entries(TICKET_STATUS).map(([name, value]) => [value, name]));

const OPEN = ['new', 'answered', 'unassigned', 'assigned', 'inProgress', 'waiting', 'escalated'];

/** From where to where a ticket may go: the table of statuses. */
const ALLOWED: Record<string, readonly string[]> = {
  '': ['new', 'unassigned', 'answered'],
  new: ['answered', 'unassigned', 'resolved', 'assigned'],
  answered: ['assigned', 'unassigned', 'resolved'],
  unassigned: ['assigned', 'waiting', 'resolved'],
  assigned: ['unassigned', 'inProgress', 'waiting', 'escalated', 'resolved'],
  inProgress: ['unassigned', 'waiting', 'escalated', 'resolved'],
  waiting: ['assigned', 'unassigned', 'resolved'],
  escalated: ['inProgress', 'waiting', 'resolved'],
  resolved: ['assigned', 'unassigned', 'closed'],
  closed: [],
};

/** A ticket as it was last seen. */
export interface SeenTicket {
  ticketId: string;
  status: string;
  version: number;
  agent: string | null;
}

export interface Transition extends SeenTicket {
  from: string;
  by: string;
  at: Date;
}

const WRITES = new Set(['CreateRecord', 'UpdateRecord', 'UpdateOnlyRecord']);

/** Sees every change of a ticket's status and agent, whoever makes it. */
export interface TicketWatch {
  wrap(connector: Connector): Connector;
  /** Every ticket as it is now. */
  tickets(): Iterable<SeenTicket>;
  /** Every change of a status, in order. */
  transitions: readonly Transition[];
  /** What the table of statuses forbids, and who got a ticket that somebody else had. */
  broken(): string[];
}

export function watchTickets(clock: Pick<Clock, 'now'>): TicketWatch {
  const known = new Map<string, SeenTicket>();
  const transitions: Transition[] = [];
  const problems: string[] = [];

  const note = (row: Record<string, unknown>, by: string): void => {
    const ticketId = String(row.rcc_ticketid);
    const before = known.get(ticketId);
    const now: SeenTicket = {
      ticketId,
      status: NAME_OF.get(row.statuscode) ?? String(row.statuscode),
      version: Number(row.rcc_statusversion ?? 0),
      agent: (row._rcc_assignedagent_value as string | null | undefined) ?? null,
    };
    known.set(ticketId, now);
    const from = before?.status ?? '';
    const said = `${ticketId} ${from || 'nothing'} → ${now.status} by ${by}`;
    if (now.status !== from) {
      transitions.push({ from, by, at: clock.now(), ...now });
      if (!ALLOWED[from]?.includes(now.status)) problems.push(`not in the table: ${said}`);
      if (before && now.version !== before.version + 1)
        problems.push(`version ${before.version} → ${now.version}: ${said}`);
    } else if (before && now.version !== before.version) {
      problems.push(`version ${before.version} → ${now.version} without a change: ${said}`);
    }
    const isTaken = before?.agent && now.agent && before.agent !== now.agent;
    if (isTaken && OPEN.includes(from) && by !== 'person') {
      problems.push(`taken from ${before.agent} for ${now.agent}: ${said}`);
    }
  };

  const idOf = ({ operationId, arguments: args }: ConnectorRequest): string | undefined =>
    WRITES.has(operationId) && args.entityName === 'rcc_tickets' ? String(args.recordId ?? '') : undefined;

  return {
    transitions,
    tickets: () => known.values(),
    broken: () => problems,
    wrap: (connector) => ({
      async call(request) {
        const id = idOf(request);
        if (id === undefined) return connector.call(request);
        const answer = connector.call(request);
        if (id === '') {
          const made = await answer;
          if (made.statusCode < 300) note(made.body as Record<string, unknown>, request.actionName);
          return made;
        }
        // Asked before anything else can happen: the stand-in carries a call out at once.
        const read = connector.call({
          ...request,
          operationId: 'GetItem',
          arguments: { entityName: 'rcc_tickets', recordId: id },
        });
        const row = await read;
        if (row.statusCode === 200) note(row.body as Record<string, unknown>, request.actionName);
        return answer;
      },
    }),
  };
}
