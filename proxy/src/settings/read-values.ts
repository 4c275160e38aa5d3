import { catalogue, type SettingName, type SettingValues } from './catalogue';
import type { Setting, SettingProblem } from './setting';

/** Names the entry of the catalogue with a problem, for the error that stops the start. */
export const problemWith = (name: SettingName, problem: string): SettingProblem => ({
  name,
  problem,
  meaning: catalogue[name].meaning,
  example: catalogue[name].example,
});

/** Parses every setting of the catalogue. Blank counts as not set. */
export function readValues(environment: Record<string, string | undefined>): {
  values: SettingValues;
  problems: SettingProblem[];
} {
  const values: Record<string, unknown> = {};
  const problems: SettingProblem[] = [];
  for (const [name, setting] of Object.entries(catalogue) as [SettingName, Setting<unknown>][]) {
    const text = environment[name]?.trim() || setting.fallback;
    if (text === undefined) continue;
    try {
      values[name] = setting.parse(text);
    } catch (error) {
      const shown = setting.secret ? '' : `, not "${text}"`;
      problems.push(problemWith(name, `${(error as Error).message}${shown}`));
    }
  }
  return { values: values as SettingValues, problems };
}
