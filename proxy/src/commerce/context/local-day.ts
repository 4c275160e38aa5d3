/** The day an instant falls on, `2026-03-01`, where the shop is; null for no instant. */
export type DayOf = (instant: string | null) => string | null;

/**
 * Days of instants that carry no place of their own, such as when an order was placed. Days a carrier tells are local
 * days already and do not pass through here.
 * @param timeZone IANA name, for example `Europe/Berlin`
 */
export function daysIn(timeZone: string): DayOf {
  // Sweden writes its days as ISO 8601 does.
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return (instant) => (instant === null ? null : format.format(new Date(instant)));
}

/** Making one takes longer than all days of an order; there is one shop. */
const formats = new Map<string, Intl.DateTimeFormat>();

const HALF_DAY_MS = 43_200_000;

/** The day that has begun everywhere on earth: what is before it is over for every customer, wherever they are. */
export const dayBegunEverywhere = (now: Date): string =>
  new Date(now.getTime() - HALF_DAY_MS).toISOString().slice(0, 10);

/** The latest instant that a local time without a zone can mean (zones reach twelve hours behind UTC), or null. */
export function latestInstantOf(event: { at: string | null; local_time: string | null } | undefined): string | null {
  if (!event) return null;
  if (event.at !== null) return event.at;
  const local = Date.parse(
    `${(event.local_time ?? '').replace(' ', 'T')}${event.local_time?.includes(':') ? 'Z' : ''}`,
  );
  if (Number.isNaN(local)) return null;
  const dayLength = event.local_time?.includes(':') ? 0 : 2 * HALF_DAY_MS;
  return new Date(local + dayLength + HALF_DAY_MS).toISOString();
}
