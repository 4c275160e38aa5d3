const DAY_MS = 86_400_000;

/** Start of the UTC day `daysAgo` days before the clock's, in milliseconds. */
const dayStart = (now: Date, daysAgo: number) => Math.floor(now.getTime() / DAY_MS) * DAY_MS - daysAgo * DAY_MS;

/** The instant of a `HH:MM` on a day of a story. Today's are never in the future: before their hour they are at midnight. */
export function instantOf(now: Date, daysAgo: number, time: string): Date {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const start = dayStart(now, daysAgo);
  const at = start + (hours * 60 + minutes) * 60_000;
  return new Date(at > now.getTime() ? start : at);
}

/** The instant of a minute of the day. */
export const minuteOf = (now: Date, daysAgo: number, minute: number): Date =>
  new Date(dayStart(now, daysAgo) + minute * 60_000);

/** The day so many days from the clock's, `2026-03-01`. */
export const dayFrom = (now: Date, days: number): string => new Date(dayStart(now, -days)).toISOString().slice(0, 10);

/** Carriers write local times; every scan of the stories happens in this zone. */
export const LOCAL_OFFSET = '+01:00';

/** An instant as local text in that zone, `2026-03-01T07:12:00`. */
export const localText = (instant: Date): string => new Date(instant.getTime() + 3_600_000).toISOString().slice(0, 19);
