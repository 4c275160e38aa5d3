import { type Rule } from '../rule';

/** The platform's limit for an action's name. */
const LONGEST_NAME = 80;

/** Rules about the names of actions. */
export const nameRules: Rule[] = [
  {
    code: 'F003',
    severity: 'error',
    title: `Names of actions are unique in the whole flow whatever their case, have at most ${LONGEST_NAME} characters and no blanks.`,
    *check({ actions, actionsByKey }) {
      for (const action of actions) {
        const { name, pointer } = action;
        const first = actionsByKey.get(action.key)!;
        if (first !== action) {
          const same = first.name === name ? 'the same name' : `the same name in another case, '${first.name}'`;
          const fix = 'Give one of them another name, and change the expressions that mean it.';
          yield { pointer, message: `'${name}' is not unique: another action has ${same} (${first.pointer}).`, fix };
        }
        if (name.length > LONGEST_NAME) {
          const message = `The name '${name.slice(0, 40)}…' has ${name.length} characters; ${LONGEST_NAME} are allowed.`;
          yield { pointer, message, fix: 'Shorten it, also in runAfter and in expressions.' };
        }
        if (name.trim() === '') yield { pointer, message: 'An action has no name.', fix: 'Give it a name.' };
        else if (/\s/.test(name)) {
          const message = `The name '${name}' has blanks, which the designer writes as '_'.`;
          yield { pointer, message, fix: `Write '${name.replace(/\s/g, '_')}', also in runAfter and in expressions.` };
        }
      }
    },
  },
];
