const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The hour of the day work begins at. */
const MORNING = 8;
const MONDAY = 1;

/** Minutes to add to UTC at an instant for the user's own time. */
export type ZoneOffset = (at: Date) => number;

/** The moments a ticket may sleep until. */
export const SNOOZES = ['hour', 'tomorrow', 'monday'] as const;

/** @param local a moment whose UTC fields are the user's local ones */
function toInstant(local: Date, offset: ZoneOffset): Date {
  const guess = new Date(local.getTime() - offset(local) * MINUTE);
  // Where clocks change in between, the offset at the guess is the right one.
  return new Date(local.getTime() - offset(guess) * MINUTE);
}

const toLocal = (at: Date, offset: ZoneOffset): Date => new Date(at.getTime() + offset(at) * MINUTE);

/** When a snooze ends: in an hour, or in the morning of the user's next day or next Monday. */
export function snoozeEnd(snooze: (typeof SNOOZES)[number], now: Date, offset: ZoneOffset): Date {
  if (snooze === 'hour') return new Date(now.getTime() + 60 * MINUTE);
  const local = toLocal(now, offset);
  const days = snooze === 'tomorrow' ? 1 : ((MONDAY - local.getUTCDay() + 6) % 7) + 1;
  const day = new Date(local.getTime() + days * DAY);
  day.setUTCHours(MORNING, 0, 0, 0);
  return toInstant(day, offset);
}

/** What a `datetime-local` field shows for an instant, in the user's time. */
export const fieldText = (at: Date, offset: ZoneOffset): string => toLocal(at, offset).toISOString().slice(0, 16);

/** Reads a `datetime-local` field. @returns nothing when it is empty or not later than now */
export function readField(text: string, now: Date, offset: ZoneOffset): Date | undefined {
  const local = new Date(`${text}:00Z`);
  if (Number.isNaN(local.getTime())) return undefined;
  const at = toInstant(local, offset);
  return at > now ? at : undefined;
}
