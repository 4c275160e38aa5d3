import { setMaxListeners } from 'node:events';
import { ExpressionError } from '../../../flows/expressions/expression-error';
import { ActionError } from '../plan/action-error';
import { type ActionPlan, type Outcome } from '../plan/action-plan';
import { type ActionStatus } from '../types';
import { type Execution } from './flow-run';
import { type ActionResult, type Frame, type Scope } from './scope';

/** What an executor may add for the run itself. */
export interface RunOutcome extends Outcome {
  /** Set by Terminate: the run ends after the action is recorded. */
  endRun?: { status: ActionStatus; error?: { code: string; message: string } };
  iterations?: Frame[];
}

/**
 * Runs one action and records it. `settled` gets its status; it is never called when the run or an enclosing time limit
 * ended meanwhile.
 */
export function runAction(plan: ActionPlan, scope: Scope, settled: (status: ActionStatus) => void): void {
  const { run, frame } = scope;
  if (!run.admit()) return;
  const execution: Execution = { plan, frame, startTime: run.host.clock.now().toISOString(), ended: false };
  run.running.add(execution);
  run.host.observer?.actionStarted?.(run.record, { name: plan.name, type: plan.type, repetition: frame.repetition });
  const finish = (outcome: RunOutcome): void => {
    if (execution.ended) return;
    settle(execution, scope, outcome);
    if (outcome.endRun) run.terminate(plan, outcome.endRun.status, outcome.endRun.error);
    else settled(outcome.status);
  };
  let outcome: Outcome | Promise<Outcome>;
  try {
    outcome = plan.timeout ? runWithTimeout(plan, plan.timeout(frame.context), scope) : plan.execute(scope);
  } catch (error) {
    return finish(failure(plan, error));
  }
  if (outcome instanceof Promise) outcome.catch((error: unknown) => failure(plan, error)).then(finish, rethrow);
  else finish(outcome);
}

/** A defect in recording must not vanish in a promise nobody awaits. */
function rethrow(error: unknown): never {
  throw error;
}

function settle(execution: Execution, scope: Scope, outcome: RunOutcome): void {
  const { run, frame } = scope;
  const { plan, startTime } = execution;
  execution.ended = true;
  run.running.delete(execution);
  const endTime = run.host.clock.now().toISOString();
  const { status, inputs, outputs, error, tries = [], iterations } = outcome;
  const code = outcome.code ?? error?.code ?? (status === 'Succeeded' ? 'OK' : status);
  const trackingId = run.nextTrackingId();
  const result: ActionResult = {
    name: plan.name,
    inputs,
    outputs,
    startTime,
    endTime,
    trackingId,
    code,
    status,
    ...(error ? { error } : {}),
    ...(iterations ? { iterations } : {}),
  };
  frame.results.set(plan.key, result);
  run.skipInside(plan, frame, status);
  if (status !== 'Skipped') run.record.billableActions += Math.max(1, tries.length);
  run.keep(execution, {
    status,
    code,
    inputs,
    outputs,
    startTime,
    endTime,
    trackingId,
    tries,
    ...(error ? { error } : {}),
  });
}

function failure(plan: ActionPlan, error: unknown): Outcome {
  if (error instanceof ExpressionError) {
    const message = `Unable to process the expressions of action '${plan.name}': ${error.message}`;
    return { status: 'Failed', error: { code: 'InvalidTemplate', message } };
  }
  if (error instanceof ActionError) return { status: 'Failed', error: { code: error.code, message: error.message } };
  if (error instanceof RangeError && /string length/.test(error.message)) {
    return {
      status: 'Failed',
      error: { code: 'InvalidTemplate', message: `'${plan.name}' makes a text that is too long.` },
    };
  }
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  return { status: 'Failed', error: { code: 'InternalError', message: `${name}: ${message}` } };
}

/** Runs an action under its `limit.timeout`; what is under way inside it is cancelled when the time is up. */
async function runWithTimeout(plan: ActionPlan, timeoutMs: number, scope: Scope): Promise<Outcome> {
  const { run, frame, signal } = scope;
  const inside = new AbortController();
  const timer = new AbortController();
  setMaxListeners(0, inside.signal);
  const abort = (): void => {
    inside.abort(signal.reason);
    timer.abort(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    const timeout = run.host.clock.sleep(timeoutMs, timer.signal).then((): 'timeout' => 'timeout');
    timeout.catch(() => undefined);
    const outcome = await Promise.race([plan.execute({ ...scope, signal: inside.signal }), timeout]);
    if (outcome !== 'timeout') return outcome;
    inside.abort(new Error(`The action '${plan.name}' timed out.`));
    run.cancelRunning((execution) => execution.plan !== plan && isInside(execution, plan, frame));
    const message = `The action '${plan.name}' was not finished within ${timeoutMs / 1000} s.`;
    return { status: 'TimedOut', error: { code: 'ActionTimedOut', message } };
  } finally {
    timer.abort(new Error('The time limit is no longer needed.'));
    signal.removeEventListener('abort', abort);
  }
}

function isInside(execution: Execution, container: ActionPlan, frame: Frame): boolean {
  if (!execution.plan.pointer.startsWith(`${container.pointer}/`)) return false;
  for (let each: Frame | undefined = execution.frame; each; each = each.parent) if (each === frame) return true;
  return false;
}
