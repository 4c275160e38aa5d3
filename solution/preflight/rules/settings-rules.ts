import type { ConnectionNeed, Needs, ValueKind, Variable } from '../../settings/needs';
import type { DeploymentSettings } from '../../settings/settings-file';
import type { Detail, Rule } from '../rule';

/** A settings file beside what the solution needs. */
export interface SettingsSubject {
  /** Name for findings. */
  file: string;
  /** The file's text, for the lines of its entries. */
  text: string;
  settings: DeploymentSettings;
  needs: Needs;
}

type Reference = DeploymentSettings['ConnectionReferences'][number];

/** Where the entry of a name stands: the first line with it in quotes. */
function at({ file, text }: SettingsSubject, name: string): Pick<Detail, 'file' | 'line'> {
  const line = text.split('\n').findIndex((words) => words.includes(`"${name}"`)) + 1;
  return line === 0 ? { file } : { file, line };
}

function* filled(subject: SettingsSubject): Generator<{ variable: Variable; value: string }> {
  for (const variable of subject.needs.variables) {
    const entry = subject.settings.EnvironmentVariables.find(({ SchemaName }) => SchemaName === variable.schemaName);
    if (entry !== undefined && entry.Value.trim() !== '') yield { variable, value: entry.Value.trim() };
  }
}

/** A rule that every filled value of a kind keeps. */
const ofKind = (code: string, kind: ValueKind, title: string, fix: string, isRight: (value: string) => boolean) => ({
  code,
  severity: 'error' as const,
  title,
  *check(subject: SettingsSubject): Generator<Detail> {
    for (const { variable, value } of filled(subject)) {
      if (variable.kind !== kind || isRight(value)) continue;
      const { schemaName, displayName } = variable;
      yield { ...at(subject, schemaName), message: `${schemaName} (${displayName}) is no ${kind}.`, fix };
    }
  },
});

const isJson = (value: string) => {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
};

const isWebAddress = (value: string) => URL.canParse(value) && new URL(value).protocol === 'https:';

/** Domains that belong to nobody (RFC 2606): what stands in documents, not in an environment. */
const EXAMPLE_DOMAIN = /(^|[@./])example\.(com|net|org)\b|\.(example|invalid|test)\b/i;

const variableNames = ({ needs }: SettingsSubject) => new Set(needs.variables.map(({ schemaName }) => schemaName));
const entryNames = ({ settings }: SettingsSubject) => settings.EnvironmentVariables.map(({ SchemaName }) => SchemaName);
const referenceNames = ({ settings }: SettingsSubject) =>
  settings.ConnectionReferences.map(({ LogicalName }) => LogicalName);

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

const hoursOrDays = /(Hours|Days)$/;
const numberOf = (subject: SettingsSubject, name: string): number => {
  const entry = [...filled(subject)].find(({ variable }) => variable.schemaName === name);
  const text = entry?.value ?? subject.needs.variables.find(({ schemaName }) => schemaName === name)?.defaultValue;
  return text === undefined ? Number.NaN : Number(text);
};

