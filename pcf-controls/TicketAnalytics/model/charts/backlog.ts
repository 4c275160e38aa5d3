import { linearAxis, roundTicks } from '../axis';
import { isoDay } from '../day';
import { totalsBy } from '../metrics';
import { daysOf } from '../period';
import { type Basis, type DayChart, missingOf, shown } from './chart';

const AGES = ['openUpTo1Day', 'openUpTo3Days', 'openUpTo7Days', 'openOver7Days'] as const;

/** How many tickets were open at the end of each day, by their age then. */
export function backlogChart({ metrics, columns, period, speech }: Basis): DayChart {
  const { say, formats } = speech;
  const days = daysOf(period);
  const totals = totalsBy(metrics.rows.day, ({ day }) => day);
  const stacks = AGES.map((age, tone) => ({
    label: say(`Age_${age}`),
    tone,
    values: days.map((day) => totals.get(day)?.[age]),
  }));
  const sums = days.map((_, index) =>
    stacks.reduce<number | undefined>(
      (sum, { values }) => (values[index] === undefined ? sum : (sum ?? 0) + (values[index] ?? 0)),
      undefined,
    ),
  );
  let last = sums.length - 1;
  while (last > 0 && sums[last] === undefined) last -= 1;
  const hasData = sums.some((sum) => sum !== undefined);
  return {
    kind: 'days',
    id: 'backlog',
    title: say('Backlog_title'),
    summary: hasData
      ? say(
          'Backlog_summary',
          speech.longDay(days[last] ?? period.to),
          formats.number(sums[last] ?? 0),
          formats.number(stacks[3]?.values[last] ?? 0),
        )
      : say('NoData'),
    missing: missingOf(columns, ['date', 'scope', ...AGES]),
    hasData,
    table: {
      columns: [say('Column_date'), ...stacks.map(({ label }) => label), say('Total')],
      rows: days.map((day, index) => [isoDay(day), ...stacks.map(({ values }) => values[index]), sums[index]]),
    },
    days,
    axis: linearAxis(roundTicks(Math.max(0, ...sums.map((sum) => sum ?? 0))), (value) => formats.number(value)),
    stacks,
    lines: [],
    read: (index) => ({
      title: speech.longDay(days[index] ?? period.from),
      entries: [
        { label: say('Total'), value: shown(sums[index], speech, formats.number) },
        ...(sums[index] === undefined
          ? []
          : stacks.map(({ label, tone, values }) => ({
              label,
              tone,
              value: shown(values[index], speech, formats.number),
            }))
        ).reverse(),
      ],
    }),
    drill: (index) => ({ chart: 'backlog', from: days[index] ?? period.from, to: days[index] ?? period.to }),
  };
}
