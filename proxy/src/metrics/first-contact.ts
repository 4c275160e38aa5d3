import type { Database } from '../events/database';
import type { Fact, Resolution } from './day-facts';
import { grouped } from './grouped';
import type { LocalDay } from './local-day';

const DAY_MS = 86_400_000;
/** A resolution is judged when so much time has passed since. */
const JUDGED_AFTER_MS = 7 * DAY_MS;

/** A customer came back: on the ticket itself, or with another one. */
interface Contact {
  ticket_id: string;
  occurred_at: Date;
  customer: string | null;
  intent: string | null;
}

const CONTACTS = `
  SELECT e.ticket_id, e.occurred_at, lower(trim(e.payload->>'customer_email')) AS customer,
         e.payload->>'intent' AS intent
  FROM event e
  WHERE occurred_at > $1::timestamptz AND occurred_at <= $2::timestamptz AND (
    (type IN ('ticket.created', 'ticket.joined') AND lower(trim(e.payload->>'customer_email')) = ANY($3::text[]))
    OR (type IN ('ticket.joined', 'chat.turn') AND ticket_id = ANY($4::text[]))
    OR (type = 'ticket.status_changed' AND payload->>'status_from' IN ('resolved', 'closed')
        AND payload->>'status_to' NOT IN ('resolved', 'closed') AND ticket_id = ANY($4::text[])))`;

/**
 * Judges the resolutions of a day that are seven days old: resolved by the first contact are those with exactly one answer
 * that were not reopened and whose customer did not come back about the same thing within the seven days.
 */
export async function firstContacts(
  database: Database,
  resolutions: readonly Resolution[],
  day: LocalDay,
  now: Date,
): Promise<Fact[]> {
  const judged = resolutions.filter(({ fact }) => fact.at + JUDGED_AFTER_MS <= now.getTime());
  const promising = judged.filter(({ byFirstContact }) => byFirstContact);
  if (judged.length === 0) return [];
  const contacts = await database.query<Contact>(CONTACTS, [
    day.from.toISOString(),
    new Date(day.to.getTime() + JUDGED_AFTER_MS).toISOString(),
    promising.flatMap(({ customer }) => customer ?? []),
    promising.map(({ ticketId }) => ticketId),
  ]);
  const byTicket = grouped(contacts, ({ ticket_id }) => ticket_id);
  const byMatter = grouped(contacts, ({ customer, intent }) => `${intent} ${customer}`);

  const cameBack = ({ fact, ticketId, customer }: Resolution): boolean => {
    const matter = customer === null ? [] : (byMatter.get(`${fact.intent} ${customer}`) ?? []);
    return [...(byTicket.get(ticketId) ?? []), ...matter].some(({ occurred_at }) => {
      const since = occurred_at.getTime() - fact.at;
      return since > 0 && since <= JUDGED_AFTER_MS;
    });
  };
  return judged.map((resolution) => {
    const met = resolution.byFirstContact && !cameBack(resolution);
    return { ...resolution.fact, counts: { fcr_eligible: 1, fcr_met: met ? 1 : 0 } };
  });
}
