import { Refusal } from '../cli/command';
import { jsonOf, readInput, textOf } from '../cli/read-input';

/**
 * A deployment settings file as `pac solution import --settings-file` takes it (Microsoft, "Pre-populate connection
 * references and environment variables for automated deployments").
 */
export interface DeploymentSettings {
  EnvironmentVariables: { SchemaName: string; Value: string }[];
  ConnectionReferences: { LogicalName: string; ConnectionId: string; ConnectorId: string }[];
}

const LISTS = {
  EnvironmentVariables: ['SchemaName', 'Value'],
  ConnectionReferences: ['LogicalName', 'ConnectionId', 'ConnectorId'],
} as const;

/** Why a value is no settings file, or nothing when it is one. */
function faultIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object';
  const unknown = Object.keys(value).find((name) => !(name in LISTS));
  if (unknown !== undefined) return `it has the unknown part ${unknown}`;
  for (const [name, fields] of Object.entries(LISTS)) {
    const list = (value as Record<string, unknown>)[name];
    if (!Array.isArray(list)) return `${name} is not a list`;
    for (const [index, entry] of list.entries()) {
      const wrong = fields.find((field) => typeof (entry as Record<string, unknown> | null)?.[field] !== 'string');
      if (wrong !== undefined) return `${name}[${String(index)}].${wrong} is not a text in quotes`;
      const more = Object.keys(entry as object).find((field) => !(fields as readonly string[]).includes(field));
      if (more !== undefined) return `${name}[${String(index)}] has the unknown field ${more}`;
    }
  }
  return undefined;
}

/**
 * Reads the text of a settings file. Values never appear in what it says: some are addresses.
 * @param file name for messages
 * @throws {Refusal} when it is no JSON or has another shape
 */
export function readSettings(text: string, file: string): DeploymentSettings {
  const help = 'Mend it; or move it away, and write it anew with npm run solution -- settings.';
  const value = jsonOf(text, file, help);
  const fault = faultIn(value);
  if (fault !== undefined) throw new Refusal(`${file} is no deployment settings file: ${fault}. ${help}`);
  return value as DeploymentSettings;
}

/** A settings file that was read. */
export interface SettingsFile {
  /** Its path, for messages. */
  file: string;
  text: string;
  settings: DeploymentSettings;
}

/** @throws {Refusal} when there is none, and as `readSettings` */
export function readSettingsFile(file: string): SettingsFile {
  const text = textOf(readInput(file, 'Give the path of a file that npm run solution -- settings wrote.'), file);
  return { file, text, settings: readSettings(text, file) };
}

/** The text of a settings file, as `pac` writes it too. */
export const settingsText = (settings: DeploymentSettings): string => `${JSON.stringify(settings, null, 2)}\n`;
