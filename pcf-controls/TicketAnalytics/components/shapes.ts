import type { Values } from '../model/charts/chart';

/** Where things stand in a chart, in pixels; left and right change places in a right-to-left language. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Width of a column. */
  readonly step: number;
  /** The middle of a column. */
  x(index: number): number;
  /** @param share from 0 at the bottom to 1 at the top */
  y(share: number): number;
  /** The column at a point; nothing beside them. */
  columnAt(x: number): number | undefined;
}

/** @param labels width of the axis' labels */
export function geometryOf(
  width: number,
  height: number,
  count: number,
  isRightToLeft: boolean,
  labels: number,
  below: number,
): Geometry {
  const [left, right] = isRightToLeft ? [4, width - labels] : [labels, width - 4];
  const [top, bottom] = [8, height - below];
  const step = Math.max(0, right - left) / count;
  const x = (index: number) => (isRightToLeft ? right - (index + 0.5) * step : left + (index + 0.5) * step);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    step,
    x,
    y: (share) => bottom - share * (bottom - top),
    columnAt(at) {
      const index = Math.floor((isRightToLeft ? right - at : at - left) / step);
      return index >= 0 && index < count ? index : undefined;
    },
  };
}

const short = (value: number): string => String(Math.round(value * 10) / 10);

/** A rectangle as a part of a path: one path for a whole series keeps the page small. */
export const rectangle = (left: number, top: number, width: number, height: number): string =>
  `M${short(left)} ${short(top)}h${short(width)}v${short(height)}h${short(-width)}z`;

/** Runs of indexes with a value. */
export function runsOf(values: Values): number[][] {
  const runs: number[][] = [];
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1] === index - 1) run.push(index);
    else runs.push([index]);
  }
  return runs;
}

/** A line that breaks where nothing is known. */
export const linePath = (values: Values, x: (index: number) => number, y: (value: number) => number): string =>
  runsOf(values)
    .map((run) => `M${run.map((index) => `${short(x(index))} ${short(y(values[index] ?? 0))}`).join('L')}`)
    .join('');

/** The values that no line reaches, because nothing is known before and after them; drawn with round ends. */
export const dotPath = (values: Values, x: (index: number) => number, y: (value: number) => number): string =>
  runsOf(values)
    .flatMap((run) => (run.length === 1 ? run : []))
    .map((index) => `M${short(x(index))} ${short(y(values[index] ?? 0))}h0`)
    .join('');

/** The area between two series where both are known. */
export function bandPath(
  low: Values,
  high: Values,
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  const both = low.map((value, index) => (high[index] === undefined ? undefined : value));
  return runsOf(both)
    .map((run) => {
      const point = (values: Values) => (index: number) => `${short(x(index))} ${short(y(values[index] ?? 0))}`;
      return `M${[...run.map(point(high)), ...run.reverse().map(point(low))].join('L')}z`;
    })
    .join('');
}

/** Which of so many columns get a label so that labels do not touch; the last one always does. */
export function labelled(count: number, step: number, width: number): number[] {
  const every = Math.max(1, Math.ceil(width / Math.max(step, 0.01)));
  const indexes: number[] = [];
  for (let index = count - 1; index >= 0; index -= every) indexes.unshift(index);
  return indexes;
}
