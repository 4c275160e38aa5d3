import type { Journal } from '../../state/journal';
import { requiredText, textOf, wholeNumberOf, type Arguments } from '../../gateway/arguments';
import { compileRowFilter, compileRowOrder, type PropertyReader } from '../../gateway/odata-filter';
import { invalidRequest, itemNotFound, OutlookError } from '../outlook-error';
import { readEvent, type CalendarEvent, type StoredEvent } from './calendar-event';
import { eventsBetween, seriesOfOccurrence } from './occurrences';

const FUNCTIONS = ['contains', 'startswith', 'endswith'];
const ZONED_TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const DAY_MS = 86_400_000;
/** Exchange refuses a view of more days. */
const LONGEST_VIEW_DAYS = 1825;

export interface CalendarOptions {
  journal: Journal;
  /** The mailbox's address, which is the organizer of its events. */
  address: string;
  newId: () => string;
  /** Names of the calendars there are. */
  names: readonly string[];
  /** Whether any calendar named is there. */
  anyCalendar: boolean;
}

/** The mailbox's calendars; every change is durable when the call returns. */
export interface Calendars {
  create(args: Arguments, now: Date): CalendarEvent;
  update(args: Arguments, now: Date): CalendarEvent;
  get(args: Arguments): CalendarEvent;
  list(args: Arguments): { value: CalendarEvent[] };
  view(args: Arguments): { value: CalendarEvent[] };
  remove(args: Arguments): void;
  tables(): { value: { id: string; name: string; owner: { name: string; address: string } }[] };
  /** Every event and series, oldest first. */
  events(): CalendarEvent[];
}

/** Properties in `$filter` and `$orderby`, as Graph names them; names ignore case. */
const PROPERTIES: Readonly<Record<string, (event: CalendarEvent) => unknown>> = {
  subject: ({ subject }) => subject,
  'start/datetime': ({ start }) => start,
  'end/datetime': ({ end }) => end,
  isallday: ({ isAllDay }) => isAllDay,
  importance: ({ importance }) => importance,
  sensitivity: ({ sensitivity }) => sensitivity,
  showas: ({ showAs }) => showAs,
  'location/displayname': ({ location }) => location,
  'organizer/emailaddress/address': ({ organizer }) => organizer,
  icaluid: ({ iCalUId }) => iCalUId,
  id: ({ id }) => id,
  createddatetime: ({ createdDateTime }) => createdDateTime,
  lastmodifieddatetime: ({ lastModifiedDateTime }) => lastModifiedDateTime,
  isreminderon: ({ isReminderOn }) => isReminderOn,
};

const property: PropertyReader<CalendarEvent> = (path) => {
  const key = path.toLowerCase();
  const read = Object.hasOwn(PROPERTIES, key) ? PROPERTIES[key] : undefined;
  if (read === undefined) throw invalidRequest(`Could not find a property named '${path}' on an event.`);
  return read;
};

function select(events: CalendarEvent[], args: Arguments): { value: CalendarEvent[] } {
  const [filter, orderBy] = [textOf(args, '$filter'), textOf(args, '$orderby')];
  let found = filter === '' ? events : events.filter(compileRowFilter(filter, property, FUNCTIONS).matches);
  if (orderBy !== '') found = [...found].sort(compileRowOrder(orderBy, property));
  const skip = wholeNumberOf(args, '$skip', 0) ?? 0;
  return { value: found.slice(skip, skip + (wholeNumberOf(args, '$top', 1) ?? Infinity)) };
}

function viewBound(args: Arguments, name: string): number {
  const text = requiredText(args, name);
  // Without an offset it is UTC, as the parameter's name says.
  const zoned = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const time = ZONED_TIME.test(text) ? Date.parse(zoned) : NaN;
  if (Number.isNaN(time)) throw invalidRequest(`The parameter '${name}' has to be a date and time in UTC.`);
  return time;
}

/** Opens the calendars kept in a journal. */
export function openCalendars({ journal, address, newId, names, anyCalendar }: CalendarOptions): Calendars {
  const stored = journal.collection<StoredEvent>('outlook/calendar');

  /** A calendar is named by itself or by its id, which is the same here. @throws {OutlookError} 404 */
  function calendarOf(args: Arguments, parameter: string): string {
    const name = requiredText(args, parameter);
    const known = names.find((one) => one.toLowerCase() === name.toLowerCase());
    if (known === undefined && !anyCalendar) throw itemNotFound();
    return (known ?? name).toLowerCase();
  }
  function eventIn(calendar: string, id: string): StoredEvent {
    const found = stored.get(id);
    if (found?.calendar !== calendar) throw itemNotFound();
    return found;
  }
  /** @throws {OutlookError} 400 for one day of a series, which cannot be changed alone here */
  function whole(calendar: string, id: string): StoredEvent {
    if (seriesOfOccurrence(id) !== undefined) {
      throw invalidRequest('The calendar stand-in changes whole series only, by their seriesMasterId.');
    }
    return eventIn(calendar, id);
  }

  return {
    create(args, now) {
      const calendar = calendarOf(args, 'table');
      const id = newId();
      const entry = readEvent(args, { id, calendar, organizer: address, now });
      stored.put(id, entry);
      return entry.event;
    },
    update(args, now) {
      const calendar = calendarOf(args, 'table');
      const id = requiredText(args, 'id');
      const { event } = whole(calendar, id);
      const entry = readEvent(args, { id, calendar, organizer: address, now }, event);
      stored.put(id, entry);
      return entry.event;
    },
    get(args) {
      const calendar = calendarOf(args, 'table');
      const id = requiredText(args, 'id');
      const occurrence = seriesOfOccurrence(id);
      if (occurrence === undefined) return eventIn(calendar, id).event;
      const series = eventIn(calendar, occurrence.series);
      const days = eventsBetween(series, occurrence.from, occurrence.from + 3 * DAY_MS);
      const found = days.find((event) => event.id === id);
      if (found === undefined) throw itemNotFound();
      return found;
    },
    list(args) {
      const calendar = calendarOf(args, 'table');
      return select(
        [...stored.values()].filter((entry) => entry.calendar === calendar).map(({ event }) => event),
        args,
      );
    },
    view(args) {
      const calendar = calendarOf(args, 'calendarId');
      const [from, to] = [viewBound(args, 'startDateTimeUtc'), viewBound(args, 'endDateTimeUtc')];
      if (to < from) throw invalidRequest("The parameter 'endDateTimeUtc' is before 'startDateTimeUtc'.");
      if (to - from > LONGEST_VIEW_DAYS * DAY_MS) {
        const message = `The requested time range is longer than ${LONGEST_VIEW_DAYS} days.`;
        throw new OutlookError(400, 'ErrorCalendarViewRangeTooBig', message);
      }
      const search = textOf(args, 'search').toLowerCase();
      const found = [...stored.values()]
        .filter((entry) => entry.calendar === calendar)
        .flatMap((entry) => eventsBetween(entry, from, to))
        .filter(({ subject, body }) => `${subject}\n${body}`.toLowerCase().includes(search))
        .sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
      return select(found, args);
    },
    remove(args) {
      const id = requiredText(args, 'event');
      whole(calendarOf(args, 'calendar'), id);
      stored.delete(id);
    },
    tables: () => ({
      value: names.map((name) => ({ id: name, name, owner: { name: address, address } })),
    }),
    events: () => [...stored.values()].map(({ event }) => event),
  };
}
