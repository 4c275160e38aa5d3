import type { GetDailyMetricsRequest } from '../contract/statistics';
import { utcOffsetOf } from '../tickets/sla/time-zone';
import { localDay, type LocalDay } from './local-day';

/**
 * The day a request asks about: today where the desk is, unless it names one. A flow cannot work out the local day itself:
 * it knows Windows time zones only, and the desk's is an IANA zone.
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/date`
 */
export function askedDay({ date }: Pick<GetDailyMetricsRequest, 'date'>, timeZone: string, now: Date): LocalDay {
  const today = new Date(now.getTime() + utcOffsetOf(timeZone)(now.getTime())).toISOString().slice(0, 10);
  return localDay(date ?? today, timeZone);
}
