import { type ActionNode, type FlowDocument } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { ACTION_FUNCTIONS, findAction, type Use, userName, usesOf } from '../expression-uses';
import { containersOf } from '../precedence';
import { type Detail, type Rule } from '../rule';
import { Suggester } from '../suggest';

/** Rules about names of actions in expressions. */
export const referenceRules: Rule[] = [
  {
    code: 'F006',
    severity: 'error',
    title: "Expressions such as `outputs('X')` name an action that exists.",
    *check(flow) {
      const suggester = new Suggester(flow.actions.map(({ name }) => name));
      for (const use of usesOf(flow)) {
        const { argument, name, call, site } = use;
        if (argument === undefined || !ACTION_FUNCTIONS.has(name) || findAction(flow, argument)) continue;
        yield {
          pointer: site.pointer,
          message: `${call.name}('${argument}') in ${userName(use)} names an action that does not exist.`,
          fix: suggester.fix(argument, 'Name an action of this flow.'),
        };
      }
    },
  },
  {
    code: 'F008',
    severity: 'error',
    title:
      "`items('L')` and `item()` stand where there is an item, `iterationIndexes('U')` inside of its loop, and `result('S')` names a container.",
    *check(flow) {
      for (const use of usesOf(flow)) {
        const problem = CHECKS[use.name]?.(use, flow);
        if (problem) yield { pointer: use.site.pointer, ...problem };
      }
    },
  },
];

type Problem = Omit<Detail, 'pointer'> | undefined;

const CONTAINERS: ReadonlySet<string> = new Set(['Scope', 'Foreach', 'Until', 'If', 'Switch']);

/** Where an action that walks through a list uses its item; `from` itself is evaluated before. */
const ITEM_MEMBERS: Readonly<Record<string, string>> = { Query: 'where', Select: 'select', Table: 'columns' };

const CHECKS: Partial<Record<string, (use: Use, flow: FlowDocument) => Problem>> = {
  item(use) {
    if (isPerItem(use) || loopsAround(use, 'Foreach').length > 0) return undefined;
    return {
      message: `${sentenceStart(userName(use))} uses item(), but there is no item: it is neither in a Foreach nor reads rows itself.`,
      fix: 'Name what is meant, or move it into a Foreach.',
      // The platform saves such flows, and whether the expression fails or gives null is not documented.
      severity: 'warning',
    };
  },
  items: (use, flow) => insideLoop(use, flow, 'Foreach'),
  iterationindexes(use, flow) {
    const { user, site } = use;
    const own = user?.type === 'Until' && site.pointer.startsWith(below(user.pointer, 'expression'));
    return own && findAction(flow, use.argument ?? '') === user ? undefined : insideLoop(use, flow, 'Until');
  },
  result(use, flow) {
    const named = use.argument === undefined ? undefined : findAction(flow, use.argument);
    if (!named || CONTAINERS.has(named.type)) return undefined;
    return {
      message: `result('${named.name}') in ${userName(use)} names a ${named.type || 'nameless type'}, but only containers have results.`,
      fix: `Name a scope, condition or loop, or use outputs('${named.name}').`,
    };
  },
};

function insideLoop(use: Use, flow: FlowDocument, type: 'Foreach' | 'Until'): Problem {
  const named = use.argument === undefined ? undefined : findAction(flow, use.argument);
  // F006 reports a name that does not exist.
  if (!named || loopsAround(use, type).includes(named)) return undefined;
  const around = loopsAround(use, type).map(({ name }) => `'${name}'`);
  const reason = named.type === type ? 'is not around it' : `is no ${type}`;
  return {
    message: `${sentenceStart(userName(use))} uses ${use.call.name}('${named.name}'), but '${named.name}' ${reason}.`,
    fix:
      around.length > 0
        ? `Name a loop around it: ${around.join(', ')}.`
        : `Move it into the loop, or use something else.`,
  };
}

function loopsAround({ user }: Use, type: string): ActionNode[] {
  return user ? containersOf(user).filter((container) => container.type === type) : [];
}

function isPerItem({ user, site }: Use): boolean {
  const member = user ? ITEM_MEMBERS[user.type] : undefined;
  return member !== undefined && site.pointer.startsWith(below(user!.pointer, 'inputs', member));
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
