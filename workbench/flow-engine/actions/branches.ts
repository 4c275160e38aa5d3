import { type BlockPlan } from '../plan/action-plan';
import { type Scope } from '../run/scope';
import { NOT_TAKEN } from '../run/skip-reasons';

/** Skips a branch that is not taken; it does not make its container fail. */
export function skipBlock(block: BlockPlan, { run, frame }: Scope): void {
  for (const plan of block.actions) run.skip(plan, frame, NOT_TAKEN);
}
