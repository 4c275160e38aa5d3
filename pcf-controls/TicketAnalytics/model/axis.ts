/** An upright axis. */
export interface Axis {
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** Where a value stands, from 0 at the bottom to 1 at the top. */
  at(value: number): number;
}

/** Round whole numbers from zero to at least the largest count. */
export function roundTicks(largest: number): number[] {
  const rough = Math.max(largest, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.ceil(([1, 2, 2.5, 5].find((times) => times * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.max(1, Math.ceil(largest / step)) + 1 }, (_, index) => index * step);
}

/** An axis from zero over round numbers. */
export function linearAxis(ticks: readonly number[], label: (value: number) => string): Axis {
  const first = ticks[0] ?? 0;
  const last = ticks[ticks.length - 1] ?? 1;
  return {
    ticks: ticks.map((value) => ({ value, label: label(value) })),
    at: (value) => Math.min(1, Math.max(0, (value - first) / (last - first))),
  };
}

/** An axis on which equal steps are equal factors. @param ticks more than 0 */
export function logarithmicAxis(ticks: readonly number[], label: (value: number) => string): Axis {
  const linear = linearAxis(ticks.map(Math.log), String);
  return {
    ticks: ticks.map((value) => ({ value, label: label(value) })),
    at: (value) => (value <= 0 ? 0 : linear.at(Math.log(value))),
  };
}
