import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a command-line tool said and how it ended. */
export interface Outcome {
  /** Exit code; undefined when it was ended because it took too long. */
  code: number | undefined;
  /** Standard output and standard error, in the order they came. */
  output: string;
  /** Standard output alone. */
  result: string;
}

const isWindows = process.platform === 'win32';

/** Whether a tool can be started by its name. */
export function isInstalled(tool: string): boolean {
  const endings = isWindows ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  return (process.env.PATH ?? '').split(delimiter).some((folder) =>
    endings.some((ending) => {
      try {
        accessSync(join(folder, `${tool}${ending}`), constants.X_OK);
        return folder !== '';
      } catch {
        return false;
      }
    }),
  );
}

/** Windows starts what ends in .cmd through a shell only, which takes words apart at blanks. */
const quoted = (word: string) => (isWindows && /[\s&]/.test(word) ? `"${word}"` : word);

/**
 * Runs a tool to its end.
 * @param seconds after which it is ended
 */
export function runTool(tool: string, parameters: readonly string[], seconds: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, parameters.map(quoted), {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: process.env,
      timeout: seconds * 1000,
      shell: isWindows,
    });
    let [output, result] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      result += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? undefined, output, result });
    });
  });
}

/** Tokens (RFC 7519) and secrets in addresses or parameters never reach the screen, whoever wrote them. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]')
    .replace(/((?:secret|password|sig|token)["']?\s*[=:]\s*["']?)[^\s"'&,]+/gi, '$1[secret]');

/** The last lines a tool said, for a person who has to see why it failed. */
export const lastLines = (output: string, count = 15): string =>
  withoutSecrets(output)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n');
