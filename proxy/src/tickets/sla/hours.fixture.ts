import type { BusinessHoursRow } from '../../contract/desk';
import { WEEKDAYS, type Weekday } from './business-hours';

/** One line of business hours as a person notes them: hours of a weekday, or a holiday. */
export interface HoursNote {
  weekday?: Weekday;
  /** `09:00` */
  opens?: string;
  /** `17:30`; `24:00` is the midnight that ends the day. */
  closes?: string;
  /** `2026-12-25` */
  holiday?: string;
}

/** The row of the business-hours table that says what the notes say. */
export function asTableRow(notes: readonly HoursNote[]): BusinessHoursRow {
  const intervals = WEEKDAYS.map((weekday) => [
    weekday,
    notes.filter((note) => note.weekday === weekday).map(({ opens, closes }) => ({ from: opens, to: closes })),
  ]);
  const holidays = notes.filter(({ holiday }) => holiday).map(({ holiday }) => ({ date: holiday, name: 'Holiday' }));
  return {
    weekly_intervals: JSON.stringify(Object.fromEntries(intervals)),
    holidays: holidays.length > 0 ? JSON.stringify(holidays) : null,
  };
}
