import type { ConnectionNeed } from '../../settings/needs';
import type { DeploymentSettings } from '../../settings/settings-file';
import type { Rule } from '../rule';
import { at, referenceNames, type SettingsSubject } from './settings-subject';

type Reference = DeploymentSettings['ConnectionReferences'][number];

/** Pairs of a reference the solution needs and its entry. */
function* references({ needs, settings }: SettingsSubject): Generator<{ need: ConnectionNeed; entry: Reference }> {
  for (const need of needs.connections) {
    const entry = settings.ConnectionReferences.find(({ LogicalName }) => LogicalName === need.logicalName);
    if (entry !== undefined) yield { need, entry };
  }
}

/**
 * An environment adds `-5f` (an underscore) and letters and digits of its own to the name of a custom connector, which
 * are known once there is a connection.
 */
function isConnector(
  need: ConnectionNeed,
  { ConnectorId: connectorId, ConnectionId: connectionId }: Reference,
): boolean {
  const rest = connectorId.toLowerCase().startsWith(need.connectorId.toLowerCase())
    ? connectorId.slice(need.connectorId.length)
    : undefined;
  if (rest === '') return !need.custom || connectionId === '';
  return need.custom && rest !== undefined && /^-5f[0-9a-z]+$/i.test(rest);
}

/** 32 hexadecimal digits, with hyphens or without; newer connectors put `shared-…-` and their own before the digits. */
const CONNECTION_ID = /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|shared-.+-[0-9a-f]{4,})$/i;

/** Connections of connection references. */
export const referenceRules: readonly Rule<SettingsSubject>[] = [
  {
    code: 'P011',
    severity: 'error',
    title: 'Every connection reference has an entry.',
    *check(subject) {
      const entries = new Set(referenceNames(subject));
      for (const { logicalName, displayName } of subject.needs.connections) {
        if (entries.has(logicalName)) continue;
        yield {
          file: subject.file,
          message: `The connection reference ${logicalName} (${displayName}) is missing.`,
          fix: 'Run npm run solution -- settings to add the entry, and fill it in.',
        };
      }
    },
  },
  {
    code: 'P012',
    severity: 'error',
    title: 'Every connection reference has a connection.',
    *check(subject) {
      for (const { need, entry } of references(subject)) {
        if (entry.ConnectionId.trim() !== '') continue;
        yield {
          ...at(subject, need.logicalName),
          message: `${need.logicalName} (${need.displayName}) has no connection: flows that use it cannot be turned on.`,
          fix: `Make a connection for ${need.displayName} in the environment and write its id into ConnectionId${
            need.custom ? '; its connector is there once the connector solution is imported.' : '.'
          }`,
        };
      }
    },
  },
  {
    code: 'P013',
    severity: 'error',
    title: 'A connection id is the id alone.',
    *check(subject) {
      for (const { need, entry } of references(subject)) {
        if (entry.ConnectionId.trim() === '' || /^[\w-]+$/.test(entry.ConnectionId)) continue;
        yield {
          ...at(subject, need.logicalName),
          message: `The ConnectionId of ${need.logicalName} is no id.`,
          fix: 'Write only the part of the address between /connections/<connector>/ and /details.',
        };
      }
    },
  },
  {
    code: 'P019',
    severity: 'warning',
    title: 'A connection id looks like one.',
    *check(subject) {
      for (const { need, entry } of references(subject)) {
        const { ConnectionId: id } = entry;
        if (!/^[\w-]+$/.test(id) || CONNECTION_ID.test(id)) continue;
        yield {
          ...at(subject, need.logicalName),
          message: `The ConnectionId of ${need.logicalName} does not look like one: 32 digits 0-f, or shared-…- and digits.`,
          fix: 'Hold it against the address of the connection; leave it when that is what stands there.',
        };
      }
    },
  },
  {
    code: 'P014',
    severity: 'error',
    title: 'A connection is one of the right connector.',
    *check(subject) {
      for (const { need, entry } of references(subject)) {
        if (isConnector(need, entry)) continue;
        yield {
          ...at(subject, need.logicalName),
          message: `The ConnectorId of ${need.logicalName} is not that of ${need.displayName} in an environment.`,
          fix: `It has to be ${need.connectorId}${need.custom ? ' with the suffix of the environment, as the address of the connection shows it' : ''}.`,
        };
      }
    },
  },
  {
    code: 'P015',
    severity: 'error',
    title: 'One connection serves one connector.',
    *check(subject) {
      const users = new Map<string, ConnectionNeed>();
      for (const { need, entry } of references(subject)) {
        const first = users.get(entry.ConnectionId);
        users.set(entry.ConnectionId, first ?? need);
        if (entry.ConnectionId === '' || first === undefined || first.connectorId === need.connectorId) continue;
        yield {
          ...at(subject, need.logicalName),
          message: `${need.logicalName} has the same connection as ${first.logicalName}, which is of another connector.`,
          fix: 'Take each ConnectionId from the address of its own connection.',
        };
      }
    },
  },
];
