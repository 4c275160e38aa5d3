import type { Reminder } from '../../contract/assignment';
import type { DeskTimes } from '../desk/desk-times';
import { nextOpening } from '../sla/business-calendar';
import { utcOffsetOf } from '../sla/time-zone';
import { assignmentNotice, type GivenTicket } from './assignment-notice';
import { calendarTimeZone } from './calendar-time-zone';

const MINUTE = 60_000;
const LENGTH = 15 * MINUTE;
/** No clock is moved by more at once. */
const LONGEST_CLOCK_CHANGE = 3 * 60 * MINUTE;

/** `2026-03-02T09:00:00`, what the local clock shows. */
const localTime = (time: number, zone: string): string =>
  new Date(time + utcOffsetOf(zone)(time)).toISOString().slice(0, 19);

/** Around a change of the clocks a local time may mean two instants, or none. */
function clocksChangeAround(time: number, zone: string): boolean {
  const offset = utcOffsetOf(zone);
  return offset(time - LONGEST_CLOCK_CHANGE) !== offset(time + LENGTH + LONGEST_CLOCK_CHANGE);
}

/**
 * The calendar entry for a ticket that nothing has happened to: 15 minutes in the agent's time zone, on a whole minute,
 * not before the instant, and while the desk is open.
 * @param earliest when the agent should be reminded
 * @throws {RccError} `RCC_INVALID_REQUEST` when the desk does not open in ten years
 */
export function followUpReminder(request: GivenTicket, times: DeskTimes, earliest: Date): Reminder {
  const wholeMinute = new Date(Math.ceil(earliest.getTime() / MINUTE) * MINUTE);
  const at = nextOpening(times.calendar, wholeMinute);
  const own = calendarTimeZone(request.agent.time_zone?.trim() || times.timeZone, at);
  const { text, zone } = clocksChangeAround(at.getTime(), own.zone) ? calendarTimeZone('UTC', at) : own;
  const { subject, html } = assignmentNotice(request, 'reminder', times.timeZone);
  return {
    remind_at: at.toISOString(),
    start: localTime(at.getTime(), zone),
    end: localTime(at.getTime() + LENGTH, zone),
    time_zone: text,
    subject,
    html,
  };
}
