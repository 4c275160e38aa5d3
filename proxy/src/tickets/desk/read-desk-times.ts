import type { SlaPolicyRow } from '../../contract/desk';
import { PRIORITIES, type Priority } from '../../contract/vocabulary';
import { type BusinessCalendar, createBusinessCalendar } from '../sla/business-calendar';
import { readBusinessHours } from '../sla/business-hours';
import { slaMinutes } from '../sla/sla-policy';
import type { DeskRows, DeskTimes } from './desk-times';

/** What counts where the tables say nothing. */
export interface DeskDefaults {
  /** An IANA zone. */
  timeZone: string;
  /** The weekly intervals as the table would hold them; around the clock when left out. */
  weeklyIntervals?: string;
}

/** Used for a priority without a row of the SLA policy table. */
const DEFAULT_POLICIES: readonly SlaPolicyRow[] = [
  { priority: 'critical', first_response_minutes: 60, resolution_minutes: 480 },
  { priority: 'high', first_response_minutes: 240, resolution_minutes: 1440 },
  { priority: 'normal', first_response_minutes: 480, resolution_minutes: 2880 },
  { priority: 'low', first_response_minutes: 1440, resolution_minutes: 4320 },
];

/**
 * Reads the desk's times from its rows; every row is checked, not only those that will be asked for.
 * @throws {RccError} `RCC_INVALID_REQUEST` naming the part of the body that is wrong
 */
export function readDeskTimes({ business_hours, sla_policies = [] }: DeskRows, defaults: DeskDefaults): DeskTimes {
  const hours = readBusinessHours(business_hours ?? { weekly_intervals: defaults.weeklyIntervals }, defaults.timeZone);
  const calendar = createBusinessCalendar(hours);
  const aroundTheClock = createBusinessCalendar(readBusinessHours({}, hours.timeZone));
  const clockOf = (priority: Priority): { calendar: BusinessCalendar; minutes: ReturnType<typeof slaMinutes> } => {
    const always = sla_policies.find((row) => row.priority === priority)?.business_hours_only === false;
    return {
      calendar: always ? aroundTheClock : calendar,
      minutes: slaMinutes(priority, sla_policies, DEFAULT_POLICIES),
    };
  };
  const clocks = new Map(PRIORITIES.map((priority) => [priority, clockOf(priority)]));
  return { calendar, timeZone: hours.timeZone, clock: (priority) => clocks.get(priority) ?? clockOf(priority) };
}
