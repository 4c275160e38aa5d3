import fc from 'fast-check';
import { WEEKDAYS } from './business-hours';
import type { HoursNote } from './hours.fixture';
import { NEARING_SHARE, type SlaClock } from './sla-clock';

/** The slow, obvious calendar and clock that the quick ones are tested against: they look at every single minute. */

const MINUTE = 60_000;
const readers = new Map<string, Intl.DateTimeFormat>();

/** Whether the local clock shows open hours. Reads the notes themselves, as a person would. */
export function openAt(notes: readonly HoursNote[], zone: string, time: number): boolean {
  const reader =
    readers.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
  readers.set(zone, reader);
  const [date = '', clock = ''] = reader.format(time).split(' ');
  if (notes.some((note) => note.holiday === date)) return false;
  const weekday = WEEKDAYS[new Date(`${date}T12:00:00Z`).getUTCDay()];
  return notes.some((note) => note.weekday === weekday && note.opens! <= clock && clock < note.closes!);
}

/** Steps from minute to minute while `go` wants it, telling which minutes are open; ends after `most` of them. */
export function step(
  notes: readonly HoursNote[],
  zone: string,
  from: number,
  most: number,
  go: (time: number, open: boolean) => boolean,
): void {
  for (let count = 0, time = from; count < most; count += 1, time += MINUTE) {
    if (!go(time, openAt(notes, zone, time))) return;
  }
}

/** What a clock shows at an instant, found by living through all its minutes. */
export function liveThrough(notes: readonly HoursNote[], zone: string, clock: SlaClock, now: number) {
  const end = Math.min(now, clock.stoppedAt?.getTime() ?? Infinity);
  const waiting = (time: number): boolean =>
    (clock.pauses ?? []).some(({ from, to }) => from.getTime() <= time && !(to && to.getTime() <= time));
  let left = clock.minutes;
  let due: number | undefined;
  for (let time = clock.startedAt.getTime(); time < end; time += MINUTE) {
    if (!openAt(notes, zone, time) || (due === undefined && waiting(time))) continue;
    left -= 1;
    if (left === 0) due = time + MINUTE;
  }
  const stopped = clock.stoppedAt !== undefined && clock.stoppedAt.getTime() <= now;
  const paused = due === undefined && waiting(end);
  if (due !== undefined && due < end) return { state: 'breached', remainingMinutes: left, stopped, due };
  const near = left <= clock.minutes * NEARING_SHARE;
  const state = stopped ? 'on_track' : paused ? 'paused' : near ? 'nearing' : 'on_track';
  return { state, remainingMinutes: left, stopped, due };
}

/** Both clock changes of zones that change at night, at midnight, by half an hour; the turn of the year; a day left out. */
const OCCASIONS: [zone: string, around: string][] = [
  ['Europe/Berlin', '2026-03-29T01:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-03-08T07:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Africa/Cairo', '2026-04-23T22:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00Z'],
  ['America/Havana', '2026-03-08T05:00Z'],
  ['America/Santiago', '2026-04-05T03:00Z'],
  ['America/St_Johns', '2026-12-31T23:00Z'],
  ['Asia/Kathmandu', '2027-01-01T00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['UTC', '2028-02-29T00:00Z'],
];

const clockTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const hours = fc
  .tuple(
    fc.constantFrom(...WEEKDAYS),
    fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 60, 120, 540)),
    fc.oneof(fc.integer({ min: 1, max: 1440 }), fc.constantFrom(1440, 180, 120)),
  )
  .filter(([, opens, closes]) => opens < closes)
  .map(([weekday, opens, closes]): HoursNote => ({
    weekday,
    opens: clockTime(opens),
    closes: clockTime(closes),
  }));

/** An occasion with business hours, holidays around it and an instant up to two days away. */
export const situation = fc.constantFrom(...OCCASIONS).chain(([zone, around]) => {
  const middle = Date.parse(around);
  const near = fc.integer({ min: -2 * 1440, max: 2 * 1440 }).map((minutes) => middle + minutes * MINUTE);
  const holiday = near.map((time): HoursNote => ({ holiday: new Date(time).toISOString().slice(0, 10) }));
  return fc.record({
    zone: fc.constant(zone),
    notes: fc
      .tuple(fc.array(hours, { minLength: 1, maxLength: 14 }), fc.array(holiday, { maxLength: 2 }))
      .map(([week, holidays]) => [...holidays, ...week]),
    start: near,
  });
});
