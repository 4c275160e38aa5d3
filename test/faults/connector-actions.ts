import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../proxy/src/project-file';

type Actions = Record<string, { type: string; actions?: Actions; else?: { actions?: Actions } }>;

/** Names of every action that calls a connector, at any depth. */
function* namesIn(actions: Actions): Generator<string> {
  for (const [name, action] of Object.entries(actions)) {
    if (action.type === 'OpenApiConnection') yield name;
    yield* namesIn(action.actions ?? {});
    yield* namesIn(action.else?.actions ?? {});
  }
}

/** Every connector call the flow files hold, by action name. */
export function connectorActions(): Set<string> {
  const folder = projectFile('flows');
  const files = readdirSync(folder).filter((name) => /-[0-9A-F-]{36}\.json$/i.test(name));
  return new Set(
    files.flatMap((name) => {
      const flow = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        properties: { definition: { actions: Actions } };
      };
      return [...namesIn(flow.properties.definition.actions)];
    }),
  );
}
