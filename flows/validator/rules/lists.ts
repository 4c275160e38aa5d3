import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { certainType, typeInWords } from '../literal';
import { type Detail, type Rule } from '../rule';

/** Actions that go through the list in `inputs.from`. */
const LIST_ACTIONS: ReadonlySet<string> = new Set(['Query', 'Select', 'Table', 'Join']);

/** Rules about lists. */
export const listRules: Rule[] = [
  {
    code: 'F046',
    severity: 'error',
    title: 'Foreach, Query, Select, Table and Join go through a list: an expression that gives one, or a written list.',
    *check({ actions }) {
      for (const action of actions) {
        const { type, definition } = action;
        if (type === 'Foreach') yield* noList(action, definition.foreach, 'foreach');
        else if (LIST_ACTIONS.has(type) && isFlowObject(definition.inputs)) {
          yield* noList(action, definition.inputs.from, 'inputs', 'from');
        }
      }
    },
  },
];

function* noList({ name, pointer }: ActionNode, written: unknown, ...path: string[]): Generator<Detail> {
  if (written === undefined) return;
  const type = certainType(written);
  // A Foreach over anything but text is a matter of the file's form.
  if (type === undefined || type === 'Array' || (path[0] === 'foreach' && typeof written !== 'string')) return;
  const filledIn = typeof written === 'string' && written.includes('@{');
  yield {
    pointer: below(pointer, ...path),
    message: `'${name}' goes through a list, but '${path.join('.')}' is ${typeInWords(type)}.`,
    fix: filledIn
      ? 'Write the expression alone, with @ before it and without braces: @{…} gives text.'
      : "Write an expression that gives a list, such as @body('…')?['value'].",
    // Exports make an action fail on purpose with such a text.
    ...(filledIn && path[0] !== 'foreach' ? { severity: 'warning' } : {}),
  };
}
