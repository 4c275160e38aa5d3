import { instantOf, numberOf, textOf } from '../../shared/mapped-column';
import type { Choice, Choices } from './choices';
import type { ViewColumns } from './columns';
import type { Channel, Intent, Priority, Sentiment, Status, Team } from './vocabulary';

type Row = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** The columns of a ticket that hold one of our words. */
export type ChoiceColumn = 'channel' | 'priority' | 'status' | 'intent' | 'sentiment' | 'team';

/** A ticket as an agent sees it. What the view does not hold, or the row leaves empty, is left out. */
export interface Ticket {
  readonly id: string;
  readonly number?: string;
  readonly title?: string;
  readonly customerName?: string;
  readonly customerEmail?: string;
  readonly channel?: Channel;
  readonly priority?: Priority;
  readonly status?: Status;
  /** Raised by every change of the status. */
  readonly statusVersion?: number;
  readonly intent?: Intent;
  /** How sure the triage is of the intent, 0 to 1. */
  readonly confidence?: number;
  readonly sentiment?: Sentiment;
  /** Language tag of the first message, for example `es`. */
  readonly language?: string;
  readonly team?: Team;
  readonly agentId?: string;
  readonly agentName?: string;
  readonly firstResponseDue?: Date;
  readonly resolutionDue?: Date;
  readonly firstRespondedOn?: Date;
  /** Since when the clocks stand still. */
  readonly slaPausedSince?: Date;
  readonly snoozedUntil?: Date;
  readonly requiresReview?: boolean;
  /** Stable codes, for example `low_confidence`. */
  readonly reviewReasons: readonly string[];
  readonly orderNumber?: string;
  /** Status of the parcel, for example `in_transit`. */
  readonly trackingState?: string;
  readonly draftReply?: string;
  /** JSON as it is stored. */
  readonly draftFacts?: string;
  /** JSON as it is stored. */
  readonly orderContext?: string;
  /** Who opened the ticket last; a hint for five minutes. */
  readonly openedBy?: { readonly id: string; readonly name: string };
  readonly openedOn?: Date;
  readonly createdOn?: Date;
  readonly lastCustomerActivityOn?: Date;
  readonly lastAgentActivityOn?: Date;
  /** The table's own label of a value that none of our words stands for. */
  readonly labels: Readonly<Partial<Record<ChoiceColumn, string>>>;
}

/** Ids come in braces and capitals from some parts of the platform. */
export const plainId = (id: string): string => id.replace(/[{}]/g, '').toLowerCase();

/** Reads the ticket of one row; meant for the rows that are shown, not for all of a view. */
export function readTicket(row: Row, { inView }: Pick<ViewColumns, 'inView'>, choices: Choices): Ticket {
  const text = (column: keyof typeof inView) => textOf(row, inView[column]);
  const number = (column: keyof typeof inView) => numberOf(row, inView[column]);
  const instant = (column: keyof typeof inView) => instantOf(row, inView[column]);
  const labels: Partial<Record<ChoiceColumn, string>> = {};
  const word = <W extends string>(column: ChoiceColumn, choice: Choice<W>): W | undefined => {
    const name = inView[column];
    if (name === undefined) return undefined;
    const found = choice.word(numberOf(row, name));
    const label = found === undefined ? row.getFormattedValue(name) : '';
    if (label) labels[column] = label;
    return found;
  };
  const agent = personOf(row, inView.agent);
  return {
    id: row.getRecordId(),
    number: text('number'),
    // A table without a mapped title still has a primary name.
    title: text('title') ?? (row.getNamedReference().name || undefined),
    customerName: text('customerName'),
    customerEmail: text('customerEmail'),
    channel: word('channel', choices.channel),
    priority: word('priority', choices.priority),
    status: word('status', choices.status),
    statusVersion: number('statusVersion'),
    intent: word('intent', choices.intent),
    confidence: number('confidence'),
    sentiment: word('sentiment', choices.sentiment),
    language: text('language'),
    team: word('team', choices.team),
    agentId: agent?.id,
    agentName: agent?.name,
    firstResponseDue: instant('firstResponseDue'),
    resolutionDue: instant('resolutionDue'),
    firstRespondedOn: instant('firstRespondedOn'),
    slaPausedSince: instant('slaPausedSince'),
    snoozedUntil: instant('snoozedUntil'),
    requiresReview: flagOf(row, inView.requiresReview),
    reviewReasons: (text('reviewReasons') ?? '')
      .split(/[;,]/)
      .map((reason) => reason.trim())
      .filter((reason) => reason !== ''),
    orderNumber: text('orderNumber'),
    trackingState: text('trackingState'),
    draftReply: text('draftReply'),
    // Long texts are read when they are looked at: most rows never are.
    get draftFacts() {
      return text('draftFacts');
    },
    get orderContext() {
      return text('orderContext');
    },
    openedBy: personOf(row, inView.openedBy),
    openedOn: instant('openedOn'),
    createdOn: instant('createdOn'),
    lastCustomerActivityOn: instant('lastCustomerActivityOn'),
    lastAgentActivityOn: instant('lastAgentActivityOn'),
    labels,
  };
}

/** Reads tickets; a record that was read before is not read again. */
export function ticketReader(columns: Pick<ViewColumns, 'inView'>, choices: Choices): (record: Row) => Ticket {
  const tickets = new WeakMap<Row, Ticket>();
  return (record) => {
    const known = tickets.get(record);
    if (known) return known;
    const ticket = readTicket(record, columns, choices);
    tickets.set(record, ticket);
    return ticket;
  };
}

/** Yes/no columns arrive as a boolean, a number or its text. */
function flagOf(row: Row, column: string | undefined): boolean | undefined {
  if (column === undefined) return undefined;
  const value: unknown = row.getValue(column);
  if (value === null || value === undefined || value === '') return undefined;
  return value === true || String(value) === '1' || String(value).toLowerCase() === 'true';
}

/** A lookup arrives as a reference, in some hosts as a list with one. */
function personOf(row: Row, column: string | undefined): { id: string; name: string } | undefined {
  if (column === undefined) return undefined;
  const value: unknown = row.getValue(column);
  const reference: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof reference !== 'object' || reference === null || !('id' in reference)) return undefined;
  const { id, name } = reference as { id: unknown; name?: unknown };
  const raw = typeof id === 'object' && id !== null && 'guid' in id ? (id as { guid: unknown }).guid : id;
  if (typeof raw !== 'string' || raw === '') return undefined;
  return { id: plainId(raw), name: typeof name === 'string' && name !== '' ? name : row.getFormattedValue(column) };
}
