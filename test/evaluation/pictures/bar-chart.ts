import type { Interval } from '../statistics';
import { at, legend, lineAt, LOOKS, svgOf, textAt } from './svg';

export interface BarChart {
  title: string;
  description: string;
  xLabel: string;
  /** What stands at the left of each group of bars. */
  groups: readonly string[];
  /** Values from 0 to 1, one for each group; null where nothing was judged. */
  series: readonly { label: string; values: readonly ({ value: number; interval: Interval } | null)[] }[];
}

const [WIDTH, LEFT, RIGHT, TOP, BOTTOM] = [620, 150, 56, 64, 48];
const [BAR, GAP] = [12, 12];
const STEPS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const xOf = (share: number): number => LEFT + share * (WIDTH - LEFT - RIGHT);

/** Lying bars in groups, each with its interval and its value. */
export function barChart({ title, description, xLabel, groups, series }: BarChart): string {
  const groupHeight = series.length * BAR + GAP;
  const height = TOP + groups.length * groupHeight + BOTTOM;
  const bars = groups.flatMap((group, g) => [
    textAt(LEFT - 10, TOP + g * groupHeight + (series.length * BAR) / 2 + 4, group, { anchor: 'end' }),
    ...series.flatMap(({ values }, s) => {
      const bar = values[g];
      if (!bar) return [];
      const top = TOP + g * groupHeight + s * BAR;
      const middle = top + (BAR - 2) / 2;
      const [low, high] = bar.interval.map(xOf) as [number, number];
      return [
        `<rect class="fill${s % LOOKS}" x="${LEFT}" y="${at(top)}" width="${at(xOf(bar.value) - LEFT)}" height="${BAR - 2}" fill-opacity="0.8"/>`,
        lineAt(low, middle, high, middle, 'axis', ' stroke-width="1.5"'),
        lineAt(low, middle - 3, low, middle + 3, 'axis', ' stroke-width="1.5"'),
        lineAt(high, middle - 3, high, middle + 3, 'axis', ' stroke-width="1.5"'),
        textAt(WIDTH - RIGHT + 8, top + BAR - 3, bar.value.toFixed(2), { size: 10 }),
      ];
    }),
  ]);
  const bottom = height - BOTTOM;
  return svgOf({
    title,
    description,
    width: WIDTH,
    height,
    body: [
      ...legend(
        series.map(({ label }) => label),
        16,
        48,
      ),
      ...STEPS.flatMap((share) => [
        lineAt(xOf(share), TOP - 4, xOf(share), bottom, 'grid'),
        textAt(xOf(share), bottom + 16, share.toFixed(1), { anchor: 'middle', className: 'quiet' }),
      ]),
      ...bars,
      textAt(xOf(0.5), height - 10, xLabel, { anchor: 'middle' }),
    ],
  });
}
