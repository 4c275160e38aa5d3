import type { GetDeskDayAnswer } from '../contract/statistics';
import { RccError } from '../errors/rcc-error';
import { dateAfter, localDate, localDay } from './local-day';

/**
 * The desk's day an instant belongs to. A flow cannot work it out itself: it knows Windows time zones only, and the desk's
 * is an IANA zone.
 * @param instant ISO 8601
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/at`
 */
export function deskDay(instant: string, timeZone: string): Omit<GetDeskDayAnswer, 'replayed'> {
  const year = new Date(instant).getUTCFullYear();
  if (!(year > 1970 && year < 9999)) {
    throw new RccError(
      'RCC_INVALID_REQUEST',
      `body/at must lie between 1971 and 9998, not at "${instant}".`,
      'body/at',
    );
  }
  const date = localDate(new Date(instant), timeZone);
  const { from, to } = localDay(date, timeZone);
  return { date, day_before: dateAfter(date, -1), time_zone: timeZone, from: from.toISOString(), to: to.toISOString() };
}
