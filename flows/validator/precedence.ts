import { type ActionNode, type BlockNode, type FlowDocument } from '../file/flow-document';
import { BlockOrder } from './block-order';

/** How an action stands to another one that uses it. */
export type Relation =
  /** Certainly ended before the user starts. */
  | { kind: 'before' }
  /** Starts only after the user, or a container of it after the user's. */
  | { kind: 'after'; used: ActionNode; user: ActionNode }
  /** Nothing puts them in an order; the two neighbours are where an order would have to be given. */
  | { kind: 'beside'; used: ActionNode; user: ActionNode }
  /** A container of the user. */
  | { kind: 'around' }
  /** Inside of the user. */
  | { kind: 'inside' }
  | { kind: 'itself' }
  /** In another branch of the same container: only one of the two runs. */
  | { kind: 'other branch'; container: ActionNode }
  /** Cyclic `runAfter`, or a block too large to tell. */
  | { kind: 'unknown' };

/** The certain order of a flow's actions, across blocks. */
export class Precedence {
  private readonly orders = new Map<BlockNode, BlockOrder>();

  orderOf(block: BlockNode): BlockOrder {
    let order = this.orders.get(block);
    if (!order) this.orders.set(block, (order = new BlockOrder(block)));
    return order;
  }

  relation(used: ActionNode, user: ActionNode): Relation {
    if (used === user) return { kind: 'itself' };
    const usedPath = pathTo(used);
    const userPath = pathTo(user);
    let depth = 0;
    while (usedPath[depth] && usedPath[depth] === userPath[depth]) depth += 1;
    const [a, b] = [usedPath[depth], userPath[depth]];
    if (!a) return { kind: 'around' };
    if (!b) return { kind: 'inside' };
    if (a.block !== b.block) return { kind: 'other branch', container: usedPath[depth - 1]! };
    const order = this.orderOf(a.block);
    const before = order.precedes(a, b);
    if (before === undefined) return { kind: 'unknown' };
    if (before) return { kind: 'before' };
    return { kind: order.precedes(b, a) ? 'after' : 'beside', used: a, user: b };
  }
}

/** The action's containers from the outermost inwards, and itself. */
function pathTo(action: ActionNode): ActionNode[] {
  const path: ActionNode[] = [];
  for (let each: ActionNode | undefined = action; each; each = each.block.owner) path.push(each);
  return path.reverse();
}

/** The containers around an action, the nearest first. */
export function containersOf(action: ActionNode): ActionNode[] {
  return pathTo(action).slice(0, -1).reverse();
}

const byFlow = new WeakMap<FlowDocument, Precedence>();

/** The flow's order; worked out once. */
export function precedenceOf(flow: FlowDocument): Precedence {
  let precedence = byFlow.get(flow);
  if (!precedence) byFlow.set(flow, (precedence = new Precedence()));
  return precedence;
}
