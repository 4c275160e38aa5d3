import { readFileSync, statSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { problemOf, problemText } from './contract/problem';

/** A policy file that cannot be used; the message names the file, each wrong field and what helps. */
export class PolicyFileError extends Error {
  override name = 'PolicyFileError';
}

/**
 * Reads the JSON of a policy file and holds it against its schema.
 * @throws {PolicyFileError}
 */
export function parsePolicyFile<T>(text: string, file: string, validate: ValidateFunction): T {
  let value: unknown;
  try {
    // Some editors put a byte order mark in front.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new PolicyFileError(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (!validate(value)) {
    const problems = (validate.errors ?? []).map((error) => problemText(problemOf('body', error)));
    throw new PolicyFileError(
      `${file}: ${problems.map((problem) => problem.replace(/^body\//, '').replace(/^body/, 'the file')).join(' ')}`,
    );
  }
  return value as T;
}

/**
 * Reads a policy file, and again when it changes, looking at most once a second.
 * @param read makes the policy from the text of the file; throws a `PolicyFileError`
 * @param onError told about a change that cannot be used; the last good policy stays in force
 * @throws {PolicyFileError} when the file cannot be used at the start
 */
export function openPolicyFile<T>(
  file: string,
  read: (text: string, file: string) => T,
  onError: (error: Error) => void,
  clock: () => number = Date.now,
): () => T {
  const stampOf = () => {
    const { mtimeMs, size } = statSync(file);
    return `${mtimeMs}:${size}`;
  };
  const readFile = () => read(readFileSync(file, 'utf8'), file);
  let stamp: string;
  let policy: T;
  try {
    stamp = stampOf();
    policy = readFile();
  } catch (error) {
    if (error instanceof PolicyFileError) throw error;
    throw new PolicyFileError(`${file} cannot be read: ${(error as Error).message}`);
  }
  let lookedAt = clock();
  return () => {
    if (Math.abs(clock() - lookedAt) < 1000) return policy;
    lookedAt = clock();
    try {
      const changed = stampOf();
      // Remembered before reading, so that a bad file is reported once and not every second.
      if (changed !== stamp) {
        stamp = changed;
        policy = readFile();
      }
    } catch (error) {
      onError(error as Error);
    }
    return policy;
  };
}
