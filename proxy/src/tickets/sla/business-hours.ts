import { RccError } from '../../errors/rcc-error';
import { ianaZone } from './time-zone';

/** In the order of `Date.getUTCDay`. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * One row of `rcc_businesshours` as a flow passes it: either hours of a weekday (`weekday`, `opens`, `closes`; a split shift is
 * two rows) or a holiday, closed all day. Empty columns may be left out, null or blank.
 */
export interface BusinessHoursRow {
  weekday?: Weekday | null;
  /** `09:00`, local time. */
  opens?: string | null;
  /** `17:30`, local time, later than `opens`; `24:00` is the midnight that ends the day. */
  closes?: string | null;
  /** `2026-12-25`, a local date. */
  holiday?: string | null;
  /** An IANA name such as `Europe/Berlin`; the same in all rows that have one. */
  time_zone?: string | null;
}

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

/** The part of a request the rows come in. */
const ROWS = 'body/business_hours';

const refuse = (target: string, message: string): never => {
  throw new RccError('RCC_INVALID_REQUEST', `${target} ${message}`, target);
};

const given = (value: string | null | undefined): string | undefined => value?.trim() || undefined;

const minuteOfDay = (text: string | undefined, target: string): number => {
  if (text === undefined || !/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)) {
    return refuse(target, `must be a time from 00:00 to 24:00, written like 09:30${text ? `, not "${text}"` : ''}.`);
  }
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
};

const openMinutes = (row: BusinessHoursRow, target: string): OpenMinutes => {
  const from = minuteOfDay(given(row.opens), `${target}/opens`);
  const to = minuteOfDay(given(row.closes), `${target}/closes`);
  if (to <= from) {
    const remedy =
      to === 0
        ? 'Write 24:00 for the midnight that ends the day.'
        : 'Make two rows of hours that pass midnight: one to 24:00, one from 00:00 of the next weekday.';
    refuse(`${target}/closes`, `must be later than opens. ${remedy}`);
  }
  return { from, to };
};

const holidayOf = (date: string, row: BusinessHoursRow, target: string): string => {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(date) && new Date(`${date}T00:00Z`).toJSON()?.startsWith(date);
  if (!isDate) refuse(`${target}/holiday`, `must be a date, written like 2026-12-25, not "${date}".`);
  if (given(row.weekday) ?? given(row.opens) ?? given(row.closes)) {
    refuse(target, 'must be either hours of a weekday or a holiday. Make two rows of it.');
  }
  return date;
};

const weekdayOf = (row: BusinessHoursRow, target: string): number => {
  const weekday = given(row.weekday);
  if (weekday === undefined) return refuse(target, 'must have a weekday with its hours, or a holiday.');
  const index = WEEKDAYS.findIndex((name) => name === weekday);
  return index >= 0 ? index : refuse(`${target}/weekday`, `must be one of ${WEEKDAYS.join(', ')}, not "${weekday}".`);
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

const zoneOf = (rows: readonly BusinessHoursRow[], defaultZone: string): string => {
  const zones = rows.map((row, index) => {
    const name = given(row.time_zone);
    const target = `${ROWS}/${index}/time_zone`;
    return (
      name && (ianaZone(name) ?? refuse(target, `must be an IANA time zone such as Europe/Berlin, not "${name}".`))
    );
  });
  const zone = zones.find(Boolean);
  const other = zones.findIndex((one) => one && one !== zone);
  if (other >= 0) {
    refuse(
      `${ROWS}/${other}/time_zone`,
      `is ${zones[other]}, another row says ${zone}. One calendar has one time zone.`,
    );
  }
  return (
    zone ||
    (ianaZone(defaultZone) ?? refuse('The time zone', `"${defaultZone}" is no IANA time zone such as Europe/Berlin.`))
  );
};

/**
 * Reads the rows of the business-hours table.
 * @param defaultZone for rows that name no time zone
 * @throws {RccError} `RCC_INVALID_REQUEST` naming the row and the field, also when no weekday has hours
 */
export function readBusinessHours(rows: readonly BusinessHoursRow[], defaultZone: string): BusinessHours {
  const week: OpenMinutes[][] = WEEKDAYS.map(() => []);
  const holidays = new Set<string>();
  rows.forEach((row, index) => {
    const target = `${ROWS}/${index}`;
    const holiday = given(row.holiday);
    if (holiday !== undefined) holidays.add(holidayOf(holiday, row, target));
    else week[weekdayOf(row, target)]?.push(openMinutes(row, target));
  });
  if (week.every((hours) => hours.length === 0)) {
    refuse(ROWS, 'must have the hours of at least one weekday: a calendar that never opens makes nothing due.');
  }
  return { timeZone: zoneOf(rows, defaultZone), week: week.map(merged), holidays };
}
