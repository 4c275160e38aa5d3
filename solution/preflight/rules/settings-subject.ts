import type { Needs, Variable } from '../../settings/needs';
import type { DeploymentSettings } from '../../settings/settings-file';
import type { Detail } from '../rule';

/** A settings file beside what the solution needs. */
export interface SettingsSubject {
  /** Name for findings. */
  file: string;
  /** The file's text, for the lines of its entries. */
  text: string;
  settings: DeploymentSettings;
  /** Address of the environment the file is for, when it is known. */
  environment?: string;
  needs: Needs;
}

/** Where the entry of a name stands: the first line with it in quotes. */
export function at({ file, text }: SettingsSubject, name: string): Pick<Detail, 'file' | 'line'> {
  const line = text.split('\n').findIndex((words) => words.includes(`"${name}"`)) + 1;
  return line === 0 ? { file } : { file, line };
}

/** Variables the solution knows that have a value, without blanks around it. */
export function* filled(subject: SettingsSubject): Generator<{ variable: Variable; value: string }> {
  for (const variable of subject.needs.variables) {
    const entry = subject.settings.EnvironmentVariables.find(({ SchemaName }) => SchemaName === variable.schemaName);
    if (entry !== undefined && entry.Value.trim() !== '') yield { variable, value: entry.Value.trim() };
  }
}

/** Names of all variables in the file. */
export const entryNames = ({ settings }: SettingsSubject) =>
  settings.EnvironmentVariables.map(({ SchemaName }) => SchemaName);
/** Names of all connection references in the file. */
export const referenceNames = ({ settings }: SettingsSubject) =>
  settings.ConnectionReferences.map(({ LogicalName }) => LogicalName);
