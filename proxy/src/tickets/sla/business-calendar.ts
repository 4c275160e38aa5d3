import { RccError } from '../../errors/rcc-error';
import type { BusinessHours } from './business-hours';
import { utcOffsetOf } from './time-zone';

/** Open from one instant up to, but not including, another; milliseconds since 1970 in UTC. */
interface OpenSpan {
  from: number;
  to: number;
}

/**
 * Business hours on the line of time. It is open whenever the local clock shows open hours: hours the clocks skip do not
 * exist, hours they show twice count twice, and all minutes are minutes that really pass.
 */
export interface BusinessCalendar {
  readonly hours: BusinessHours;
  /** What is open in a day of UTC, in order. @param day whole days since 1970 */
  openSpans(day: number): readonly OpenSpan[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** No ticket's clock runs longer; a date further away is a mistake in the data. */
const LONGEST_DAYS = 3653;

const dayOf = (time: number): number => Math.floor(time / DAY);

/** The instant within a day at which the clocks are changed. No zone changes them twice within a day. */
function clockChange(from: number, to: number, offset: (instant: number) => number): number {
  const before = offset(from);
  let [last, first] = [from, to];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (offset(middle) === before) last = middle;
    else first = middle;
  }
  return first;
}

/** What is open while the local clock is a fixed time ahead of UTC. */
function openWhile(from: number, to: number, offset: number, { week, holidays }: BusinessHours): OpenSpan[] {
  const spans: OpenSpan[] = [];
  for (let day = dayOf(from + offset); day <= dayOf(to - 1 + offset); day += 1) {
    const midnight = new Date(day * DAY);
    if (holidays.has(midnight.toISOString().slice(0, 10))) continue;
    for (const open of week[midnight.getUTCDay()] ?? []) {
      const span = {
        from: Math.max(from, day * DAY + open.from * MINUTE - offset),
        to: Math.min(to, day * DAY + open.to * MINUTE - offset),
      };
      if (span.from < span.to) spans.push(span);
    }
  }
  return spans;
}

/** Remembers what it has worked out, so one calendar serves all tickets of a request quickly. */
export function createBusinessCalendar(hours: BusinessHours): BusinessCalendar {
  const offset = utcOffsetOf(hours.timeZone);
  const known = new Map<number, readonly OpenSpan[]>();
  const work = (day: number): OpenSpan[] => {
    const [from, to] = [day * DAY, (day + 1) * DAY];
    const [before, after] = [offset(from), offset(to)];
    if (before === after) return openWhile(from, to, before, hours);
    const change = clockChange(from, to, offset);
    return [...openWhile(from, change, before, hours), ...openWhile(change, to, after, hours)];
  };
  return {
    hours,
    openSpans: (day) => {
      const spans = known.get(day) ?? work(day);
      known.set(day, spans);
      return spans;
    },
  };
}

const timeOf = (instant: Date): number => {
  const time = instant.getTime();
  if (Number.isNaN(time)) throw new RangeError('A clock was given an instant that is no date.');
  return time;
};

/** Open spans from an instant on, the first one cut to it. Ends after the longest time a clock may run. */
function* openFrom(calendar: BusinessCalendar, start: number): Generator<OpenSpan> {
  for (let day = dayOf(start); day <= dayOf(start) + LONGEST_DAYS; day += 1) {
    for (const { from, to } of calendar.openSpans(day)) {
      if (to > start) yield { from: Math.max(from, start), to };
    }
  }
}

/** Whether it is open at an instant; open when it opens, closed when it closes. */
export function isOpen(calendar: BusinessCalendar, at: Date): boolean {
  const time = timeOf(at);
  return calendar.openSpans(dayOf(time)).some(({ from, to }) => from <= time && time < to);
}

/**
 * The instant itself when it is open, else the next at which it opens.
 * @throws {RccError} when it stays closed for ten years
 */
export function nextOpening(calendar: BusinessCalendar, at: Date): Date {
  for (const { from } of openFrom(calendar, timeOf(at))) return new Date(from);
  throw new RccError(
    'RCC_INVALID_REQUEST',
    `The business hours never open in the ten years after ${at.toISOString()}.`,
  );
}

/**
 * The first instant at which that many business minutes have passed: with hours to 17:00, a last minute ends at 17:00, not
 * when it next opens.
 * @param minutes not negative; fractions count
 * @throws {RccError} when they do not pass within ten years
 */
export function addBusinessMinutes(calendar: BusinessCalendar, start: Date, minutes: number): Date {
  const time = timeOf(start);
  if (!(minutes >= 0)) throw new RangeError(`Business minutes to add must not be negative, not ${minutes}.`);
  let left = Math.round(minutes * MINUTE);
  if (left === 0) return new Date(time);
  for (const { from, to } of openFrom(calendar, time)) {
    if (left <= to - from) return new Date(from + left);
    left -= to - from;
  }
  throw new RccError(
    'RCC_INVALID_REQUEST',
    `${minutes} business minutes do not pass within ten years of ${start.toISOString()}. Check the SLA policy and the business hours.`,
  );
}

/**
 * The business minutes from one instant to another, with fractions; negative when the other is earlier.
 * @throws {RccError} when the two are more than ten years apart
 */
export function businessMinutesBetween(calendar: BusinessCalendar, start: Date, end: Date): number {
  const [from, to] = [timeOf(start), timeOf(end)];
  // Subtracted, because a minus sign would make -0 of nothing.
  if (to < from) return 0 - businessMinutesBetween(calendar, end, start);
  // A day more than is added: what was added can always be counted.
  if (to - from > (LONGEST_DAYS + 1) * DAY) {
    throw new RccError(
      'RCC_INVALID_REQUEST',
      `${start.toISOString()} and ${end.toISOString()} are more than ten years apart. Check the dates of the ticket.`,
    );
  }
  let passed = 0;
  for (const span of openFrom(calendar, from)) {
    if (span.from >= to) break;
    passed += Math.min(span.to, to) - span.from;
  }
  return passed / MINUTE;
}
