import type { Needs } from './needs';
import type { DeploymentSettings } from './settings-file';

/** A settings file brought up to date, and what changed in it. */
export interface FilledIn {
  settings: DeploymentSettings;
  /** Names that are new in the file. */
  added: string[];
  /** Names that stood in the file and that the solution does not know any more; they are left out now. */
  gone: string[];
}

/**
 * A settings file with an entry for everything the solution needs, in its order. What was filled in before stays; a
 * variable with a default begins with it, all else empty.
 */
export function fillIn(needs: Needs, before?: DeploymentSettings): FilledIn {
  const values = new Map(before?.EnvironmentVariables.map((entry) => [entry.SchemaName, entry.Value]));
  const connections = new Map(before?.ConnectionReferences.map((entry) => [entry.LogicalName, entry]));
  const settings: DeploymentSettings = {
    EnvironmentVariables: needs.variables.map(({ schemaName, defaultValue = '' }) => ({
      SchemaName: schemaName,
      Value: values.get(schemaName) ?? defaultValue,
    })),
    ConnectionReferences: needs.connections.map(({ logicalName, connectorId }) => ({
      LogicalName: logicalName,
      ConnectionId: connections.get(logicalName)?.ConnectionId ?? '',
      ConnectorId: connections.get(logicalName)?.ConnectorId || connectorId,
    })),
  };
  const names = [
    ...settings.EnvironmentVariables.map(({ SchemaName }) => SchemaName),
    ...settings.ConnectionReferences.map(({ LogicalName }) => LogicalName),
  ];
  const old = [...values.keys(), ...connections.keys()];
  return {
    settings,
    added: names.filter((name) => !old.includes(name)),
    gone: old.filter((name) => !names.includes(name)),
  };
}
