import { CHANNELS, INTENTS, PRIORITIES, SENTIMENTS, TEAMS } from '../../proxy/src/contract/vocabulary';
import type { TicketView } from './client/page-data';
import type { TableRow } from './desk';

/** The first value of every choice column; the others follow in the order of the vocabulary. */
const FIRST_CHOICE = 727000000;

const STATUSES: Record<number, string> = {
  1: 'New',
  2: 'Closed',
  727000001: 'Answered',
  727000002: 'Unassigned',
  727000003: 'Assigned',
  727000004: 'In progress',
  727000005: 'Waiting for customer',
  727000006: 'Escalated',
  727000007: 'Resolved',
};

export const textOf = (row: TableRow, column: string): string | null =>
  typeof row[column] === 'string' && row[column] !== '' ? row[column] : null;

const numberOf = (row: TableRow, column: string): number | null => {
  const value = row[column] == null ? NaN : Number(row[column]);
  return Number.isFinite(value) ? value : null;
};

/** The word of a choice column, or null when it is empty. */
export function choiceOf<V extends string>(row: TableRow, column: string, words: readonly V[]): V | null {
  const value = numberOf(row, column);
  return value === null ? null : (words[value - FIRST_CHOICE] ?? null);
}

/** A row of `rcc_tickets` in words. */
export function ticketView(row: TableRow): TicketView {
  const status = numberOf(row, 'statuscode') ?? 1;
  return {
    ticket_id: String(row.rcc_ticketid),
    number: textOf(row, 'rcc_ticketnumber') ?? '',
    title: textOf(row, 'rcc_title') ?? '',
    status: STATUSES[status] ?? String(status),
    status_code: status,
    channel: choiceOf(row, 'rcc_channel', CHANNELS) ?? 'email',
    customer_email: textOf(row, 'rcc_customeremail'),
    customer_name: textOf(row, 'rcc_customername'),
    intent: choiceOf(row, 'rcc_intent', INTENTS),
    confidence: numberOf(row, 'rcc_confidence'),
    priority: choiceOf(row, 'rcc_priority', PRIORITIES),
    sentiment: choiceOf(row, 'rcc_sentiment', SENTIMENTS),
    language: textOf(row, 'rcc_language'),
    team: choiceOf(row, 'rcc_team', TEAMS),
    requires_human_review: row.rcc_requireshumanreview === true,
    review_reasons: (textOf(row, 'rcc_reviewreasons') ?? '')
      .split(';')
      .map((reason) => reason.trim())
      .filter(Boolean),
    order_number: textOf(row, 'rcc_ordernumber'),
    tracking_number: textOf(row, 'rcc_trackingnumber'),
    first_response_due: textOf(row, 'rcc_firstresponsedue'),
    resolution_due: textOf(row, 'rcc_resolutiondue'),
    first_responded_at: textOf(row, 'rcc_firstrespondedon'),
    created_at: textOf(row, 'createdon'),
  };
}
