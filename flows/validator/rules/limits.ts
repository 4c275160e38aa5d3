import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { DEFINITION } from '../../file/flow-parts';
import { type Rule } from '../rule';
import { variablesOf } from '../variables';
import { MOST_CASES } from './switches';

/** Documented limits of a definition. */
const DEEPEST_NESTING = 8;
const MOST_ACTIONS = 500;
const MOST_VARIABLES = 250;

/** Limits of the platform. */
export const limitRules: Rule[] = [
  {
    code: 'F040',
    severity: 'error',
    title: `Actions are nested at most ${DEEPEST_NESTING} containers deep.`,
    *check({ actions }) {
      const depths = new Map<ActionNode, number>();
      for (const action of actions) {
        // Containers come before what is inside them.
        const depth = action.block.owner ? depths.get(action.block.owner)! + 1 : 0;
        depths.set(action, depth);
        if (depth !== DEEPEST_NESTING + 1) continue;
        const message = `'${action.name}' stands inside of ${depth} containers; ${DEEPEST_NESTING} are allowed.`;
        yield {
          pointer: action.pointer,
          message,
          fix: 'Move the inner part into a child flow, or flatten conditions.',
        };
      }
    },
  },
  {
    code: 'F041',
    severity: 'error',
    title: `A flow has at most ${MOST_ACTIONS} actions and ${MOST_VARIABLES} variables, and a Switch ${MOST_CASES} cases.`,
    *check(flow) {
      const count = flow.actions.length;
      const pointer = below(DEFINITION, 'actions');
      if (count > MOST_ACTIONS) {
        const message = `The flow has ${count} actions; ${MOST_ACTIONS} are allowed.`;
        yield { pointer, message, fix: 'Move parts of it into child flows.' };
      }
      const variables = variablesOf(flow).length;
      if (variables > MOST_VARIABLES) {
        const message = `The flow has ${variables} variables; ${MOST_VARIABLES} are allowed.`;
        yield { pointer, message, fix: 'Keep values together in one object, or use Compose.' };
      }
      for (const { name, pointer, definition } of flow.actions) {
        const cases = isFlowObject(definition.cases) ? Object.keys(definition.cases).length : 0;
        if (cases <= MOST_CASES) continue;
        const message = `'${name}' has ${cases} cases; ${MOST_CASES} are allowed.`;
        yield {
          pointer: below(pointer, 'cases'),
          message,
          fix: 'Look the value up in an object, or nest a second Switch.',
        };
      }
    },
  },
];
