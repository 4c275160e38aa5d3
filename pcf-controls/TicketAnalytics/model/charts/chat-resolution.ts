import { linearAxis } from '../axis';
import { isoDay } from '../day';
import { ratio } from '../measures';
import { rowsWithin, totalOf, totalsBy } from '../metrics';
import { daysOf } from '../period';
import { type Basis, type DayChart, dayBefore, missingOf, rounded, shown } from './chart';

const NEEDS = ['date', 'scope', 'channel', 'resolved', 'resolvedWithoutAgent'] as const;
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** Which part of the chats resolved on a day no agent had to help with. @param chat the channel as the tickets hold it */
export function chatResolutionChart(basis: Basis, chat: number | undefined, target: number): DayChart {
  const { metrics, period, speech } = basis;
  const { say, formats } = speech;
  const rows = metrics.rows.intent.filter(({ channel }) => channel === 'chat');
  const totals = totalsBy(rows, ({ day }) => day);
  const rate = (day: number) => ratio(totals.get(day)?.resolvedWithoutAgent, totals.get(day)?.resolved);
  const percent = (share: number) => formats.percent(share, 1);
  const days = daysOf(period);
  const values = days.map(rate);
  const before = days.map((_, index) => rate(dayBefore(period, index)));
  const whole = totalOf(rowsWithin(rows, period));
  const wholeRate = ratio(whole.resolvedWithoutAgent, whole.resolved);
  const resolved = (index: number) => totals.get(days[index] ?? NaN)?.resolved;
  return {
    kind: 'days',
    id: 'chat-resolution',
    title: say('Chat_title'),
    summary:
      wholeRate === undefined
        ? say('NoData')
        : say(
            'Chat_summary',
            percent(wholeRate),
            formats.number(whole.resolved ?? 0),
            formats.percent(target, 1),
            values.filter((value) => value !== undefined && value > target).length,
            values.filter((value) => value !== undefined).length,
          ),
    missing: missingOf(basis.columns, NEEDS),
    hasData: wholeRate !== undefined,
    table: {
      columns: [say('Column_date'), say('Column_resolved'), say('Column_resolvedWithoutAgent'), say('Rate')],
      rows: days.map((day, index) => [
        isoDay(day),
        totals.get(day)?.resolved,
        totals.get(day)?.resolvedWithoutAgent,
        rounded(values[index], 4),
      ]),
    },
    days,
    axis: linearAxis(QUARTERS, (share) => formats.percent(share)),
    stacks: [],
    lines: [
      { label: say('Chat_line'), tone: 0, values },
      ...(basis.isCompared ? [{ label: say('Before'), tone: 1, values: before, isBefore: true }] : []),
    ],
    counts: { label: say('Column_resolved'), tone: 0, values: days.map((_, index) => resolved(index)) },
    target: { value: target, label: say('Target_line', formats.percent(target, 1)) },
    read: (index) => ({
      title: speech.longDay(days[index] ?? period.from),
      entries: [
        { label: say('Chat_line'), value: shown(values[index], speech, percent), tone: 0 },
        { label: say('Column_resolved'), value: shown(resolved(index), speech, formats.number) },
        ...(basis.isCompared ? [{ label: say('Before'), value: shown(before[index], speech, percent) }] : []),
      ],
    }),
    drill: (index) => ({
      chart: 'chat-resolution',
      from: days[index] ?? period.from,
      to: days[index] ?? period.to,
      channel: chat,
    }),
  };
}
