import * as React from 'react';
import { type Group, groupedLines, groupRows, type Lines, plainLines } from '../model/group';
import type { Grouping } from '../model/settings';
import { SLA_STATES, slaOf } from '../model/sla';
import type { View } from '../model/view';
import type { Desk } from './desk';

export interface GroupedLines {
  readonly lines: Lines<string>;
  readonly headingOf: (group: Group<string>) => string;
  fold(key: string): void;
}

/** The lines of the list: the rows of the view, under headings when they are grouped. */
export function useLines(
  { words, formats, settings, clock, read }: Desk,
  view: View,
  grouping: Grouping,
): GroupedLines {
  const [folded, setFolded] = React.useState<ReadonlySet<string>>(new Set());
  const minute = useMinute(clock, grouping === 'sla');
  const { ids, records } = view;

  const groups = React.useMemo(() => {
    if (grouping === 'none') return undefined;
    const ticketAt = (row: number) => {
      const record = records[ids[row] ?? ''];
      return record && read(record);
    };
    if (grouping === 'intent')
      return groupRows<string>(ids.length, (row) => ticketAt(row)?.intent ?? '', settings.choices.intent.words);
    const now = new Date(minute);
    return groupRows<string>(
      ids.length,
      (row) => {
        const ticket = ticketAt(row);
        return ticket ? slaOf(ticket, now, settings.nearingShare).state : 'none';
      },
      SLA_STATES,
    );
  }, [grouping, ids, records, read, settings, minute]);

  const lines = React.useMemo(
    () => (groups ? groupedLines(groups, folded) : plainLines(ids.length)),
    [groups, folded, ids.length],
  );
  const headingOf = React.useCallback(
    ({ key, rows }: Group<string>) => {
      const name = grouping === 'sla' ? words(`Sla_${key}`) : key ? words(`intent_${key}`) : words('Group_without');
      return words('Group_heading', name, formats.number(rows.length));
    },
    [grouping, words, formats],
  );
  const fold = React.useCallback(
    (key: string) =>
      setFolded((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  return { lines, headingOf, fold };
}

const MINUTE = 60_000;

/** The start of the minute a clock shows, in milliseconds. */
const minuteOf = ({ now }: Desk['clock']): number => Math.floor(now.getTime() / MINUTE) * MINUTE;

/** The minute, moving on only when that is wanted: groups by time left change with it. */
function useMinute(clock: Desk['clock'], isWanted: boolean): number {
  const [minute, setMinute] = React.useState(() => minuteOf(clock));
  React.useEffect(() => {
    if (!isWanted) return undefined;
    setMinute(minuteOf(clock));
    return clock.subscribe(() => setMinute(minuteOf(clock)));
  }, [clock, isWanted]);
  return minute;
}
