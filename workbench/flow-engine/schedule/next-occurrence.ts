import { DateTime, type IANAZone } from 'luxon';
import { type Recurrence, type Schedule } from './recurrence';

/**
 * A local time that daylight saving skips means the instant it would have been without the change, an hour later on the
 * clock; one that comes twice means the first pass. So nothing is left out and nothing runs twice (documented, for daily
 * runs at 1:30 and 2:30 in Central Time).
 */
const REPEATED_TIME: 'first pass' | 'second pass' = 'first pass';

/**
 * Without a start time the first run comes at once. The platform's documentation says so for schedules too, but its examples wait for
 * the first listed time; so does this. Unconfirmed.
 */
const SCHEDULE_WAITS_FOR_LISTED_TIME = true;

/** The day on which "every n weeks" begins to count a new week: 7 is Sunday, as in .NET. Unconfirmed. */
const FIRST_WEEKDAY = 7;

const SECOND = 1000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;
const ELAPSED: Partial<Record<Recurrence['frequency'], number>> = {
  Second: SECOND,
  Minute: 60 * SECOND,
  Hour: 3600 * SECOND,
};
/** Days looked through for a listed one; more than the eight years between two leap days around 2100. */
const LONGEST_SEARCH_DAYS = 40 * 366;
/** No change of the clocks is longer, apart from islands that moved over the date line. */
const LONGEST_SHIFT_DAYS = 2;

/**
 * The next instant at which a recurrence is due, strictly after another. What is due depends on the recurrence and its
 * beginning alone, so asking again never drifts:
 *
 * - Seconds, minutes and hours are time elapsed since the beginning.
 * - Days, weeks and months keep the beginning's local time of day over daylight saving, and its day of the month, or the
 *   last one of a shorter month.
 * - A schedule is due at the local times it lists, on the days it lists, in every `interval`th day, week or month counted
 *   from the beginning; hours, minutes and days it does not list are the beginning's. A day of the month that is listed
 *   and missing is left out.
 *
 * @param turnedOn when the flow was turned on: the beginning of a recurrence without a start time, which is then due itself
 * @returns nothing when it is over, or when no day of the calendar fits
 */
export function nextOccurrence(recurrence: Recurrence, after: Date, turnedOn: Date): Date | undefined {
  const { startTime, endTime, schedule } = recurrence;
  const beginning = startTime ?? turnedOn;
  const earliest = Math.max(after.getTime() + 1, beginning.getTime());
  let next: number | undefined;
  if (schedule) {
    const atOnce = !SCHEDULE_WAITS_FOR_LISTED_TIME && !startTime && after < turnedOn;
    next = atOnce ? turnedOn.getTime() : nextListed(recurrence, schedule, beginning, earliest);
  } else next = nextInterval(recurrence, beginning, earliest);
  return next === undefined || (endTime && next > endTime.getTime()) ? undefined : new Date(next);
}

/** The first of `beginning + n × interval` from `earliest` on. */
function nextInterval({ frequency, interval, zone }: Recurrence, beginning: Date, earliest: number): number {
  const start = beginning.getTime();
  const unit = ELAPSED[frequency];
  if (unit !== undefined) return start + Math.ceil((earliest - start) / (unit * interval)) * unit * interval;
  const local = wallOf(start, zone);
  // Begins one step early: the local time may lie before `earliest` and its instant after it, or the other way round.
  const passed = stepsBetween(frequency, local, wallOf(earliest, zone));
  for (let step = Math.max(0, Math.floor(passed / interval) - 1) * interval; ; step += interval) {
    const instant = instantOf(addSteps(frequency, local, step), zone);
    if (instant >= earliest) return instant;
  }
}

function stepsBetween(frequency: Recurrence['frequency'], from: number, to: number): number {
  if (frequency === 'Day') return Math.floor((to - from) / DAY);
  if (frequency === 'Week') return Math.floor((to - from) / WEEK);
  return monthOf(to) - monthOf(from) - 1;
}

