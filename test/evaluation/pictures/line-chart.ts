import { at, legend, lineAt, LOOKS, svgOf, textAt } from './svg';

export interface Series {
  label: string;
  /** Shares from 0 to 1, from left to right. */
  points: readonly { x: number; y: number; /** Size of the dot; none for a bare line. */ weight?: number }[];
  isDashed?: boolean;
  /** Which of the colours, so that two lines can belong together; its place otherwise. */
  look?: number;
}

export interface LineChart {
  title: string;
  description: string;
  xLabel: string;
  yLabel: string;
  series: readonly Series[];
  /** A line from corner to corner, where both axes agree, and what it means. */
  diagonal?: string;
}

const [WIDTH, HEIGHT] = [620, 420];
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 24, 68, 52];
const xOf = (share: number): number => LEFT + share * (WIDTH - LEFT - RIGHT);
const yOf = (share: number): number => HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
const STEPS = [0, 0.2, 0.4, 0.6, 0.8, 1];

const grid = (): string[] =>
  STEPS.flatMap((share) => [
    lineAt(xOf(0), yOf(share), xOf(1), yOf(share), 'grid'),
    textAt(LEFT - 8, yOf(share) + 4, `${share * 100} %`, { anchor: 'end', className: 'quiet' }),
    textAt(xOf(share), HEIGHT - BOTTOM + 18, share.toFixed(1), { anchor: 'middle', className: 'quiet' }),
  ]);

function drawn({ points, isDashed, look }: Series, place: number): string[] {
  const colour = (look ?? place) % LOOKS;
  const path = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${at(xOf(x))} ${at(yOf(y))}`).join('');
  const dashes = isDashed ? ' stroke-dasharray="6 5"' : '';
  return [
    `<path class="line${colour}" d="${path}" fill="none" stroke-width="2"${dashes}/>`,
    ...points
      .filter(({ weight }) => weight !== undefined)
      .map(
        ({ x, y, weight = 0 }) =>
          `<circle class="fill${colour}" cx="${at(xOf(x))}" cy="${at(yOf(y))}" r="${at(3 + 7 * Math.sqrt(weight))}" fill-opacity="0.75"/>`,
      ),
  ];
}

/** Lines over two axes from 0 to 1. */
export function lineChart({ title, description, xLabel, yLabel, series, diagonal }: LineChart): string {
  return svgOf({
    title,
    description,
    width: WIDTH,
    height: HEIGHT,
    body: [
      ...legend(
        series.filter(({ isDashed }) => !isDashed).map(({ label }) => label),
        16,
        48,
      ),
      ...grid(),
      ...(diagonal === undefined
        ? []
        : [
            lineAt(xOf(0), yOf(0), xOf(1), yOf(1), 'axis', ' stroke-dasharray="3 4"'),
            textAt(xOf(0.99), yOf(0.04), diagonal, { anchor: 'end', className: 'quiet' }),
          ]),
      ...series.flatMap(drawn),
      textAt(xOf(0.5), HEIGHT - 12, xLabel, { anchor: 'middle' }),
      textAt(18, yOf(0.5), yLabel, { anchor: 'middle', turn: -90 }),
    ],
  });
}
