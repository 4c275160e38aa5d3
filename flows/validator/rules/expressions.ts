import { checkLiterals } from '../../expressions/check-literals';
import { type ActionNode, type ExpressionSite, type FlowDocument } from '../../file/flow-document';
import { userName } from '../expression-uses';
import { type Detail, type Rule } from '../rule';

/** Rules about the expressions themselves. */
export const expressionRules: Rule[] = [
  {
    code: 'F004',
    severity: 'error',
    title: 'Every expression can be read.',
    check: (flow) => atEverySite(flow, unreadable),
  },
  {
    code: 'F005',
    severity: 'error',
    title: 'Every function is known and gets the arguments it takes.',
    check: (flow) => atEverySite(flow, wrongCalls),
  },
];

type SiteCheck = (site: ExpressionSite, user?: ActionNode) => Iterable<Detail>;

function* atEverySite({ trigger, actions }: FlowDocument, check: SiteCheck): Generator<Detail> {
  for (const site of trigger?.expressions ?? []) yield* check(site);
  for (const action of actions) for (const site of action.expressions) yield* check(site, action);
}

function* unreadable({ pointer, text, error }: ExpressionSite, user?: ActionNode): Generator<Detail> {
  if (!error) return;
  const shown = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  yield {
    pointer,
    message: `The expression ${shown} of ${userName({ user })} cannot be read: ${error.message}`,
    fix: 'Correct it; text stands in single quotes, and a text that should start with @ starts with @@.',
  };
}

/** The same mistake in one string is said once. */
function* wrongCalls({ pointer, trees }: ExpressionSite, user?: ActionNode): Generator<Detail> {
  const problems = new Set(trees.flatMap(checkLiterals).map(({ message }) => message));
  for (const problem of problems) {
    yield {
      pointer,
      message: `In ${userName({ user })}: ${problem}`,
      fix: 'Correct the call; the reference of the expression language lists every function with its arguments.',
    };
  }
}
