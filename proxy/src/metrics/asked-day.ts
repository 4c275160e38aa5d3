import type { GetDailyMetricsRequest } from '../contract/statistics';
import { localDate, type LocalDay, localDay } from './local-day';

/**
 * The day a request asks about: today where the desk is, unless it names one.
 * @throws {RccError} `RCC_INVALID_REQUEST` naming `body/date`
 */
export const askedDay = ({ date }: Pick<GetDailyMetricsRequest, 'date'>, timeZone: string, now: Date): LocalDay =>
  localDay(date ?? localDate(now, timeZone), timeZone);
