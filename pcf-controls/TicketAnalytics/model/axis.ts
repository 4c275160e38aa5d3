/** An upright axis. */
export interface Axis {
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** Where a value stands, from 0 at the bottom to 1 at the top. */
  at(value: number): number;
}

/** Round numbers from zero to at least the largest value. @param whole only whole numbers make sense */
export function roundTicks(largest: number, whole = false): number[] {
  const rough = Math.max(largest, whole ? 1 : Number.MIN_VALUE) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough;
  const used = whole ? Math.max(1, Math.ceil(step)) : step;
  const count = Math.max(1, Math.ceil(largest / used - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * used);
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
