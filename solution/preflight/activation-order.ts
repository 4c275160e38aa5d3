import type { JsonObject } from '../../flows/file/flow-document';
import type { ReleasedFlow } from './release';

const objectAt = (value: unknown, name: string): JsonObject =>
  ((value as JsonObject | undefined)?.[name] ?? {}) as JsonObject;

/** Ids of the flows a flow calls, in lower case, each once. */
export function childrenOf({ document }: ReleasedFlow): string[] {
  const called = document.actions
    .filter(({ type }) => type === 'Workflow')
    .map(({ definition }) => objectAt(definition.inputs, 'host').workflowReferenceName)
    .filter((id): id is string => typeof id === 'string');
  return [...new Set(called.map((id) => id.toLowerCase()))];
}

/** The order in which flows can be turned on, and those that wait for each other. */
export interface ActivationOrder {
  order: ReleasedFlow[];
  circle: ReleasedFlow[];
}

/** Operations of Outlook triggers that a customer's mail starts. */
const STARTED_BY_MAIL = /^(SharedMailbox)?OnNewEmail/;

const isStartedByMail = ({ document }: ReleasedFlow): boolean =>
  STARTED_BY_MAIL.test(String(objectAt(document.trigger?.definition.inputs, 'host').operationId));

/**
 * Children before those that call them: a flow cannot be turned on while one it calls is off. Otherwise what mails start
 * comes last, since from then on customers are answered and everything behind it has to work; then by name. Children
 * outside the release hold nothing up.
 */
export function activationOrder(flows: ReadonlyMap<string, ReleasedFlow>): ActivationOrder {
  const waiting = [...flows.values()].sort(
    (a, b) => Number(isStartedByMail(a)) - Number(isStartedByMail(b)) || a.name.localeCompare(b.name, 'en'),
  );
  const order: ReleasedFlow[] = [];
  const on = new Set<string>();
  for (;;) {
    const next = waiting.findIndex((flow) => childrenOf(flow).every((id) => on.has(id) || !flows.has(id)));
    if (next === -1) return { order, circle: waiting };
    const [flow] = waiting.splice(next, 1);
    order.push(flow!);
    on.add(flow!.id);
  }
}
