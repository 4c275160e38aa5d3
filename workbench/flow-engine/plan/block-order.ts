import { type ActionPlan, type BlockPlan } from './action-plan';

/** Links a block's actions by `runAfter`. */
export function linkBlock(actions: ActionPlan[]): BlockPlan {
  const successors: number[][] = actions.map(() => []);
  actions.forEach((action, index) => action.runAfter.forEach((before) => successors[before.index]!.push(index)));
  const leaves = actions.map((_, index) => index).filter((index) => successors[index]!.length === 0);
  return { actions, successors, leaves };
}

/** Names of actions that wait for each other in a circle, or an empty list. */
export function findCycle({ actions, successors }: BlockPlan): string[] {
  const predecessors = actions.map((action) => action.runAfter.map((before) => before.index));
  const blocked = (index: number): boolean => !startable.has(index);
  const startable = peel(predecessors, successors, () => true);
  // What only waits for the circle is not in it: peel off from the other end as well.
  const outside = peel(successors, predecessors, blocked);
  return actions.filter((_, index) => blocked(index) && !outside.has(index)).map((action) => action.name);
}

/** Takes off, again and again, whatever has nothing left that it depends on. */
function peel(dependsOn: number[][], neededBy: number[][], counts: (index: number) => boolean): Set<number> {
  const open = dependsOn.map((others) => others.filter(counts).length);
  const ready = open.flatMap((count, index) => (count === 0 && counts(index) ? [index] : []));
  const taken = new Set<number>();
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    taken.add(index);
    for (const next of neededBy[index]!) if (counts(next) && (open[next]! -= 1) === 0) ready.push(next);
  }
  return taken;
}
