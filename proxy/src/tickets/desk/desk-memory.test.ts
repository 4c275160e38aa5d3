import type { NewEvent } from '../../events/event';
import { createDeskMemory } from './desk-memory';
import type { DeskMemory, DeskRows } from './desk-times';

const now = new Date('2026-03-01T09:30:00.000Z');
const defaults = { timeZone: 'Europe/London', weeklyIntervals: '{"monday":[{"from":"09:00","to":"17:00"}]}' };
const hours = { time_zone: 'Europe/Berlin', weekly_intervals: '{"sunday":[{"from":"10:00","to":"12:00"}]}' };
const high = { priority: 'high' as const, first_response_minutes: 5, resolution_minutes: 10 };
const low = { priority: 'low' as const, first_response_minutes: 50, resolution_minutes: 100 };

let stored: NewEvent[];
let desk: DeskMemory;
const store = {
  latestEvent: (type: NewEvent['type']) => {
    const index = stored.findLastIndex((event) => event.type === type);
    const event = stored[index];
    return Promise.resolve(event && { ...event, sequence: index, recordedAt: event.occurredAt });
  },
};
beforeEach(() => {
  stored = [];
  desk = createDeskMemory(store, defaults, () => now);
});

const tell = async (rows: DeskRows) => {
  const { times, events } = await desk.timesFor(rows);
  stored.push(...events);
  return { times, told: events.length };
};
const minutesOf = async (priority: 'high' | 'low', rows: DeskRows = {}) =>
  (await desk.timesFor(rows)).times.clock(priority).minutes.firstResponse;

it('goes by the settings until it is told anything', async () => {
  const { times, told } = await tell({});
  expect([times.timeZone, told]).toEqual(['Europe/London', 0]);
  expect(times.calendar.hours.week.map((day) => day.length)).toEqual([0, 1, 0, 0, 0, 0, 0]);
  expect(times.clock('critical').minutes).toEqual({ firstResponse: 60, resolution: 480 });
});

it('remembers each part as it was last told, and lets a request that brings rows be decided by them', async () => {
  expect((await tell({ business_hours: hours })).told).toBe(1);
  expect((await tell({ sla_policies: [high] })).told).toBe(1);
  expect((await desk.timesFor({})).times.timeZone).toBe('Europe/Berlin');
  expect(await minutesOf('high')).toBe(5);
  expect(await minutesOf('high', { sla_policies: [{ ...high, first_response_minutes: 6 }] })).toBe(6);
});

it('is told once what does not change: the order of policies and empty columns mean nothing', async () => {
  expect((await tell({ business_hours: hours, sla_policies: [high, low] })).told).toBe(1);
  const same = {
    business_hours: { ...hours, holidays: null },
    sla_policies: [{ ...low, business_hours_only: null }, high],
  };
  expect((await tell(same)).told).toBe(0);
  expect((await tell({})).told).toBe(0);
  expect((await tell({ sla_policies: [high] })).told).toBe(1);
  expect(await minutesOf('low')).toBe(1440);
});

it('a row of business hours without any columns opens around the clock, unlike no row', async () => {
  const { times, told } = await tell({ business_hours: {} });
  expect(told).toBe(1);
  expect(times.calendar.hours.week.every((day) => day[0]?.to === 1440)).toBe(true);
  expect(times.timeZone).toBe('Europe/London');
});

it('knows only what was stored', async () => {
  await desk.timesFor({ sla_policies: [high] });
  expect(await minutesOf('high')).toBe(240);
  await expect(desk.timesFor({ business_hours: { time_zone: 'Mars' } })).rejects.toMatchObject({
    code: 'RCC_INVALID_REQUEST',
    target: 'body/business_hours/time_zone',
  });
  expect((await desk.timesFor({})).times.timeZone).toBe('Europe/London');
});

it('every instance on one store knows the same', async () => {
  const other = createDeskMemory(store, defaults, () => now);
  await other.timesFor({});
  await tell({ business_hours: hours });
  expect((await other.timesFor({})).times.timeZone).toBe('Europe/Berlin');
});

it('counts around the clock where a policy says so, else in the hours of the desk', async () => {
  const rows = [
    { ...high, business_hours_only: false },
    { ...low, business_hours_only: true },
  ];
  const { times } = await desk.timesFor({ business_hours: hours, sla_policies: rows });
  expect(times.clock('high').calendar.hours.week.every((day) => day[0]?.to === 1440)).toBe(true);
  expect(times.clock('low').calendar).toBe(times.calendar);
  expect(times.clock('normal').calendar).toBe(times.calendar);
});

it('refuses two policies of a priority nobody asked for', async () => {
  await expect(desk.timesFor({ sla_policies: [low, high, low] })).rejects.toMatchObject({
    target: 'body/sla_policies/2/priority',
  });
});

it.each([
  ['critical', 60, 480],
  ['high', 240, 1440],
  ['normal', 480, 2880],
  ['low', 1440, 4320],
] as const)(
  'without a policy a %s ticket is due after %d and %d minutes',
  async (priority, firstResponse, resolution) => {
    expect((await desk.timesFor({})).times.clock(priority).minutes).toEqual({ firstResponse, resolution });
  },
);