export const settingsRules: readonly Rule<SettingsSubject>[] = [
  {
    code: 'P001',
    severity: 'error',
    title: 'Every entry is something the solution knows.',
    *check(subject) {
      const known = variableNames(subject);
      for (const { logicalName } of subject.needs.connections) known.add(logicalName);
      for (const name of [...entryNames(subject), ...referenceNames(subject)]) {
        if (known.has(name)) continue;
        yield {
          ...at(subject, name),
          message: `The solution has no variable or connection reference ${name}.`,
          fix: 'Correct the name, or let npm run solution -- settings bring the file up to date.',
        };
      }
    },
  },
  {
    code: 'P002',
    severity: 'error',
    title: 'Nothing stands twice.',
    *check(subject) {
      for (const names of [entryNames(subject), referenceNames(subject)]) {
        for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index)))
          yield { ...at(subject, name), message: `${name} stands twice.`, fix: 'Keep the entry that holds.' };
      }
    },
  },
  {
    code: 'P003',
    severity: 'error',
    title: 'Every variable without a default has an entry.',
    *check(subject) {
      const entries = new Set(entryNames(subject));
      for (const { schemaName, displayName, defaultValue } of subject.needs.variables) {
        if (defaultValue !== undefined || entries.has(schemaName)) continue;
        yield {
          file: subject.file,
          message: `${schemaName} (${displayName}) is missing and has no default.`,
          fix: 'Run npm run solution -- settings to add the entry, and fill it in.',
        };
      }
    },
  },
  {
    code: 'P004',
    severity: 'error',
    title: 'No value is empty.',
    *check(subject) {
      for (const { schemaName, displayName, kind, defaultValue } of subject.needs.variables) {
        const entry = subject.settings.EnvironmentVariables.find(({ SchemaName }) => SchemaName === schemaName);
        if (entry === undefined || entry.Value.trim() !== '') continue;
        const fix =
          defaultValue === undefined
            ? `Write the ${kind} into Value.`
            : `Write the ${kind} into Value, or take the entry out: the default is ${defaultValue}.`;
        yield { ...at(subject, schemaName), message: `${schemaName} (${displayName}) is empty.`, fix };
      }
    },
  },
  ofKind('P005', 'number', 'Numbers are numbers.', 'Write digits, with a point for decimals: 48.', (value) =>
    /^-?\d+(\.\d+)?$/.test(value),
  ),
  ofKind('P006', 'yes or no', 'Yes/no is yes or no.', 'Write yes or no.', (value) => /^(yes|no)$/.test(value)),
  ofKind('P007', 'JSON', 'JSON is JSON.', 'Write valid JSON, with its quotes escaped: "{\\"key\\": 1}".', isJson),
  ofKind(
    'P008',
    'e-mail address',
    'A mailbox is an e-mail address.',
    'Write one address, without a name or brackets.',
    (value) => /^[^\s@<>"(),:;]+@[^\s@<>"(),:;.]+(\.[^\s@<>"(),:;.]+)+$/.test(value),
  ),
  ofKind(
    'P009',
    'web address',
    'A site or address is a web address.',
    'Write the whole address, beginning with https://.',
    isWebAddress,
  ),
  ofKind('P010', 'folder', 'A folder begins at the root of its site.', 'Let it begin with /.', (value) =>
    /^\/[^/]/.test(value),
  ),
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
  {
    code: 'P016',
    severity: 'error',
    title: 'No value is an example.',
    *check(subject) {
      for (const { variable, value } of filled(subject)) {
        if (!EXAMPLE_DOMAIN.test(value)) continue;
        yield {
          ...at(subject, variable.schemaName),
          message: `${variable.schemaName} (${variable.displayName}) still is an example.`,
          fix: 'Write an address of your own domain.',
        };
      }
    },
  },
  {
    code: 'P017',
    severity: 'error',
    title: 'Hours and days are above zero.',
    *check(subject) {
      for (const { variable, value } of filled(subject)) {
        if (variable.kind !== 'number' || !hoursOrDays.test(variable.schemaName) || !(Number(value) <= 0)) continue;
        yield {
          ...at(subject, variable.schemaName),
          message: `${variable.schemaName} (${variable.displayName}) is not above zero: everything would be late at once.`,
          fix: `Write a number above zero${variable.defaultValue === undefined ? '' : `, such as ${variable.defaultValue}`}.`,
        };
      }
    },
  },
  {
    code: 'P018',
    severity: 'warning',
    title: 'The agent is reminded before the supervisor is told.',
    *check(subject) {
      const [reminder, escalation] = ['rcc_ReminderHours', 'rcc_EscalationHours'].map((name) =>
        numberOf(subject, name),
      );
      if (!(reminder! > 0 && escalation! > 0 && reminder! >= escalation!)) return;
      yield {
        ...at(subject, 'rcc_ReminderHours'),
        message: 'rcc_ReminderHours is not less than rcc_EscalationHours: the supervisor is told before the agent.',
        fix: 'Let the reminder come first.',
      };
    },
  },
];
