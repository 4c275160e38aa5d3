import * as React from 'react';
import type { DayChart, Values } from '../model/charts/chart';
import type { Place } from './place';
import { Reader } from './Reader';
import { bandPath, dotPath, type Geometry, geometryOf, labelled, linePath, rectangle } from './shapes';
import { useSurroundings } from './surroundings';
import { toneClass, useTones } from './Textures';

interface Props {
  readonly chart: DayChart;
  readonly width: number;
  readonly describedBy: string;
}

const HEIGHT = 230;
/** What the bars below take, with the line above them. */
const COUNTS = 36;
const DAY_LABELS = 24;
const LABEL_WIDTH = 62;

/** Pixels a text of the axis takes, about. */
const labelWidth = (labels: readonly string[]): number => 14 + 6.4 * Math.max(...labels.map(({ length }) => length));

const mostOf = (values: Values): number => Math.max(1, ...values.map((value) => value ?? 0));

/** How much of each column is filled below each stack. */
function heights({ stacks, days }: DayChart): number[][] {
  const sums = days.map(() => 0);
  return stacks.map(({ values }) =>
    days.map((_, index) => {
      const from = sums[index] ?? 0;
      sums[index] = from + (values[index] ?? 0);
      return from;
    }),
  );
}

/** Days along the bottom; stacks, lines, a band and counts above them. */
export const DayPlot: React.FC<Props> = ({ chart, width, describedBy }) => {
  const { speech, isRightToLeft, onDrill } = useSurroundings();
  const { days, stacks, axis } = chart;
  const most = mostOf(chart.counts?.values ?? []);
  const labels = React.useMemo(
    () => labelWidth([...axis.ticks.map(({ label }) => label), speech.formats.number(most)]),
    [axis, most, speech],
  );
  const geometry = React.useMemo(
    () => geometryOf(width, HEIGHT, days.length, isRightToLeft, labels, DAY_LABELS + (chart.counts ? COUNTS : 0)),
    [width, days.length, isRightToLeft, labels, chart.counts],
  );
  const below = React.useMemo(() => heights(chart), [chart]);
  const placeAt = (x: number, y: number): Place | undefined => {
    const column = geometry.columnAt(x);
    if (column === undefined) return undefined;
    const row = stacks.findIndex(({ values }, stack) => {
      const from = below[stack]?.[column] ?? 0;
      return y <= geometry.y(axis.at(from)) && y > geometry.y(axis.at(from + (values[column] ?? 0)));
    });
    return { column, row: row < 0 ? undefined : row };
  };
  const read = ({ column, row }: Place) => {
    const reading = chart.read(column);
    const label = row === undefined ? undefined : stacks[row]?.label;
    const entries = reading.entries.filter((entry) => label === undefined || entry.label === label);
    return { title: reading.title, entries: entries.length > 0 ? entries : reading.entries };
  };
  return (
    <Reader
      name={chart.title}
      describedBy={describedBy}
      columns={days.length}
      rows={stacks.length}
      hasWhole
      isUpward
      width={width}
      height={HEIGHT}
      placeAt={placeAt}
      xOf={({ column }) => geometry.x(column)}
      read={read}
      onOpen={({ column, row }) => onDrill(chart.drill(column, row))}
    >
      {(place) => (
        <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false">
          <Marks chart={chart} geometry={geometry} below={below} />
          {place && <Cursor chart={chart} geometry={geometry} below={below} place={place} />}
        </svg>
      )}
    </Reader>
  );
};

interface MarksProps {
  readonly chart: DayChart;
  readonly geometry: Geometry;
  readonly below: readonly (readonly number[])[];
}

const barWidth = (step: number): number => Math.max(1, Math.min(36, step > 5 ? step - Math.max(1, step * 0.18) : step));

