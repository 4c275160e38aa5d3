import fc from 'fast-check';
import { addBusinessMinutes, createBusinessCalendar } from './business-calendar';
import { readBusinessHours } from './business-hours';
import { asTableRow } from './hours.fixture';
import { liveThrough, situation } from './minute-by-minute.fixture';
import { dueAfterPause, type Pause, readClock, readDueClock, type SlaClock } from './sla-clock';

const MINUTE = 60_000;
const THREE_DAYS = 3 * 1440;

const moment = fc.integer({ min: -100, max: THREE_DAYS });
const pause = fc
  .tuple(moment, fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 5 }))
  .map(([from, length]) => ({ from, to: length === null ? undefined : from + length }));

/** A ticket's history within three days, and an instant at which its clock is read. */
const history = situation.chain((given) => {
  const at = (minutes: number) => new Date(given.start + minutes * MINUTE);
  return fc.record({
    given: fc.constant(given),
    now: fc.integer({ min: 0, max: THREE_DAYS }).map(at),
    clock: fc.record({
      startedAt: fc.constant(at(0)),
      // The scarcest hours, one minute a week, have 520 minutes within the ten years a clock may run.
      minutes: fc.integer({ min: 1, max: 400 }),
      pauses: fc
        .array(pause, { maxLength: 4 })
        .map((list) =>
          list.map(({ from, to }): Pause => ({ from: at(from), to: to === undefined ? undefined : at(to) })),
        ),
      stoppedAt: fc.option(fc.integer({ min: 0, max: THREE_DAYS }).map(at), { nil: undefined }),
    }),
  });
});

it('a clock shows what living through all its minutes shows', () => {
  fc.assert(
    fc.property(history, ({ given, clock, now }) => {
      const calendar = createBusinessCalendar(readBusinessHours(asTableRow(given.notes), given.zone));
      const { due, ...reading } = readClock(calendar, clock, now);
      const { due: livedDue, ...lived } = liveThrough(given.notes, given.zone, clock, now.getTime());
      expect(reading).toEqual(lived);
      if (livedDue !== undefined) expect(due.getTime()).toBe(livedDue);
      else {
        const end = clock.stoppedAt && clock.stoppedAt < now ? clock.stoppedAt : now;
        expect(due).toEqual(addBusinessMinutes(calendar, end, lived.remainingMinutes));
      }
    }),
    { numRuns: 300 },
  );
});

it('is tested with clocks of every state, running and stopped', () => {
  const seen = fc.sample(history, { numRuns: 300, seed: 1 }).map(({ given, clock, now }) => {
    const { state, stopped } = liveThrough(given.notes, given.zone, clock, now.getTime());
    return `${state}${stopped ? ', stopped' : ''}`;
  });
  const expected = ['breached', 'breached, stopped', 'nearing', 'on_track', 'on_track, stopped', 'paused'];
  expect([...new Set(seen)].sort()).toEqual(expected);
});

it('columns that every pause moves show the same as the whole history', () => {
  fc.assert(
    fc.property(history, ({ given, clock, now }) => {
      const calendar = createBusinessCalendar(readBusinessHours(asTableRow(given.notes), given.zone));
      const pauses = apart(clock);
      const begun = pauses.filter(({ from }) => from <= now);
      const waiting = begun.find(({ to }) => !to || to > now);
      let due = addBusinessMinutes(calendar, clock.startedAt, clock.minutes);
      for (const { from, to } of begun) if (to && to <= now) due = dueAfterPause(calendar, due, from, to);
      const columns = { due, minutes: clock.minutes, pausedSince: waiting?.from };
      const whole = { ...clock, pauses, stoppedAt: undefined };
      expect(readDueClock(calendar, columns, now)).toEqual(readClock(calendar, whole, now));
    }),
  );
});

/** The pauses that do not overlap an earlier one and begin after the ticket, as a ticket's status would have them. */
function apart({ pauses = [], startedAt }: SlaClock): Pause[] {
  const kept: Pause[] = [];
  for (const one of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = kept.at(-1);
    if (one.from >= startedAt && (!last || (last.to && one.from > last.to))) kept.push(one);
  }
  return kept;
}

it('a pause never makes a ticket due earlier', () => {
  const length = fc.integer({ min: 0, max: THREE_DAYS });
  fc.assert(
    fc.property(situation, length, length, length, (given, due, from, to) => {
      const calendar = createBusinessCalendar(readBusinessHours(asTableRow(given.notes), given.zone));
      const [before, since, resumed] = [due, from, from + to].map((m) => new Date(given.start + m * MINUTE)) as [
        Date,
        Date,
        Date,
      ];
      expect(dueAfterPause(calendar, before, since, resumed).getTime()).toBeGreaterThanOrEqual(before.getTime());
    }),
  );
});
