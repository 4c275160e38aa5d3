import { DateTime, type IANAZone } from 'luxon';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { findZone } from '../../../flows/expressions/dates/windows-zones';
import { isFlowObject } from '../../../flows/expressions/value-types';
import {
  type Frequency,
  LONGEST_INTERVAL,
  SCHEDULE_LISTS,
  type ScheduleList,
} from '../../../flows/file/recurrence-limits';

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Times a day and days a period, in the recurrence's zone; what is left out comes from the start. */
export interface Schedule {
  /** 0 to 23. */
  hours?: number[];
  /** 0 to 59. */
  minutes?: number[];
  weekDays?: Weekday[];
  /** 1 to 31, or -1 for the last day of the month to -31. */
  monthDays?: number[];
  /** Such as the first Monday (1) or the last one (-1) of the month. */
  monthlyOccurrences?: { weekDay: Weekday; occurrence: number }[];
}

/** When a trigger is due, checked. */
export interface Recurrence {
  frequency: Frequency;
  /** A trigger is due every so many seconds, minutes … months. */
  interval: number;
  /** Nothing is due before it. */
  startTime?: Date;
  /** Nothing is due after it. */
  endTime?: Date;
  /** UTC when none is named. */
  zone: IANAZone;
  /** Undefined when nothing is listed. */
  schedule?: Schedule;
}

/** A recurrence that cannot be understood; the message names its field. */
export class RecurrenceError extends Error {
  override name = 'RecurrenceError';

  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(`recurrence/${field}: ${problem}`);
  }
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const FIELDS = new Set(['frequency', 'interval', 'startTime', 'endTime', 'timeZone', 'schedule']);
const MARKED_UTC = /Z$/i;
const MARKED_OFFSET = /T.*[+-]\d\d:?\d\d$/i;

/**
 * Reads the `recurrence` of a trigger. Numbers may be written as text, as designers do for hours.
 * @throws {RecurrenceError} naming the field that is missing, unknown or wrong
 */
export function readRecurrence(written: unknown): Recurrence {
  if (!isFlowObject(written)) throw new RecurrenceError('', 'A recurrence is an object with frequency and interval.');
  const unknown = Object.keys(written).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw new RecurrenceError(unknown, 'There is no such setting.');
  const frequency = readFrequency(written.frequency);
  const named = readZone(written.timeZone);
  const schedule = readSchedule(written.schedule, frequency);
  // A start time in UTC overrides the zone (documented); what a schedule lists stays in the zone (unconfirmed).
  const zone = !schedule && MARKED_UTC.test(String(written.startTime)) ? findZone('UTC') : named;
  const startTime = readInstant('startTime', written.startTime, zone);
  const endTime = readInstant('endTime', written.endTime, zone);
  return {
    frequency,
    interval: integer('interval', written.interval, 1, LONGEST_INTERVAL[frequency]),
    zone,
    ...(startTime ? { startTime } : {}),
    ...(endTime ? { endTime } : {}),
    ...(schedule ? { schedule } : {}),
  };
}

function readFrequency(written: unknown): Frequency {
  const known = Object.keys(LONGEST_INTERVAL) as Frequency[];
  const found = known.find((name) => name.toLowerCase() === String(written).toLowerCase());
  if (found) return found;
  throw new RecurrenceError('frequency', `It must be one of ${known.join(', ')}, not ${JSON.stringify(written)}.`);
}

function readZone(written: unknown): IANAZone {
  if (written == null || written === '') return findZone('UTC');
  try {
    return findZone(String(written));
  } catch (error) {
    if (error instanceof ExpressionError) throw new RecurrenceError('timeZone', error.message);
    throw error;
  }
}

/**
 * A time with `Z` is in UTC whatever the zone (documented); without it, it is a local time of the zone. Other offsets are
 * not accepted, as on the platform.
 */
function readInstant(field: string, written: unknown, zone: IANAZone): Date | undefined {
  if (written == null || written === '') return undefined;
  const text = String(written);
  const time = DateTime.fromISO(text, { zone: MARKED_UTC.test(text) ? 'UTC' : zone });
  if (!time.isValid || MARKED_OFFSET.test(text)) {
    const form = 'Write it as 2026-03-08T09:00:00, with a Z at the end only when it is in UTC';
    throw new RecurrenceError(field, `${JSON.stringify(written)} is no such time. ${form}.`);
  }
  return time.toJSDate();
}

function readSchedule(written: unknown, frequency: Frequency): Schedule | undefined {
  if (written == null) return undefined;
  if (!isFlowObject(written)) throw new RecurrenceError('schedule', 'It must be an object of lists.');
  const schedule: Schedule = {};
  for (const [name, list] of Object.entries(written)) {
    const field = `schedule/${name}`;
    // The designer leaves empty lists behind.
    if (list == null || (Array.isArray(list) && list.length === 0)) continue;
    if (!SCHEDULE_LISTS[frequency].includes(name as ScheduleList)) {
      const allowed = SCHEDULE_LISTS[frequency].join(', ') || 'nothing';
      throw new RecurrenceError(field, `With the frequency ${frequency} a schedule can list ${allowed}.`);
    }
    const items: unknown[] = Array.isArray(list) ? list : [list];
    const numbers = (least: number, most: number) =>
      sorted(items.map((item, index) => integer(`${field}/${index}`, item, least, most)));
    if (name === 'hours') schedule.hours = numbers(0, 23);
    else if (name === 'minutes') schedule.minutes = numbers(0, 59);
    else if (name === 'weekDays') schedule.weekDays = items.map((item, index) => weekday(`${field}/${index}`, item));
    else if (name === 'monthDays')
      schedule.monthDays = items.map((item, index) => signed(`${field}/${index}`, item, 31));
    else schedule.monthlyOccurrences = items.map((item, index) => monthlyOccurrence(`${field}/${index}`, item));
  }
  return Object.keys(schedule).length > 0 ? schedule : undefined;
}

function monthlyOccurrence(field: string, written: unknown): { weekDay: Weekday; occurrence: number } {
  const given = isFlowObject(written) ? written : {};
  return {
    weekDay: weekday(`${field}/day`, given.day ?? given.dayOfWeek),
    occurrence: signed(`${field}/occurrence`, given.occurrence, 5),
  };
}

function weekday(field: string, written: unknown): Weekday {
  const index = WEEKDAYS.indexOf(String(written).toLowerCase());
  if (index >= 0) return (index + 1) as Weekday;
  throw new RecurrenceError(field, `It must be a weekday such as "Monday", not ${JSON.stringify(written)}.`);
}

function signed(field: string, written: unknown, most: number): number {
  const value = integer(field, written, -most, most);
  if (value !== 0) return value;
  throw new RecurrenceError(field, `It must count from the start (1 to ${most}) or from the end (-1 to -${most}).`);
}

function integer(field: string, written: unknown, least: number, most: number): number {
  const isText = typeof written === 'string' && /^-?\d+$/.test(written.trim());
  const value = typeof written === 'number' || isText ? Number(written) : NaN;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RecurrenceError(
    field,
    `It must be a whole number from ${least} to ${most}, not ${JSON.stringify(written)}.`,
  );
}

function sorted(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((left, right) => left - right);
}
