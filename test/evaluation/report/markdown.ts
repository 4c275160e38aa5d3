import type { Evaluation, MeasuredPart } from '../evaluate';
import type { Figure, ResultTable } from '../measure';
import { type Held, sayThreshold } from '../thresholds';

/** Three digits are more than some hundred messages can promise; counts stay whole. */
export const sayValue = ({ value, interval }: Pick<Figure, 'value' | 'interval'>): string =>
  interval === null && Number.isInteger(value) ? String(value) : value.toFixed(3);

export const sayInterval = ({ interval }: Pick<Figure, 'interval'>): string =>
  interval === null ? '–' : interval.map((end) => end.toFixed(3)).join(' to ');

const cell = (content: string | number): string => String(content).replace(/\|/g, '\\|');

export function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(' | ')} |`;
  const isNumber = (column: number) => rows.every((row) => /^[–\d]/.test(String(row[column])));
  const rule = head.map((_, column) => (rows.length > 0 && isNumber(column) ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function thresholdTable(held: readonly Held[]): string {
  const reached = (short: number, shortOfAim: number): string => {
    if (short > 0) return `**short by ${short.toFixed(3)}**`;
    return shortOfAim > 0 ? `yes, the aim is missed by ${shortOfAim.toFixed(3)}` : 'yes';
  };
  const rows = held.map(({ name, threshold, figure, short, shortOfAim }) => [
    `\`${name}\``,
    sayThreshold(threshold),
    figure ? sayValue(figure) : 'not measured',
    figure ? sayInterval(figure) : '–',
    figure ? figure.n : '–',
    figure === undefined ? '–' : reached(short, shortOfAim),
  ]);
  return markdownTable(['Figure', 'Must be', 'Is', '95 % interval', 'n', 'Reached'], rows);
}

const figureTable = (figures: readonly Figure[]): string =>
  markdownTable(
    ['Figure', 'Meaning', 'Value', '95 % interval', 'n'],
    figures.map((figure) => [`\`${figure.name}\``, figure.meaning, sayValue(figure), sayInterval(figure), figure.n]),
  );

const folded = ({ title, head, rows }: ResultTable): string =>
  `<details><summary>${title}</summary>\n\n${markdownTable(head, rows)}\n\n</details>`;

const section = ({ title, about, figures, tables = [], pictures = [], skipped = [] }: MeasuredPart): string =>
  [
    `## ${title}`,
    about,
    ...(figures.length > 0 ? [figureTable(figures)] : []),
    ...pictures.map(({ name, title: caption }) => `![${caption}](${name}.svg)`),
    ...tables.map(folded),
    ...skipped.map((reason) => `Not measured: ${reason}`),
  ].join('\n\n');

/** The whole report for people; pictures stand beside it as `<name>.svg`. */
export function reportMarkdown(evaluation: Evaluation, notes: readonly string[]): string {
  const measured = evaluation.thresholds.filter(({ figure }) => figure !== undefined);
  const short = measured.filter(({ short }) => short > 0).length;
  const missed = measured.filter(({ shortOfAim }) => shortOfAim > 0).length;
  return [
    '# How well messages are read and answered',
    `Read by \`${evaluation.model}\`. Made by \`npm run evaluate\`; every figure has the number of messages it rests on (n) and its 95 % interval: Wilson’s for shares, bootstrap otherwise.`,
    ...notes,
    '## What must be reached',
    measured.length === 0
      ? 'No threshold was measured.'
      : `${measured.length - short} of ${measured.length} thresholds are reached${missed > 0 ? `; ${missed} aims are not` : ''}.`,
    ...(evaluation.thresholds.length > 0 ? [thresholdTable(evaluation.thresholds)] : []),
    ...evaluation.parts.map(section),
    '',
  ].join('\n\n');
}
