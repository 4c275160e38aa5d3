/**
 * The chosen tickets by their ids. They stay chosen when the view is sorted, filtered, paged or read again; of those that
 * are not loaded any more the record is kept, so that an action still knows them.
 */
export interface Selection<R> {
  readonly ids: readonly string[];
  readonly size: number;
  has(id: string): boolean;
  /** The record a ticket was chosen with. */
  record(id: string): R | undefined;
}

class Chosen<R> implements Selection<R> {
  public constructor(private readonly records: ReadonlyMap<string, R>) {}

  public get ids(): readonly string[] {
    return [...this.records.keys()];
  }

  public get size(): number {
    return this.records.size;
  }

  public has(id: string): boolean {
    return this.records.has(id);
  }

  public record(id: string): R | undefined {
    return this.records.get(id);
  }
}

export const select = <R>(records: Iterable<readonly [string, R]> = []): Selection<R> => new Chosen(new Map(records));

const entriesOf = <R>(selection: Selection<R>): [string, R][] =>
  selection.ids.map((id) => [id, selection.record(id) as R]);

/** Chooses a ticket, or no longer. */
export function toggle<R>(selection: Selection<R>, id: string, record: R): Selection<R> {
  return selection.has(id)
    ? select(entriesOf(selection).filter(([other]) => other !== id))
    : select([...entriesOf(selection), [id, record]]);
}

/** Chooses tickets in addition. */
export const extend = <R>(selection: Selection<R>, records: Iterable<readonly [string, R]>): Selection<R> =>
  select([...entriesOf(selection), ...records]);
