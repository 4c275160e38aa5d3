import { ExpressionError } from '../../expressions/expression-error';
import { checkArgumentCount } from '../../expressions/function-table';
import { findFunction, functionNames } from '../../expressions/functions/all-functions';
import { type ActionNode, type ExpressionSite } from '../../file/flow-document';
import { userName, usesOf } from '../expression-uses';
import { type Detail, type Rule } from '../rule';
import { Suggester } from '../suggest';

/** Rules about the expressions themselves. */
export const expressionRules: Rule[] = [
  {
    code: 'F004',
    severity: 'error',
    title: 'Every expression can be read.',
    *check({ trigger, actions }) {
      for (const site of trigger?.expressions ?? []) yield* unreadable(site);
      for (const action of actions) for (const site of action.expressions) yield* unreadable(site, action);
    },
  },
  {
    code: 'F005',
    severity: 'error',
    title: 'Every function is known and gets the arguments it takes.',
    *check(flow) {
      const suggester = new Suggester(functionNames());
      let last: ExpressionSite | undefined;
      let reported = new Set<string>();
      for (const { call, name, site, user } of usesOf(flow)) {
        const { pointer } = site;
        const known = findFunction(call.name);
        const where = `In ${userName({ user })}: `;
        if (site !== last) [last, reported] = [site, new Set()];
        if (!known) {
          if (reported.has(name) || CALLBACK_FUNCTIONS.has(name)) continue;
          reported.add(name);
          const fix = suggester.fix(call.name, 'Use a function of the expression language.');
          yield { pointer, message: `${where}the function '${call.name}' is not known.`, fix };
          continue;
        }
        const message = problemOf(() => checkArgumentCount(known, call.arguments.length));
        if (message) yield { pointer, message: where + message, fix: `Correct the call of ${known.name}().` };
      }
    },
  },
];

/** Webhook triggers of old exports give their own address; nothing else can call it. */
const CALLBACK_FUNCTIONS: ReadonlySet<string> = new Set(['listcallbackurl']);

function* unreadable({ pointer, text, error }: ExpressionSite, user?: ActionNode): Generator<Detail> {
  if (!error) return;
  const shown = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  yield {
    pointer,
    message: `The expression ${shown} of ${userName({ user })} cannot be read: ${error.message}`,
    fix: 'Correct it; text stands in single quotes, and a text that should start with @ starts with @@.',
  };
}

function problemOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}
