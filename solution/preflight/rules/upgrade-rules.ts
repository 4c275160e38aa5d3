import { isHigher } from '../version';
import type { Rule } from '../rule';
import { dataRules } from './data-rules';
import { changed, gone, KEEP, kept, removed, type Upgrade } from './upgrade';

/** The last release beside the next one. */
export const upgradeRules: readonly Rule<Upgrade>[] = [
  changed(
    'P201',
    'error',
    'The version is raised.',
    'Raise the version in package.json and pack anew.',
    function* (one) {
      const { old, next } = one;
      if (!isHigher(next.version, old.version)) yield `${next.version} does not come after ${old.version}.`;
    },
  ),
  changed('P202', 'error', 'Managed stays managed.', 'Pack the kind that is there.', function* ({ old, next }) {
    if (old.managed !== undefined && next.managed !== undefined && old.managed !== next.managed)
      yield `${old.file} is ${old.managed ? 'managed' : 'unmanaged'} and the next release is not: the import is refused.`;
  }),
  changed(
    'P203',
    'error',
    'The publisher prefix stays.',
    'Keep the prefix: every name begins with it.',
    function* (one) {
      const { old, next } = one;
      if (old.prefix !== next.prefix) yield `The prefix was ${old.prefix} and is ${next.prefix}.`;
    },
  ),
  ...dataRules,
  removed(
    'P219',
    'warning',
    'Nothing else goes unnoticed.',
    'Put it back, or tell those who use it.',
    ({ old, next }) =>
      gone(old.others, next.others).map((key) => `The ${key.slice(0, key.lastIndexOf(' '))} ${old.others.get(key)!}`),
  ),
  removed('P220', 'error', 'No environment variable goes.', KEEP, ({ old, next }) => {
    const names = new Set(next.needs.variables.map(({ schemaName }) => schemaName));
    return old.needs.variables.map(({ schemaName }) => schemaName).filter((name) => !names.has(name));
  }),
  changed(
    'P221',
    'error',
    'An environment variable keeps its type.',
    'Keep the type, or add a new variable.',
    function* ({ old, next }) {
      for (const variable of old.needs.variables) {
        const now = next.needs.variables.find(({ schemaName }) => schemaName === variable.schemaName);
        if (now !== undefined && now.kind !== variable.kind)
          yield `${variable.schemaName} was ${variable.kind} and is ${now.kind}: the value that is set no longer fits.`;
      }
    },
  ),
  removed('P222', 'warning', 'No connection reference goes.', 'Turn off what uses it first.', ({ old, next }) => {
    const names = new Set(next.needs.connections.map(({ logicalName }) => logicalName));
    return old.needs.connections.map(({ logicalName }) => logicalName).filter((name) => !names.has(name));
  }),
  changed(
    'P223',
    'error',
    'A connection reference keeps its connector.',
    'Keep it, and add a reference for the other connector.',
    function* ({ old, next }) {
      for (const reference of old.needs.connections) {
        const now = next.needs.connections.find(({ logicalName }) => logicalName === reference.logicalName);
        if (now !== undefined && now.connectorId !== reference.connectorId)
          yield `${reference.logicalName} was of ${reference.connectorId} and is of ${now.connectorId}: its connection no longer fits.`;
      }
    },
  ),
  removed(
    'P224',
    'error',
    'No operation of the connector goes.',
    'Put it back and mark it deprecated; offer the new way beside it.',
    (upgrade) =>
      [...kept(upgrade.old.connectors, upgrade.next.connectors)].flatMap(({ old, next }) =>
        gone(old.operations, next.operations).map((operation) => `The operation ${operation} of ${next.name}`),
      ),
    'and what calls it fails',
  ),
  changed(
    'P225',
    'error',
    'No operation asks for more than it did.',
    'Make the parameter optional, or add a new operation.',
    function* (upgrade) {
      for (const connector of kept(upgrade.old.connectors, upgrade.next.connectors))
        for (const { name, old, next } of kept(connector.old.operations, connector.next.operations))
          for (const parameter of next.filter((each) => !old.includes(each)))
            yield `${name} now needs ${parameter}: flows and apps that do not give it fail.`;
    },
  ),
];
