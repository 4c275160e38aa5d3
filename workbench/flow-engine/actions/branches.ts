import { type BlockPlan } from '../plan/action-plan';
import { type Scope } from '../run/scope';

/** The platform's code for actions of a branch that was not taken. */
const NOT_TAKEN = 'ActionBranchingConditionNotSatisfied';

/** Skips a branch that is not taken; it does not make its container fail. */
export function skipBlock(block: BlockPlan, { run, frame }: Scope): void {
  for (const plan of block.actions) run.skip(plan, frame, NOT_TAKEN);
}
