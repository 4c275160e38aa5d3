import { type ActionStatus, type FlowError } from '../types';

/** The code of every skipped action; why it was skipped is in its error (seen in run histories). */
export const SKIPPED = 'ActionSkipped';

/** The code of what a Terminate left undone. Unconfirmed. */
export const TERMINATED = 'Terminated';

/** A predecessor did not end as `runAfter` wants. */
export function conditionFailed(before: string, actual: ActionStatus, wanted: ReadonlySet<ActionStatus>): FlowError {
  const message = `'${before}' ended ${actual}; this action runs after ${[...wanted].join(', ')}.`;
  return { code: 'ActionConditionFailed', message };
}

/** The container was skipped or ended early. */
export function skippedWith(container: string, status: ActionStatus): FlowError {
  return { code: 'ActionDependencyFailed', message: `'${container}', which holds this action, ended ${status}.` };
}

/** The branch was not taken. */
export const NOT_TAKEN: FlowError = {
  code: 'ActionBranchingConditionNotSatisfied',
  message: 'This action stands in a branch that was not taken.',
};
