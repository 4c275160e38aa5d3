import { type Call, type Expression } from '../expressions/syntax';
import { type ActionNode, type ExpressionSite, type FlowDocument } from '../file/flow-document';

/** One function call somewhere in a flow's expressions. */
export interface Use {
  call: Call;
  /** The function's name in lower case. */
  name: string;
  /** The first argument when it is a literal text, as in `outputs('X')`. */
  argument?: string;
  /** The action that evaluates it; undefined for the trigger. */
  user?: ActionNode;
  site: ExpressionSite;
}

const usesByFlow = new WeakMap<FlowDocument, readonly Use[]>();

/** Every call in the flow's expressions, the trigger's first; collected once per flow. */
export function usesOf(flow: FlowDocument): readonly Use[] {
  let uses = usesByFlow.get(flow);
  if (!uses) usesByFlow.set(flow, (uses = [...collect(flow)]));
  return uses;
}

function* collect(flow: FlowDocument): Generator<Use> {
  for (const site of flow.trigger?.expressions ?? []) yield* usesAt(site);
  for (const user of flow.actions) for (const site of user.expressions) yield* usesAt(site, user);
}

function* usesAt(site: ExpressionSite, user?: ActionNode): Generator<Use> {
  for (const tree of site.trees) {
    for (const call of callsIn(tree)) {
      const [first] = call.arguments;
      const named = first?.kind === 'literal' && typeof first.value === 'string' ? { argument: first.value } : {};
      yield { call, name: call.name.toLowerCase(), ...named, ...(user ? { user } : {}), site };
    }
  }
}

/** Every call of a tree, outer ones first. */
export function* callsIn(tree: Expression): Generator<Call> {
  const work = [tree];
  for (let next = work.pop(); next; next = work.pop()) {
    if (next.kind === 'literal') continue;
    yield next;
    for (const { key } of next.path.toReversed()) work.push(key);
    work.push(...next.arguments.toReversed());
  }
}

/** Who evaluates the expression, as messages name it. */
export function userName({ user }: Pick<Use, 'user'>): string {
  return user ? `'${user.name}'` : 'the trigger';
}

/** Functions whose first argument names an action. */
export const ACTION_FUNCTIONS: ReadonlySet<string> = new Set([
  'outputs',
  'body',
  'actions',
  'actionoutputs',
  'actionbody',
  'result',
  'items',
  'iterationindexes',
  'formdatavalue',
  'formdatamultivalues',
  'multipartbody',
]);

/** The action an expression names: written as in the file, or as the designer shows it with blanks. */
export function findAction(flow: FlowDocument, name: string): ActionNode | undefined {
  return flow.actionsByKey.get(name.replaceAll(' ', '_').toLowerCase());
}
