import { readDeskTimes } from '../../tickets/desk/read-desk-times';

const WEEKDAYS_9_TO_5 = JSON.stringify(
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ from: '09:00', to: '17:00' }]]),
  ),
);

/** A desk that is open from nine to five on weekdays. @param timeZone an IANA zone */
export const deskTimes = (timeZone: string) =>
  readDeskTimes({ business_hours: { time_zone: timeZone, weekly_intervals: WEEKDAYS_9_TO_5 } }, { timeZone: 'UTC' });
