/** How often a schedule counts (documented for the Recurrence trigger). */
export type Frequency = 'Second' | 'Minute' | 'Hour' | 'Day' | 'Week' | 'Month';

/** The platform's longest intervals, in units of the frequency (documented). */
export const LONGEST_INTERVAL: Readonly<Record<Frequency, number>> = {
  Second: 9_999_999,
  Minute: 72_000,
  Hour: 12_000,
  Day: 500,
  Week: 71,
  Month: 16,
};

/** What a `schedule` can list. */
export type ScheduleList = 'hours' | 'minutes' | 'weekDays' | 'monthDays' | 'monthlyOccurrences';

/** Which lists each frequency may carry; the platform has no others. */
export const SCHEDULE_LISTS: Readonly<Record<Frequency, readonly ScheduleList[]>> = {
  Second: [],
  Minute: [],
  Hour: [],
  Day: ['hours', 'minutes'],
  Week: ['hours', 'minutes', 'weekDays'],
  Month: ['hours', 'minutes', 'monthDays', 'monthlyOccurrences'],
};