const Marks: React.FC<MarksProps> = React.memo(function Marks({ chart, geometry, below }) {
  const { speech, isRightToLeft } = useSurroundings();
  const fill = useTones();
  const { axis, days, stacks, lines, band, counts, target } = chart;
  const { left, right, x, step, top, bottom } = geometry;
  const y = (value: number) => geometry.y(axis.at(value));
  const bar = barWidth(step);
  const unknown =
    stacks.length === 0 ? [] : days.filter((_, index) => stacks.every((one) => one.values[index] === undefined));
  const mostCounted = mostOf(counts?.values ?? []);
  const floor = bottom + COUNTS;
  return (
    <>
      {axis.ticks.map(({ value, label }) => (
        <g key={value}>
          <line className="TicketAnalytics-grid" x1={left} x2={right} y1={y(value)} y2={y(value)} />
          <text
            className="TicketAnalytics-tick"
            x={isRightToLeft ? right + 6 : left - 6}
            y={y(value)}
            dy="0.32em"
            textAnchor="end"
          >
            {label}
          </text>
        </g>
      ))}
      {labelled(days.length, step, LABEL_WIDTH).map((index) => (
        <text key={index} className="TicketAnalytics-tick" {...dayLabel(index, geometry)}>
          {speech.shortDay(days[index] ?? 0)}
        </text>
      ))}
      <path
        fill={fill('unknown')}
        d={unknown.map((day) => rectangle(x(day - (days[0] ?? 0)) - step / 2, top, step, bottom - top)).join('')}
      />
      {band && <path className="TicketAnalytics-band" d={bandPath(band.low, band.high, x, y)} />}
      {target && (
        <line className="TicketAnalytics-target" x1={left} x2={right} y1={y(target.value)} y2={y(target.value)} />
      )}
      {stacks.map(({ label, tone, values }, stack) => (
        <path
          key={label}
          fill={fill(tone)}
          d={values
            .map((value, index) => {
              if (value === undefined || value <= 0) return '';
              const from = below[stack]?.[index] ?? 0;
              return rectangle(x(index) - bar / 2, y(from + value), bar, y(from) - y(from + value));
            })
            .join('')}
        />
      ))}
      {lines.map(({ label, tone, values, isBefore }) => (
        <g key={label} className={`TicketAnalytics-line ${isBefore ? 'TicketAnalytics-before' : toneClass(tone)}`}>
          <path d={linePath(values, x, y)} />
          <path className="TicketAnalytics-dots" d={dotPath(values, x, y)} />
        </g>
      ))}
      {counts && (
        <path
          className="TicketAnalytics-counts"
          d={counts.values
            .map((value, index) => {
              const tall = ((value ?? 0) / mostCounted) * (COUNTS - 12);
              return tall === 0 ? '' : rectangle(x(index) - bar / 2, floor - tall, bar, tall);
            })
            .join('')}
        />
      )}
      {counts && (
        <text
          className="TicketAnalytics-tick"
          x={isRightToLeft ? right + 6 : left - 6}
          y={floor - COUNTS + 17}
          dy="0.32em"
          textAnchor="end"
        >
          {speech.formats.number(mostCounted)}
        </text>
      )}
    </>
  );
});

/** The label of a column, pushed inside where it would stand out. */
function dayLabel(index: number, { x, left, right, height }: Geometry) {
  const half = LABEL_WIDTH / 2 - 8;
  return {
    x: Math.min(right - half, Math.max(left + half, x(index))),
    y: height - 6,
    textAnchor: 'middle' as const,
  };
}

/** What is read is marked. */
const Cursor: React.FC<MarksProps & { readonly place: Place }> = ({
  chart,
  geometry,
  below,
  place: { column, row },
}) => {
  const { axis, stacks, lines } = chart;
  const { x, step, top, bottom } = geometry;
  const y = (value: number) => geometry.y(axis.at(value));
  const bar = barWidth(step);
  const stack = row === undefined ? undefined : stacks[row];
  const from = row === undefined ? 0 : (below[row]?.[column] ?? 0);
  const value = stack?.values[column] ?? 0;
  return (
    <>
      <line className="TicketAnalytics-guide" x1={x(column)} x2={x(column)} y1={top} y2={bottom} />
      {stack && (
        <rect
          className="TicketAnalytics-mark"
          x={x(column) - bar / 2}
          y={y(from + value)}
          width={bar}
          height={Math.max(1, y(from) - y(from + value))}
        />
      )}
      {(stack ? [] : lines).map(({ label, values }) => {
        const at = values[column];
        return at === undefined ? null : (
          <circle key={label} className="TicketAnalytics-mark" cx={x(column)} cy={y(at)} r={4} />
        );
      })}
    </>
  );
};
