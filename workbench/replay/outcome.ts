import { callOutsideRuns } from '../flow-engine/call-outside-runs';
import type { Platform } from '../platform/platform';
import { internetMessageId, type ReplayMessage } from './replay-message';

/**
 * What came of a message. `ignored` was sent by a machine. `unfinished` is waiting for a person or a later run without
 * being queued: there should be none.
 */
export type OutcomeKind = 'answered' | 'to_review' | 'ignored' | 'unfinished';

export interface Outcome {
  kind: OutcomeKind;
  ticket: string | null;
  /** What the customer was sent, when something was. */
  reply: string | null;
  /** State of that mail: sent, failed or unknown. */
  mail: string | null;
}

const ANSWERED = 727000001;
const NEW = 1;
const QUEUED = 727000001;
const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

type Row = Record<string, unknown>;

async function messageRow(platform: Platform, key: string): Promise<Row | undefined> {
  const query = {
    entityName: 'rcc_messages',
    $filter: `rcc_internetmessageid eq '${encodeURIComponent(key)}'`,
    $expand: 'rcc_Ticket($select=rcc_ticketnumber,statuscode)',
    $top: 1,
  };
  const { statusCode, body } = await callOutsideRuns(platform.dataverse, 'ListRecords', query, 'replay');
  if (statusCode !== 200) throw new Error(`The messages cannot be read: ${JSON.stringify(body)}`);
  return (body as { value: Row[] }).value[0];
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What the tables say came of a mail, or null while its run has not come to an end. */
export async function mailOutcome(platform: Platform, message: ReplayMessage): Promise<Outcome | null> {
  const key = internetMessageId(message);
  const inbound = await messageRow(platform, key);
  if (inbound === undefined || inbound.rcc_status === QUEUED) return null;
  const outbound = await messageRow(platform, `reply:${key}`);
  const ticket = (inbound.rcc_Ticket ?? {}) as Row;
  const mail = text(outbound?.[`rcc_status${FORMATTED}`])?.toLowerCase() ?? null;
  const kind =
    ticket.statuscode === undefined
      ? 'ignored'
      : ticket.statuscode === NEW
        ? 'unfinished'
        : ticket.statuscode === ANSWERED && mail === 'sent'
          ? 'answered'
          : 'to_review';
  return { kind, ticket: text(ticket.rcc_ticketnumber), reply: text(outbound?.rcc_body), mail };
}

/** What the chat flow's answer says came of a turn. */
export function chatOutcome({ statusCode, body }: { statusCode: number; body: unknown }): Outcome {
  const answer = (body ?? {}) as Row;
  const kind = statusCode !== 200 ? 'unfinished' : answer.action === 'handoff' ? 'to_review' : 'answered';
  return { kind, ticket: text(answer.ticket_number) || null, reply: text(answer.reply), mail: null };
}
