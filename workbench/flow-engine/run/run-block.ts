import { type BlockPlan } from '../plan/action-plan';
import { type ActionStatus, type FlowError } from '../types';
import { blockStatus } from './block-status';
import { runAction } from './run-action';
import { type Scope } from './scope';
import { conditionFailed } from './skip-reasons';

/** The error of a container or run that ends Failed because of what is in it. */
export const ACTION_FAILED: FlowError = {
  code: 'ActionFailed',
  message: 'An action failed. No dependent actions succeeded.',
};

/**
 * Runs a block: actions without predecessors start first and in parallel; any other starts, or is skipped, once all its
 * predecessors have ended. Resolves with how the block ended; never resolves when the run ends before.
 */
export function runBlock(block: BlockPlan, scope: Scope): Promise<'Succeeded' | 'Failed'> {
  const { actions, successors } = block;
  const statuses = new Array<ActionStatus | undefined>(actions.length);
  const waiting = actions.map((action) => action.runAfter.length);
  let open = actions.length;

  return new Promise((resolve) => {
    const ready: number[] = [];
    let taken = 0;
    let draining = false;
    const settled = (index: number, status: ActionStatus): void => {
      statuses[index] = status;
      open -= 1;
      for (const next of successors[index]!) if ((waiting[next]! -= 1) === 0) ready.push(next);
      drain();
    };
    // Actions that answer at once would otherwise start their successors from within themselves, ever deeper.
    const drain = (): void => {
      if (draining) return;
      draining = true;
      while (taken < ready.length) start(ready[taken++]!);
      draining = false;
      if (open === 0) resolve(blockStatus(block, statuses as ActionStatus[]));
    };
    const start = (index: number): void => {
      const plan = actions[index]!;
      if (scope.signal.aborted) return;
      const unmet = plan.runAfter.find((before) => !before.statuses.has(statuses[before.index]!));
      if (!unmet) return runAction(plan, scope, (status) => settled(index, status));
      const { name } = actions[unmet.index]!;
      scope.run.skip(plan, scope.frame, conditionFailed(name, statuses[unmet.index]!, unmet.statuses));
      settled(index, 'Skipped');
    };
    actions.forEach((plan, index) => plan.runAfter.length === 0 && ready.push(index));
    drain();
  });
}
