import { isFlowObject } from '../expressions/value-types';
import { type ActionNode, type BlockNode } from '../file/flow-document';
import { containersOf } from './precedence';

const FAILURES = ['failed', 'timedout'];

interface Step {
  /** The neighbour an action waits for, by its name in lower case. */
  key: string;
  /** In lower case, as they compare. */
  statuses: readonly string[];
}

/** What an action's `runAfter` says. */
function stepsOf({ definition: { runAfter } }: ActionNode): Step[] {
  return Object.entries(isFlowObject(runAfter) ? runAfter : {}).map(([name, statuses]) => ({
    key: name.toLowerCase(),
    statuses: Array.isArray(statuses) ? statuses.map((each) => String(each).toLowerCase()) : [],
  }));
}

const hasFailure = ({ statuses }: Step): boolean => FAILURES.some((failure) => statuses.includes(failure));

/** True when the action runs because a neighbour failed, and not when all went well. */
export function isCatch(action: ActionNode): boolean {
  return stepsOf(action).some((step) => hasFailure(step) && !step.statuses.includes('succeeded'));
}

/** True when the action can still run after a failure, be it behind a Catch that went well. */
export function runsAfterFailure(action: ActionNode): boolean {
  return [action, ...containersOf(action)].some((each) => afterFailures(each.block).has(each));
}

const reached = new WeakMap<BlockNode, ReadonlySet<ActionNode>>();

function afterFailures(block: BlockNode): ReadonlySet<ActionNode> {
  const before = reached.get(block);
  if (before) return before;
  const followers = new Map<string, ActionNode[]>();
  const found = new Set<ActionNode>();
  const work: ActionNode[] = [];
  for (const action of block.actions) {
    for (const step of stepsOf(action)) {
      const list = followers.get(step.key);
      if (list) list.push(action);
      else followers.set(step.key, [action]);
      if (hasFailure(step) || step.statuses.includes('skipped')) work.push(action);
    }
  }
  for (let action = work.pop(); action; action = work.pop()) {
    if (found.has(action)) continue;
    found.add(action);
    work.push(...(followers.get(action.key) ?? []));
  }
  reached.set(block, found);
  return found;
}

/** True when something runs after a failure of the action, or of a container of it, or stands on an error path itself. */
export function isCaught(action: ActionNode): boolean {
  return [action, ...containersOf(action)].some((each) => isCatch(each) || metFailures(each.block).has(each.key));
}

const known = new WeakMap<BlockNode, ReadonlySet<string>>();

/** Actions of a block whose failure is met: by an action behind them, or behind those that are skipped because of it. */
function metFailures(block: BlockNode): ReadonlySet<string> {
  const before = known.get(block);
  if (before) return before;
  const steps = block.actions.map((action) => [action.key, stepsOf(action)] as const);
  const waitsFor = new Map(steps);
  const met = new Set<string>();
  /** Actions whose being skipped is met, and so the failure of all they wait for. */
  const skips = new Set<string>();
  const work: string[] = [];
  for (const [, each] of steps) {
    for (const step of each) {
      if (hasFailure(step)) met.add(step.key);
      if (step.statuses.includes('skipped')) work.push(step.key);
    }
  }
  for (let key = work.pop(); key !== undefined; key = work.pop()) {
    if (skips.has(key)) continue;
    skips.add(key);
    for (const step of waitsFor.get(key) ?? []) {
      met.add(step.key);
      work.push(step.key);
    }
  }
  known.set(block, met);
  return met;
}
