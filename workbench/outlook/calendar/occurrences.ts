import { fromZone, moveTime, toZone, type FlowTime } from '../../../flows/expressions/dates/flow-time';
import { findZone } from '../../../flows/expressions/dates/windows-zones';
import { timesOf, utcOf, type CalendarEvent, type StoredEvent } from './calendar-event';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY_MS = 86_400_000;

/**
 * The local starts of a series, one after the other and without end. A month without the day has its last day instead,
 * as Outlook's pages do; not confirmed for the connector.
 */
function* localStarts({ recurrence, selectedDaysOfWeek = [] }: CalendarEvent, first: FlowTime): Generator<FlowTime> {
  const days = new Set(selectedDaysOfWeek.map((day) => WEEKDAYS.indexOf(day)));
  for (let count = 0; ; count += 1) {
    if (recurrence === 'monthly') yield moveTime(first, count, 'month');
    else if (recurrence === 'yearly') yield moveTime(first, count, 'year');
    else {
      const time = moveTime(first, count, 'day');
      if (recurrence === 'daily' || days.has(new Date(time.wall).getUTCDay())) yield time;
    }
  }
}

/**
 * The events of a calendar view: an event itself, or the occurrences of a series, that touch the time from `from` up to
 * `to`. Every occurrence keeps the series' local time, daylight saving or not.
 * @param from milliseconds UTC
 * @param to milliseconds UTC, excluded
 */
export function eventsBetween({ event, zone: zoneName }: StoredEvent, from: number, to: number): CalendarEvent[] {
  const length = utcOf(event.end) - utcOf(event.start);
  const touches = (start: number) => start < to && (start + length > from || start === from);
  if (event.recurrence === 'none') return touches(utcOf(event.start)) ? [event] : [];
  const zone = findZone(zoneName);
  const first = toZone({ wall: utcOf(event.start), fraction: 0, utc: true }, zone);
  // The end of a series is a day, which belongs to it.
  const lastDay = event.recurrenceEnd === undefined ? Infinity : Date.parse(event.recurrenceEnd) + DAY_MS;
  const found: CalendarEvent[] = [];
  let number = 0;
  for (const local of localStarts(event, first)) {
    const start = fromZone(local, zone).wall;
    number += 1;
    if (start >= to || local.wall >= lastDay || number > (event.numberOfOccurences ?? Infinity)) return found;
    if (!touches(start)) continue;
    const day = new Date(local.wall).toISOString().slice(0, 10).replaceAll('-', '');
    found.push({
      ...event,
      id: `${event.id}.day${day}`,
      seriesMasterId: event.id,
      ...timesOf(start, start + length),
    });
  }
  return found;
}

/** The series an occurrence's id belongs to; undefined for other ids. */
export function seriesOfOccurrence(id: string): { series: string; from: number } | undefined {
  const [, series, year, month, day] = /^(.*)\.day(\d{4})(\d{2})(\d{2})$/.exec(id) ?? [];
  if (series === undefined) return undefined;
  return { series, from: Date.UTC(Number(year), Number(month) - 1, Number(day)) - DAY_MS };
}
