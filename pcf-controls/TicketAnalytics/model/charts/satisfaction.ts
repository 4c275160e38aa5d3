import { linearAxis } from '../axis';
import { isoDay } from '../day';
import { ratio } from '../measures';
import { rowsWithin, totalOf, totalsBy } from '../metrics';
import { daysOf } from '../period';
import { type Basis, type DayChart, dayBefore, missingOf, rounded, shown } from './chart';

const NEEDS = ['date', 'scope', 'ratingCount', 'ratingSum'] as const;
const STARS = [1, 2, 3, 4, 5];

/** The mean rating of each day, and on how many ratings it rests. */
export function satisfactionChart(basis: Basis, target: number): DayChart {
  const { metrics, period, speech } = basis;
  const { say, formats, score } = speech;
  const totals = totalsBy(metrics.rows.day, ({ day }) => day);
  const mean = (day: number) => ratio(totals.get(day)?.ratingSum, totals.get(day)?.ratingCount);
  const days = daysOf(period);
  const values = days.map(mean);
  const before = days.map((_, index) => mean(dayBefore(period, index)));
  const counts = days.map((day) => totals.get(day)?.ratingCount);
  const whole = totalOf(rowsWithin(metrics.rows.day, period));
  const wholeMean = ratio(whole.ratingSum, whole.ratingCount);
  return {
    kind: 'days',
    id: 'satisfaction',
    title: say('Satisfaction_title'),
    summary:
      wholeMean === undefined
        ? say('NoData')
        : say('Satisfaction_summary', score(wholeMean), formats.number(whole.ratingCount ?? 0), score(target)),
    missing: missingOf(basis.columns, NEEDS),
    hasData: wholeMean !== undefined,
    table: {
      columns: [say('Column_date'), say('Satisfaction_line'), say('Column_ratingCount')],
      rows: days.map((day, index) => [isoDay(day), rounded(values[index], 3), counts[index]]),
    },
    days,
    axis: linearAxis(STARS, (value) => formats.number(value)),
    stacks: [],
    lines: [
      { label: say('Satisfaction_line'), tone: 0, values },
      ...(basis.isCompared ? [{ label: say('Before'), tone: 1, values: before, isBefore: true }] : []),
    ],
    counts: { label: say('Column_ratingCount'), tone: 0, values: counts },
    target: { value: target, label: say('Target_line', score(target)) },
    read: (index) => ({
      title: speech.longDay(days[index] ?? period.from),
      entries: [
        { label: say('Satisfaction_line'), value: shown(values[index], speech, score), tone: 0 },
        { label: say('Column_ratingCount'), value: shown(counts[index], speech, formats.number) },
        ...(basis.isCompared ? [{ label: say('Before'), value: shown(before[index], speech, score) }] : []),
      ],
    }),
    drill: (index) => ({ chart: 'satisfaction', from: days[index] ?? period.from, to: days[index] ?? period.to }),
  };
}
