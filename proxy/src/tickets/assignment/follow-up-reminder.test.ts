import fc from 'fast-check';
import { isOpen } from '../sla/business-calendar';
import { utcOffsetOf } from '../sla/time-zone';
import type { GivenTicket } from './assignment-notice';
import { CALENDAR_TIME_ZONES } from './calendar-time-zone';
import { followUpReminder } from './follow-up-reminder';
import { berlinHours, ticket, timesOf } from './sample-desk.fixture';

const request = (time_zone?: string | null): GivenTicket => ({
  ticket: ticket(),
  agent: { agent_id: 'ada', email: 'ada@example.com', time_zone },
});

const remind = (at: string, time_zone?: string | null, times = timesOf(berlinHours)) =>
  followUpReminder(request(time_zone), times, new Date(at));

it('is fifteen minutes on the agent’s own clock', () => {
  expect(remind('2026-03-03T10:00:00Z', 'America/New_York')).toMatchObject({
    remind_at: '2026-03-03T10:00:00.000Z',
    start: '2026-03-03T05:00:00',
    end: '2026-03-03T05:15:00',
    time_zone: '(UTC-05:00) Eastern Time (US & Canada)',
    subject: 'Follow up on your ticket: Parcel is late [TKT-000042]',
  });
});

it.each([
  ['at night', '2026-03-03T22:00:00Z', '2026-03-04T08:00:00.000Z'],
  ['at closing time', '2026-03-03T16:00:00Z', '2026-03-04T08:00:00.000Z'],
  ['before a holiday and a weekend', '2026-03-05T17:00:00Z', '2026-03-09T08:00:00.000Z'],
  ['while it is open, with seconds', '2026-03-03T10:00:00.001Z', '2026-03-03T10:01:00.000Z'],
  ['in the last minute', '2026-03-03T15:59:30Z', '2026-03-04T08:00:00.000Z'],
])('waits for the desk to be open: %s', (_when, at, expected) => {
  expect(remind(at).remind_at).toBe(expected);
});

it('keeps the desk’s time for an agent without a zone, and UTC for one whose zone means nothing', () => {
  const berlin = {
    start: '2026-03-03T11:00:00',
    time_zone: '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
  };
  expect(remind('2026-03-03T10:00:00Z', null)).toMatchObject(berlin);
  expect(remind('2026-03-03T10:00:00Z', ' ')).toMatchObject(berlin);
  const utc = { start: '2026-03-03T10:00:00', time_zone: '(UTC) Coordinated Universal Time' };
  expect(remind('2026-03-03T10:00:00Z', 'Europe/Atlantis')).toMatchObject(utc);
});

it('keeps UTC around a change of the clocks, when a local time may mean two instants', () => {
  const utc = {
    start: '2026-10-25T00:50:00',
    end: '2026-10-25T01:05:00',
    time_zone: '(UTC) Coordinated Universal Time',
  };
  expect(remind('2026-10-25T00:50:00Z', 'Europe/Madrid', timesOf())).toMatchObject(utc);
});

it('begins and ends, read back from its text, at the instants it is meant for, and while the desk is open', () => {
  const zoneByText = new Map(CALENDAR_TIME_ZONES.map(({ text, zone }) => [text, zone]));
  /** Every instant at which the clocks of a zone show a local time. */
  const readBack = (local: string, zone: string): number[] => {
    const shown = new Date(`${local}Z`).getTime();
    const quarters = Array.from({ length: 2 * 14 * 4 + 1 }, (_, index) => shown + (index - 14 * 4) * 900_000);
    return quarters.filter((instant) => instant + utcOffsetOf(zone)(instant) === shown);
  };
  const changes = ['2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-03-08T10:00:00Z', '2026-11-01T09:00:00Z'];
  const nearChange = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -12 * 60, max: 12 * 60 }))
    .map(([change, minutes]) => new Date(Date.parse(change) + minutes * 60_000));
  const anyTime = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }).map((at) => new Date(at));
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'Europe/Berlin', 'America/Los_Angeles');
  const desks = fc.constantFrom(timesOf(), timesOf(berlinHours));
  fc.assert(
    fc.property(fc.oneof(nearChange, anyTime), zones, desks, (earliest, zone, times) => {
      const { remind_at, start, end, time_zone } = followUpReminder(request(zone), times, earliest);
      const at = Date.parse(remind_at);
      expect(at).toBeGreaterThanOrEqual(earliest.getTime());
      expect(isOpen(times.calendar, new Date(at))).toBe(true);
      const calendarZone = zoneByText.get(time_zone)!;
      expect(readBack(start, calendarZone)).toEqual([at]);
      expect(readBack(end, calendarZone)).toEqual([at + 900_000]);
    }),
    { numRuns: 400 },
  );
});
