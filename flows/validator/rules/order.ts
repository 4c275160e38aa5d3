import { isFlowObject } from '../../expressions/value-types';
import { type ActionNode, type BlockNode, type FlowDocument } from '../../file/flow-document';
import { below } from '../../file/json-pointer';
import { ACTION_FUNCTIONS, findAction, type Use, userName, usesOf } from '../expression-uses';
import { type Relation, precedenceOf } from '../precedence';
import { type Detail, type Rule } from '../rule';
import { Suggester } from '../suggest';

/** Rules about the order in which actions run. */
export const orderRules: Rule[] = [
  {
    code: 'F001',
    severity: 'error',
    title: '`runAfter` names an action that stands in the same block.',
    *check(flow) {
      for (const block of blocksOf(flow)) {
        const siblings = new Set(block.actions.map(({ key }) => key));
        const suggester = new Suggester(block.actions.map(({ name }) => name));
        for (const action of block.actions) {
          for (const name of namesAfter(action)) {
            if (!siblings.has(name.toLowerCase())) yield missingSibling(flow, action, name, suggester);
          }
        }
      }
    },
  },
  {
    code: 'F002',
    severity: 'error',
    title: 'Actions do not wait for each other in a ring, so that every block has an action to start with.',
    *check(flow) {
      for (const block of blocksOf(flow)) {
        for (const ring of precedenceOf(flow).orderOf(block).cycles()) yield cycle(ring, block);
      }
    },
  },
  {
    code: 'F007',
    severity: 'error',
    title: 'An action has certainly ended before another one uses its result.',
    *check(flow) {
      const precedence = precedenceOf(flow);
      for (const use of usesOf(flow)) {
        if (use.argument === undefined || !ACTION_FUNCTIONS.has(use.name) || LOOP_FUNCTIONS.has(use.name)) continue;
        const used = findAction(flow, use.argument);
        if (!used) continue;
        if (!use.user) {
          const fix = 'Use only triggerOutputs(), triggerBody() and parameters() there.';
          yield {
            pointer: use.site.pointer,
            message: `The trigger uses '${used.name}', but it runs before every action.`,
            fix,
          };
          continue;
        }
        const detail = misuse(precedence.relation(used, use.user), use, used, use.user);
        if (detail) yield { pointer: use.site.pointer, ...detail };
      }
    },
  },
];

/** They name a container of their user; F008 looks at them. */
const LOOP_FUNCTIONS: ReadonlySet<string> = new Set(['items', 'iterationindexes']);

function* blocksOf({ root, actions }: FlowDocument): Generator<BlockNode> {
  yield root;
  for (const { blocks } of actions) yield* blocks;
}

function namesAfter({ definition: { runAfter } }: ActionNode): string[] {
  return isFlowObject(runAfter) ? Object.keys(runAfter) : [];
}

function missingSibling(flow: FlowDocument, action: ActionNode, name: string, suggester: Suggester): Detail {
  const elsewhere = flow.actionsByKey.has(name.toLowerCase());
  const reason = elsewhere ? `'${name}' stands in another block` : 'there is no such action';
  const advice =
    action.block.actions.length > 1 ? 'Name one of its neighbours, or remove the entry.' : 'Remove the entry.';
  return {
    pointer: below(action.pointer, 'runAfter', name),
    message: `'${action.name}' runs after '${name}', but ${reason}.`,
    fix: elsewhere ? advice : suggester.fix(name, advice),
  };
}

function cycle(ring: ActionNode[], block: BlockNode): Detail {
  const [first, second = first] = ring as [ActionNode, ActionNode?];
  const names = ring.slice(0, 5).map(({ name }) => `'${name}'`);
  const chain = names.join(', that for ').replace(', that for ', ' waits for ');
  const wait =
    ring.length === 1
      ? `${names[0]!} waits for itself`
      : `${chain}${ring.length > names.length ? ' and so on' : ''}, that for ${names[0]!}`;
  const rootless = block.actions.every((action) => namesAfter(action).length > 0);
  return {
    pointer: below(
      first.pointer,
      'runAfter',
      namesAfter(first).find((name) => name.toLowerCase() === second.key)!,
    ),
    message: `${wait}: ${ring.length === 1 ? 'it never' : 'none of them ever'} starts${rootless ? ', and the block has no action to start with' : ''}.`,
    fix: `Remove '${second.name}' from the runAfter of '${first.name}', or break the ring elsewhere.`,
  };
}

function misuse(relation: Relation, use: Use, used: ActionNode, user: ActionNode): Omit<Detail, 'pointer'> | undefined {
  const subject = `${userName({ user })} uses '${used.name}'`;
  switch (relation.kind) {
    case 'itself':
      return {
        message: `'${user.name}' uses its own result, which exists only after it.`,
        fix: 'Refer to an action before it.',
      };
    case 'inside':
      // An Until loop tests its expression after its body.
      if (user.type === 'Until' && use.site.pointer.startsWith(below(user.pointer, 'expression'))) return undefined;
      return {
        message: `${subject}, which stands inside of it and starts after it.`,
        fix: `Refer to an action that runs before '${user.name}'.`,
      };
    case 'other branch':
      return {
        message: `${subject}, which stands in another branch of '${relation.container.name}'; only one of the two runs.`,
        fix: `Keep the value in a variable, or move '${user.name}' behind '${relation.container.name}'.`,
      };
    case 'after':
      return {
        message: `${subject}, which runs only after it.`,
        fix: `Let '${relation.user.name}' run after '${relation.used.name}' instead of before it.`,
      };
    case 'beside':
      return {
        message: `${subject}, but nothing makes ${used === relation.used ? 'that' : `'${relation.used.name}' around it`} run first.`,
        fix: `Add '${relation.used.name}' to the runAfter of '${relation.user.name}' or of an action before it.`,
      };
    default:
      return undefined;
  }
}
