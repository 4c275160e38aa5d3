import * as React from 'react';
import { type HeatMap, HOURS, stepOf, WEEKDAYS } from '../model/charts/heat-map';
import type { Place } from './place';
import { Reader } from './Reader';
import { geometryOf, rectangle } from './shapes';
import { useSurroundings } from './surroundings';

interface Props {
  readonly chart: HeatMap;
  readonly width: number;
  readonly describedBy: string;
}

const ROW = 28;
const HOUR_LABELS = 22;
const HEIGHT = WEEKDAYS * ROW + HOUR_LABELS;
/** A cell this wide has room for its number. */
const ROOM = 30;

const cellOf = ({ column, row }: Place): number => (row ?? 0) * HOURS + column;

/** Weekdays by hours, each cell shaded by its share; the share is written in it where there is room. */
export const HeatGrid: React.FC<Props> = ({ chart, width, describedBy }) => {
  const { isRightToLeft, onDrill } = useSurroundings();
  const geometry = React.useMemo(
    () => geometryOf(width, HEIGHT, HOURS, isRightToLeft, 46, HOUR_LABELS),
    [width, isRightToLeft],
  );
  const placeAt = (x: number, y: number): Place | undefined => {
    const column = geometry.columnAt(x);
    const row = Math.floor(y / ROW);
    return column === undefined || row >= WEEKDAYS || row < 0 ? undefined : { column, row };
  };
  const { x, step } = geometry;
  return (
    <Reader
      name={chart.title}
      describedBy={describedBy}
      columns={HOURS}
      rows={WEEKDAYS}
      hasWhole={false}
      isUpward={false}
      width={width}
      height={HEIGHT}
      placeAt={placeAt}
      xOf={({ column }) => x(column)}
      read={(place) => chart.read(cellOf(place))}
      onOpen={(place) => onDrill(chart.drill(cellOf(place)))}
    >
      {(place) => (
        <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false">
          {chart.weekdays.map((weekday, row) => (
            <text
              key={weekday}
              className="TicketAnalytics-tick"
              x={isRightToLeft ? geometry.right + 6 : geometry.left - 6}
              y={(row + 0.5) * ROW}
              dy="0.32em"
              textAnchor="end"
            >
              {weekday}
            </text>
          ))}
          {[0, 6, 12, 18].map((hour) => (
            <text key={hour} className="TicketAnalytics-tick" x={x(hour)} y={HEIGHT - 5} textAnchor="middle">
              {chart.hourLabel(hour)}
            </text>
          ))}
          <Cells chart={chart} step={step} x={x} />
          {place && (
            <rect
              className="TicketAnalytics-mark"
              x={x(place.column) - step / 2 + 0.5}
              y={(place.row ?? 0) * ROW + 0.5}
              width={Math.max(0, step - 2)}
              height={ROW - 2}
            />
          )}
        </svg>
      )}
    </Reader>
  );
};

interface CellsProps {
  readonly chart: HeatMap;
  readonly step: number;
  x(hour: number): number;
}

const Cells: React.FC<CellsProps> = React.memo(function Cells({ chart, step, x }) {
  const cell = (index: number) =>
    rectangle(x(index % HOURS) - step / 2, Math.floor(index / HOURS) * ROW, Math.max(0, step - 1), ROW - 1);
  const paths = chart.steps.map((_, level) =>
    chart.shares.map((share, index) => (share !== undefined && stepOf(share) === level ? cell(index) : '')).join(''),
  );
  return (
    <>
      <path
        className="TicketAnalytics-noCell"
        d={chart.shares.map((share, index) => (share === undefined ? cell(index) : '')).join('')}
      />
      {paths.map((path, level) => (
        <path key={level} className={`TicketAnalytics-step${level}`} d={path} />
      ))}
      {step >= ROOM &&
        chart.shares.map((share, index) =>
          share === undefined ? null : (
            <text
              key={index}
              className={`TicketAnalytics-share TicketAnalytics-on${stepOf(share)}`}
              x={x(index % HOURS) - 0.5}
              y={(Math.floor(index / HOURS) + 0.5) * ROW}
              dy="0.32em"
              textAnchor="middle"
            >
              {chart.percent(share)}
            </text>
          ),
        )}
    </>
  );
});
