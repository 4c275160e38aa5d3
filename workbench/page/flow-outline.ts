import type { FlowOutline, OutlineAction } from './client/page-data';

/** The parts of an exported flow that its outline needs. */
export interface ExportedAction {
  type: string;
  runAfter?: Record<string, string[]>;
  inputs?: unknown;
  actions?: ExportedActions;
  else?: { actions?: ExportedActions };
  cases?: Record<string, { actions?: ExportedActions }>;
  default?: { actions?: ExportedActions };
}
export type ExportedActions = Record<string, ExportedAction>;
export interface ExportedDefinition {
  triggers: Record<string, unknown>;
  actions: ExportedActions;
}

const CONNECTORS: Record<string, string> = {
  shared_commondataserviceforapps: 'Dataverse',
  shared_office365: 'Outlook',
  'shared_rcc-5fretailcallcenter': 'Retail Call Center',
};

/** The actions of a flow with their place in it, each container before its content, each action after those it waits for. */
export function flowOutline(flow: { id: string; name: string }, definition: ExportedDefinition): FlowOutline {
  const trigger = Object.keys(definition.triggers)[0] ?? '';
  return { flow_id: flow.id, name: flow.name, trigger, actions: outlineOf(definition.actions, null, null) };
}

function outlineOf(actions: ExportedActions, parent: string | null, branch: string | null): OutlineAction[] {
  return inRunOrder(actions).flatMap(([name, action]) => [
    { name, type: action.type, parent, branch, ...callOf(action) },
    ...branchesOf(action).flatMap(([inner, content]) => outlineOf(content ?? {}, name, inner)),
  ]);
}

function branchesOf(action: ExportedAction): [string | null, ExportedActions | undefined][] {
  const cases = Object.entries(action.cases ?? {}).map(([name, { actions }]): [string, ExportedActions | undefined] => [
    name,
    actions,
  ]);
  const yes = action.type === 'If' ? 'yes' : null;
  return [[yes, action.actions], ['no', action.else?.actions], ...cases, ['default', action.default?.actions]];
}

function callOf({ inputs }: ExportedAction): Pick<OutlineAction, 'operation' | 'connector'> {
  const host = (inputs as { host?: { operationId?: string; apiId?: string } } | undefined)?.host;
  if (!host?.operationId) return { operation: null, connector: null };
  const api = host.apiId?.split('/').pop() ?? '';
  return { operation: host.operationId, connector: CONNECTORS[api] ?? api };
}

/** An export lists actions in any order; `runAfter` says which comes first. */
function inRunOrder(actions: ExportedActions): [string, ExportedAction][] {
  const ordered = new Map<string, ExportedAction>();
  const visit = (name: string): void => {
    const action = actions[name];
    if (!action || ordered.has(name)) return;
    for (const earlier of Object.keys(action.runAfter ?? {})) visit(earlier);
    ordered.set(name, action);
  };
  Object.keys(actions).forEach(visit);
  return [...ordered];
}
