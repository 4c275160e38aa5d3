import { checkedRecipients } from '../addresses';
import {
  choiceOf,
  groupOf,
  listOf,
  requiredText,
  textOf,
  wholeNumberOf,
  type Arguments,
} from '../../gateway/arguments';
import { invalidRequest, OutlookError } from '../outlook-error';
import { calendarZone } from './calendar-time-zones';
import { fromZone } from '../../../flows/expressions/dates/flow-time';

export const RECURRENCES = ['none', 'daily', 'weekly', 'monthly', 'yearly'] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z?)$/;
const DAY_MS = 86_400_000;

/**
 * Times are without an offset. Public flows write a `Z` all the same where the zone is UTC, which changes nothing; with
 * any other zone it would contradict it. That the platform takes the first is not confirmed.
 */
const Z_IS_TAKEN_WITH_UTC = true;

/** An event as the calendar operations answer it: times in UTC without offset, lists of people separated by `;`. */
export interface CalendarEvent {
  id: string;
  iCalUId: string;
  seriesMasterId?: string;
  subject: string;
  start: string;
  end: string;
  startWithTimeZone: string;
  endWithTimeZone: string;
  timeZone: 'UTC';
  body: string;
  isHtml: true;
  location: string;
  organizer: string;
  requiredAttendees: string;
  optionalAttendees: string;
  resourceAttendees: string;
  categories: readonly string[];
  importance: 'low' | 'normal' | 'high';
  isAllDay: boolean;
  recurrence: (typeof RECURRENCES)[number];
  recurrenceEnd?: string;
  numberOfOccurences?: number;
  selectedDaysOfWeek?: readonly string[];
  reminderMinutesBeforeStart: number;
  isReminderOn: boolean;
  showAs: string;
  responseRequested: boolean;
  responseType: 'organizer';
  responseTime: string;
  sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  webLink: string;
  createdDateTime: string;
  lastModifiedDateTime: string;
}

/** An event in the journal. */
export interface StoredEvent {
  event: CalendarEvent;
  /** Key of the calendar it is in. */
  calendar: string;
  /** The zone its times were given in, by IANA name; repetitions keep the local time there. */
  zone: string;
}

