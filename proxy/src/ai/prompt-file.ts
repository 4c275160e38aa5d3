import { join } from 'node:path';
import { openPolicyFile, PolicyFileError } from '../policy-file';
import { projectFile } from '../project-file';
import type { ModelTask } from './language-model';

export type Prompt = ModelTask<unknown>['prompt'];

const FILE = /^\uFEFF?---\n(?<head>[^]*?)\n---\n(?<text>[^]*)$/;
const VERSION = /^version: *"?(?<version>[\w.-]{1,20})"?$/m;
/** Some thousand tokens: more would cost with every message. */
const LONGEST = 20_000;

/**
 * Reads a prompt: its version between two lines of `---`, then what the model is told.
 * @throws {PolicyFileError}
 */
export function readPrompt(content: string, file: string, name: string): Prompt {
  if (content.length > LONGEST) {
    throw new PolicyFileError(
      `${file} is longer than ${LONGEST} characters. Shorten it: it is paid for at every call.`,
    );
  }
  const { head, text } = FILE.exec(content.replace(/\r\n/g, '\n'))?.groups ?? {};
  const version = VERSION.exec(head ?? '')?.groups?.version;
  if (version === undefined) {
    throw new PolicyFileError(`${file} has no version. Begin it with the lines "---", "version: 1" and "---".`);
  }
  const told = text?.trim() ?? '';
  if (told === '') throw new PolicyFileError(`${file} has no text after its version. Write what the model is told.`);
  return { name, version, text: told };
}

/**
 * Opens a prompt file of the folder; it is read again when it changes.
 * @param onError told about a change that cannot be used; the last good prompt stays in force
 * @throws {PolicyFileError} when the file cannot be used at the start
 */
export const openPrompt = (
  folder: string,
  name: string,
  onError: (error: Error) => void,
  clock?: () => number,
): (() => Prompt) =>
  openPolicyFile(join(folder, `${name}.md`), (content, file) => readPrompt(content, file, name), onError, clock);

/** A prompt that comes with the service. */
export const shippedPrompt = (name: string): (() => Prompt) =>
  openPrompt(projectFile('proxy/prompts'), name, (error) => {
    throw error;
  });
