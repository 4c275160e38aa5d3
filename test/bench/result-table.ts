import type { BenchResult } from './measurement';

/** Three significant digits are more than a bench can promise; whole numbers stay whole. */
function readable(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3);
}

/** A result for a person. */
export function tableOf({ bench, about, figures }: BenchResult): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  const values = figures.map(({ value }) => readable(value));
  const valueWidth = Math.max(...values.map((value) => value.length));
  const lines = figures.map(({ name, unit }, index) =>
    `  ${name.padEnd(width)}  ${values[index]!.padStart(valueWidth)} ${unit}`.trimEnd(),
  );
  return [`${bench}: ${about}`, ...lines, ''].join('\n');
}
