import { type Expression } from '../../../flows/expressions/syntax';
import { type ActionPlan } from './action-plan';

/** These have no outputs of their own making: hiding their inputs hides their outputs as well (documented). */
const OUTPUTS_FOLLOW_INPUTS = new Set(['Compose', 'ParseJson', 'Response', 'Query', 'Select', 'Join', 'Table']);
const TRIGGER_FUNCTIONS = new Set(['triggerbody', 'triggeroutputs', 'trigger']);
const ACTION_FUNCTIONS = new Set(['outputs', 'body', 'actions', 'actionoutputs', 'actionbody', 'result']);
const ITEM_FUNCTIONS = new Set(['item', 'items']);

/** Stands for the trigger among the keys of actions. */
const TRIGGER = '';

interface Uses {
  /** Keys of actions whose outputs are used; `TRIGGER` for the trigger's. */
  outputs: Set<string>;
  /** Uses the item of a loop around it, or of its own rows. */
  items: boolean;
}

/**
 * Hides the inputs of actions that use hidden outputs, so that secured data does not reappear further down in the
 * records (documented for the portal); the items of a loop over hidden data are hidden as well.
 * @param expressions the expressions of each action, by its name
 */
export function hideSecuredData(
  actions: ReadonlyMap<string, ActionPlan>,
  expressions: ReadonlyMap<string, Expression[]>,
  triggerHidden: boolean,
): void {
  const users = new Map<string, ActionPlan[]>();
  const add = (key: string, plan: ActionPlan): void => {
    const known = users.get(key);
    if (known) known.push(plan);
    else users.set(key, [plan]);
  };
  for (const plan of actions.values()) {
    const { outputs, items } = usesOf(expressions.get(plan.name) ?? []);
    for (const key of outputs) add(key, plan);
    if (items) for (const loop of plan.loops) add(itemsOf(loop), plan);
  }
  const hidden: string[] = triggerHidden ? [TRIGGER] : [];
  const spread = (plan: ActionPlan): void => {
    if (plan.hideInputs && OUTPUTS_FOLLOW_INPUTS.has(plan.type)) plan.hideOutputs = true;
    if (plan.hideInputs && plan.type === 'Foreach') hidden.push(itemsOf(plan.key));
    if (plan.hideOutputs) hidden.push(plan.key);
  };
  actions.forEach(spread);
  for (let key = hidden.pop(); key !== undefined; key = hidden.pop()) {
    for (const plan of users.get(key) ?? []) {
      if (plan.hideInputs) continue;
      plan.hideInputs = true;
      spread(plan);
    }
  }
}

/** A key no action can have, for the items of a loop. */
const itemsOf = (loop: string): string => `${loop}/items`;

function usesOf(expressions: Expression[]): Uses {
  const uses: Uses = { outputs: new Set(), items: false };
  const visit = (tree: Expression): void => {
    if (tree.kind === 'literal') return;
    const name = tree.name.toLowerCase();
    const [first] = tree.arguments;
    if (TRIGGER_FUNCTIONS.has(name)) uses.outputs.add(TRIGGER);
    else if (ITEM_FUNCTIONS.has(name)) uses.items = true;
    else if (ACTION_FUNCTIONS.has(name) && first?.kind === 'literal' && typeof first.value === 'string') {
      uses.outputs.add(first.value.replaceAll(' ', '_').toLowerCase());
    }
    tree.arguments.forEach(visit);
    tree.path.forEach((step) => visit(step.key));
  };
  expressions.forEach(visit);
  return uses;
}
