import { type BlockPlan } from '../plan/action-plan';
import { type ActionStatus } from '../types';

/**
 * How a block ended, by its leaves: a leaf counts as its own status, a skipped one as that of its predecessors, walked
 * back. Any branch that failed, timed out or was cancelled makes the block Failed (documented).
 */
export function blockStatus(block: BlockPlan, statuses: readonly ActionStatus[]): 'Succeeded' | 'Failed' {
  const known = new Map<number, boolean>();
  const failed = (index: number): boolean => {
    const status = statuses[index];
    if (status === 'Succeeded') return false;
    if (status !== 'Skipped') return true;
    let result = known.get(index);
    if (result === undefined) {
      result = block.actions[index]!.runAfter.some((before) => failed(before.index));
      known.set(index, result);
    }
    return result;
  };
  return block.leaves.some(failed) ? 'Failed' : 'Succeeded';
}
