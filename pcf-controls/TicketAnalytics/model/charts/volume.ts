import { isoDay } from '../day';
import { linearAxis, roundTicks } from '../axis';
import type { Counts } from '../measures';
import { rowsWithin, totalOf, totalsBy } from '../metrics';
import { daysOf, periodBefore } from '../period';
import { type Basis, type DayChart, dayBefore, missingOf, shown, type Values } from './chart';

const NEEDS = ['date', 'scope', 'channel', 'intent', 'messages'] as const;

/** How many e-mails came each day, and what they were about. @param email the channel as the tickets hold it */
export function volumeChart(basis: Basis, email: number | undefined): DayChart {
  const { metrics, period, speech } = basis;
  const { say, formats } = speech;
  const all = metrics.rows.intent.filter(({ channel, intent }) => channel === 'email' && intent !== undefined);
  const names = new Map(all.map(({ intent, intentName }) => [intent, intentName]));
  // By value and not by size: an intent keeps its colour whatever the period.
  const intents = [...names.keys()].sort((a, b) => Number(a) - Number(b));
  const rows = rowsWithin(all, period);
  const cells = totalsBy(rows, ({ day, intent }) => `${day} ${intent}`);
  const ofDay = (totals: Map<number, Counts>) => (day: number) =>
    metrics.days.has(day) ? (totals.get(day)?.messages ?? 0) : undefined;
  const days = daysOf(period);
  const sums = days.map(ofDay(totalsBy(rows, ({ day }) => day)));
  const stacks = intents.map((intent, tone) => ({
    label: names.get(intent) ?? '',
    tone,
    values: days.map((day): Values[number] =>
      metrics.days.has(day) ? (cells.get(`${day} ${intent}`)?.messages ?? 0) : undefined,
    ),
  }));
  const earlier = totalsBy(rowsWithin(all, periodBefore(period)), ({ day }) => day);
  const before = days.map((_, index) => ofDay(earlier)(dayBefore(period, index)));
  const byIntent = [...totalsBy(rows, ({ intent }) => intent)].sort(
    ([, one], [, other]) => (other.messages ?? 0) - (one.messages ?? 0),
  );
  const total = totalOf(rows).messages ?? 0;
  const busiest = sums.reduce<number>((best, sum, index) => ((sum ?? 0) > (sums[best] ?? 0) ? index : best), 0);
  const [most] = byIntent;
  return {
    kind: 'days',
    id: 'volume',
    title: say('Volume_title'),
    summary:
      total === 0 || !most
        ? say('Volume_none')
        : say(
            'Volume_summary',
            formats.number(total),
            names.get(most[0]) ?? '',
            formats.percent((most[1].messages ?? 0) / total),
            speech.longDay(days[busiest] ?? period.from),
            formats.number(sums[busiest] ?? 0),
          ),
    missing: missingOf(basis.columns, NEEDS),
    hasData: intents.length > 0 && sums.some((sum) => sum !== undefined),
    table: {
      columns: [say('Column_date'), ...stacks.map(({ label }) => label), say('Total')],
      rows: days.map((day, index) => [isoDay(day), ...stacks.map(({ values }) => values[index]), sums[index]]),
    },
    days,
    axis: linearAxis(
      roundTicks(Math.max(...sums.map((sum) => sum ?? 0), ...(basis.isCompared ? before.map((n) => n ?? 0) : []))),
      (value) => formats.number(value),
    ),
    stacks,
    lines: basis.isCompared ? [{ label: say('Before'), tone: intents.length, values: before, isBefore: true }] : [],
    read: (index) => ({
      title: speech.longDay(days[index] ?? period.from),
      entries: [
        { label: say('Total'), value: shown(sums[index], speech, formats.number) },
        ...(sums[index] === undefined
          ? []
          : stacks.map(({ label, tone, values }) => ({ label, tone, value: formats.number(values[index] ?? 0) }))
        ).reverse(),
        ...(basis.isCompared ? [{ label: say('Before'), value: shown(before[index], speech, formats.number) }] : []),
      ],
    }),
    drill: (index, stack) => ({
      chart: 'volume',
      from: days[index] ?? period.from,
      to: days[index] ?? period.to,
      channel: email,
      intent: stack === undefined ? undefined : intents[stack],
    }),
  };
}
