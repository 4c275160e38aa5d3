import type { Variable } from '../../settings/needs';
import type { Severity } from '../../validator/finding';
import type { Detail, Rule } from '../rule';
import { at, filled, type SettingsSubject } from './settings-subject';

/** What is asked of the filled value of each variable. */
interface ValueRule {
  code: string;
  severity?: Severity;
  title: string;
  isWrong(value: string, variable: Variable, subject: SettingsSubject): boolean;
  /** Goes on after the name of the variable, without its value: some are addresses. */
  says: string;
  fix: string;
}

/** A rule about values, one by one, without blanks around them. */
export const valueRule = ({
  code,
  severity = 'error',
  title,
  isWrong,
  says,
  fix,
}: ValueRule): Rule<SettingsSubject> => ({
  code,
  severity,
  title,
  *check(subject): Generator<Detail> {
    for (const { variable, value } of filled(subject)) {
      if (!isWrong(value, variable, subject)) continue;
      const { schemaName, displayName } = variable;
      yield { ...at(subject, schemaName), message: `${schemaName} (${displayName}) ${says}`, fix };
    }
  },
});
