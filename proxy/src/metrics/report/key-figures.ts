import type { Figures } from '../../contract/statistics';
import { table } from './report-table';
import { countText, durationText, NOTHING, numberText, ratingText, shareText } from './report-words';

/** A line of the first table. */
interface Line {
  name: string;
  text: (figures: Figures) => string;
  /** What two days are compared by; null when the day has none. */
  value: (figures: Figures) => number | null;
  /** A difference in words, without its direction. */
  difference: (difference: number) => string;
  /** What a higher value is called; else `more` and `fewer`. */
  higher?: string;
  lower?: string;
}

const count = (name: string, key: keyof Figures): Line => ({
  name,
  text: (figures) => numberText(figures[key] ?? 0),
  value: (figures) => figures[key],
  difference: numberText,
});

const share = (name: string, of: (figures: Figures) => [part: number, whole: number]): Line => ({
  name,
  text: (figures) => shareText(...of(figures)),
  // Whole points, as they are shown.
  value: (figures) => {
    const [part, whole] = of(figures);
    return whole === 0 ? null : Math.round((100 * part) / whole);
  },
  difference: (points) => countText(points, 'point'),
  higher: 'up',
  lower: 'down',
});

const time = (name: string, key: 'response_seconds_median' | 'response_seconds_average'): Line => ({
  name,
  text: (figures) => durationText(figures[key]),
  value: (figures) => figures[key],
  difference: durationText,
  higher: 'longer',
  lower: 'shorter',
});

const LINES: readonly Line[] = [
  count('Messages', 'messages'),
  count('Tickets opened', 'tickets'),
  count('Answered automatically', 'answered_automatically'),
  share('Answered automatically, of all messages', ({ answered_automatically, messages }) => [
    answered_automatically,
    messages,
  ]),
  count('Handed over', 'handed_over'),
  count('First answers', 'responses'),
  time('First answer, median', 'response_seconds_median'),
  time('First answer, average', 'response_seconds_average'),
  share('First answers in time', ({ responses_in_time, responses_late }) => [
    responses_in_time,
    responses_in_time + responses_late,
  ]),
  count('Assigned', 'assigned'),
  count('Escalated', 'escalated'),
  count('Resolved', 'resolved'),
  count('Resolved after long silence', 'resolved_assumed'),
  count('Reopened', 'reopened'),
  count('Doubtful readings', 'low_confidence'),
  count('Corrected readings', 'corrected'),
  {
    name: 'Rating, average (ratings)',
    text: ratingText,
    value: ({ rating_average }) => rating_average && Math.round(rating_average * 10) / 10,
    difference: (stars) => stars.toFixed(1),
    higher: 'better',
    lower: 'worse',
  },
];

/** `▲ 12 more`: a sign and a word, so that neither colour nor shape alone says it. */
function comparison({ value, difference, higher = 'more', lower = 'fewer' }: Line, today: Figures, before: Figures) {
  const [now, then] = [value(today), value(before)];
  if (now === null || then === null) return NOTHING;
  if (now === then) return 'the same';
  return now > then ? `▲ ${difference(now - then)} ${higher}` : `▼ ${difference(then - now)} ${lower}`;
}

/** The figures of a day beside those of the day before. */
export const keyFigures = (today: Figures, before: Figures, dayName: string, dayBeforeName: string): string =>
  table<Line>(
    [
      { heading: 'Figure', text: ({ name }) => name },
      { heading: dayName, text: ({ text }) => text(today), isNumber: true },
      { heading: dayBeforeName, text: ({ text }) => text(before), isNumber: true },
      { heading: 'Change', text: (line) => comparison(line, today, before), isNumber: true },
    ],
    LINES,
  );
