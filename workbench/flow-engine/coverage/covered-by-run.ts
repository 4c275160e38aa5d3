import { isFlowObject } from '../../../flows/expressions/value-types';
import { type ActionNode, type BlockNode, type FlowDocument } from '../../../flows/file/flow-document';
import { type ActionRecord, type RunRecord } from '../types';
import { blockBehind, branchName, type FlowParts, isEmpty, waysThrough } from './flow-parts';

/** What one or several runs reached; `failed` names the actions that failed at least once. */
export interface Covered extends FlowParts {
  failed: string[];
}

/**
 * What a run reached of its flow: every action that was not skipped, and the ways it took through branching actions.
 * A branch is known by the actions that ran in it, an empty one by the others' having none; so hidden inputs matter only
 * when several branches are empty.
 */
export function coveredBy(document: FlowDocument, run: RunRecord): Covered {
  const records = run.actions.flatMap((record) => {
    const action = document.actionsByKey.get(record.name.toLowerCase());
    return action === undefined || record.status === 'Skipped' ? [] : [{ action, record }];
  });
  const passes = passesOf(records);
  const actions = new Set<string>();
  const failed = new Set<string>();
  const branches = new Set<string>();
  for (const { action, record } of records) {
    actions.add(action.name);
    if (record.status === 'Failed') failed.add(action.name);
    const way = wayTaken(action, record, passes);
    if (way !== undefined) branches.add(branchName(action, way));
  }
  return { actions: [...actions], failed: [...failed], branches: [...branches] };
}

/** How often each block was run through, within one repetition of its container. */
type Passes = ReadonlyMap<string, number>;

function passesOf(records: readonly { action: ActionNode; record: ActionRecord }[]): Passes {
  const passes = new Map<string, number>();
  for (const { action, record } of records) {
    const { block } = action;
    const isLoop = block.owner?.type === 'Foreach' || block.owner?.type === 'Until';
    const outside = isLoop ? record.repetition.slice(0, -1) : record.repetition;
    const pass = isLoop ? (record.repetition.at(-1) ?? 0) + 1 : 1;
    const key = keyOf(block, outside);
    passes.set(key, Math.max(pass, passes.get(key) ?? 0));
  }
  return passes;
}

function keyOf({ pointer }: BlockNode, repetition: readonly number[]): string {
  return `${pointer} ${repetition.join()}`;
}

function wayTaken(action: ActionNode, record: ActionRecord, passes: Passes): string | undefined {
  const ways = waysThrough(action);
  if (ways.length === 0) return undefined;
  const passesThrough = (block: BlockNode | undefined) =>
    block === undefined ? 0 : (passes.get(keyOf(block, record.repetition)) ?? 0);
  if (action.type === 'Foreach' || action.type === 'Until') {
    const count = passesThrough(action.blocks[0]);
    if (count === 0) return action.type === 'Foreach' && record.status === 'Succeeded' ? 'no items' : undefined;
    if (action.type === 'Foreach') return 'items';
    return count === 1 ? 'one pass' : 'several passes';
  }
  const taken = ways.find((way) => passesThrough(blockBehind(action, way)) > 0);
  if (taken !== undefined || record.status !== 'Succeeded') return taken;
  const empty = ways.filter((way) => isEmpty(blockBehind(action, way)));
  return empty.length === 1 ? empty[0] : empty.find((way) => way === namedByResult(action, record));
}

/** The way that the value a branching action came to stands for. */
function namedByResult(action: ActionNode, record: ActionRecord): string | undefined {
  if (!isFlowObject(record.inputs) || !('expressionResult' in record.inputs)) return undefined;
  const { expressionResult } = record.inputs;
  if (action.type === 'If') return String(expressionResult);
  const cases = isFlowObject(action.definition.cases) ? Object.entries(action.definition.cases) : [];
  const found = cases.find(([, written]) => isFlowObject(written) && written.case === expressionResult);
  return found?.[0] ?? 'default';
}
