import { type BlockPlan } from '../plan/action-plan';
import { type ActionStatus } from '../types';

/**
 * How a block ended, by its leaves: a leaf counts as its own status, a skipped one as that of its predecessors, walked
 * back. Any branch that failed, timed out or was cancelled makes the block Failed (documented).
 */
export function blockStatus(block: BlockPlan, statuses: readonly ActionStatus[]): 'Succeeded' | 'Failed' {
  const counted = new Set(block.leaves);
  // A set also walks what is added to it meanwhile.
  for (const index of counted) {
    const status = statuses[index];
    if (status === 'Succeeded') continue;
    if (status !== 'Skipped') return 'Failed';
    for (const before of block.actions[index]!.runAfter) counted.add(before.index);
  }
  return 'Succeeded';
}
