import { RccError } from '../../errors/rcc-error';
import { addBusinessMinutes, businessMinutesBetween, type BusinessCalendar } from './business-calendar';

/** What a clock shows: `paused` while the ticket waits for the customer. A breach stays one, whatever follows. */
export const CLOCK_STATES = ['on_track', 'nearing', 'breached', 'paused'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** A time in which the ticket waited for the customer; without `to` it still does. */
export interface Pause {
  from: Date;
  to?: Date;
}

/** One clock of a ticket with everything that happened to it. */
export interface SlaClock {
  /** When the ticket was created. */
  startedAt: Date;
  /** Business minutes it may run. */
  minutes: number;
  /** In any order; they may overlap. A reopened ticket was paused from its resolution to its reopening. */
  pauses?: readonly Pause[];
  /** When the first response was sent, or the ticket was resolved. */
  stoppedAt?: Date;
}

/** The same clock as the columns of a ticket keep it: with the due time that pauses already over have moved. */
export interface DueClock {
  due: Date;
  minutes: number;
  pausedSince?: Date;
  stoppedAt?: Date;
}

export interface ClockReading {
  state: ClockState;
  /** While paused: when it is due if it goes on now. */
  due: Date;
  /** Whole business minutes left, rounded down; negative by the minutes it is overdue. */
  remainingMinutes: number;
  stopped: boolean;
}

/** A running clock is nearing its due time when no more than this share of its minutes is left. */
export const NEARING_SHARE = 0.2;

/** The end of a pause that is not over. */
const NEVER = new Date(8.64e15);

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
const later = (one: Date, other: Date): Date => (one > other ? one : other);

const checkOrder = (from: Date, to: Date): void => {
  if (to >= from) return;
  const times = `from ${from.toISOString()} to ${to.toISOString()}`;
  throw new RccError('RCC_INVALID_REQUEST', `A pause ${times} ends before it begins. Check the dates of the ticket.`);
};

/** The pauses begun by an instant, as known then: in order, without overlaps, none before the start. */
function pausesBy({ startedAt, pauses = [] }: SlaClock, now: Date): Required<Pause>[] {
  const result: Required<Pause>[] = [];
  const byBeginning = [...pauses].sort((one, other) => one.from.getTime() - other.from.getTime());
  for (const { from, to = NEVER } of byBeginning) {
    if (from > now) break;
    checkOrder(from, to);
    const last = result.at(-1);
    if (last && from <= last.to) last.to = later(last.to, to);
    else if (to > startedAt) result.push({ from: later(from, startedAt), to });
  }
  return result;
}

/**
 * When a clock is due after a pause: moved by as many business minutes as were left when the pause began. A due time that
 * had passed by then stays where it is.
 * @throws {RccError} when the pause ends before it begins
 */
export function dueAfterPause(calendar: BusinessCalendar, due: Date, pausedSince: Date, resumedAt: Date): Date {
  checkOrder(pausedSince, resumedAt);
  if (due <= pausedSince) return due;
  const left = businessMinutesBetween(calendar, pausedSince, due);
  // A due time that somebody put into closed hours is never moved forward to the last open minute before it.
  return later(due, addBusinessMinutes(calendar, resumedAt, left));
}

/** Reads a clock at an instant from the columns of its ticket. What happens later than the instant does not count. */
export function readDueClock(
  calendar: BusinessCalendar,
  { due, minutes, pausedSince, stoppedAt }: DueClock,
  now: Date,
  nearingShare = NEARING_SHARE,
): ClockReading {
  const stopped = stoppedAt !== undefined && stoppedAt <= now;
  const end = stopped ? stoppedAt : now;
  // A breached clock does not pause: it counts how late the ticket is.
  const paused = pausedSince !== undefined && pausedSince <= end && pausedSince < due;
  const counted = paused ? pausedSince : end;
  const remaining = businessMinutesBetween(calendar, counted, due);
  const state = (): ClockState => {
    if (counted > due) return 'breached';
    if (stopped) return 'on_track';
    if (paused) return 'paused';
    return remaining <= minutes * nearingShare ? 'nearing' : 'on_track';
  };
  return {
    state: state(),
    due: paused ? dueAfterPause(calendar, due, pausedSince, end) : due,
    remainingMinutes: Math.floor(remaining),
    stopped,
  };
}

/** Reads a clock at an instant from its history. What happens later than the instant does not count. */
export function readClock(
  calendar: BusinessCalendar,
  clock: SlaClock,
  now: Date,
  nearingShare = NEARING_SHARE,
): ClockReading {
  const { startedAt, minutes, stoppedAt } = clock;
  const end = stoppedAt === undefined ? now : earlier(stoppedAt, now);
  const pauses = pausesBy(clock, end);
  const last = pauses.at(-1);
  const pausedSince = last && last.to > end ? last.from : undefined;
  const over = pausedSince === undefined ? pauses : pauses.slice(0, -1);
  const due = over.reduce(
    (moved, pause) => dueAfterPause(calendar, moved, pause.from, pause.to),
    addBusinessMinutes(calendar, startedAt, minutes),
  );
  return readDueClock(calendar, { due, minutes, pausedSince, stoppedAt }, now, nearingShare);
}
