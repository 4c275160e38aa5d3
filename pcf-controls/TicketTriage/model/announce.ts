import type { SlaState } from './sla';

/** How many of the first rows are watched: what arrives or runs late is wanted there, and the work stays small. */
export const WATCHED = 250;

/**
 * The tickets that arrived since the view was last read.
 * @param before ids of the earlier reading
 * @param now ids of this one; only the first `WATCHED` count
 */
export function arrivedTickets(before: ReadonlySet<string>, now: readonly string[]): string[] {
  return now.slice(0, WATCHED).filter((id) => !before.has(id));
}

/** Remembers the states of clocks and tells which have run out meanwhile. */
export class BreachWatch {
  private states = new Map<string, SlaState>();

  /** @returns the tickets that were in time when last looked at and are late now */
  public look(states: Iterable<readonly [id: string, state: SlaState]>): string[] {
    const before = this.states;
    this.states = new Map(states);
    return [...this.states]
      .filter(([id, state]) => state === 'breached' && before.has(id) && before.get(id) !== 'breached')
      .map(([id]) => id);
  }
}
