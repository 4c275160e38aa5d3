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
  const waiting = actions.map((action) => action.runAfter.length);
  const ready = actions.map((_, index) => index).filter((index) => waiting[index] === 0);
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    for (const next of successors[index]!) if ((waiting[next]! -= 1) === 0) ready.push(next);
  }
  return actions.filter((_, index) => waiting[index]! > 0).map((action) => action.name);
}
