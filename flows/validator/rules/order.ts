import { type Rule } from '../rule';
import { isFlowObject } from '../../expressions/value-types';
import { below } from '../../file/json-pointer';

/** Rules about `runAfter`. */
export const orderRules: Rule[] = [
  {
    code: 'F001',
    severity: 'error',
    title: '`runAfter` names an action that stands in the same block.',
    *check({ actions }) {
      for (const action of actions) {
        const { runAfter } = action.definition;
        if (!isFlowObject(runAfter)) continue;
        const siblings = action.block.actions.map(({ key }) => key);
        for (const name of Object.keys(runAfter)) {
          if (siblings.includes(name.toLowerCase())) continue;
          yield {
            pointer: below(action.pointer, 'runAfter', name),
            message: `'${action.name}' runs after '${name}', but there is no such action beside it.`,
            fix: siblings.length > 1 ? `Name one of its neighbours, or remove the entry.` : 'Remove the entry.',
          };
        }
      }
    },
  },
];
