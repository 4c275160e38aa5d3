import type { AgentRow, BusinessHoursRow } from '../../contract/desk';
import { RccError } from '../../errors/rcc-error';
import { ianaZone } from './time-zone';

/** In the order of `Date.getUTCDay`. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Open from one minute of the local day up to, but not including, another. */
export interface OpenMinutes {
  from: number;
  to: number;
}

/** Business hours as the clocks use them. */
export interface BusinessHours {
  /** An IANA zone. */
  timeZone: string;
  /** The hours of each weekday, Sunday first; sorted, none touching another. */
  week: readonly (readonly OpenMinutes[])[];
  /** Local dates, `2026-12-25`. */
  holidays: ReadonlySet<string>;
}

const DAY_MINUTES = 1440;
const AROUND_THE_CLOCK: BusinessHours['week'] = WEEKDAYS.map(() => [{ from: 0, to: DAY_MINUTES }]);

const INTERVALS_FORM = '{"monday":[{"from":"09:00","to":"17:30"}]}';
const HOLIDAYS_FORM = '[{"date":"2026-12-25","name":"Christmas Day"}]';

const refuse = (target: string, message: string): never => {
  throw new RccError('RCC_INVALID_REQUEST', `${target} ${message}`, target);
};

const given = (value: string | null | undefined): string | undefined => value?.trim() || undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const quoted = (value: unknown): string => (value === undefined ? '' : `, not ${JSON.stringify(value).slice(0, 60)}`);

const parsed = (json: string, form: string, target: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return refuse(target, `must be JSON, written like ${form}.`);
  }
};

const minuteOfDay = (time: unknown, where: string, target: string): number => {
  if (typeof time !== 'string' || !/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) {
    return refuse(target, `(${where}) must be a time from 00:00 to 24:00, written like 09:30${quoted(time)}.`);
  }
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
};

const openMinutes = (interval: unknown, where: string, target: string): OpenMinutes => {
  if (!isObject(interval)) return refuse(target, `(${where}) must have from and to, as in ${INTERVALS_FORM}.`);
  const from = minuteOfDay(interval.from, `${where}, from`, target);
  const to = minuteOfDay(interval.to, `${where}, to`, target);
  if (to <= from) {
    const remedy =
      to === 0
        ? 'Write 24:00 for the midnight that ends the day.'
        : 'Make two intervals of hours that pass midnight: one to 24:00, one from 00:00 of the next weekday.';
    refuse(target, `(${where}, to) must be later than from. ${remedy}`);
  }
  return { from, to };
};

/** Sorted; hours that overlap or touch become one. */
const merged = (hours: readonly OpenMinutes[]): OpenMinutes[] => {
  const result: OpenMinutes[] = [];
  for (const { from, to } of [...hours].sort((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
};

const weekOf = (json: string | undefined, target: string): BusinessHours['week'] => {
  if (json === undefined) return AROUND_THE_CLOCK;
  const days = parsed(json, INTERVALS_FORM, target);
  if (!isObject(days)) return refuse(target, `must be an object of weekdays, written like ${INTERVALS_FORM}.`);
  const unknown = Object.keys(days).find((name) => !WEEKDAYS.some((weekday) => weekday === name));
  if (unknown !== undefined) refuse(target, `must only have the days ${WEEKDAYS.join(', ')}${quoted(unknown)}.`);
  const week = WEEKDAYS.map((weekday) => {
    const intervals = days[weekday] ?? [];
    if (!Array.isArray(intervals)) return refuse(target, `(${weekday}) must be a list, as in ${INTERVALS_FORM}.`);
    return merged(intervals.map((interval, index) => openMinutes(interval, `${weekday}, ${index + 1}`, target)));
  });
  if (week.every((hours) => hours.length === 0)) {
    refuse(target, 'must have the hours of at least one weekday: a calendar that never opens makes nothing due.');
  }
  return week;
};

const isDate = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;

const holidaysOf = (json: string | undefined, target: string): ReadonlySet<string> => {
  if (json === undefined) return new Set();
  const days = parsed(json, HOLIDAYS_FORM, target);
  if (!Array.isArray(days)) return refuse(target, `must be a list of days, written like ${HOLIDAYS_FORM}.`);
  return new Set(
    days.map((day: unknown, index) => {
      const date = isObject(day) ? day.date : undefined;
      if (isDate(date)) return date;
      return refuse(target, `(${index + 1}, date) must be a date, written like 2026-12-25${quoted(date)}.`);
    }),
  );
};

const zoneOf = (name: string | undefined, defaultZone: string, target: string): string => {
  if (name !== undefined) {
    return ianaZone(name) ?? refuse(target, `must be an IANA time zone such as Europe/Berlin${quoted(name)}.`);
  }
  return (
    ianaZone(defaultZone) ?? refuse('The time zone', `"${defaultZone}" is no IANA time zone such as Europe/Berlin.`)
  );
};

/**
 * Reads the row of the business-hours table. Without weekly intervals it is open around the clock, holidays excepted.
 * @param defaultZone an IANA zone for a row that names none
 * @param target the part of the request the row came in, for errors
 * @throws {RccError} `RCC_INVALID_REQUEST` naming the column, and in its message the day and the interval
 */
export function readBusinessHours(
  row: BusinessHoursRow,
  defaultZone: string,
  target = 'body/business_hours',
): BusinessHours {
  return {
    timeZone: zoneOf(given(row.time_zone), defaultZone, `${target}/time_zone`),
    week: weekOf(given(row.weekly_intervals), `${target}/weekly_intervals`),
    holidays: holidaysOf(given(row.holidays), `${target}/holidays`),
  };
}

/**
 * Reads the working hours of an agent, which are written like the desk's; an agent has no holidays of their own.
 * @param defaultZone an IANA zone for an agent who has none
 * @param target the part of the request the agent came in, for example `body/agents/3`
 * @returns nothing when the agent has no shift
 * @throws {RccError} as `readBusinessHours`, also for a wrong zone of an agent without a shift
 */
export function readShift(
  { shift, time_zone }: Pick<AgentRow, 'shift' | 'time_zone'>,
  defaultZone: string,
  target: string,
): BusinessHours | undefined {
  const timeZone = zoneOf(given(time_zone), defaultZone, `${target}/time_zone`);
  const hours = given(shift);
  if (hours === undefined) return undefined;
  return { timeZone, week: weekOf(hours, `${target}/shift`), holidays: new Set() };
}
