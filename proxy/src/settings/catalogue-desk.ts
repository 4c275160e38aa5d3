import { timeZone, weeklyIntervals } from './kinds';
import { optional, withDefault } from './setting';

export const deskCatalogue = {
  BUSINESS_TIMEZONE: withDefault({
    meaning: 'The time zone of business hours and of the days in reports, where the business-hours row names none.',
    example: 'Europe/London',
    fallback: 'UTC',
    parse: timeZone,
  }),
  BUSINESS_HOURS: optional({
    meaning:
      'The open hours of each weekday, where there is no business-hours row; a day left out is closed. Around the clock when left out.',
    example: '{"monday":[{"from":"09:00","to":"17:30"}],"tuesday":[{"from":"09:00","to":"17:30"}]}',
    parse: weeklyIntervals,
  }),
};
