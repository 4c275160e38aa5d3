import type { Choices } from './choices';
import {
  type ColumnNames,
  logicalName,
  lookupValueName,
  type MessageColumn,
  type TicketColumn,
  type ViewColumns,
} from './columns';
import type { ActionWriter } from './action-queue';
import { type Actor, CORRECTABLE, type Outcome, stepOf, type TicketAction } from './ticket-actions';
import { plainId, type Ticket } from './ticket';
import type { Status } from './vocabulary';

type WebApi = ComponentFramework.WebApi;
type Columns = Record<string, unknown>;

/** What the writer needs of the control around it, as it is now. */
export interface WriterDesk {
  readonly webApi: Pick<WebApi, 'retrieveRecord' | 'updateRecord' | 'createRecord'>;
  /** The table of the tickets, by its logical name. */
  readonly table: string;
  readonly messageTable: string;
  readonly messageColumns: ColumnNames<MessageColumn>;
  readonly columns: ViewColumns;
  readonly choices: Choices;
  readonly actor: Actor;
  /** The name of a table in addresses: `rcc_tickets`. */
  entitySet(table: string): Promise<string>;
}

/** What of a ticket tells that somebody else was there. */
const WATCHED = [
  'status',
  'statusVersion',
  'agent',
  'snoozedUntil',
  'lastCustomerActivityOn',
  ...CORRECTABLE,
] as const satisfies readonly TicketColumn[];
type Watched = (typeof WATCHED)[number];
/** A ticket's watched columns as they are compared: words, numbers, ids and milliseconds; null for an empty one. */
type Stamp = Partial<Record<Watched, string | number | null>>;

/** Beside who has it and how it stands, what an action must find as the agent saw it. */
const ALSO: Partial<Record<TicketAction['kind'], readonly Watched[]>> = {
  snooze: ['snoozedUntil'],
  reply: ['lastCustomerActivityOn'],
  resolve: ['lastCustomerActivityOn'],
};

/** Writes actions through the Web API: reads the row again and leaves alone what somebody else has changed meanwhile. */
export class TicketWriter implements ActionWriter {
  /** How we left tickets ourselves: the view may still show them as they were before. */
  private readonly left = new Map<string, Stamp>();

  public constructor(private readonly desk: () => WriterDesk) {}

