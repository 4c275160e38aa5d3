import { type ActionNode, type BlockNode, type FlowDocument } from '../../../flows/file/flow-document';

/** What of a flow a run can reach, by names a maker knows. */
export interface FlowParts {
  /** Names of actions. */
  actions: string[];
  /** Ways through a branching action, such as `Is_low: false` or `Each_row: no items`. */
  branches: string[];
}

/** Every action and branch of a flow, containers before what is inside them. */
export function partsOf(document: FlowDocument): FlowParts {
  return {
    actions: document.actions.map(({ name }) => name),
    branches: document.actions.flatMap((action) => waysThrough(action).map((way) => branchName(action, way))),
  };
}

export function branchName({ name }: ActionNode, way: string): string {
  return `${name}: ${way}`;
}

/** The ways a run can take through an action; none for one that does not branch. A loop without a body has none. */
export function waysThrough(action: ActionNode): string[] {
  switch (action.type) {
    case 'If':
      return ['true', 'false'];
    case 'Switch':
      return [...caseNames(action), 'default'];
    case 'Foreach':
      if (isEmpty(blockOf(action, 'actions'))) return [];
      return hasItemsWritten(action.definition.foreach) ? ['items'] : ['no items', 'items'];
    case 'Until':
      return isEmpty(blockOf(action, 'actions')) ? [] : ['one pass', 'several passes'];
    default:
      return [];
  }
}

/** Whether a list is written out item by item, and so never empty. */
const hasItemsWritten = (list: unknown): boolean => typeof list === 'string' && /^@createArray\((?!\)).*\)$/.test(list);

/** The block behind a way through an If or a Switch; it may not be written. */
export function blockBehind(action: ActionNode, way: string): BlockNode | undefined {
  if (action.type === 'If') return blockOf(action, way === 'true' ? 'actions' : 'else');
  return blockOf(action, way === 'default' ? way : `${CASES}${way}`);
}

export function isEmpty(block: BlockNode | undefined): boolean {
  return block === undefined || block.actions.length === 0;
}

const CASES = 'cases/';

function caseNames({ blocks }: ActionNode): string[] {
  return blocks.flatMap(({ branch }) => (branch.startsWith(CASES) ? [branch.slice(CASES.length)] : []));
}

function blockOf({ blocks }: ActionNode, branch: string): BlockNode | undefined {
  return blocks.find((block) => block.branch === branch);
}
