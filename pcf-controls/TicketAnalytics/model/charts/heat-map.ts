import { weekdayOf } from '../day';
import type { Drill } from '../drill';
import { ratio } from '../measures';
import { rowsWithin, totalsBy } from '../metrics';
import { type Basis, type Chart, missingOf, type Reading, rounded, shown } from './chart';

export const HOURS = 24;
export const WEEKDAYS = 7;
/** Up to which share a step of the scale goes. */
const STEPS = [0.5, 0.75, 0.9, 0.98] as const;

/** Which part of the first answers was in time, by weekday and hour where the desk is. */
export interface HeatMap extends Chart {
  readonly kind: 'heat-map';
  /** The share at weekday × 24 + hour; nothing where there was no answer. */
  readonly shares: readonly (number | undefined)[];
  readonly weekdays: readonly string[];
  hourLabel(hour: number): string;
  percent(share: number): string;
  /** The words of the steps of the scale, the lowest first. */
  readonly steps: readonly string[];
  read(cell: number): Reading;
  drill(cell: number): Drill;
}

/** The step of the scale a share is on, from 0. */
export const stepOf = (share: number): number => STEPS.filter((step) => share >= step).length;

const cells = Array.from({ length: WEEKDAYS * HOURS }, (_, cell) => cell);

export function heatMap({ metrics, columns, period, speech }: Basis): HeatMap {
  const { say, formats } = speech;
  const totals = totalsBy(rowsWithin(metrics.rows.hour, period), ({ day, hour }) =>
    hour === undefined ? undefined : weekdayOf(day) * HOURS + hour,
  );
  const inTime = (cell: number) => totals.get(cell)?.responsesInTime ?? 0;
  const decided = (cell: number) => inTime(cell) + (totals.get(cell)?.responsesLate ?? 0);
  const shares = cells.map((cell) => ratio(inTime(cell), decided(cell)));
  const percent = (share: number) => formats.percent(share);
  const place = (cell: number) =>
    say('Heat_place', speech.weekday(Math.floor(cell / HOURS)), speech.hour(cell % HOURS));
  const worst = cells
    .filter((cell) => shares[cell] !== undefined)
    .sort((a, b) => (shares[a] ?? 0) - (shares[b] ?? 0) || decided(b) - decided(a))[0];
  const all = cells.reduce((sum, cell) => sum + decided(cell), 0);
  const met = cells.reduce((sum, cell) => sum + inTime(cell), 0);
  return {
    kind: 'heat-map',
    id: 'heat-map',
    title: say('Heat_title'),
    summary:
      worst === undefined
        ? say('NoData')
        : say(
            'Heat_summary',
            formats.percent(met / all, 1),
            formats.number(all),
            place(worst),
            percent(shares[worst] ?? 0),
          ),
    missing: missingOf(columns, ['date', 'scope', 'hour', 'responsesInTime', 'responsesLate']),
    hasData: worst !== undefined,
    table: {
      columns: [
        say('Weekday'),
        say('Column_hour'),
        say('Column_responsesInTime'),
        say('Column_responsesLate'),
        say('Rate'),
      ],
      rows: cells
        .filter((cell) => decided(cell) > 0)
        .map((cell) => [
          speech.weekday(Math.floor(cell / HOURS)),
          cell % HOURS,
          inTime(cell),
          decided(cell) - inTime(cell),
          rounded(shares[cell], 4),
        ]),
    },
    shares,
    weekdays: Array.from({ length: WEEKDAYS }, (_, weekday) => speech.weekday(weekday)),
    hourLabel: speech.hour,
    percent,
    steps: [0, ...STEPS].map((from, step) =>
      step === 0 ? say('Heat_below', percent(STEPS[0])) : say('Heat_from', percent(from)),
    ),
    read: (cell) => ({
      title: place(cell),
      entries: [
        { label: say('Heat_share'), value: shown(shares[cell], speech, percent) },
        { label: say('Column_responsesInTime'), value: formats.number(inTime(cell)) },
        { label: say('Column_responsesLate'), value: formats.number(decided(cell) - inTime(cell)) },
      ],
    }),
    drill: (cell) => ({ chart: 'heat-map', ...period, weekday: Math.floor(cell / HOURS), hour: cell % HOURS }),
  };
}
