import { isFlowObject } from '../expressions/value-types';
import { type ActionNode, type BlockNode } from '../file/flow-document';

/** Beyond it a block's order is not worked out; the platform allows 500 actions in a whole flow. */
const LARGEST_BLOCK = 10_000;

/** Which action of a block waits for which, by `runAfter`. Names that do not stand in the block are left out. */
export class BlockOrder {
  /** Positions of the actions each action names in its `runAfter`. */
  readonly predecessors: readonly number[][];
  private readonly positions: Map<ActionNode, number>;
  /** Row i holds a bit for each action that ends before action i starts; undefined for a very large block. */
  private readonly before: Uint32Array | undefined;
  private readonly width: number;
  /** Actions that can start, one after another; the rest wait for a cycle. */
  private readonly ordered: ReadonlySet<number>;

  constructor(readonly block: BlockNode) {
    const { actions } = block;
    this.positions = new Map(actions.map((action, position) => [action, position]));
    const byKey = new Map(actions.map(({ key }, position) => [key, position]));
    this.predecessors = actions.map(({ definition: { runAfter } }) => {
      const names = isFlowObject(runAfter) ? Object.keys(runAfter) : [];
      return names.flatMap((name) => byKey.get(name.toLowerCase()) ?? []);
    });
    const order = this.sort();
    this.ordered = new Set(order);
    this.width = Math.ceil(actions.length / 32);
    if (actions.length > LARGEST_BLOCK) return;
    this.before = new Uint32Array(actions.length * this.width);
    for (const position of order) for (const earlier of this.predecessors[position]!) this.addRow(position, earlier);
  }

  /** Positions in an order in which they can start. */
  private sort(): number[] {
    const waiting = this.predecessors.map(({ length }) => length);
    const successors: number[][] = this.predecessors.map(() => []);
    this.predecessors.forEach((earlier, position) => earlier.forEach((each) => successors[each]!.push(position)));
    const order = waiting.flatMap((count, position) => (count === 0 ? position : []));
    // The list grows while it is walked.
    for (const position of order) {
      for (const next of successors[position]!) if ((waiting[next]! -= 1) === 0) order.push(next);
    }
    return order;
  }

  private addRow(position: number, earlier: number): void {
    const before = this.before!;
    const row = position * this.width;
    for (let i = 0; i < this.width; i += 1) before[row + i]! |= before[earlier * this.width + i]!;
    before[row + (earlier >> 5)]! |= 1 << (earlier & 31);
  }

  /** True when the one has certainly ended before the other starts; undefined when that is not known. */
  precedes(earlier: ActionNode, later: ActionNode): boolean | undefined {
    const from = this.positions.get(earlier)!;
    const to = this.positions.get(later)!;
    if (!this.before || !this.ordered.has(from) || !this.ordered.has(to)) return undefined;
    return (this.before[to * this.width + (from >> 5)]! & (1 << (from & 31))) !== 0;
  }

  /** Groups of actions that wait for each other in a ring, each from the first in the file on. */
  cycles(): ActionNode[][] {
    const state = new Map<number, number>();
    const cycles: ActionNode[][] = [];
    this.block.actions.forEach((_, start) => {
      const path: number[] = [];
      let position: number | undefined = start;
      while (position !== undefined && !this.ordered.has(position) && !state.has(position)) {
        state.set(position, start);
        path.push(position);
        // An action that cannot start waits for at least one that cannot start either.
        position = this.predecessors[position]!.find((each) => !this.ordered.has(each));
      }
      if (position === undefined || state.get(position) !== start || path.length === 0) return;
      const ring = path.slice(path.indexOf(position));
      const first = ring.indexOf(Math.min(...ring));
      cycles.push([...ring.slice(first), ...ring.slice(0, first)].map((each) => this.block.actions[each]!));
    });
    return cycles;
  }
}
