import type { Pair } from '../statistics';
import { svgOf, textAt } from './svg';

const [LEFT, TOP, CELL_WIDTH, CELL_HEIGHT, BOTTOM] = [190, 110, 62, 36, 44];

/** How often each class was taken for each: rows are what the messages are, columns what they were taken for. */
export function confusionMatrix<T extends string>(
  title: string,
  pairs: readonly Pair<T>[],
  classes: readonly T[],
): string {
  const words = (name: string): string => name.replace(/_/g, ' ');
  const count = (wanted: T, guessed: T): number =>
    pairs.filter((pair) => pair.wanted === wanted && pair.guessed === guessed).length;
  const cells = classes.flatMap((wanted, row) => {
    const counts = classes.map((guessed) => count(wanted, guessed));
    const all = counts.reduce((a, b) => a + b, 0);
    const y = TOP + row * CELL_HEIGHT;
    return [
      textAt(LEFT - 10, y + CELL_HEIGHT / 2 + 4, `${words(wanted)} (${all})`, { anchor: 'end' }),
      ...counts.flatMap((n, column) => {
        const [x, share] = [LEFT + column * CELL_WIDTH, all === 0 ? 0 : n / all];
        const className = share > 0.55 ? 'page' : 'ink';
        return [
          `<rect class="cell" x="${x}" y="${y}" width="${CELL_WIDTH - 2}" height="${CELL_HEIGHT - 2}" rx="3" fill-opacity="${(0.06 + share * 0.9).toFixed(2)}"/>`,
          textAt(x + CELL_WIDTH / 2 - 1, y + CELL_HEIGHT / 2 + 4, String(n), { anchor: 'middle', className }),
        ];
      }),
    ];
  });
  const right = pairs.filter(({ wanted, guessed }) => wanted === guessed).length;
  const width = LEFT + classes.length * CELL_WIDTH + 60;
  const height = TOP + classes.length * CELL_HEIGHT + BOTTOM;
  return svgOf({
    title,
    description: `${right} of ${pairs.length} messages are on the diagonal, where the reading is right. Every number is in the table of the report.`,
    width,
    height,
    body: [
      ...classes.map((name, column) =>
        textAt(LEFT + (column + 0.4) * CELL_WIDTH, TOP - 8, words(name), { turn: -28, className: 'quiet', size: 11 }),
      ),
      ...cells,
      textAt(LEFT + (classes.length * CELL_WIDTH) / 2, height - 14, 'taken for', { anchor: 'middle' }),
      textAt(18, TOP + (classes.length * CELL_HEIGHT) / 2, 'is', { anchor: 'middle', turn: -90 }),
    ],
  });
}
