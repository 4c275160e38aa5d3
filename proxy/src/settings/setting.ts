/** One setting: everything that is said about it anywhere is said here. */
export interface Setting<T> {
  /** What it is for, in a full sentence. */
  meaning: string;
  /** A value that would be accepted. */
  example: string;
  /** Used when it is not set, written as in the environment. */
  fallback?: string;
  /** The value must never be shown. */
  secret?: boolean;
  /** Kept for later; setting it has no effect today. */
  notUsedYet?: boolean;
  /** @throws {Error} whose message completes "NAME …", for example "must be a whole number" */
  parse: (text: string) => T;
}

/** A setting that always has a value. */
export const withDefault = <T>(setting: Setting<T> & { fallback: string }): Setting<T> => setting;

/** A setting that may be left out. */
export const optional = <T>(setting: Setting<T>): Setting<T | undefined> => setting;

/** A wrong or missing setting, told with its meaning and an example. Never holds a secret's value. */
export interface SettingProblem {
  name: string;
  problem: string;
  meaning: string;
  example: string;
}

/** Thrown when the service cannot start with these settings; lists all of them, not only the first. */
export class SettingsError extends Error {
  override name = 'SettingsError';

  constructor(readonly problems: readonly SettingProblem[]) {
    super(
      [
        'The service cannot start with these settings:',
        ...problems.map(
          ({ name, problem, meaning, example }) =>
            `  ${name} ${problem}.\n    Meaning: ${meaning}\n    Example: ${name}=${example}`,
        ),
      ].join('\n'),
    );
  }
}
