import type { Rule } from '../rule';
import { addressRules } from './address-rules';
import { referenceRules } from './reference-rules';
import { at, entryNames, referenceNames, type SettingsSubject } from './settings-subject';
import { variableRules } from './variable-rules';

/** A settings file and what the solution needs. */
export const settingsRules: readonly Rule<SettingsSubject>[] = [
  {
    code: 'P001',
    severity: 'error',
    title: 'Every entry is something the solution knows.',
    *check(subject) {
      const known = new Set(subject.needs.variables.map(({ schemaName }) => schemaName));
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
  ...variableRules,
  ...addressRules,
  ...referenceRules,
];
