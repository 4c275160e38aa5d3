import { mappedColumn } from '../../shared/mapped-column';
import { readPairs, writePairs } from '../../shared/pairs';

type DataSet = ComponentFramework.PropertyTypes.DataSet;

/**
 * What the columns of a ticket are called in our own table; the names before the colon are the property-sets of the
 * manifest. Lookups are named as their navigation property, which is what writing one needs.
 */
const OWN_COLUMNS = {
  number: 'rcc_ticketnumber',
  title: 'rcc_title',
  customerName: 'rcc_customername',
  customerEmail: 'rcc_customeremail',
  channel: 'rcc_channel',
  priority: 'rcc_priority',
  status: 'statuscode',
  statusVersion: 'rcc_statusversion',
  intent: 'rcc_intent',
  confidence: 'rcc_confidence',
  sentiment: 'rcc_sentiment',
  language: 'rcc_language',
  team: 'rcc_team',
  agent: 'rcc_AssignedAgent',
  owner: 'ownerid',
  assignedOn: 'rcc_assignedon',
  firstResponseDue: 'rcc_firstresponsedue',
  resolutionDue: 'rcc_resolutiondue',
  firstRespondedOn: 'rcc_firstrespondedon',
  slaPausedSince: 'rcc_slapausedsince',
  snoozedUntil: 'rcc_snoozeduntil',
  requiresReview: 'rcc_requireshumanreview',
  reviewReasons: 'rcc_reviewreasons',
  orderNumber: 'rcc_ordernumber',
  trackingState: 'rcc_trackingstate',
  draftReply: 'rcc_draftreply',
  draftFacts: 'rcc_draftfacts',
  orderContext: 'rcc_ordercontext',
  openedBy: 'rcc_OpenedBy',
  openedOn: 'rcc_openedon',
  createdOn: 'createdon',
  lastCustomerActivityOn: 'rcc_lastcustomeractivityon',
  lastAgentActivityOn: 'rcc_lastagentactivityon',
  correctedBy: 'rcc_CorrectedBy',
  correctedOn: 'rcc_correctedon',
  escalatedOn: 'rcc_escalatedon',
  escalationLevel: 'rcc_escalationlevel',
  resolvedOn: 'rcc_resolvedon',
  resolutionKind: 'rcc_resolutionkind',
  conversationId: 'rcc_conversationid',
} as const;

/** A column of a ticket, by what it means. */
export type TicketColumn = keyof typeof OWN_COLUMNS;
export const TICKET_COLUMNS = Object.keys(OWN_COLUMNS) as TicketColumn[];

const OWN_MESSAGE_COLUMNS = {
  id: 'rcc_messageid',
  ticket: 'rcc_Ticket',
  direction: 'rcc_direction',
  channel: 'rcc_channel',
  author: 'rcc_author',
  status: 'rcc_status',
  subject: 'rcc_subject',
  body: 'rcc_body',
  from: 'rcc_fromaddress',
  attachments: 'rcc_attachments',
  conversationId: 'rcc_conversationid',
  sentOn: 'rcc_senton',
  createdOn: 'createdon',
} as const;

/** A column of a message, by what it means. */
export type MessageColumn = keyof typeof OWN_MESSAGE_COLUMNS;
const MESSAGE_COLUMNS = Object.keys(OWN_MESSAGE_COLUMNS) as MessageColumn[];

/** Where our own tables have what the control reads and writes, as the properties of the manifest write it. */
export const COLUMN_DEFAULTS = {
  ticketColumns: writePairs(OWN_COLUMNS),
  messageTable: 'rcc_message',
  messageColumns: writePairs(OWN_MESSAGE_COLUMNS),
} as const;

/** The names of columns by their meaning; a meaning without a column is left out. Lookups by navigation property. */
export type ColumnNames<C extends string> = Readonly<Partial<Record<C, string>>>;

function readNames<C extends string>(property: string, text: string, known: readonly C[]): ColumnNames<C> {
  return Object.fromEntries([...readPairs(property, text, known)].filter(([, name]) => name !== '')) as ColumnNames<C>;
}

/** @throws Error that names the property and the part that cannot be read */
export const readTicketColumns = (text: string): ColumnNames<TicketColumn> =>
  readNames('ticketColumns', text, TICKET_COLUMNS);

/** @throws Error that names the property and the part that cannot be read */
export const readMessageColumns = (text: string): ColumnNames<MessageColumn> =>
  readNames('messageColumns', text, MESSAGE_COLUMNS);

/** The logical name of the column a lookup's navigation property belongs to. */
export const logicalName = (name: string): string => name.toLowerCase();

/** How the Web API calls the id in a lookup when a row is read: `_rcc_assignedagent_value`. */
export const lookupValueName = (name: string): string => `_${logicalName(name)}_value`;

/** Which columns of a view hold what: by the maker's mapping, else by name. */
export interface ViewColumns {
  /** The logical name of the column in this view; nothing when the view does not have it. */
  readonly inView: Readonly<Partial<Record<TicketColumn, string>>>;
  /** The names for reading a row by itself and for writing, whether the view has the column or not. */
  readonly names: ColumnNames<TicketColumn>;
}

/** @param named what the property ticketColumns says */
export function columnsOf(dataset: Pick<DataSet, 'columns'>, named: ColumnNames<TicketColumn>): ViewColumns {
  const inView: Partial<Record<TicketColumn, string>> = {};
  const names: Partial<Record<TicketColumn, string>> = { ...named };
  const present = new Set(dataset.columns.map(({ name }) => name));
  for (const column of TICKET_COLUMNS) {
    const mapped = mappedColumn(dataset as DataSet, column);
    const expected = named[column];
    if (mapped !== undefined) {
      inView[column] = mapped;
      // The mapping knows a lookup's logical name only; its navigation property differs in the case of letters.
      if (expected === undefined || logicalName(expected) !== mapped) names[column] = mapped;
    } else if (expected !== undefined && present.has(logicalName(expected))) inView[column] = logicalName(expected);
  }
  return { inView, names };
}
