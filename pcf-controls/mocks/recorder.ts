/** A call a control made on its host. */
export interface Call {
  /** The part of the host and the function, such as `navigation.openForm` or `paging.loadNextPage`. */
  readonly name: string;
  readonly arguments: readonly unknown[];
}

/** The calls in the order they were made. */
export class Recorder {
  public readonly calls: Call[] = [];

  /** @param values what was passed; arguments left out are not noted */
  public note(name: string, ...values: readonly unknown[]): void {
    const last = values.reduce((length: number, value, index) => (value === undefined ? length : index + 1), 0);
    this.calls.push({ name, arguments: values.slice(0, last) });
  }
}

/** How often each function was called: `{ refresh: 2 }`. */
export function countsOf(calls: readonly Call[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name } of calls) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