/** A UTC time without offset, with the seven digits Graph writes. */
export function graphTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -1)}0000`;
}

/** Both forms of an event's times. */
export function timesOf(startMs: number, endMs: number) {
  const withZone = (ms: number) => new Date(ms).toISOString().replace(/(?:\.000)?Z$/, '+00:00');
  return {
    start: graphTime(startMs),
    end: graphTime(endMs),
    startWithTimeZone: withZone(startMs),
    endWithTimeZone: withZone(endMs),
  };
}

/** Milliseconds of a time as the events hold it. */
export function utcOf(text: string): number {
  return Date.parse(`${text.slice(0, 23)}Z`);
}

function wallTime(item: Arguments, name: 'start' | 'end', isUtc: boolean): number {
  const [, local, z] = LOCAL_TIME.exec(requiredText(item, name)) ?? [];
  const wall = Date.parse(`${local}Z`);
  // Date.parse takes 30 February for 2 March.
  const exists = !Number.isNaN(wall) && new Date(wall).toISOString().startsWith(local?.slice(0, 16) ?? '');
  if (local === undefined || !exists || (z === 'Z' && !(isUtc && Z_IS_TAKEN_WITH_UTC))) {
    throw invalidRequest(
      `The parameter 'item/${name}' has to be a date and time without offset, such as 2026-03-02T09:00:00.`,
    );
  }
  return wall;
}

/** A flag; its default when left out. */
function flagOf(item: Arguments, name: string, otherwise: boolean): boolean {
  const value = item[name] ?? otherwise;
  if (typeof value !== 'boolean') throw invalidRequest(`The parameter 'item/${name}' has to be true or false.`);
  return value;
}

function textsOf(item: Arguments, name: string): string[] {
  return listOf(item, name).map((one) => {
    if (typeof one !== 'string') throw invalidRequest(`The parameter 'item/${name}' has to be a list of texts.`);
    return one;
  });
}

function refuse(message: string): OutlookError {
  return new OutlookError(400, 'ErrorPropertyValidationFailure', message);
}

function recurrenceOf(item: Arguments, start: number) {
  const recurrence = choiceOf(item, 'recurrence', RECURRENCES) ?? 'none';
  const recurrenceEnd = textOf(item, 'recurrenceEnd');
  const numberOfOccurences = wholeNumberOf(item, 'numberOfOccurences', 1);
  const days = textsOf(item, 'selectedDaysOfWeek').map((day) => {
    const found = WEEKDAYS.find((name) => name.toLowerCase() === day.toLowerCase());
    if (found === undefined) throw invalidRequest(`'${day}' in 'item/selectedDaysOfWeek' is no day of the week.`);
    return found;
  });
  if (recurrenceEnd !== '' && Number.isNaN(Date.parse(recurrenceEnd.slice(0, 10)))) {
    throw invalidRequest("The parameter 'item/recurrenceEnd' has to be a date.");
  }
  if (recurrence === 'none') return { recurrence };
  if (recurrenceEnd !== '' && Date.parse(recurrenceEnd.slice(0, 10)) < start - (start % DAY_MS)) {
    throw refuse('The end of the series is before its start.');
  }
  const startDay = WEEKDAYS[new Date(start).getUTCDay()]!;
  return {
    recurrence,
    ...(recurrenceEnd === '' ? {} : { recurrenceEnd: recurrenceEnd.slice(0, 10) }),
    ...(numberOfOccurences === undefined ? {} : { numberOfOccurences }),
    ...(recurrence === 'weekly' ? { selectedDaysOfWeek: days.length > 0 ? days : [startDay] } : {}),
  };
}

/**
 * Reads the `item` of `V4CalendarPostItem` and `V4CalendarPatchItem`; both demand subject, start, end and time zone.
 * Other fields that are left out keep the earlier event's value.
 * @param earlier the event that is changed
 * @throws {OutlookError} 400 for a missing or bad time, an unknown zone, an end before the start
 */
export function readEvent(
  args: Arguments,
  identity: { id: string; calendar: string; organizer: string; now: Date },
  earlier?: CalendarEvent,
): StoredEvent {
  const item = groupOf(args, 'item');
  const subject = requiredText(item, 'subject');
  // The empty text is one of the time zones.
  if (item.timeZone === undefined || item.timeZone === null) requiredText(item, 'timeZone');
  const zone = calendarZone(textOf(item, 'timeZone'));
  const [startWall, endWall] = [
    wallTime(item, 'start', zone.name === 'UTC'),
    wallTime(item, 'end', zone.name === 'UTC'),
  ];
  const isAllDay = flagOf(item, 'isAllDay', earlier?.isAllDay ?? false);
  if (endWall < startWall) throw refuse('The end of the event is before its start.');
  if (isAllDay && (startWall % DAY_MS !== 0 || endWall % DAY_MS !== 0 || endWall === startWall)) {
    throw refuse('An all-day event starts and ends at midnight and takes at least a day.');
  }
  const [start, end] = [startWall, endWall].map((wall) => fromZone({ wall, fraction: 0, utc: false }, zone).wall);
  const given = (name: string) => item[name] !== undefined && item[name] !== null;
  const people = (name: 'requiredAttendees' | 'optionalAttendees' | 'resourceAttendees') =>
    given(name) ? checkedRecipients(textOf(item, name)) : (earlier?.[name] ?? '');
  const { id, calendar, organizer, now } = identity;
  const repeats = given('recurrence') || earlier === undefined;
  const event: CalendarEvent = {
    id,
    iCalUId: earlier?.iCalUId ?? `040000008200E00074C5B7101A82E008${id.replace(/[^0-9a-z]/gi, '').toUpperCase()}`,
    subject,
    ...timesOf(start!, end!),
    timeZone: 'UTC',
    body: given('body') ? textOf(item, 'body') : (earlier?.body ?? ''),
    isHtml: true,
    location: given('location') ? textOf(item, 'location') : (earlier?.location ?? ''),
    organizer: earlier?.organizer ?? organizer,
    requiredAttendees: people('requiredAttendees'),
    optionalAttendees: people('optionalAttendees'),
    resourceAttendees: people('resourceAttendees'),
    categories: given('categories') ? textsOf(item, 'categories') : (earlier?.categories ?? []),
    importance: choiceOf(item, 'importance', ['low', 'normal', 'high']) ?? earlier?.importance ?? 'normal',
    isAllDay,
    ...(repeats ? recurrenceOf(item, startWall) : seriesOf(earlier)),
    reminderMinutesBeforeStart:
      wholeNumberOf(item, 'reminderMinutesBeforeStart', 0) ?? earlier?.reminderMinutesBeforeStart ?? 15,
    isReminderOn: flagOf(item, 'isReminderOn', earlier?.isReminderOn ?? true),
    showAs:
      choiceOf(item, 'showAs', ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']) ??
      earlier?.showAs ??
      'busy',
    responseRequested: flagOf(item, 'responseRequested', earlier?.responseRequested ?? true),
    responseType: 'organizer',
    responseTime: '0001-01-01T00:00:00+00:00',
    sensitivity:
      choiceOf(item, 'sensitivity', ['normal', 'personal', 'private', 'confidential']) ??
      earlier?.sensitivity ??
      'normal',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    createdDateTime: earlier?.createdDateTime ?? now.toISOString(),
    lastModifiedDateTime: now.toISOString(),
  };
  return { event, calendar, zone: zone.name };
}

function seriesOf({ recurrence, recurrenceEnd, numberOfOccurences, selectedDaysOfWeek }: CalendarEvent) {
  return {
    recurrence,
    ...(recurrenceEnd === undefined ? {} : { recurrenceEnd }),
    ...(numberOfOccurences === undefined ? {} : { numberOfOccurences }),
    ...(selectedDaysOfWeek === undefined ? {} : { selectedDaysOfWeek }),
  };
}