function addSteps(frequency: Recurrence['frequency'], wall: number, steps: number): number {
  if (frequency === 'Day') return wall + steps * DAY;
  if (frequency === 'Week') return wall + steps * WEEK;
  return DateTime.fromMillis(wall, { zone: 'UTC' }).plus({ months: steps }).toMillis();
}

/** The first listed local time from `earliest` on, day by day. */
function nextListed(recurrence: Recurrence, schedule: Schedule, beginning: Date, earliest: number): number | undefined {
  const { zone } = recurrence;
  const first = DateTime.fromMillis(wallOf(beginning.getTime(), zone), { zone: 'UTC' });
  const times = (schedule.hours ?? [first.hour]).flatMap((hour) =>
    (schedule.minutes ?? [first.minute]).map((minute) => (hour * 60 + minute) * 60 * SECOND),
  );
  const from = dayOf(wallOf(earliest, zone)) - LONGEST_SHIFT_DAYS * DAY;
  let found: number | undefined;
  for (let day = from, left = LONGEST_SEARCH_DAYS; left > 0; day += DAY, left -= 1) {
    // A time that is skipped moves on, maybe past those of the next day; so one more day is looked at.
    if (found !== undefined && instantOf(day, zone) > found) return found;
    if (!isListed(recurrence, schedule, first, day)) continue;
    const due = times.map((time) => instantOf(day + time, zone)).filter((instant) => instant >= earliest);
    if (due.length > 0) found = Math.min(found ?? Infinity, ...due);
  }
  return found;
}

/** Whether a schedule is due on a day. @param day its midnight as a local time */
function isListed({ frequency, interval }: Recurrence, schedule: Schedule, first: DateTime, day: number): boolean {
  const firstDay = dayOf(first.toMillis());
  if (frequency === 'Day') return inStep((day - firstDay) / DAY, interval);
  const date = DateTime.fromMillis(day, { zone: 'UTC' });
  if (frequency === 'Week') {
    const days: readonly number[] = schedule.weekDays ?? [first.weekday];
    return days.includes(date.weekday) && inStep((weekOf(date) - weekOf(first)) / WEEK, interval);
  }
  return inStep(monthOf(day) - monthOf(firstDay), interval) && isDayOfMonth(schedule, first, date);
}

function isDayOfMonth({ monthDays, monthlyOccurrences }: Schedule, first: DateTime, date: DateTime): boolean {
  const length = date.daysInMonth ?? 0;
  if (!monthDays && !monthlyOccurrences) return date.day === Math.min(first.day, length);
  if (monthDays?.some((day) => date.day === (day > 0 ? day : length + 1 + day))) return true;
  const fromStart = Math.ceil(date.day / 7);
  const fromEnd = -Math.ceil((length + 1 - date.day) / 7);
  return (monthlyOccurrences ?? []).some(
    ({ weekDay, occurrence }) => date.weekday === weekDay && (occurrence === fromStart || occurrence === fromEnd),
  );
}

function inStep(count: number, interval: number): boolean {
  return count >= 0 && count % interval === 0;
}

function dayOf(wall: number): number {
  return Math.floor(wall / DAY) * DAY;
}

/** The midnight with which the week of a date begins. */
function weekOf(date: DateTime): number {
  return dayOf(date.toMillis()) - ((date.weekday - FIRST_WEEKDAY + 7) % 7) * DAY;
}

function monthOf(wall: number): number {
  const date = new Date(wall);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A local time is written as the milliseconds it would be in UTC. */
function wallOf(instant: number, zone: IANAZone): number {
  return instant + zone.offset(instant) * 60 * SECOND;
}

function instantOf(wall: number, zone: IANAZone): number {
  const before = zone.offset(wall - DAY);
  const after = zone.offset(wall + DAY);
  const fitting = [before, after].filter((offset) => zone.offset(wall - offset * 60 * SECOND) === offset);
  const pass = REPEATED_TIME === 'first pass' ? Math.max : Math.min;
  const offset = fitting.length > 0 ? pass(...fitting) : before;
  return wall - offset * 60 * SECOND;
}
