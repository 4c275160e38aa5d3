import { type Expression } from '../../../flows/expressions/syntax';
import { type ActionPlan } from './action-plan';

/** These have no outputs of their own making: hiding their inputs hides their outputs as well (documented). */
const OUTPUTS_FOLLOW_INPUTS = new Set(['Compose', 'ParseJson', 'Response', 'Query', 'Select', 'Join', 'Table']);
const TRIGGER_FUNCTIONS = new Set(['triggerbody', 'triggeroutputs', 'trigger']);
const ACTION_FUNCTIONS = new Set(['outputs', 'body', 'actions', 'actionoutputs', 'actionbody', 'result']);

/**
 * Hides the inputs of actions that use hidden outputs, so that secured data does not reappear further down in the
 * records (documented for the portal).
 * @param expressions the expressions of each action, by its name
 */
export function hideSecuredData(
  actions: ReadonlyMap<string, ActionPlan>,
  expressions: ReadonlyMap<string, Expression[]>,
  triggerHidden: boolean,
): void {
  const references = new Map<ActionPlan, Set<string>>();
  for (const plan of actions.values()) references.set(plan, namesUsed(expressions.get(plan.name) ?? []));
  for (let changed = true; changed;) {
    changed = false;
    for (const [plan, used] of references) {
      const fromTrigger = triggerHidden && used.has('');
      if (!plan.hideInputs && (fromTrigger || [...used].some((key) => actions.get(key)?.hideOutputs))) {
        plan.hideInputs = true;
        changed = true;
      }
      if (plan.hideInputs && !plan.hideOutputs && OUTPUTS_FOLLOW_INPUTS.has(plan.type)) {
        plan.hideOutputs = true;
        changed = true;
      }
    }
  }
}

/** Keys of the actions expressions refer to; the empty key stands for the trigger. */
function namesUsed(expressions: Expression[]): Set<string> {
  const names = new Set<string>();
  const visit = (tree: Expression): void => {
    if (tree.kind === 'literal') return;
    const name = tree.name.toLowerCase();
    const [first] = tree.arguments;
    if (TRIGGER_FUNCTIONS.has(name)) names.add('');
    else if (ACTION_FUNCTIONS.has(name) && first?.kind === 'literal' && typeof first.value === 'string') {
      names.add(first.value.replaceAll(' ', '_').toLowerCase());
    }
    tree.arguments.forEach(visit);
    tree.path.forEach((step) => visit(step.key));
  };
  expressions.forEach(visit);
  return names;
}