  public async write(action: TicketAction, ticket: Ticket, key: string): Promise<Outcome> {
    try {
      return await this.tryWrite(action, ticket, key);
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }

  private async tryWrite(action: TicketAction, ticket: Ticket, key: string): Promise<Outcome> {
    const desk = this.desk();
    const { webApi, table, columns, actor } = desk;
    const row = (await webApi.retrieveRecord(table, ticket.id, selectOf(columns))) as Columns;
    const now = stampOf(row, desk);
    if (!this.isAsSeen(action, ticket, now, columns)) return { kind: 'changed' };

    const current = { status: now.status as Status | undefined, agentId: (now.agent as string | null) ?? undefined };
    // The row was read a moment ago: there is a network.
    const step = stepOf(action, current, { ...actor, isOnline: true });
    if ('refusal' in step) return { kind: 'refused', refusal: step.refusal };

    const at = new Date();
    const change = this.changeOf(action, step.to, now, at, desk);
    if (Object.keys(change).length > 0) await webApi.updateRecord(table, ticket.id, change);
    this.left.set(ticket.id, { ...now, ...changedStamp(action, step.to, now, actor) });
    // The reply comes last: whoever tries again after a failure has sent none yet.
    if (action.kind === 'reply') await this.queueReply(action, ticket, key, desk);
    return { kind: 'written' };
  }

  /** Whether the row is as the agent saw it, or as we left it ourselves since. */
  private isAsSeen(action: TicketAction, ticket: Ticket, now: Stamp, { inView }: ViewColumns): boolean {
    const also = action.kind === 'correct' ? CORRECTABLE.filter((one) => action[one] !== undefined) : ALSO[action.kind];
    const watched: Watched[] = ['status', 'statusVersion', 'agent', ...(also ?? [])];
    const seen = seenStamp(ticket);
    const left = this.left.get(ticket.id);
    const isSame = (stamp: Stamp) =>
      watched.every((column) => inView[column] === undefined || (stamp[column] ?? null) === (now[column] ?? null));
    return isSame(seen) || (left !== undefined && isSame(left));
  }

  private changeOf(
    action: TicketAction,
    to: Status | undefined,
    now: Stamp,
    at: Date,
    { columns: { names }, choices, actor }: WriterDesk,
  ): Columns {
    const change: Columns = {};
    const put = (column: TicketColumn, value: unknown) => {
      const name = names[column];
      if (name !== undefined) change[logicalName(name)] = value;
    };
    const bind = (column: TicketColumn, userId: string) => {
      const name = names[column];
      if (name !== undefined) change[`${name}@odata.bind`] = `/systemusers(${userId})`;
    };
    if (to !== undefined) {
      const value = choices.status.value(to);
      if (value === undefined) throw new Error(`statusValues has no number for ${to}.`);
      put('status', value);
      put('statusVersion', Number(now.statusVersion ?? 0) + 1);
    }
    // Who gives a ticket back has done nothing for its customer.
    if ((to !== undefined && action.kind !== 'give_back') || action.kind === 'reply')
      put('lastAgentActivityOn', at.toISOString());
    switch (action.kind) {
      case 'assign_to_me':
      case 'assign': {
        const agentId = action.kind === 'assign' ? action.agentId : actor.userId;
        bind('agent', agentId);
        bind('owner', agentId);
        put('assignedOn', at.toISOString());
        break;
      }
      case 'snooze':
        put('snoozedUntil', action.until.toISOString());
        break;
      case 'resolve':
        put('resolutionKind', choices.resolutionKind.value('confirmed'));
        put('resolvedOn', at.toISOString());
        if (now.snoozedUntil) put('snoozedUntil', null);
        break;
      case 'correct':
        for (const column of CORRECTABLE) {
          const word = action[column];
          const choice = choices[column] as { value(word: string): number | undefined };
          if (word !== undefined) put(column, choice.value(word));
        }
        bind('correctedBy', actor.userId);
        put('correctedOn', at.toISOString());
        break;
    }
    return change;
  }

  /** Creates the message under a key of ours: when an answer was lost, it is found there. */
  private async queueReply(
    { text, subject }: Extract<TicketAction, { kind: 'reply' }>,
    ticket: Ticket,
    key: string,
    { webApi, table, messageTable, messageColumns: names, choices, entitySet }: WriterDesk,
  ): Promise<void> {
    const message: Columns = {};
    const put = (column: MessageColumn, value: unknown) => {
      const name = names[column];
      if (name !== undefined && value !== undefined) message[logicalName(name)] = value;
    };
    put('id', key);
    put('direction', choices.direction.value('outbound'));
    // Whatever the customer wrote by, an agent's answer is a mail.
    put('channel', choices.channel.value('email'));
    put('author', choices.author.value('agent'));
    put('status', choices.delivery.value('queued'));
    put('subject', subject);
    put('body', text);
    if (names.ticket !== undefined)
      message[`${names.ticket}@odata.bind`] = `/${await entitySet(table)}(${plainId(ticket.id)})`;
    try {
      await webApi.createRecord(messageTable, message);
    } catch (error) {
      if (names.id === undefined) throw error;
      const isThere = await webApi.retrieveRecord(messageTable, key, `?$select=${names.id}`).then(
        () => true,
        () => false,
      );
      if (!isThere) throw error;
    }
  }
}

function selectOf({ names }: ViewColumns): string {
  const wanted = WATCHED.flatMap((column) => {
    const name = names[column];
    return name === undefined ? [] : [column === 'agent' ? lookupValueName(name) : logicalName(name)];
  });
  return `?$select=${wanted.join(',')}`;
}

/** Whole seconds: some parts of the platform keep no more. */
const seconds = (at: Date | undefined): number | null => (at === undefined ? null : Math.floor(at.getTime() / 1000));

const seenStamp = (ticket: Ticket): Stamp => ({
  ...ticket,
  agent: ticket.agentId,
  snoozedUntil: seconds(ticket.snoozedUntil),
  lastCustomerActivityOn: seconds(ticket.lastCustomerActivityOn),
});

/** Reads a row as the Web API gives it. */
function stampOf(row: Columns, { columns: { names }, choices }: WriterDesk): Stamp {
  const read = (column: Watched): Stamp[Watched] => {
    const name = names[column];
    const value = name && row[column === 'agent' ? lookupValueName(name) : logicalName(name)];
    switch (column) {
      case 'agent':
        return typeof value === 'string' ? plainId(value) : null;
      case 'snoozedUntil':
      case 'lastCustomerActivityOn':
        return typeof value === 'string' || value instanceof Date ? seconds(new Date(value)) : null;
      case 'statusVersion':
        return typeof value === 'number' ? value : null;
      default:
        return typeof value === 'number' ? choices[column].word(value) : undefined;
    }
  };
  return Object.fromEntries(WATCHED.map((column) => [column, read(column)]));
}

/** What an action changes of what is watched. */
function changedStamp(action: TicketAction, to: Status | undefined, now: Stamp, { userId }: Actor): Stamp {
  const moved: Stamp = to === undefined ? {} : { status: to, statusVersion: Number(now.statusVersion ?? 0) + 1 };
  switch (action.kind) {
    case 'assign_to_me':
      return { ...moved, agent: userId };
    case 'assign':
      return { ...moved, agent: action.agentId };
    case 'give_back':
      // The flow that follows takes it from its agent, and notes who that was.
      return { ...moved, agent: null };
    case 'snooze':
      return { ...moved, snoozedUntil: seconds(action.until) };
    case 'resolve':
      return { ...moved, snoozedUntil: null };
    case 'correct':
      return {
        ...moved,
        ...Object.fromEntries(CORRECTABLE.flatMap((one) => (action[one] === undefined ? [] : [[one, action[one]]]))),
      };
    default:
      return moved;
  }
}

/** The reason of a failure in the host's words; the platform rejects with objects that are no `Error`. */
export function reasonOf(error: unknown): string {
  const message: unknown =
    typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : error;
  return typeof message === 'string' && message !== '' ? message : 'Unknown error';
}
