import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';
import { loadFlow } from '../../workbench/flow-engine/load-flow';
import { flowFiles } from '../../workbench/platform/load-flows';

interface Branch {
  actions?: Actions;
}
type Actions = Record<
  string,
  Branch & { type: string; else?: Branch; cases?: Record<string, Branch>; default?: Branch }
>;

/** Names of every action that calls a connector, at any depth. */
function* namesIn(actions: Actions): Generator<string> {
  for (const [name, action] of Object.entries(actions)) {
    if (action.type.startsWith('OpenApiConnection')) yield name;
    yield* namesIn(action.actions ?? {});
    for (const branch of [action.else, action.default, ...Object.values(action.cases ?? {})]) {
      yield* namesIn(branch?.actions ?? {});
    }
  }
}

/** Every connector call of a flow, by action name. @param flow display name */
export function connectorActionsOf(flow: string): Set<string> {
  const folder = projectFile('flows');
  const file = flowFiles(folder).find((name) => loadFlow(join(folder, name)).name === flow);
  if (file === undefined) throw new Error(`There is no flow '${flow}'.`);
  const { properties } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    properties: { definition: { actions: Actions } };
  };
  return new Set(namesIn(properties.definition.actions));
}
