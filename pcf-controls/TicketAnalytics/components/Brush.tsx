import * as React from 'react';
import type { Day } from '../model/day';
import type { Metrics } from '../model/metrics';
import { totalsBy } from '../model/metrics';
import { type Period, REACH } from '../model/period';
import { placeAfter } from './place';
import { geometryOf, rectangle } from './shapes';
import { useSurroundings } from './surroundings';

interface Props {
  readonly metrics: Metrics;
  readonly newest: Day;
  readonly period: Period;
  readonly width: number;
  onChoose(period: Period): void;
}

const HEIGHT = 46;
/** Pixels from an edge within which it is the edge that is dragged. */
const GRIP = 8;

type Edge = 'from' | 'to';

/** How a drag that began on a day changes the period. */
type Drag = (day: Day) => Period;

const ordered = (one: Day, other: Day): Period => ({ from: Math.min(one, other), to: Math.max(one, other) });

/**
 * All days that can be looked at, with the messages of each; the chosen ones are drawn over them. Its edges can be
 * dragged or moved by keyboard, the whole of it can be dragged, and a new one can be drawn beside it.
 */
export const Brush: React.FC<Props> = ({ metrics, newest, period, width, onChoose }) => {
  const { speech, isRightToLeft } = useSurroundings();
  const first = newest - REACH + 1;
  const geometry = React.useMemo(() => {
    const whole = geometryOf(width, HEIGHT, REACH, isRightToLeft, 4, 0);
    return { ...whole, step: whole.step };
  }, [width, isRightToLeft]);
  const [drawn, setDrawn] = React.useState<Period>();
  const drag = React.useRef<Drag>();
  const bars = React.useMemo(() => {
    const totals = totalsBy(metrics.rows.day, ({ day }) => day);
    const values = Array.from({ length: REACH }, (_, index) => totals.get(first + index)?.messages ?? 0);
    const most = Math.max(1, ...values);
    return values
      .map((value, index) => {
        const tall = (value / most) * (HEIGHT - 8);
        const { x, step } = geometry;
        return tall === 0 ? '' : rectangle(x(index) - step / 2 + 0.5, HEIGHT - tall, Math.max(1, step - 1), tall);
      })
      .join('');
  }, [metrics, first, geometry]);

  const within = (day: Day): Day => Math.min(newest, Math.max(first, day));
  const { from, to } = drawn ?? { from: within(period.from), to: within(period.to) };
  const edgeX = (edge: Edge): number => {
    const isRight = (edge === 'to') !== isRightToLeft;
    return geometry.x((edge === 'to' ? to : from) - first) + (isRight ? geometry.step / 2 : -geometry.step / 2);
  };
  const dayAt = (event: React.PointerEvent): Day => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const inside = Math.min(geometry.right - 0.01, Math.max(geometry.left + 0.01, x));
    return first + (geometry.columnAt(inside) ?? 0);
  };
  const dragFrom = (event: React.PointerEvent): Drag => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const start = dayAt(event);
    if (Math.abs(x - edgeX('from')) <= GRIP) return (day) => ordered(day, to);
    if (Math.abs(x - edgeX('to')) <= GRIP) return (day) => ordered(from, day);
    if (start < from || start > to || to - from >= REACH - 1) return (day) => ordered(start, day);
    return (day) => {
      const by = Math.min(newest - to, Math.max(first - from, day - start));
      return { from: from + by, to: to + by };
    };
  };
  const onPointerDown = (event: React.PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = dragFrom(event);
  };
  const onPointerMove = (event: React.PointerEvent) => {
    if (drag.current) setDrawn(drag.current(dayAt(event)));
  };
  const end = (isKept: boolean) => () => {
    if (isKept && drag.current && drawn) onChoose(drawn);
    drag.current = undefined;
    setDrawn(undefined);
  };
  const onKeyDown = (edge: Edge) => (event: React.KeyboardEvent) => {
    const places = { columns: REACH, rows: 0, hasWhole: false };
    const key = { ArrowUp: 'PageDown', ArrowDown: 'PageUp' }[event.key] ?? event.key;
    const column = (edge === 'from' ? from : to) - first;
    const next = placeAfter(key, { column, row: undefined }, places, isRightToLeft, true);
    if (!next) return;
    event.preventDefault();
    const day = first + next.column;
    onChoose(edge === 'from' ? { from: Math.min(day, to), to } : { from, to: Math.max(day, from) });
  };
  const left = Math.min(edgeX('from'), edgeX('to'));
  const across = Math.abs(edgeX('to') - edgeX('from'));
  return (
    <div
      className="TicketAnalytics-brush"
      style={{ width, height: HEIGHT }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={end(true)}
      onPointerCancel={end(false)}
    >
      <svg width={width} height={HEIGHT} aria-hidden="true" focusable="false">
        <path className="TicketAnalytics-counts" d={bars} />
        <rect className="TicketAnalytics-chosen" x={left} y={0.5} width={across} height={HEIGHT - 1} />
      </svg>
      {(['from', 'to'] as const).map((edge) => (
        <div
          key={edge}
          className="TicketAnalytics-edge"
          style={{ left: edgeX(edge) - GRIP / 2 }}
          role="slider"
          tabIndex={0}
          aria-label={speech.say(edge === 'from' ? 'Period_first' : 'Period_last')}
          aria-valuemin={1}
          aria-valuemax={REACH}
          aria-valuenow={(edge === 'from' ? from : to) - first + 1}
          aria-valuetext={speech.longDay(edge === 'from' ? from : to)}
          onKeyDown={onKeyDown(edge)}
        />
      ))}
      {drawn && (
        <div className="TicketAnalytics-drawn" aria-hidden="true">
          {`${speech.shortDay(from)} – ${speech.shortDay(to)}`}
        </div>
      )}
    </div>
  );
};
