import { logarithmicAxis } from '../axis';
import { isoDay } from '../day';
import { BUCKETS, type Percentile, percentile } from '../histogram';
import { rowsWithin, totalOf, totalsBy } from '../metrics';
import { daysOf } from '../period';
import { type Basis, type DayChart, dayBefore, missingOf, shown } from './chart';

const MARKS = [1, 10, 60, 300, 900, 3600, 14_400, 86_400, 172_800];

/** How long customers waited for the first answer to an e-mail: the middle, and where most answers lie. */
export function responseTimeChart(basis: Basis, email: number | undefined, targetSeconds: number): DayChart {
  const { metrics, period, speech } = basis;
  const { say, formats } = speech;
  const rows = metrics.rows.intent.filter(({ channel }) => channel === 'email');
  const totals = totalsBy(rows, ({ day }) => day);
  const days = daysOf(period);
  const at = (share: number) => (day: number) => percentile(totals.get(day) ?? {}, share);
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => days.map(at(share))) as [
    (Percentile | undefined)[],
    (Percentile | undefined)[],
    (Percentile | undefined)[],
  ];
  const estimates = (percentiles: readonly (Percentile | undefined)[]) => percentiles.map((one) => one?.estimate);
  const before = days.map((_, index) => at(0.5)(dayBefore(period, index)));
  const responses = days.map((day) => totals.get(day)?.responses);
  const whole = totalOf(rowsWithin(rows, period));
  const known = [
    ...estimates(low),
    ...estimates(high),
    ...(basis.isCompared ? estimates(before) : []),
    targetSeconds,
  ].filter((value): value is number => value !== undefined);
  const first = MARKS.filter((mark) => mark <= Math.min(...known)).pop() ?? 1;
  const last = MARKS.find((mark) => mark >= Math.max(...known)) ?? 172_800;
  return {
    kind: 'days',
    id: 'response-time',
    title: say('Response_title'),
    summary:
      percentile(whole, 0.5) === undefined
        ? say('NoData')
        : say(
            'Response_summary',
            speech.bucket(percentile(whole, 0.5)),
            speech.bucket(percentile(whole, 0.9)),
            formats.number(whole.responses ?? 0),
          ),
    missing: missingOf(basis.columns, ['date', 'scope', 'channel', ...BUCKETS.map(([measure]) => measure)]),
    hasData: middle.some((one) => one !== undefined),
    table: {
      columns: [
        say('Column_date'),
        say('Response_low'),
        say('Response_middle'),
        say('Response_high'),
        say('Column_responses'),
      ],
      rows: days.map((day, index) => [
        isoDay(day),
        ...[low, middle, high].map((percentiles) => percentiles[index] && speech.bucket(percentiles[index])),
        responses[index],
      ]),
    },
    days,
    axis: logarithmicAxis(
      MARKS.filter((mark) => mark >= first && mark <= last),
      speech.duration,
    ),
    stacks: [],
    lines: [
      { label: say('Response_middle'), tone: 0, values: estimates(middle) },
      ...(basis.isCompared ? [{ label: say('Before'), tone: 1, values: estimates(before), isBefore: true }] : []),
    ],
    band: { label: say('Response_band'), low: estimates(low), high: estimates(high) },
    target: { value: targetSeconds, label: say('Target_line', speech.duration(targetSeconds)) },
    read: (index) => ({
      title: speech.longDay(days[index] ?? period.from),
      entries: [
        { label: say('Response_middle'), value: speech.bucket(middle[index]), tone: 0 },
        { label: say('Response_low'), value: speech.bucket(low[index]) },
        { label: say('Response_high'), value: speech.bucket(high[index]) },
        { label: say('Column_responses'), value: shown(responses[index], speech, formats.number) },
        ...(basis.isCompared ? [{ label: say('Before'), value: speech.bucket(before[index]) }] : []),
      ],
    }),
    drill: (index) => ({
      chart: 'response-time',
      from: days[index] ?? period.from,
      to: days[index] ?? period.to,
      channel: email,
    }),
  };
}
