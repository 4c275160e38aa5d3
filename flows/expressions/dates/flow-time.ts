import { type IANAZone } from 'luxon';
import { ExpressionError } from '../expression-error';

/** A point on a clock face with the platform's precision of 100 ns. */
export interface FlowTime {
  /** The date and time shown, as milliseconds since 1970 as if it were UTC. */
  wall: number;
  /** Hundreds of nanoseconds below the millisecond, 0-9999. */
  fraction: number;
  /** False for a local time whose zone is not part of the value; it is written without `Z`. */
  utc: boolean;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Milliseconds from 0001-01-01 to 1970-01-01. */
const EPOCH_OFFSET = 62_135_596_800_000;
const LAST_MOMENT = 253_402_300_800_000;

/** @throws {ExpressionError} outside the years 1 to 9999 */
export function atWall(time: FlowTime, wall: number): FlowTime {
  if (!(wall >= -EPOCH_OFFSET && wall < LAST_MOMENT)) {
    throw new ExpressionError('The time would lie outside the years 0001 to 9999.');
  }
  return { ...time, wall };
}

export function fromDate(date: Date): FlowTime {
  return { wall: date.getTime(), fraction: 0, utc: true };
}

/** Units of 100 ns since 0001-01-01; beyond 2^53. */
export function ticksOf(time: FlowTime): bigint {
  return BigInt(time.wall + EPOCH_OFFSET) * 10_000n + BigInt(time.fraction);
}

const UNITS: Record<string, number> = {
  second: 1000,
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: DAY,
  week: 7 * DAY,
};

/** All months of the calendar; further moves only overflow. */
const MOST_MONTHS = 12 * 9999;

/**
 * Milliseconds of a unit of time (Second to Week, singular or plural), or that it is a month or a year.
 * @throws {ExpressionError} naming an unknown unit
 */
export function unitLength(unit: string): number | 'month' | 'year' {
  const name = unit.toLowerCase().replace(/s$/, '');
  if (name === 'month' || name === 'year') return name;
  if (Object.hasOwn(UNITS, name)) return UNITS[name]!;
  throw new ExpressionError(
    `The time unit '${unit.slice(0, 40)}' is not known: it is Second, Minute, Hour, Day, Week, Month or Year.`,
  );
}

/**
 * Moves a time by a number of units (Second to Year, singular or plural); months and years clamp to the last day.
 * @throws {ExpressionError} naming an unknown unit
 */
export function moveTime(time: FlowTime, count: number, unit: string): FlowTime {
  const length = unitLength(unit);
  if (typeof length === 'number') return atWall(time, time.wall + count * length);
  const months = length === 'year' ? 12 * count : count;
  if (Math.abs(months) > MOST_MONTHS) return atWall(time, NaN);
  const date = new Date(time.wall);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(date.getTime());
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(day, lastDay.getUTCDate()));
  return atWall(time, date.getTime());
}

/** The local time in a zone of a UTC time; UTC itself keeps its mark. */
export function toZone(time: FlowTime, zone: IANAZone): FlowTime {
  if (zone.name === 'UTC') return { ...time, utc: true };
  return { ...atWall(time, time.wall + zone.offset(time.wall) * MINUTE), utc: false };
}

/**
 * The UTC time of a local time. An hour that daylight saving repeats means its second, standard-time pass (as in .NET);
 * a local time that daylight saving skips moves forward by the gap.
 */
export function fromZone(time: FlowTime, zone: IANAZone): FlowTime {
  const before = zone.offset(time.wall - DAY);
  const after = zone.offset(time.wall + DAY);
  const fitting = [before, after].filter((offset) => zone.offset(time.wall - offset * MINUTE) === offset);
  const offset = fitting.length > 0 ? Math.min(...fitting) : before;
  return { ...atWall(time, time.wall - offset * MINUTE), utc: true };
}
