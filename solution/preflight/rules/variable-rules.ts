import type { ValueKind, Variable } from '../../settings/needs';
import type { Rule } from '../rule';
import { at, entryNames, filled, type SettingsSubject } from './settings-subject';
import { valueRule } from './value-rule';

/** A rule that every filled value of a kind keeps. */
const ofKind = (code: string, kind: ValueKind, title: string, fix: string, isRight: (value: string) => boolean) =>
  valueRule({
    code,
    title,
    isWrong: (value, variable) => variable.kind === kind && !isRight(value),
    says: `is no ${kind}.`,
    fix,
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

const EMAIL = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;.]+(\.[^\s@<>"(),:;.]+)+$/;

/** Domains that belong to nobody (RFC 2606): what stands in documents, not in an environment. */
const EXAMPLE_DOMAIN = /(^|[@./])example\.(com|net|org)\b|\.(example|invalid|test)\b/i;

/** As the documentation writes what a person has to put in: `https://ENVIRONMENT/…`. */
const PLACEHOLDER = /\/\/ENVIRONMENT\b/i;

const isHoursOrDays = ({ kind, schemaName }: Variable) => kind === 'number' && /(Hours|Days)$/.test(schemaName);
const numberOf = (subject: SettingsSubject, name: string): number => {
  const entry = [...filled(subject)].find(({ variable }) => variable.schemaName === name);
  const text = entry?.value ?? subject.needs.variables.find(({ schemaName }) => schemaName === name)?.defaultValue;
  return text === undefined ? Number.NaN : Number(text);
};

/** Values of environment variables. */
export const variableRules: readonly Rule<SettingsSubject>[] = [
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
    (value) => EMAIL.test(value),
  ),
  ofKind(
    'P027',
    'e-mail addresses',
    'Approvers are e-mail addresses.',
    'Write one address or several with ; between them, without names or brackets.',
    (value) => value.split(';').every((one) => EMAIL.test(one.trim())),
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
  valueRule({
    code: 'P016',
    title: 'No value is an example.',
    isWrong: (value) => EXAMPLE_DOMAIN.test(value) || PLACEHOLDER.test(value),
    says: 'still is an example.',
    fix: 'Write an address of your own domain or environment.',
  }),
  valueRule({
    code: 'P017',
    title: 'Hours and days are above zero.',
    isWrong: (value, variable) => isHoursOrDays(variable) && Number(value) <= 0,
    says: 'is not above zero: everything would be late at once.',
    fix: 'Write a number above zero.',
  }),
  valueRule({
    code: 'P021',
    title: 'No value has blanks around it.',
    isWrong: (value, { schemaName }, { settings }) =>
      settings.EnvironmentVariables.find(({ SchemaName }) => SchemaName === schemaName)?.Value !== value,
    says: 'begins or ends with a blank or a line break, which flows would read too.',
    fix: 'Take the blanks away.',
  }),
  valueRule({
    code: 'P023',
    title: 'Hours and days are whole.',
    isWrong: (value, variable) => isHoursOrDays(variable) && !Number.isNaN(Number(value)) && !/^-?\d+$/.test(value),
    says: 'is not a whole number: addHours and addDays, with which flows reckon, take no other.',
    fix: 'Write digits only.',
  }),
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
